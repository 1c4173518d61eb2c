/* SPDX-License-Identifier: MIT */
/*
 * See wait_queue.h. Owns nothing but a reference to the object while somebody waits. PHP's thread only.
 */
#include "src/coroutine/wait_queue.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

/* In parts: gcc clears more than this at once by `rep stos`, which takes longer to begin than all of it does in parts. */
static void wait_init(evloop_wait *wait, const char *operation, zend_object *object)
{
	wait->timed.park = (evloop_park){.ready.priority = EVL_PRIORITY_NORMAL, .reason = operation, .subject = object};
	wait->timed.timer.node.place = 0;
	wait->timed.timed_out = false;
	wait->stack = NULL;
	wait->sharers = 0;
	wait->served = NULL;
}

bool evloop_wait_begin(evloop_wait *wait, const char *operation, zend_object *object)
{
	evloop_stack *stack;

	if (UNEXPECTED(evloop_scheduler_get() == NULL)) {
		return false;
	}
	stack = evloop_stack_current();
	wait_init(wait, operation, object);
	if (stack != NULL && evloop_stack_context(stack) == evloop_context_current()) {
		evloop_coroutine_of(stack);
		wait->stack = stack;
	}
	return true;
}

evloop_waited evloop_wait_failed(evloop_outcome outcome, const char *operation)
{
	if (outcome == EVLOOP_IDLE) {
		evloop_wait_throw_deadlock(operation);
	}
	return EVLOOP_WAITED_THROWN;
}

void evloop_wait_gc(const evloop_wait *wait, zend_get_gc_buffer *buffer)
{
	if (wait->stack != NULL && evloop_wait_is_open(wait) && !evl_timer_is_active(&wait->timed.timer) &&
		!evloop_stack_holds_coroutine(wait->stack)) {
		zend_get_gc_buffer_add_obj(buffer, wait->stack->coroutine);
	}
}

static evloop_place *place_from(evl_list *node)
{
	return EVL_CONTAINER_OF(node, evloop_place, link);
}

evloop_place *evloop_queue_find(evl_list *queue)
{
	if (UNEXPECTED(evloop_wait_runtime() == NULL)) {
		return NULL;
	}
	while (!evl_list_is_empty(queue)) {
		evloop_place *first = place_from(queue->next);

		if (EXPECTED(evloop_wait_is_open(first->wait))) {
			return first;
		}
		evloop_place_leave(first);
	}
	return NULL;
}

uint32_t evloop_queue_count(const evl_list *queue)
{
	uint32_t count = 0;

	if (evloop_wait_runtime() == NULL) {
		return 0;
	}
	for (evl_list *node = queue->next; node != queue; node = node->next) {
		count += evloop_wait_is_open(place_from(node)->wait);
	}
	return count;
}

void evloop_queue_gc(const evl_list *queue, zend_get_gc_buffer *buffer)
{
	if (evloop_wait_runtime() == NULL) {
		return;
	}
	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evloop_wait_gc(place_from(node)->wait, buffer);
	}
}

void evloop_wait_throw_deadlock(const char *operation)
{
	zend_string *waiting = evloop_coroutine_list_waiting(EVLOOP_G(runtime)->scheduler);

	zend_throw_exception_ex(evloop_ce_deadlock_exception, 0, "Nothing is left that could end %s()%s%s", operation,
		ZSTR_LEN(waiting) > 0 ? "; these wait too:" : "", ZSTR_VAL(waiting));
	zend_string_release(waiting);
}
