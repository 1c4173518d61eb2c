/* SPDX-License-Identifier: MIT */
/*
 * See wait.h. Owns nothing but a reference to the object while somebody waits. PHP's thread only.
 */
#include "src/io/wait.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/coroutine.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Frames of a call that a message shows. */
#define SHOWN_FRAMES 8

static void waiter_begin(evloop_waiter *waiter, zend_object *object, const char *operation)
{
	memset(&waiter->wait, 0, sizeof(waiter->wait));
	waiter->wait.park.ready.priority = EVL_PRIORITY_NORMAL;
	waiter->wait.park.reason = operation;
	waiter->wait.park.subject = object;
	waiter->operation = operation;
	waiter->frame = EG(current_execute_data);
	waiter->stack = evloop_stack_current();
	waiter->waiting = true;
}

void evloop_waiter_mark(evloop_waiter *waiter, const char *operation)
{
	waiter_begin(waiter, NULL, operation);
	waiter->waiting = false;
}

/* The collector is told of this reference, as the park's subject. */
static void hold(zend_object *object)
{
	if (object != NULL) {
		GC_ADDREF(object);
	}
}

static void let_go(zend_object *object)
{
	if (object != NULL) {
		OBJ_RELEASE(object);
	}
}

static void limit_reached(evl_timeout *timeout)
{
	evloop_waiter *waiter = EVL_CONTAINER_OF(timeout, evloop_limit, timeout)->waiter;

	if (waiter != NULL) {
		waiter->wait.timed_out = true;
		evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &waiter->wait.park);
	}
}

void evloop_limit_init(evloop_limit *limit)
{
	evl_timeout_init(&limit->timeout, limit_reached);
	limit->waiter = NULL;
}

void evloop_limit_free(evloop_limit *limit)
{
	if (evloop_runtime_if_alive() != NULL) {
		evl_timeout_stop(&limit->timeout);
	}
}

static evloop_outcome wait_coarsely(evloop_waiter *waiter, evloop_limit *limit, double timeout)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	evloop_outcome outcome;

	if (UNEXPECTED(evl_timeout_start(loop, &limit->timeout, evloop_duration_ns(timeout)) != 0)) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return EVLOOP_THROWN;
	}
	limit->waiter = waiter;
	evl_loop_hold(loop);
	outcome = evloop_park_wait(&waiter->wait.park);
	evl_loop_let_go(loop);
	limit->waiter = NULL;
	return outcome;
}

evloop_waited evloop_waiter_wait_within(
	evloop_waiter *waiter, evloop_limit *limit, zend_object *object, const char *operation, double timeout)
{
	evloop_outcome outcome;

	if (UNEXPECTED(evloop_scheduler_get() == NULL)) {
		return EVLOOP_WAITED_THROWN;
	}
	waiter_begin(waiter, object, operation);
	hold(object);
	outcome = timeout < EVLOOP_COARSE ? evloop_timed_park_wait(&waiter->wait, timeout)
									  : wait_coarsely(waiter, limit, timeout);
	waiter->waiting = false;
	if (UNEXPECTED(outcome == EVLOOP_IDLE)) {
		evloop_wait_throw_deadlock(operation);
	}
	let_go(object);
	if (UNEXPECTED(outcome != EVLOOP_WOKEN)) {
		return EVLOOP_WAITED_THROWN;
	}
	return waiter->wait.timed_out ? EVLOOP_WAITED_IN_VAIN : EVLOOP_WAITED;
}

evloop_waited evloop_waiter_wait(evloop_waiter *waiter, zend_object *object, const char *operation, double timeout)
{
	evloop_limit limit;
	evloop_waited waited;

	evloop_limit_init(&limit);
	waited = evloop_waiter_wait_within(waiter, &limit, object, operation, timeout);
	evloop_limit_free(&limit);
	return waited;
}

evloop_waited evloop_waiter_yield(evloop_waiter *waiter, zend_object *object, const char *operation)
{
	evloop_outcome outcome;

	if (UNEXPECTED(evloop_scheduler_get() == NULL)) {
		return EVLOOP_WAITED_THROWN;
	}
	waiter_begin(waiter, object, operation);
	evloop_waiter_wake(&EVLOOP_G(runtime)->loop.tick, waiter);
	hold(object);
	outcome = evloop_park_wait(&waiter->wait.park);
	waiter->waiting = false;
	let_go(object);
	return outcome == EVLOOP_WOKEN ? EVLOOP_WAITED : EVLOOP_WAITED_THROWN;
}

void evloop_waiters_wake(evl_tick *tick, const evl_list *queue)
{
	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evloop_waiter_wake(tick, EVL_CONTAINER_OF(node, evloop_waiter, link));
	}
}

/* "in coroutine #3 "name" at a.php:7, called at a.php:20". */
static void append_place(smart_str *text, const zend_execute_data *frame, evloop_stack *stack)
{
	const char *before = " at ";

	if (stack == NULL) {
		smart_str_appends(text, "in {main}");
	} else {
		const evloop_coroutine *coroutine = evloop_coroutine_from_obj(evloop_coroutine_of(stack));

		smart_str_append_printf(text, "in coroutine #" ZEND_LONG_FMT, Z_LVAL_P(OBJ_PROP_NUM(stack->coroutine, 0)));
		if (coroutine->name != NULL) {
			smart_str_append_printf(text, " \"%s\"", ZSTR_VAL(coroutine->name));
		}
	}
	for (int shown = 0; frame != NULL && shown < SHOWN_FRAMES; frame = frame->prev_execute_data) {
		if (frame->func != NULL && ZEND_USER_CODE(frame->func->type) && frame->func->op_array.filename != NULL) {
			smart_str_append_printf(
				text, "%s%s:%" PRIu32, before, ZSTR_VAL(frame->func->op_array.filename), frame->opline->lineno);
			before = ", called at ";
			shown++;
		}
	}
}

void evloop_waiter_throw_pending(const evloop_waiter *waiter, const char *operation, const char *name)
{
	smart_str text = {0};

	smart_str_append_printf(
		&text, "%s(): another operation on %s is pending: %s() ", operation, name, waiter->operation);
	append_place(&text, waiter->frame, waiter->stack);
	smart_str_append_printf(&text, "; this is %s() ", operation);
	append_place(&text, EG(current_execute_data), evloop_stack_current());
	smart_str_0(&text);
	zend_throw_exception(evloop_ce_pending_operation_exception, ZSTR_VAL(text.s), 0);
	smart_str_free(&text);
}

uint64_t evloop_deadline(double timeout)
{
	return timeout < 0.0 ? 0 : evl_loop_now() + evloop_duration_ns(timeout);
}

double evloop_deadline_left(uint64_t deadline)
{
	uint64_t now;

	if (deadline == 0) {
		return -1.0;
	}
	now = evl_loop_now();
	return now < deadline ? (double) (deadline - now) / 1e9 : 0.0;
}

bool evloop_timeout_take(double *timeout, bool is_null, double fallback, uint32_t number)
{
	if (is_null) {
		*timeout = fallback;
		return true;
	}
	return evloop_duration_check(*timeout, number);
}
