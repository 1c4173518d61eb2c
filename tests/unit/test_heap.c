/* SPDX-License-Identifier: MIT */
/* The timer heap against a plain model, and the memory it gives back. */
#include "src/core/heap.h"

#include <stdlib.h>

#include "tests/unit/test.h"

typedef struct timer {
	evl_heap_node node;
	uint64_t deadline;
	uint64_t order;
} timer;

static uint64_t state = 42;

static uint32_t any(uint32_t bound)
{
	state = state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (uint32_t) (state >> 33) % bound;
}

static void check_heap(const evl_heap *heap)
{
	for (uint32_t i = 0; i < heap->count; i++) {
		const evl_heap_slot *parent = &heap->slots[i > 0 ? (i - 1) / 4 : 0];
		const evl_heap_slot *slot = &heap->slots[i];

		CHECK_EQ(slot->node->place, i + 1);
		CHECK(i == 0 || parent->deadline < slot->deadline ||
			  (parent->deadline == slot->deadline && parent->sequence < slot->sequence));
	}
}

TEST(heap_orders_by_deadline_then_by_making)
{
	enum { COUNT = 1000 };
	static timer timers[COUNT];
	evl_heap heap = {0};
	uint64_t deadline = 0;
	uint64_t order = 0;

	CHECK(evl_heap_top(&heap) == NULL);
	for (uint64_t i = 0; i < COUNT; i++) {
		timers[i].deadline = any(50);
		timers[i].order = i;
		CHECK_EQ(evl_heap_insert(&heap, &timers[i].node, timers[i].deadline), 0);
		CHECK(evl_heap_contains(&timers[i].node));
	}
	check_heap(&heap);
	for (int i = 0; i < COUNT; i++) {
		timer *top = (timer *) evl_heap_top(&heap)->node;

		CHECK(i == 0 || top->deadline > deadline || (top->deadline == deadline && top->order > order));
		deadline = top->deadline;
		order = top->order;
		evl_heap_remove(&heap, &top->node);
		CHECK(!evl_heap_contains(&top->node));
	}
	CHECK_EQ(heap.count, 0);
	evl_heap_free(&heap);
}

TEST(heap_survives_random_inserts_and_removes)
{
	enum { COUNT = 300, ROUNDS = 50000 };
	static timer timers[COUNT];
	evl_heap heap = {0};
	uint32_t held = 0;

	for (int round = 0; round < ROUNDS; round++) {
		timer *one = &timers[any(COUNT)];

		if (evl_heap_contains(&one->node)) {
			evl_heap_remove(&heap, &one->node);
			held--;
		} else {
			CHECK_EQ(evl_heap_insert(&heap, &one->node, any(1000)), 0);
			held++;
		}
		CHECK_EQ(heap.count, held);
		if (round % 64 == 0) {
			check_heap(&heap);
		}
	}
	evl_heap_free(&heap);
	for (int i = 0; i < COUNT; i++) {
		CHECK(!evl_heap_contains(&timers[i].node));
	}
}

TEST(heap_of_a_million_gives_memory_back)
{
	enum { COUNT = 1000000 };
	timer *timers = calloc(COUNT, sizeof(*timers));
	evl_heap heap = {0};

	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_heap_insert(&heap, &timers[i].node, any(1u << 30)), 0);
	}
	for (int i = 0; i < COUNT; i++) {
		if (i % 10 != 0) {
			evl_heap_remove(&heap, &timers[i].node);
		}
	}
	check_heap(&heap);
	CHECK_EQ(heap.count, COUNT / 10);
	CHECK(((size_t) heap.capacity - heap.count) * sizeof(evl_heap_slot) < 1024 * 1024);
	for (int i = 0; i < COUNT; i += 10) {
		evl_heap_remove(&heap, &timers[i].node);
	}
	CHECK(heap.capacity * sizeof(evl_heap_slot) < 256 * 1024);
	evl_heap_free(&heap);
	free(timers);
}

TEST(heap_does_not_move_back_and_forth)
{
	enum { COUNT = 100000 };
	timer *timers = calloc(COUNT, sizeof(*timers));
	evl_heap heap = {0};
	uint32_t capacity;
	int changes = 0;

	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_heap_insert(&heap, &timers[i].node, any(1u << 30)), 0);
	}
	evl_heap_remove(&heap, &timers[0].node);
	capacity = heap.capacity;
	for (int i = 0; i < 1000; i++) {
		evl_heap_insert(&heap, &timers[0].node, any(1u << 30));
		changes += heap.capacity != capacity;
		capacity = heap.capacity;
		evl_heap_remove(&heap, &timers[0].node);
		changes += heap.capacity != capacity;
		capacity = heap.capacity;
	}
	CHECK_EQ(changes, 0);
	evl_heap_free(&heap);
	free(timers);
}

TEST(heap_check_sees_what_is_wrong)
{
	enum { COUNT = 100 };
	timer timers[COUNT] = {0};
	evl_heap heap = {0};

	CHECK(evl_heap_check(&heap));
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_heap_insert(&heap, &timers[i].node, (uint64_t) (COUNT - i)), 0);
	}
	CHECK(evl_heap_check(&heap));
	heap.slots[COUNT - 1].deadline = 0;
	CHECK(!evl_heap_check(&heap));
	heap.slots[COUNT - 1].deadline = COUNT;
	CHECK(evl_heap_check(&heap));
	heap.slots[5].node->place++;
	CHECK(!evl_heap_check(&heap));
	heap.slots[5].node->place--;
	evl_heap_free(&heap);
}
