/* SPDX-License-Identifier: MIT */
/*
 * await: a reaction on the promise that wakes a parked context. PHP's thread only.
 */
#include "src/coroutine/await.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/coroutine.h"
#include "src/promise/rejection.h"
#include "zend_exceptions.h"

typedef struct awaiter {
	evloop_reaction reaction;
	evloop_timed_park wait;
	evloop_stack *stack; /* the coroutine's that waits, NULL outside and for a plain Fiber inside a coroutine */
	evloop_token_watch watch;
	zend_object *told;              /* owned; what the token was cancelled with */
	const zend_execute_data *frame; /* who waits: good while it waits */
} awaiter;

static void awaiter_settled(evloop_reaction *reaction, evloop_promise *promise)
{
	awaiter *self = EVL_CONTAINER_OF(reaction, awaiter, reaction);

	evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &self->wait.park);
}

/* The promise holds who waits for it, unless its time or its turn does, too: those are roots. */
static void awaiter_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	awaiter *self = EVL_CONTAINER_OF(reaction, awaiter, reaction);

	if (self->stack != NULL && !evl_timer_is_active(&self->wait.timer) &&
		!evl_ready_is_queued(&self->wait.park.ready) && !evloop_stack_holds_coroutine(self->stack)) {
		zend_get_gc_buffer_add_obj(buffer, self->stack->coroutine);
	}
}

static void awaiter_abandoned(evloop_reaction *reaction)
{
	/* Only after a fatal error, when the waiter never goes on: else it holds the promise. */
}

static const evloop_reaction_ops awaiter_ops = {awaiter_settled, awaiter_gc, awaiter_abandoned, NULL};

static void awaiter_told(evloop_token_watch *watch, zend_object *reason)
{
	awaiter *self = EVL_CONTAINER_OF(watch, awaiter, watch);

	self->told = reason;
	GC_ADDREF(reason);
	evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &self->wait.park);
}

/* By a reference of its own. */
static void awaiter_token_gc(evloop_token_watch *watch, zend_get_gc_buffer *buffer)
{
	awaiter *self = EVL_CONTAINER_OF(watch, awaiter, watch);

	if (self->stack != NULL) {
		zend_get_gc_buffer_add_obj(buffer, self->stack->coroutine);
	}
}

static const evloop_token_watch_ops watch_ops = {awaiter_told, awaiter_token_gc};

static void throw_told(zend_object *reason)
{
	evloop_error_rethrow(evloop_error_cancelled("The waiting was cancelled", reason));
}

static void throw_deadlock(evloop_promise *promise)
{
	zend_string *waiting = evloop_coroutine_list_waiting(EVLOOP_G(runtime)->scheduler);
	zend_string *site = evloop_site_text(&promise->site);

	zend_throw_exception_ex(evloop_ce_deadlock_exception, 0, "Nothing is left that could settle the %s made at %s%s%s",
		ZSTR_VAL(promise->std.ce->name), ZSTR_VAL(site), ZSTR_LEN(waiting) > 0 ? "; these wait too:" : "",
		ZSTR_VAL(waiting));
	zend_string_release(site);
	zend_string_release(waiting);
}

/* What the waiting came to, when not to the end of the promise: an exception. */
static bool check_settled(const awaiter *self, evloop_outcome outcome, evloop_promise *promise, double timeout)
{
	if (outcome == EVLOOP_IDLE) {
		throw_deadlock(promise);
		return false;
	}
	if (outcome == EVLOOP_THROWN) {
		return false;
	}
	if (EXPECTED(!evloop_promise_is_pending(promise))) {
		return true;
	}
	if (self->told != NULL) {
		throw_told(self->told);
	} else {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "The %s was not settled within %g seconds",
			ZSTR_VAL(promise->std.ce->name), timeout);
	}
	return false;
}

/* Its promise may have settled before the token was cancelled, or while the waiter had not had its turn. */
static bool listen_to_token(awaiter *self, evloop_token *token)
{
	zend_object *reason = evloop_token_reason(token);

	if (reason != NULL) {
		throw_told(reason);
		return false;
	}
	self->watch.ops = &watch_ops;
	return evloop_token_listen(token, &self->watch);
}

/* False with an exception thrown. */
static bool wait_until_settled(evloop_promise *promise, double timeout, evloop_token *token)
{
	evloop_stack *stack = evloop_stack_current();
	awaiter self = {.reaction.ops = &awaiter_ops, .frame = EG(current_execute_data)};
	evloop_outcome outcome;
	bool settled;

	self.wait.park.ready.priority = EVL_PRIORITY_NORMAL;
	self.wait.park.reason = "a promise";
	self.wait.park.subject = &promise->std;
	if (UNEXPECTED(token != NULL) && !listen_to_token(&self, token)) {
		return false;
	}
	if (stack != NULL && evloop_stack_context(stack) == evloop_context_current()) {
		self.stack = stack;
		/* The scheduler's reference becomes the promise's, from a root one that counts: no decrement tells the collector. */
		if (timeout < 0.0) {
			gc_check_possible_root((zend_refcounted *) evloop_coroutine_of(stack));
		}
		if (UNEXPECTED(token != NULL)) {
			GC_ADDREF(evloop_coroutine_of(stack));
		}
	}

	evloop_promise_react(promise, &self.reaction);
	outcome = evloop_timed_park_wait(&self.wait, timeout);
	if (evl_list_is_linked(&self.reaction.link)) {
		evl_list_remove(&self.reaction.link);
	}
	settled = check_settled(&self, outcome, promise, timeout);
	if (UNEXPECTED(token != NULL)) {
		if (self.stack != NULL) {
			GC_DELREF(self.stack->coroutine);
		}
		evloop_token_unlisten(token, &self.watch);
		if (self.told != NULL) {
			OBJ_RELEASE(self.told);
		}
	}
	return settled;
}

static bool take_result(evloop_promise *promise, zval *result)
{
	if (EXPECTED(promise->state == EVLOOP_PROMISE_FULFILLED)) {
		ZVAL_COPY(result, &promise->result);
		return true;
	}
	evloop_rejection_handle(promise);
	GC_ADDREF(Z_OBJ(promise->result));
	evloop_error_rethrow(Z_OBJ(promise->result));
	return false;
}

bool evloop_await(evloop_promise *promise, double timeout, evloop_token *token, zval *result)
{
	bool settled = !evloop_promise_is_pending(promise) ||
				   (evloop_scheduler_get() != NULL && wait_until_settled(promise, timeout, token));

	settled = settled && take_result(promise, result);
	OBJ_RELEASE(&promise->std);
	return settled;
}

bool evloop_await_find(const evloop_promise *promise, evloop_stack **stack, const zend_execute_data **frame)
{
	if (!evloop_promise_is_pending(promise)) {
		return false;
	}
	for (evl_list *node = promise->reactions.next; node != &promise->reactions; node = node->next) {
		evloop_reaction *reaction = EVL_CONTAINER_OF(node, evloop_reaction, link);

		if (reaction->ops == &awaiter_ops) {
			*stack = EVL_CONTAINER_OF(reaction, awaiter, reaction)->stack;
			*frame = EVL_CONTAINER_OF(reaction, awaiter, reaction)->frame;
			return true;
		}
	}
	return false;
}

PHP_METHOD(Evloop_Promise, await)
{
	double timeout = 0;
	bool no_timeout = true;
	zend_object *cancellation = NULL;
	evloop_promise *promise = evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(cancellation, evloop_ce_token)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_timeout && !evloop_duration_check(timeout, 1)) {
		RETURN_THROWS();
	}
	GC_ADDREF(&promise->std);
	evloop_await(promise, no_timeout ? -1.0 : timeout, evloop_token_from_obj_or_null(cancellation), return_value);
}
