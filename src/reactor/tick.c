/* SPDX-License-Identifier: MIT */
/*
 * Order of the ready queue. Microtasks go before everything, as long as their budget lasts: when a storm of them has
 * spent it, the tick runs on without them, so that what waits in the lanes and then the poll have their turn; the next
 * tick goes on with the rest. Owns no item. One thread.
 */
#include "src/reactor/tick.h"

void evl_tick_init(evl_tick *tick, uint32_t io_budget, uint32_t microtask_budget)
{
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		evl_list_init(&tick->lanes[lane]);
		tick->streaks[lane] = 0;
	}
	evl_list_init(&tick->microtasks);
	evl_list_init(&tick->deferred);
	tick->io_budget = io_budget > 0 ? io_budget : 1;
	tick->microtask_budget = microtask_budget > 0 ? microtask_budget : 1;
	tick->items_left = tick->io_budget;
	tick->microtasks_left = tick->microtask_budget;
	tick->count = 0;
	tick->ran = 0;
	tick->permutation = 0;
}

void evl_tick_permute(evl_tick *tick, uint64_t seed)
{
#ifdef EVLOOP_DEBUG
	tick->permutation = seed;
#endif
}

#ifdef EVLOOP_DEBUG
/* SplitMix64. The state 0 means FIFO, so it is stepped over. */
static uint64_t next_random(uint64_t *state)
{
	uint64_t mixed;

	*state += 0x9e3779b97f4a7c15u;
	if (*state == 0) {
		*state = 1;
	}
	mixed = (*state ^ (*state >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return mixed ^ (mixed >> 31);
}

static bool is_woken(const evl_list *node)
{
	return EVL_CONTAINER_OF(node, evl_ready, link)->run == NULL;
}

static evl_list *take_any(evl_tick *tick, evl_list *lane)
{
	evl_list *node = lane->next;
	uint64_t skip = next_random(&tick->permutation) % EVL_TICK_PERMUTED;

	while (skip > 0 && node->next != lane && is_woken(node) && is_woken(node->next)) {
		node = node->next;
		skip--;
	}
	evl_list_remove(node);
	return node;
}
#endif

static inline evl_list *take(evl_tick *tick, evl_list *lane)
{
#ifdef EVLOOP_DEBUG
	if (tick->permutation != 0) {
		return take_any(tick, lane);
	}
#endif
	return evl_list_shift(lane);
}

/*
 * The lane whose turn it is, or NULL when all are empty. A lane steps back once after EVL_TICK_FAIRNESS of its items,
 * for a lower one.
 */
static evl_list *lane_at_turn(evl_tick *tick)
{
	evl_list *passed = NULL;

	for (int priority = 0; priority < EVL_PRIORITIES; priority++) {
		evl_list *lane = &tick->lanes[priority];

		if (evl_list_is_empty(lane)) {
			continue;
		}
		if (tick->streaks[priority] < EVL_TICK_FAIRNESS) {
			tick->streaks[priority]++;
			return lane;
		}
		tick->streaks[priority] = 0;
		passed = lane;
	}
	return passed;
}

/* Read by the watchdog's thread. */
static inline void count_item(evl_tick *tick)
{
	__atomic_store_n(&tick->ran, tick->ran + 1, __ATOMIC_RELAXED);
}

evl_ready *evl_tick_next(evl_tick *tick)
{
	evl_list *lane;

	if (!evl_list_is_empty(&tick->microtasks) && tick->microtasks_left > 0) {
		tick->microtasks_left--;
		count_item(tick);
		return EVL_CONTAINER_OF(evl_list_shift(&tick->microtasks), evl_ready, link);
	}
	if (tick->items_left == 0) {
		return NULL;
	}
	lane = lane_at_turn(tick);
	if (lane == NULL) {
		return NULL;
	}
	tick->items_left--;
	count_item(tick);
	if (tick->microtasks_left > 0) {
		tick->microtasks_left = tick->microtask_budget;
	}
	return EVL_CONTAINER_OF(take(tick, lane), evl_ready, link);
}

void evl_tick_begin(evl_tick *tick)
{
	tick->items_left = tick->io_budget;
	tick->microtasks_left = tick->microtask_budget;
	tick->count++;
	while (!evl_list_is_empty(&tick->deferred)) {
		evl_tick_push(tick, EVL_CONTAINER_OF(evl_list_shift(&tick->deferred), evl_ready, link));
	}
}

bool evl_tick_has_work(const evl_tick *tick)
{
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		if (!evl_list_is_empty(&tick->lanes[lane])) {
			return true;
		}
	}
	return !evl_list_is_empty(&tick->microtasks) || !evl_list_is_empty(&tick->deferred);
}

void evl_tick_clear(evl_tick *tick)
{
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		while (evl_list_shift(&tick->lanes[lane]) != NULL) {
		}
	}
	while (evl_list_shift(&tick->microtasks) != NULL) {
	}
	while (evl_list_shift(&tick->deferred) != NULL) {
	}
}

bool evl_tick_check(const evl_tick *tick)
{
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		const evl_list *head = &tick->lanes[lane];
		const evl_list *link = head->next;

		if (!evl_list_check(head, EVL_TICK_CHECKED)) {
			return false;
		}
		for (int i = 0; i < EVL_TICK_CHECKED && link != head; i++, link = link->next) {
			if (EVL_CONTAINER_OF(link, evl_ready, link)->priority != lane) {
				return false;
			}
		}
	}
	return evl_list_check(&tick->microtasks, EVL_TICK_CHECKED) && evl_list_check(&tick->deferred, EVL_TICK_CHECKED);
}
