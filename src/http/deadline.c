/* SPDX-License-Identifier: MIT */
/*
 * deadline.c: see deadline.h.
 */
#include "src/http/deadline.h"

#include "src/base/runtime.h"

static void on_timer(evl_timer *timer)
{
	evloop_http_deadlines *deadlines = EVL_CONTAINER_OF(timer, evloop_http_deadlines, timer);

	if (!evl_ready_is_queued(&deadlines->ready)) {
		evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &deadlines->ready);
	}
}

void evloop_http_deadlines_init(evloop_http_deadlines *deadlines)
{
	for (int kind = 0; kind < EVLOOP_HTTP_DEADLINES; kind++) {
		evl_list_init(&deadlines->lists[kind]);
	}

	evl_timer_init(&deadlines->timer, on_timer);
	deadlines->ready.priority = EVL_PRIORITY_NORMAL;
}

void evloop_http_deadlines_rest(evloop_http_deadlines *deadlines)
{
	if (EVLOOP_G(runtime) != NULL) {
		evl_timer_stop(&EVLOOP_G(runtime)->loop, &deadlines->timer);
	}
}

void evloop_http_deadlines_free(evloop_http_deadlines *deadlines)
{
	evloop_runtime_unqueue(&deadlines->ready);
	evloop_http_deadlines_rest(deadlines);
}

static void timer_at(evloop_http_deadlines *deadlines, uint64_t at)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;

	if (!evl_timer_is_active(&deadlines->timer) || deadlines->timer.deadline > at) {
		/* The connections themselves keep the loop alive. */
		evl_timer_reference(loop, &deadlines->timer, false);
		/* Without memory for the timer they stay until the peer goes. */
		evl_timer_start(loop, &deadlines->timer, at);
	}
}

void evloop_http_deadline_disarm(evloop_http_deadline *deadline)
{
	if (evl_list_is_linked(&deadline->link)) {
		evl_list_remove(&deadline->link);
	}
}

void evloop_http_deadline_arm(
	evloop_http_deadlines *deadlines, evloop_http_deadline *deadline, evloop_http_deadline_kind kind)
{
	evl_list *list = &deadlines->lists[kind];

	evloop_http_deadline_disarm(deadline);

	if (deadlines->lengths[kind] == 0 || EVLOOP_G(runtime) == NULL) {
		return;
	}

	deadline->at = evl_loop_now() + deadlines->lengths[kind];
	deadline->kind = (uint8_t) kind;

	if (evl_list_is_empty(list)) {
		timer_at(deadlines, deadline->at);
	}

	evl_list_append(list, &deadline->link);
}

evloop_http_deadline *evloop_http_deadlines_next(evloop_http_deadlines *deadlines)
{
	uint64_t now = evl_loop_now();

	for (int kind = 0; kind < EVLOOP_HTTP_DEADLINES; kind++) {
		evloop_http_deadline *first;

		if (evl_list_is_empty(&deadlines->lists[kind])) {
			continue;
		}

		first = EVL_CONTAINER_OF(deadlines->lists[kind].next, evloop_http_deadline, link);

		if (first->at <= now) {
			evl_list_remove(&first->link);
			return first;
		}

		timer_at(deadlines, first->at);
	}

	return NULL;
}
