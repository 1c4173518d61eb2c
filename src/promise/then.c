/* SPDX-License-Identifier: MIT */
/*
 * Reactions as microtasks. When the source settles, a step is queued; it owns the source and the derived promise until it ran.
 * Nothing here recurses: each link of a chain is a step of its own. PHP's thread only.
 */
#include "src/promise/then.h"

#include "src/base/error.h"
#include "src/base/release.h"
#include "src/promise/cancel.h"
#include "src/promise/deferred.h"
#include "zend_exceptions.h"

typedef struct step step;
typedef void (*step_fn)(step *self);

struct step {
	evloop_reaction reaction; /* owns its source once that has settled */
	evloop_cause cause;       /* of `derived`, until the source has settled */
	evl_ready ready;
	step_fn run;
	evloop_promise *derived; /* owned */
	evloop_promise *origin;  /* owned; of finally: whose result passes on when what the handler returned is fulfilled */
	evloop_callback on_fulfilled;
	evloop_callback on_rejected;
	zval thenable; /* of a foreign adoption */
};

static evloop_promise *source_of(const step *self)
{
	return self->reaction.source;
}

static void step_free(step *self)
{
	step last = *self;

	if (self->derived->cause == &self->cause) {
		self->derived->cause = NULL;
	}
	efree(self);
	evloop_callback_free(&last.on_fulfilled);
	evloop_callback_free(&last.on_rejected);
	zval_ptr_dtor(&last.thenable);
	evloop_cancel_release_source(&last.reaction);
	if (last.origin != NULL) {
		evloop_release(&last.origin->std);
	}
	evloop_release(&last.derived->std);
}

/* From the ready queue: off it already, so the step is ours alone. */
static void step_run(evl_ready *item)
{
	step *self = EVL_CONTAINER_OF(item, step, ready);

	if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
		self->run(self);
	}
	step_free(self);
}

static void step_queue(step *self)
{
	evl_tick_push_microtask(&EVLOOP_G(runtime)->loop.tick, &self->ready);
}

static void step_settled(evloop_reaction *reaction, evloop_promise *promise)
{
	step *self = EVL_CONTAINER_OF(reaction, step, reaction);

	if (UNEXPECTED(EVLOOP_G(runtime) == NULL)) {
		step_free(self); /* the request is over: nobody will run it */
		return;
	}
	if (self->derived->cause == &self->cause) {
		self->derived->cause = NULL;
	}
	evloop_cancel_own_source(reaction);
	step_queue(self);
}

static void step_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	step *self = EVL_CONTAINER_OF(reaction, step, reaction);

	evloop_callback_gc(&self->on_fulfilled, buffer);
	evloop_callback_gc(&self->on_rejected, buffer);
	zend_get_gc_buffer_add_obj(buffer, &self->derived->std);
	if (self->origin != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &self->origin->std);
	}
}

static void step_abandoned(evloop_reaction *reaction)
{
	step_free(EVL_CONTAINER_OF(reaction, step, reaction));
}

static evloop_promise *step_child(evloop_reaction *reaction)
{
	return EVL_CONTAINER_OF(reaction, step, reaction)->derived;
}

static const evloop_reaction_ops step_ops = {step_settled, step_gc, step_abandoned, step_child};

/* Waits for a clean-up, which goes on whoever is cancelled: the source is no parent, so the derived promise does not hold it. */
static const evloop_reaction_ops cleanup_ops = {step_settled, step_gc, step_abandoned, NULL};

static void run_cleanup(step *self);
static void run_finally(step *self);

static void step_cancelled(evloop_cause *cause, evloop_cancellation *cancellation)
{
	step *self = EVL_CONTAINER_OF(cause, step, cause);

	evloop_cancel_leave(cancellation, &self->reaction);
	if (self->run == run_finally && EVLOOP_G(runtime) != NULL) {
		self->run = run_cleanup;
		step_queue(self);
	} else {
		step_free(self);
	}
}

static void step_cause_gc(evloop_cause *cause, zend_get_gc_buffer *buffer)
{
	step *self = EVL_CONTAINER_OF(cause, step, cause);

	if (self->reaction.owns_source) {
		zend_get_gc_buffer_add_obj(buffer, &source_of(self)->std);
	}
}

/* Only by the collector or at the end of the request, since the step holds its derived promise: it goes with its source. */
static void step_cause_gone(evloop_cause *cause)
{
}

static const evloop_cause_ops step_cause_ops = {step_cancelled, step_cause_gc, step_cause_gone};

/* A step that will settle `derived`, of which it takes a reference. */
static step *step_new(step_fn run, evloop_promise *derived)
{
	step *self = ecalloc(1, sizeof(*self));

	self->reaction.ops = &step_ops;
	self->cause.ops = &step_cause_ops;
	self->ready.run = step_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	self->run = run;
	self->derived = derived;
	GC_ADDREF(&derived->std);
	return self;
}

/* React with the step; until the source has settled, cancelling the derived promise leads to it. */
static void step_wait(step *self, evloop_promise *source)
{
	if (evloop_promise_is_pending(source)) {
		self->derived->cause = &self->cause;
	}
	evloop_promise_react(source, &self->reaction);
}

static void run_adopt(step *self)
{
	evloop_promise_pass_on(source_of(self), self->derived);
}

void evloop_then_adopt(evloop_promise *promise, evloop_promise *source)
{
	step_wait(step_new(run_adopt, promise), source);
}

/* What a handler made: its value (released here), or its exception. An unwinding exit is left pending for the scheduler. */
static void settle_derived(step *self, zval *result)
{
	if (EXPECTED(EG(exception) == NULL)) {
		evloop_promise_resolve(self->derived, result);
		zval_ptr_dtor(result);
	} else if (!evloop_error_is_unwind(EG(exception))) {
		evloop_promise_reject(self->derived, evloop_error_take());
	}
}

static void run_then(step *self)
{
	bool fulfilled = source_of(self)->state == EVLOOP_PROMISE_FULFILLED;
	const evloop_callback *handler = fulfilled ? &self->on_fulfilled : &self->on_rejected;
	zval result;

	if (UNEXPECTED(!evloop_promise_is_pending(self->derived))) {
		return; /* cancelled meanwhile */
	}
	if (!evloop_callback_is_set(handler)) {
		evloop_promise_pass_on(source_of(self), self->derived);
		return;
	}
	evloop_callback_call(handler, &result, 1, &source_of(self)->result);
	settle_derived(self, &result);
}

static bool name_accepts(zend_string *name, zend_object *reason)
{
	zend_class_entry *ce = zend_lookup_class_ex(name, NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD);

	return ce != NULL && instanceof_function(reason->ce, ce);
}

/* Any member of a union is enough; an intersection wants all. */
static bool type_accepts(const zend_type *type, zend_object *reason)
{
	const zend_type *member;

	if (ZEND_TYPE_PURE_MASK(*type) & MAY_BE_OBJECT) {
		return true; /* object or mixed */
	}
	if (ZEND_TYPE_HAS_NAME(*type)) {
		return name_accepts(ZEND_TYPE_NAME(*type), reason);
	}
	if (!ZEND_TYPE_HAS_LIST(*type)) {
		return false;
	}
	bool all = ZEND_TYPE_IS_INTERSECTION(*type);

	ZEND_TYPE_LIST_FOREACH(ZEND_TYPE_LIST(*type), member)
	{
		if (type_accepts(member, reason) != all) {
			return !all;
		}
	}
	ZEND_TYPE_LIST_FOREACH_END();
	return all;
}

/* Whether a catch() handler takes this reason, as in React 3: the type of its first parameter filters. */
static bool handler_accepts(const evloop_callback *handler, zend_object *reason)
{
	const zend_function *function = handler->fcc.function_handler;

	if (function == NULL || function->type != ZEND_USER_FUNCTION || function->common.num_args == 0 ||
		!ZEND_TYPE_IS_SET(function->common.arg_info[0].type)) {
		return true;
	}
	return type_accepts(&function->common.arg_info[0].type, reason);
}

static void run_catch(step *self)
{
	if (source_of(self)->state == EVLOOP_PROMISE_REJECTED &&
		!handler_accepts(&self->on_rejected, Z_OBJ(source_of(self)->result))) {
		evloop_promise_pass_on(source_of(self), self->derived);
		return;
	}
	run_then(self);
}

/* The second half of finally: what the handler returned has settled. */
static void run_after_finally(step *self)
{
	evloop_promise_pass_on(
		source_of(self)->state == EVLOOP_PROMISE_FULFILLED ? self->origin : source_of(self), self->derived);
}

static void run_finally(step *self)
{
	evloop_promise *returned;
	step *after;
	zval result;

	evloop_callback_call(&self->on_fulfilled, &result, 0, NULL);
	if (EG(exception) != NULL) {
		settle_derived(self, &result);
		return;
	}
	if (EXPECTED(Z_TYPE(result) != IS_OBJECT)) {
		zval_ptr_dtor(&result);
		evloop_promise_pass_on(source_of(self), self->derived);
		return;
	}

	returned = evloop_promise_for(&result);
	zval_ptr_dtor(&result);
	after = step_new(run_after_finally, self->derived);
	after->reaction.ops = &cleanup_ops;
	after->origin = source_of(self);
	GC_ADDREF(&after->origin->std);
	evloop_promise_react(returned, &after->reaction);
	OBJ_RELEASE(&returned->std);
}

/* The derived promise was cancelled before its source had settled: the handler's clean-up is due all the same. */
static void run_cleanup(step *self)
{
	zval result;

	evloop_callback_call(&self->on_fulfilled, &result, 0, NULL);
	zval_ptr_dtor(&result);
	if (EG(exception) != NULL && !evloop_error_is_unwind(EG(exception))) {
		evloop_runtime_report(evloop_error_take(), NULL);
	}
}

evloop_promise *evloop_then(
	evloop_promise *promise, evloop_then_kind kind, evloop_callback *on_fulfilled, evloop_callback *on_rejected)
{
	static const step_fn runs[] = {run_then, run_catch, run_finally};
	evloop_promise *derived = evloop_promise_new();
	step *self = step_new(runs[kind], derived);

	self->on_fulfilled = *on_fulfilled;
	self->on_rejected = *on_rejected;
	step_wait(self, promise);
	return derived;
}

/* method() of a foreign object. */
static void method_callback(evloop_callback *callback, zval *object, const char *method)
{
	memset(callback, 0, sizeof(*callback));
	callback->max_args = UINT32_MAX;
	array_init_size(&callback->callable, 2);
	Z_ADDREF_P(object);
	add_next_index_zval(&callback->callable, object);
	add_next_index_string(&callback->callable, method);
}

/* As the promises of React and Guzzle. */
static bool can_cancel(zend_object *object)
{
	const zend_function *cancel = zend_hash_str_find_ptr(&object->ce->function_table, ZEND_STRL("cancel"));

	return cancel != NULL && (cancel->common.fn_flags & (ZEND_ACC_PUBLIC | ZEND_ACC_STATIC)) == ZEND_ACC_PUBLIC;
}

/* Call then() of a foreign object with functions over a promise of their own, which the adopting one follows. */
static void run_call(step *self)
{
	evloop_promise *inner;
	evloop_callback then = {0};
	evloop_callback cancel = {0};

	if (!evloop_promise_is_pending(self->derived)) {
		return; /* cancelled meanwhile */
	}
	inner = evloop_promise_new();
	method_callback(&then, &self->thenable, "then");
	if (can_cancel(Z_OBJ(self->thenable))) {
		method_callback(&cancel, &self->thenable, "cancel");
		evloop_cancel_add(inner, &cancel, false);
	}
	evloop_then_adopt(self->derived, inner);
	evloop_deferred_execute(inner, &then);
	evloop_callback_free(&then);
	OBJ_RELEASE(&inner->std);
}

void evloop_then_call(evloop_promise *promise, zval *thenable)
{
	step *self;

	if (UNEXPECTED(EVLOOP_G(runtime) == NULL)) {
		return; /* the request is over */
	}
	self = step_new(run_call, promise);
	ZVAL_COPY(&self->thenable, thenable);
	step_queue(self);
}
