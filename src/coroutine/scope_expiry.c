/* SPDX-License-Identifier: MIT */
/*
 * What cancels a scope, see scope.h, besides its cancel(): its time and its token; and how long a shield holds. Timer and token only
 * queue an item: cancelling may run PHP code. PHP's thread only.
 */
#include "src/coroutine/scope.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "zend_exceptions.h"

static zend_object *hold(zend_object *object)
{
	GC_ADDREF(object);
	return object;
}

/* False without memory for it. */
static bool start_timer(evloop_scope *scope, uint64_t deadline)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	scope->loop = runtime->id;
	return evl_timer_start(&runtime->loop, &scope->timer, deadline) == 0;
}

/* Where its body waits: a trace from there shows what took so long, and who set the time. */
static zend_object *time_is_over(const evloop_scope *scope)
{
	zend_execute_data *current = EG(current_execute_data);
	zend_object *reason;

	if (scope->stack != NULL && scope->stack->park != NULL) {
		EG(current_execute_data) = evloop_stack_frame(scope->stack);
	}
	reason = evloop_error_new(evloop_ce_timeout_exception, "Not done within %g seconds", scope->seconds);
	EG(current_execute_data) = current;
	return reason;
}

/* Its time is over, its token was cancelled, or a shield has held long enough. In a turn of its own, since it may run PHP code. */
static void expired_run(evl_ready *item)
{
	evloop_scope *scope = EVL_CONTAINER_OF(item, evloop_scope, expired);
	zend_object *reason = scope->waiting;

	hold(&scope->std);
	if (reason != NULL) {
		evloop_scope_cancel(scope, reason);
	} else if (scope->reason == NULL) {
		reason = time_is_over(scope);
		evloop_scope_fail(scope, reason);
		OBJ_RELEASE(reason);
	}
	OBJ_RELEASE(&scope->std);
}

static void queue_expired(evloop_scope *scope)
{
	evloop_runtime *runtime = evloop_runtime_find(scope->loop);

	if (runtime != NULL && !evl_ready_is_queued(&scope->expired)) {
		evl_tick_push(&runtime->loop.tick, &scope->expired);
	}
}

static void timer_fired(evl_timer *timer)
{
	queue_expired(EVL_CONTAINER_OF(timer, evloop_scope, timer));
}

static void token_cancelled(evloop_token_watch *watch, zend_object *reason)
{
	evloop_scope *scope = EVL_CONTAINER_OF(watch, evloop_scope, watch);

	scope->waiting = hold(reason);
	queue_expired(scope);
	GC_DELREF(&scope->std); /* the token's; the frame that runs the body has another one */
}

static void token_gc(evloop_token_watch *watch, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(watch, evloop_scope, watch)->std);
}

static const evloop_token_watch_ops watch_ops = {token_cancelled, token_gc};

void evloop_scope_expiry_init(evloop_scope *scope)
{
	scope->watch.ops = &watch_ops;
	scope->expired = (evl_ready){.run = expired_run, .priority = EVL_PRIORITY_HIGH};
	evl_timer_init(&scope->timer, timer_fired);
}

bool evloop_scope_wait_outside(evloop_scope *shield, zend_object *reason)
{
	if (shield->waiting == NULL) {
		shield->waiting = hold(reason);
		if (shield->seconds >= 0.0) {
			return start_timer(shield, evl_loop_now() + evloop_duration_ns(shield->seconds));
		}
	}
	return true;
}

/* The nearest deadline wins; one that is not the scope's own has its timer further out. */
static bool set_deadline(evloop_scope *scope, const evloop_scope *parent)
{
	uint64_t own;

	if (scope->flags & EVLOOP_SCOPE_SHIELD) {
		return true;
	}
	scope->deadline = parent != NULL ? parent->deadline : 0;
	if (scope->seconds < 0.0) {
		return true;
	}
	own = evl_loop_now() + evloop_duration_ns(scope->seconds);
	if (scope->deadline != 0 && scope->deadline <= own) {
		return true;
	}
	scope->deadline = own;
	if (!start_timer(scope, own)) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return false;
	}
	return true;
}

static void stop_timer(evloop_scope *scope)
{
	evloop_runtime *runtime = evloop_runtime_find(scope->loop);

	if (runtime != NULL && !runtime->broken) {
		evl_timer_stop(&runtime->loop, &scope->timer);
		evl_tick_remove(&scope->expired);
	}
}

bool evloop_scope_expiry_start(evloop_scope *scope, const evloop_scope *parent, evloop_token *token)
{
	if (!set_deadline(scope, parent)) {
		return false;
	}
	if (token == NULL) {
		return true;
	}
	if (!evloop_token_listen(token, &scope->watch)) {
		stop_timer(scope);
		return false;
	}
	scope->token = token;
	hold(&token->std);
	hold(&scope->std); /* by the token, as long as it may cancel the scope */
	return true;
}

void evloop_scope_expiry_stop(evloop_scope *scope)
{
	evloop_token *token = scope->token;

	stop_timer(scope);
	if (token == NULL) {
		return;
	}
	if (evl_list_is_linked(&scope->watch.link)) {
		evloop_token_unlisten(token, &scope->watch);
		GC_DELREF(&scope->std);
	}
	scope->token = NULL;
	OBJ_RELEASE(&token->std);
}
