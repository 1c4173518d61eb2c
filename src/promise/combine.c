/* SPDX-License-Identifier: MIT */
/*
 * A combination belongs to its outcome, the promise that is handed out: it is freed when that is settled, cancelled or freed. Each
 * input that is pending has a part of it in its list of reactions; such a part holds a reference to the outcome.
 *
 * What decides the outcome queues a microtask that settles it, so combinations of combinations do not recurse. Inputs that are still
 * pending then are let go, so that one that lives long does not collect the parts of all races it was in. PHP's thread only.
 */
#include "src/promise/combine.h"

#include "src/base/error.h"
#include "src/base/iterate.h"
#include "src/base/release.h"
#include "src/promise/cancel.h"
#include "src/promise/rejection.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/Settled_arginfo.h"

typedef struct combination combination;

typedef struct part {
	evloop_reaction reaction; /* while the input is pending */
	combination *whole;
	struct part *next; /* in the order of the input */
	zval key;
	zval result; /* of the input, when it counts for the outcome */
} part;

/* What a fulfilled and a rejected input mean; indexed by rejection. */
typedef enum meaning {
	COLLECT, /* one more */
	DECIDE,  /* the outcome is that */
} meaning;

typedef struct kind {
	meaning of[2];
	bool settled; /* collects Settled objects */
	bool failure; /* having collected all is a failure */
	bool endless; /* having seen all is nothing */
} kind;

static const kind kind_all = {.of = {COLLECT, DECIDE}};
static const kind kind_any = {.of = {DECIDE, COLLECT}, .failure = true};
static const kind kind_race = {.of = {DECIDE, DECIDE}, .endless = true};
static const kind kind_all_settled = {.of = {COLLECT, COLLECT}, .settled = true};

struct combination {
	evloop_cause cause; /* of the outcome */
	evl_ready ready;    /* queued once it is decided; owns a reference to the outcome then */
	const kind *kind;
	evloop_promise *outcome;
	part *first;
	part **end;
	uint32_t waiting;       /* for inputs; the reading of them counts as one */
	evloop_promise *winner; /* owned; who decided. NULL: the last one was collected */
	bool decided;
	bool reading; /* the input; nobody has seen the outcome yet, and the microtask has to wait */
};

static zend_class_entry *ce_settled;
static zend_object_handlers settled_handlers;

static void part_free(part *self)
{
	zval_ptr_dtor(&self->key);
	zval_ptr_dtor(&self->result);
	efree(self);
}

/* Unlinked from everything by now. */
static void combination_free(combination *self)
{
	part *next = self->first;
	evloop_promise *winner = self->winner;

	efree(self);
	while (next != NULL) {
		part *current = next;

		next = current->next;
		part_free(current);
	}
	if (winner != NULL) {
		evloop_release(&winner->std);
	}
}

/* The outcome is decided: the other inputs do not matter any more. The caller holds the outcome. */
static void let_go_of_inputs(combination *self)
{
	for (part *current = self->first; current != NULL; current = current->next) {
		if (evl_list_is_linked(&current->reaction.link)) {
			evloop_cancel_forget(&current->reaction);
			GC_DELREF(&self->outcome->std);
		}
	}
}

/* The outcome leaves us; it is held by the caller. */
static evloop_promise *detach(combination *self)
{
	evloop_promise *outcome = self->outcome;

	if (outcome->cause == &self->cause) {
		outcome->cause = NULL;
	}
	return outcome;
}

static void make_settled(zval *settled, evloop_promise *input)
{
	bool rejected = input->state == EVLOOP_PROMISE_REJECTED;

	object_init_ex(settled, ce_settled);
	ZVAL_OBJ(OBJ_PROP_NUM(Z_OBJ_P(settled), 0), evloop_promise_state_case(input->state));
	ZVAL_NULL(OBJ_PROP_NUM(Z_OBJ_P(settled), 1));
	ZVAL_NULL(OBJ_PROP_NUM(Z_OBJ_P(settled), 2));
	ZVAL_COPY(OBJ_PROP_NUM(Z_OBJ_P(settled), rejected ? 2 : 1), &input->result);
}

/* What was collected, under its keys, in the order of the input. Of two with one key the later counts, as in any array. */
static void collected(combination *self, zval *array)
{
	array_init(array);
	for (part *current = self->first; current != NULL; current = current->next) {
		array_set_zval_key(Z_ARRVAL_P(array), &current->key, &current->result);
	}
}

static void settle_outcome(combination *self, evloop_promise *outcome)
{
	zval array;
	zend_object *failure;

	if (self->winner != NULL) {
		evloop_promise_pass_on(self->winner, outcome);
		return;
	}
	collected(self, &array);
	if (self->kind->failure) {
		failure = evloop_error_new(
			evloop_ce_aggregate_exception, "None of %d promises was fulfilled", zend_array_count(Z_ARRVAL(array)));
		zend_update_property(evloop_ce_aggregate_exception, failure, ZEND_STRL("exceptions"), &array);
		evloop_promise_reject(outcome, failure);
	} else {
		evloop_promise_fulfill(outcome, &array);
	}
	zval_ptr_dtor(&array);
}

/* A microtask. */
static void combination_run(evl_ready *item)
{
	combination *self = EVL_CONTAINER_OF(item, combination, ready);
	evloop_promise *outcome = detach(self);

	if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
		settle_outcome(self, outcome);
	}
	combination_free(self);
	OBJ_RELEASE(&outcome->std);
}

/* Known by now: let it be told. While the input is still read, the reader will see to it. */
static void decide(combination *self, evloop_promise *winner)
{
	self->decided = true;
	if (winner != NULL) {
		self->winner = winner;
		GC_ADDREF(&winner->std);
	}
	GC_ADDREF(&self->outcome->std);
	let_go_of_inputs(self);
	if (!self->reading) {
		evl_tick_push_microtask(&EVLOOP_G(runtime)->loop.tick, &self->ready);
	}
}

/* One input less to wait for. */
static void count_down(combination *self)
{
	if (--self->waiting == 0 && !self->decided && !self->kind->endless) {
		decide(self, NULL);
	}
}

static void look_at(combination *self, part *current, evloop_promise *input)
{
	if (self->decided) {
		return;
	}
	if (self->kind->of[input->state == EVLOOP_PROMISE_REJECTED] == DECIDE) {
		decide(self, input);
		return;
	}
	if (self->kind->settled) {
		make_settled(&current->result, input);
	} else {
		ZVAL_COPY(&current->result, &input->result);
	}
	count_down(self);
}

static void part_settled(evloop_reaction *reaction, evloop_promise *input)
{
	part *current = EVL_CONTAINER_OF(reaction, part, reaction);
	combination *self = current->whole;
	evloop_promise *outcome = self->outcome;

	/* At the end of the request nobody will run it. */
	if (EXPECTED(EVLOOP_G(runtime) != NULL)) {
		look_at(self, current, input);
	}
	evloop_cancel_release_source(reaction);
	evloop_release(&outcome->std);
}

static void part_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(reaction, part, reaction)->whole->outcome->std);
}

static void part_abandoned(evloop_reaction *reaction)
{
	evloop_promise *outcome = EVL_CONTAINER_OF(reaction, part, reaction)->whole->outcome;

	evloop_cancel_release_source(reaction);
	evloop_release(&outcome->std);
}

static evloop_promise *part_child(evloop_reaction *reaction)
{
	return EVL_CONTAINER_OF(reaction, part, reaction)->whole->outcome;
}

static const evloop_reaction_ops part_ops = {part_settled, part_gc, part_abandoned, part_child};

static void combination_cancelled(evloop_cause *cause, evloop_cancellation *cancellation)
{
	combination *self = EVL_CONTAINER_OF(cause, combination, cause);

	if (self->decided) {
		return; /* its microtask frees it, and settles nothing any more */
	}
	self->decided = true; /* whatever the destructors below do */
	for (part *current = self->first; current != NULL; current = current->next) {
		if (evl_list_is_linked(&current->reaction.link)) {
			evloop_cancel_leave(cancellation, &current->reaction);
			GC_DELREF(&self->outcome->std);
		}
	}
	combination_free(self);
}

static void combination_gc(evloop_cause *cause, zend_get_gc_buffer *buffer)
{
	combination *self = EVL_CONTAINER_OF(cause, combination, cause);

	for (part *current = self->first; current != NULL; current = current->next) {
		zend_get_gc_buffer_add_zval(buffer, &current->key);
		zend_get_gc_buffer_add_zval(buffer, &current->result);
		if (current->reaction.owns_source) {
			zend_get_gc_buffer_add_obj(buffer, &current->reaction.source->std);
		}
	}
}

/* No input is left that could decide it, or all goes at once: then parts are still linked, and their references void. */
static void combination_gone(evloop_cause *cause)
{
	combination *self = EVL_CONTAINER_OF(cause, combination, cause);

	for (part *current = self->first; current != NULL; current = current->next) {
		if (evl_list_is_linked(&current->reaction.link)) {
			evloop_cancel_forget(&current->reaction);
		}
	}
	combination_free(self);
}

static const evloop_cause_ops combination_ops = {combination_cancelled, combination_gc, combination_gone};

static combination *combination_new(const kind *which)
{
	combination *self = ecalloc(1, sizeof(*self));

	self->cause.ops = &combination_ops;
	self->ready.run = combination_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	self->kind = which;
	self->end = &self->first;
	self->waiting = 1;
	self->reading = true;
	self->outcome = evloop_promise_new();
	self->outcome->cause = &self->cause;
	return self;
}

/* False with an exception thrown. */
static bool add_input(combination *self, const zval *key, zval *value)
{
	evloop_promise *input = evloop_promise_for(value);
	part *current;

	if (input == NULL) {
		return false;
	}
	if (self->decided) {
		/* Seen, if only to be ignored. */
		evloop_rejection_handle(input);
		OBJ_RELEASE(&input->std);
		return true;
	}
	current = ecalloc(1, sizeof(*current));
	current->reaction.ops = &part_ops;
	current->whole = self;
	ZVAL_COPY(&current->key, key);
	ZVAL_UNDEF(&current->result);
	*self->end = current;
	self->end = &current->next;

	self->waiting++;
	GC_ADDREF(&self->outcome->std);
	evloop_promise_react(input, &current->reaction);
	OBJ_RELEASE(&input->std);
	return true;
}

/* Stops at an exception, which is left pending. */
static void read_inputs(combination *self, zval *inputs)
{
	evloop_iteration iteration;
	zval value;
	zval key;

	if (!evloop_iteration_init(&iteration, inputs)) {
		return;
	}
	while (evloop_iteration_next(&iteration, &value) && !Z_ISUNDEF(value)) {
		bool added = evloop_iteration_key(&iteration, &key) && add_input(self, &key, &value);

		zval_ptr_dtor(&key);
		zval_ptr_dtor(&value);
		if (!added) {
			break;
		}
	}
	evloop_iteration_free(&iteration);
}

/* The iterable threw: that is the outcome, unless there is one. An unwinding exit is left pending. */
static void fail(combination *self)
{
	evloop_promise *failed;

	if (evloop_error_is_unwind(EG(exception))) {
		return;
	}
	if (self->decided) {
		evloop_runtime_report(evloop_error_take(), NULL);
		return;
	}
	failed = evloop_promise_new();
	evloop_promise_reject(failed, evloop_error_take());
	evloop_rejection_handle(failed);
	decide(self, failed);
	OBJ_RELEASE(&failed->std);
}

static void end_reading(combination *self)
{
	self->reading = false;
	if (self->decided) {
		evl_tick_push_microtask(&EVLOOP_G(runtime)->loop.tick, &self->ready);
	} else {
		count_down(self);
	}
}

static void combine(INTERNAL_FUNCTION_PARAMETERS, const kind *which)
{
	zval *inputs;
	combination *self;
	evloop_promise *outcome;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ITERABLE(inputs)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	self = combination_new(which);
	outcome = self->outcome;
	read_inputs(self, inputs);
	if (UNEXPECTED(EG(exception) != NULL)) {
		fail(self);
	}
	end_reading(self);
	RETURN_OBJ(&outcome->std);
}

PHP_METHOD(Evloop_Promise, all)
{
	combine(INTERNAL_FUNCTION_PARAM_PASSTHRU, &kind_all);
}

PHP_METHOD(Evloop_Promise, any)
{
	combine(INTERNAL_FUNCTION_PARAM_PASSTHRU, &kind_any);
}

PHP_METHOD(Evloop_Promise, race)
{
	combine(INTERNAL_FUNCTION_PARAM_PASSTHRU, &kind_race);
}

PHP_METHOD(Evloop_Promise, allSettled)
{
	combine(INTERNAL_FUNCTION_PARAM_PASSTHRU, &kind_all_settled);
}

PHP_METHOD(Evloop_Settled, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *settled_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &settled_handlers;
	return object;
}

zend_result evloop_combine_minit(int module_number)
{
	ce_settled = register_class_Evloop_Settled();
	ce_settled->create_object = settled_create_object;
	evloop_object_handlers(&settled_handlers, 0);
	return SUCCESS;
}
