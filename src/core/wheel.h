/* SPDX-License-Identifier: MIT */
/*
 * A timing wheel for deadlines that need no precision and are moved all the time: the timeouts of sockets. Moving one to
 * later is a store, since a node may stand in an earlier slot than it has to: when that slot is due it is put where it
 * belongs. Time is counted in ticks of the owner's choice. The wheel owns no node. One thread.
 */
#ifndef EVLOOP_CORE_WHEEL_H
#define EVLOOP_CORE_WHEEL_H

#include "src/core/list.h"

#include <stdint.h>

#define EVL_WHEEL_SLOTS 256

typedef struct evl_wheel_node {
	evl_list link;     /* in its slot while it is in the wheel; zeroed memory is a valid node */
	uint64_t deadline; /* in ticks */
	uint64_t due;      /* tick of its slot: not later than the deadline; 0 = it has expired */
} evl_wheel_node;

typedef struct evl_wheel {
	evl_list slots[EVL_WHEEL_SLOTS];
	uint64_t now; /* ticks that are over */
	uint32_t count;
} evl_wheel;

void evl_wheel_init(evl_wheel *wheel, uint64_t now);

/* Put it in, or take it out and in again: for a node that is not in, and for an earlier deadline. */
void evl_wheel_place(evl_wheel *wheel, evl_wheel_node *node, uint64_t deadline);
void evl_wheel_remove(evl_wheel *wheel, evl_wheel_node *node);

/* Set a deadline, whatever the node's state. */
static inline void evl_wheel_set(evl_wheel *wheel, evl_wheel_node *node, uint64_t deadline)
{
	if (evl_list_is_linked(&node->link) && node->due != 0 && deadline >= node->due) {
		node->deadline = deadline;
		return;
	}
	evl_wheel_place(wheel, node, deadline);
}

/*
 * Let the ticks up to `now` be over, and move the nodes whose deadline is over to the end of `expired`, out of the wheel.
 * Those in the list may still be set or removed.
 */
void evl_wheel_advance(evl_wheel *wheel, uint64_t now, evl_list *expired);

/* The tick of the first slot with a node in it; UINT64_MAX when there is none. */
uint64_t evl_wheel_next(const evl_wheel *wheel);

/* Unlink all nodes: they outlive the wheel. */
void evl_wheel_clear(evl_wheel *wheel);

/* For assert: the count, and that each node stands in the slot of its tick. Walks all. */
bool evl_wheel_check(const evl_wheel *wheel);

#endif
