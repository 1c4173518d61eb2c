/* SPDX-License-Identifier: MIT */
/*
 * Coroutines in words: for deadlock reports and Loop::dump(). PHP's thread only.
 */
#include "src/coroutine/dump.h"

static void append_name(smart_str *text, const evloop_coroutine *coroutine, zend_object *object)
{
	smart_str_append_printf(text, "#" ZEND_LONG_FMT, Z_LVAL_P(OBJ_PROP_NUM(object, 0)));
	if (coroutine->name != NULL) {
		smart_str_append_printf(text, " \"%s\"", ZSTR_VAL(coroutine->name));
	}
}

static void append_site(smart_str *text, const evloop_site *site)
{
	zend_string *where = evloop_site_text(site);

	smart_str_append(text, where);
	zend_string_release(where);
}

static void append_subject(smart_str *text, const evloop_park *park)
{
	zend_object *subject = park->subject;

	if (subject == NULL) {
		smart_str_appends(text, park->reason);
		return;
	}
	smart_str_append(text, subject->ce->name);
	if (subject->ce == evloop_ce_coroutine) {
		smart_str_appendc(text, ' ');
		append_name(text, evloop_coroutine_from_obj(subject), subject);
	}
	if (instanceof_function(subject->ce, evloop_ce_promise)) {
		smart_str_appends(text, " made at ");
		append_site(text, &evloop_promise_from_obj(subject)->site);
	}
}

/* " started at file:line", and for one that does not run where it stands. */
static void append_places(
	smart_str *text, const evloop_coroutine *coroutine, const zend_execute_data *frame, const char *does)
{
	smart_str_appends(text, " started at ");
	append_site(text, &coroutine->promise.site);
	smart_str_appends(text, does);
	if (frame != NULL) {
		smart_str_append_printf(
			text, " at %s:%" PRIu32, ZSTR_VAL(frame->func->op_array.filename), frame->opline->lineno);
	}
}

/* "#3 "name" started at file:line waits at file:line for Evloop\Promise made at file:line". */
static void append_waiting(smart_str *text, const evloop_stack *stack)
{
	const evloop_coroutine *coroutine = evloop_coroutine_from_obj(stack->coroutine);

	append_name(text, coroutine, stack->coroutine);
	append_places(text, coroutine, evloop_stack_user_frame(stack), " waits");
	smart_str_appends(text, " for ");
	if (stack->park != NULL) {
		append_subject(text, stack->park);
	} else {
		smart_str_appends(text, "its Fiber to be resumed");
	}
}

zend_string *evloop_coroutine_list_waiting(const evloop_scheduler *scheduler)
{
	smart_str text = {0};

	for (evl_list *node = scheduler->fibers.stacks.next; node != &scheduler->fibers.stacks; node = node->next) {
		const evloop_stack *stack = EVL_CONTAINER_OF(node, evloop_stack, link);

		if (stack->busy && stack->coroutine != NULL) {
			smart_str_appends(&text, "\n  ");
			append_waiting(&text, stack);
		}
	}
	return smart_str_extract(&text);
}

static bool is_ready(const evloop_park *park)
{
	return park != NULL && (park->woken || evl_ready_is_queued(&park->ready));
}

/* Those that have begun. */
static void dump_stacks(const evloop_scheduler *scheduler, smart_str *text)
{
	const evloop_stack *current = evloop_stack_current();

	for (evl_list *node = scheduler->fibers.stacks.next; node != &scheduler->fibers.stacks; node = node->next) {
		const evloop_stack *stack = EVL_CONTAINER_OF(node, evloop_stack, link);
		const evloop_coroutine *coroutine;

		if (!stack->busy || stack->coroutine == NULL) {
			continue;
		}
		coroutine = evloop_coroutine_from_obj(stack->coroutine);
		smart_str_appends(text, "coroutine ");
		if (stack == current) {
			append_name(text, coroutine, stack->coroutine);
			append_places(text, coroutine, NULL, " runs");
		} else if (is_ready(stack->park)) {
			append_name(text, coroutine, stack->coroutine);
			append_places(text, coroutine, evloop_stack_user_frame(stack), " is ready to go on");
		} else {
			append_waiting(text, stack);
		}
		smart_str_appendc(text, '\n');
	}
}

static void dump_queue(const evl_list *queue, smart_str *text)
{
	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evloop_coroutine *coroutine = evloop_coroutine_from_ready(EVL_CONTAINER_OF(node, evl_ready, link));

		if (coroutine != NULL) {
			smart_str_appends(text, "coroutine ");
			append_name(text, coroutine, &coroutine->promise.std);
			append_places(text, coroutine, NULL, " has not begun");
			smart_str_appendc(text, '\n');
		}
	}
}

void evloop_coroutine_dump(const evloop_scheduler *scheduler, smart_str *text)
{
	const evl_tick *tick = &scheduler->runtime->loop.tick;

	dump_stacks(scheduler, text);
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		dump_queue(&tick->lanes[lane], text);
	}
	dump_queue(&tick->deferred, text);
}

static uint32_t count_ready(const evl_list *queue)
{
	uint32_t count = 0;

	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evl_ready *item = EVL_CONTAINER_OF(node, evl_ready, link);

		count += item->run == NULL || evloop_coroutine_from_ready(item) != NULL;
	}
	return count;
}

uint32_t evloop_coroutine_count_ready(const evloop_scheduler *scheduler)
{
	const evl_tick *tick = &scheduler->runtime->loop.tick;
	uint32_t count = count_ready(&tick->deferred);

	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		count += count_ready(&tick->lanes[lane]);
	}
	return count;
}
