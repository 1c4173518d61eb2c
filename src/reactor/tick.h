/* SPDX-License-Identifier: MIT */
/*
 * The ready queue: what runs next, in which order, and when it is time to poll again. An item is intrusive and owned by
 * whoever embeds it. It stands in at most one of: the microtasks, one of three ready lanes, the deferred ones. A lane
 * is FIFO; a higher lane goes first, but after EVL_TICK_FAIRNESS of its items one of a lower lane has its turn. One
 * thread; reactor callbacks may push.
 */
#ifndef EVLOOP_REACTOR_TICK_H
#define EVLOOP_REACTOR_TICK_H

#include "src/core/list.h"

#include <stdint.h>

typedef enum evl_priority {
	EVL_PRIORITY_HIGH,
	EVL_PRIORITY_NORMAL,
	EVL_PRIORITY_LOW,
	EVL_PRIORITIES,
} evl_priority;

#define EVL_TICK_FAIRNESS 16
#define EVL_TICK_PERMUTED 8
#define EVL_TICK_CHECKED  64

typedef struct evl_ready evl_ready;

/* What running an item means is for the layer that made it; the reactor only orders items. */
typedef void (*evl_ready_fn)(evl_ready *item);

struct evl_ready {
	evl_list link;
	evl_ready_fn run; /* NULL: a parked context to switch to */
	uint8_t priority; /* evl_priority */
};

typedef struct evl_tick {
	evl_list lanes[EVL_PRIORITIES];
	evl_list microtasks;
	evl_list deferred;         /* join their lanes at the start of the next tick */
	uint32_t io_budget;        /* items between two polls */
	uint32_t microtask_budget; /* microtasks in a row before the others have a turn */
	uint32_t items_left;       /* of io_budget, in this tick */
	uint32_t microtasks_left;
	uint32_t streaks[EVL_PRIORITIES]; /* items of each lane since it last stepped back for a lower one */
	uint64_t count;                   /* ticks begun */
	uint64_t ran;                     /* items handed out */
	uint64_t permutation;             /* state of the generator that picks the next item; 0: the first one is next */
} evl_tick;

void evl_tick_init(evl_tick *tick, uint32_t io_budget, uint32_t microtask_budget);

/* To the end of the item's lane; run in this tick if the budget lasts. The item must not be queued. */
static inline void evl_tick_push(evl_tick *tick, evl_ready *item)
{
	evl_list_append(&tick->lanes[item->priority], &item->link);
}

/* Before everything that waits in its lane (an item that was promised to go on at once). */
static inline void evl_tick_push_front(evl_tick *tick, evl_ready *item)
{
	evl_list_prepend(&tick->lanes[item->priority], &item->link);
}

static inline void evl_tick_push_microtask(evl_tick *tick, evl_ready *item)
{
	evl_list_append(&tick->microtasks, &item->link);
}

static inline void evl_tick_push_deferred(evl_tick *tick, evl_ready *item)
{
	evl_list_append(&tick->deferred, &item->link);
}

static inline void evl_tick_remove(evl_ready *item)
{
	if (evl_list_is_linked(&item->link)) {
		evl_list_remove(&item->link);
	}
}

static inline bool evl_ready_is_queued(const evl_ready *item)
{
	return evl_list_is_linked(&item->link);
}

/* The next item to run, taken off; NULL when the tick is over: its budget is spent or nothing is ready. */
evl_ready *evl_tick_next(evl_tick *tick);

/*
 * For tests, in debug builds only: of the parked contexts at the head of a lane, any of the first EVL_TICK_PERMUTED goes
 * on next, picked by a generator with this seed; 0 = FIFO again. What begins (a callback, a coroutine) is not overtaken
 * and overtakes nothing, since programs rely on that order; lanes keep their precedence, and microtasks their order.
 */
void evl_tick_permute(evl_tick *tick, uint64_t seed);

/* Begin a tick: a fresh budget, and what was deferred joins the lanes. */
void evl_tick_begin(evl_tick *tick);

/* Unlink all items: they outlive the tick. */
void evl_tick_clear(evl_tick *tick);

/* For assert: that the first items of each lane are linked well and belong there. */
bool evl_tick_check(const evl_tick *tick);

/* Whether something would run in this or the next tick without polling. */
bool evl_tick_has_work(const evl_tick *tick);

#endif
