/* SPDX-License-Identifier: MIT */
/*
 * The 4-ary heap. Children of i stand at 4i+1 .. 4i+4, so that one cache line or two hold all of them. The array grows
 * by doubling and gives memory back when much of it is unused: a million timers of which most are cancelled must not
 * stay charged. One thread.
 */
#include "src/core/heap.h"

#include "src/core/mem.h"

#include <assert.h>
#include <errno.h>

#define ARITY          4u
#define FIRST_CAPACITY 16u
/* Unused slots that are always tolerated, beside a quarter of the used ones. */
#define SLACK 8192u
/* More timers than anybody can hold, and small enough for the array's size in bytes on 32 bits. */
#define MAX_CAPACITY (1u << 26)

static inline bool slot_before(const evl_heap_slot *a, const evl_heap_slot *b)
{
	return a->deadline < b->deadline || (a->deadline == b->deadline && a->sequence < b->sequence);
}

static inline void slot_put(evl_heap *heap, uint32_t index, evl_heap_slot slot)
{
	heap->slots[index] = slot;
	slot.node->place = index + 1;
}

/* Put `slot` at the hole `index` or above it. */
static void sift_up(evl_heap *heap, uint32_t index, evl_heap_slot slot)
{
	while (index > 0) {
		uint32_t parent = (index - 1) / ARITY;

		if (!slot_before(&slot, &heap->slots[parent])) {
			break;
		}
		slot_put(heap, index, heap->slots[parent]);
		index = parent;
	}
	slot_put(heap, index, slot);
}

static uint32_t smallest_child(const evl_heap *heap, uint32_t first)
{
	uint32_t end = first + ARITY < heap->count ? first + ARITY : heap->count;
	uint32_t smallest = first;

	for (uint32_t child = first + 1; child < end; child++) {
		if (slot_before(&heap->slots[child], &heap->slots[smallest])) {
			smallest = child;
		}
	}
	return smallest;
}

/* Put `slot` at the hole `index` or below it. */
static void sift_down(evl_heap *heap, uint32_t index, evl_heap_slot slot)
{
	while (index * ARITY + 1 < heap->count) {
		uint32_t child = smallest_child(heap, index * ARITY + 1);

		if (!slot_before(&heap->slots[child], &slot)) {
			break;
		}
		slot_put(heap, index, heap->slots[child]);
		index = child;
	}
	slot_put(heap, index, slot);
}

static int heap_resize(evl_heap *heap, uint32_t capacity)
{
	evl_heap_slot *slots = evl_realloc(heap->slots, capacity * sizeof(*slots));

	if (slots == NULL) {
		return -ENOMEM;
	}
	heap->slots = slots;
	heap->capacity = capacity;
	return 0;
}

static int heap_grow(evl_heap *heap)
{
	if (heap->capacity > MAX_CAPACITY / 2) {
		return -ENOMEM;
	}
	return heap_resize(heap, heap->capacity > 0 ? heap->capacity * 2 : FIRST_CAPACITY);
}

/*
 * What stays unused after it is half of what triggers it, so that adding and removing in turn do not move the array
 * each time.
 */
static void heap_shrink(evl_heap *heap)
{
	if (heap->capacity - heap->count > heap->count / 4 + SLACK) {
		(void) heap_resize(heap, heap->count + heap->count / 8 + SLACK / 2);
	}
}

int evl_heap_insert(evl_heap *heap, evl_heap_node *node, uint64_t deadline)
{
	evl_heap_slot slot = {deadline, heap->sequence, node};

	assert(node->place == 0);
	if (heap->count == heap->capacity && heap_grow(heap) != 0) {
		return -ENOMEM;
	}
	heap->sequence++;
	sift_up(heap, heap->count++, slot);
	return 0;
}

void evl_heap_remove(evl_heap *heap, evl_heap_node *node)
{
	uint32_t index = node->place - 1;
	evl_heap_slot last;

	assert(node->place != 0 && index < heap->count && heap->slots[index].node == node);
	node->place = 0;
	last = heap->slots[--heap->count];
	if (index < heap->count) {
		if (index > 0 && slot_before(&last, &heap->slots[(index - 1) / ARITY])) {
			sift_up(heap, index, last);
		} else {
			sift_down(heap, index, last);
		}
	}
	heap_shrink(heap);
}

void evl_heap_free(evl_heap *heap)
{
	while (heap->count > 0) {
		heap->slots[--heap->count].node->place = 0;
	}
	evl_free(heap->slots);
	heap->slots = NULL;
	heap->capacity = 0;
}

bool evl_heap_check(const evl_heap *heap)
{
	for (uint32_t i = 0; i < heap->count; i++) {
		if (heap->slots[i].node->place != i + 1 ||
			(i > 0 && slot_before(&heap->slots[i], &heap->slots[(i - 1) / ARITY]))) {
			return false;
		}
	}
	return heap->count <= heap->capacity;
}
