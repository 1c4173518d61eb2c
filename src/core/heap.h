/* SPDX-License-Identifier: MIT */
/*
 * A 4-ary min-heap of timers, ordered by deadline, then by making. A node knows its place, so removal is O(log n)
 * without a search; the key stands in the array beside the pointer, so sifting does not touch the nodes' memory for
 * comparisons. The heap owns its array, not the nodes. One thread.
 */
#ifndef EVLOOP_CORE_HEAP_H
#define EVLOOP_CORE_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct evl_heap_node {
	uint32_t place; /* 1 + index in the array; 0 = not in a heap */
} evl_heap_node;

typedef struct evl_heap_slot {
	uint64_t deadline;
	uint64_t sequence;
	evl_heap_node *node;
} evl_heap_slot;

typedef struct evl_heap {
	evl_heap_slot *slots;
	uint32_t count;
	uint32_t capacity;
	uint64_t sequence; /* of the next node */
} evl_heap;

/* 0 or -ENOMEM. The node must not be in a heap. */
int evl_heap_insert(evl_heap *heap, evl_heap_node *node, uint64_t deadline);
void evl_heap_remove(evl_heap *heap, evl_heap_node *node);
void evl_heap_free(evl_heap *heap);

/* For asserts, O(count): whether no slot is due before its parent, and each node knows its place. */
bool evl_heap_check(const evl_heap *heap);

/* The earliest slot, or NULL. */
static inline const evl_heap_slot *evl_heap_top(const evl_heap *heap)
{
	return heap->count > 0 ? &heap->slots[0] : NULL;
}

static inline bool evl_heap_contains(const evl_heap_node *node)
{
	return node->place != 0;
}

#endif
