/* SPDX-License-Identifier: MIT */
/* Order and budgets of the ready queue. */
#include "src/reactor/tick.h"

#include "tests/unit/test.h"

#define ITEMS 64

static evl_tick tick;
static evl_ready items[ITEMS];

static void set_up(uint32_t io_budget, uint32_t microtask_budget)
{
	memset(items, 0, sizeof(items));
	for (int i = 0; i < ITEMS; i++) {
		items[i].priority = EVL_PRIORITY_NORMAL;
	}
	evl_tick_init(&tick, io_budget, microtask_budget);
}

static int next(void)
{
	evl_ready *item = evl_tick_next(&tick);

	return item != NULL ? (int) (item - items) : -1;
}

TEST(tick_is_fifo_and_microtasks_go_first)
{
	set_up(64, 100);
	CHECK(!evl_tick_has_work(&tick));
	evl_tick_push(&tick, &items[0]);
	evl_tick_push(&tick, &items[1]);
	evl_tick_push_front(&tick, &items[2]);
	evl_tick_push_microtask(&tick, &items[3]);
	evl_tick_push_microtask(&tick, &items[4]);
	CHECK(evl_tick_has_work(&tick));
	CHECK(evl_ready_is_queued(&items[3]));
	CHECK_EQ(next(), 3);
	CHECK(!evl_ready_is_queued(&items[3]));
	CHECK_EQ(next(), 4);
	CHECK_EQ(next(), 2);
	CHECK_EQ(next(), 0);
	evl_tick_push_microtask(&tick, &items[3]);
	CHECK_EQ(next(), 3);
	CHECK_EQ(next(), 1);
	CHECK_EQ(next(), -1);
	CHECK(!evl_tick_has_work(&tick));
}

TEST(tick_deferred_waits_for_the_next_one_and_goes_behind)
{
	set_up(64, 100);
	evl_tick_push_deferred(&tick, &items[0]);
	evl_tick_push_deferred(&tick, &items[1]);
	CHECK(evl_tick_has_work(&tick));
	CHECK_EQ(next(), -1);
	evl_tick_push(&tick, &items[2]);
	evl_tick_begin(&tick);
	CHECK_EQ(tick.count, 1);
	CHECK_EQ(next(), 2);
	CHECK_EQ(next(), 0);
	evl_tick_push_deferred(&tick, &items[0]);
	CHECK_EQ(next(), 1);
	CHECK_EQ(next(), -1);
	evl_tick_begin(&tick);
	CHECK_EQ(next(), 0);
}

TEST(tick_ends_when_its_budget_is_spent)
{
	set_up(3, 100);
	for (int i = 0; i < 5; i++) {
		evl_tick_push(&tick, &items[i]);
	}
	CHECK_EQ(next(), 0);
	CHECK_EQ(next(), 1);
	CHECK_EQ(next(), 2);
	evl_tick_push_microtask(&tick, &items[9]);
	CHECK_EQ(next(), 9);
	CHECK_EQ(next(), -1);
	CHECK(evl_tick_has_work(&tick));
	evl_tick_begin(&tick);
	CHECK_EQ(next(), 3);
	CHECK_EQ(next(), 4);
	CHECK_EQ(next(), -1);
}

TEST(tick_storm_of_microtasks_yields_to_items_and_poll)
{
	int microtasks = 0;

	set_up(2, 10);
	for (int i = 0; i < 3; i++) {
		evl_tick_push(&tick, &items[i]);
	}
	evl_tick_push_microtask(&tick, &items[10]);
	for (;;) {
		int index = next();

		if (index != 10) {
			CHECK_EQ(index, 0);
			break;
		}
		microtasks++;
		evl_tick_push_microtask(&tick, &items[10]);
	}
	CHECK_EQ(microtasks, 10);
	CHECK_EQ(next(), 1);
	CHECK_EQ(next(), -1);
	CHECK(evl_tick_has_work(&tick));
	evl_tick_begin(&tick);
	CHECK_EQ(next(), 10);
	CHECK_EQ(next(), 2);
}

TEST(tick_microtask_budget_is_for_those_in_a_row)
{
	set_up(64, 2);
	for (int i = 0; i < 4; i++) {
		evl_tick_push(&tick, &items[i]);
	}
	for (int i = 0; i < 4; i++) {
		CHECK_EQ(next(), i);
		evl_tick_push_microtask(&tick, &items[10]);
		CHECK_EQ(next(), 10);
	}
}

TEST(tick_higher_lanes_go_first_but_starve_nobody)
{
	int seen[EVL_PRIORITIES] = {0};
	int first_low = 0;
	int first_normal = 0;

	set_up(10000, 100);
	items[0].priority = EVL_PRIORITY_LOW;
	items[1].priority = EVL_PRIORITY_NORMAL;
	items[2].priority = EVL_PRIORITY_HIGH;
	for (int i = 0; i < 3; i++) {
		evl_tick_push(&tick, &items[i]);
	}
	for (int round = 1; round <= 1000; round++) {
		evl_ready *item = evl_tick_next(&tick);

		seen[item->priority]++;
		if (item->priority == EVL_PRIORITY_LOW && first_low == 0) {
			first_low = round;
		}
		if (item->priority == EVL_PRIORITY_NORMAL && first_normal == 0) {
			first_normal = round;
		}
		evl_tick_push(&tick, item);
	}
	CHECK_EQ(first_normal, EVL_TICK_FAIRNESS + 1);
	CHECK_EQ(seen[EVL_PRIORITY_LOW], 3);
	CHECK_EQ(seen[EVL_PRIORITY_NORMAL] + seen[EVL_PRIORITY_LOW], 1000 / (EVL_TICK_FAIRNESS + 1));
	CHECK_EQ(first_low, (EVL_TICK_FAIRNESS + 1) * (EVL_TICK_FAIRNESS + 1));
}

TEST(tick_steps_back_only_for_lanes_that_wait)
{
	set_up(10000, 100);
	items[0].priority = EVL_PRIORITY_HIGH;
	for (int round = 0; round < 100; round++) {
		evl_tick_push(&tick, &items[0]);
		CHECK_EQ(next(), 0);
	}
	items[0].priority = EVL_PRIORITY_NORMAL;
	items[1].priority = EVL_PRIORITY_HIGH;
	tick.streaks[EVL_PRIORITY_HIGH] = EVL_TICK_FAIRNESS;
	tick.streaks[EVL_PRIORITY_NORMAL] = EVL_TICK_FAIRNESS;
	evl_tick_push(&tick, &items[0]);
	evl_tick_push(&tick, &items[1]);
	CHECK_EQ(next(), 0);
	CHECK_EQ(next(), 1);
}

TEST(tick_remove_and_clear_unlink)
{
	set_up(64, 100);
	evl_tick_push(&tick, &items[0]);
	evl_tick_push_microtask(&tick, &items[1]);
	evl_tick_push_deferred(&tick, &items[2]);
	evl_tick_remove(&items[1]);
	evl_tick_remove(&items[1]);
	CHECK_EQ(next(), 0);
	evl_tick_push(&tick, &items[0]);
	evl_tick_push_microtask(&tick, &items[1]);
	evl_tick_clear(&tick);
	CHECK(!evl_ready_is_queued(&items[0]) && !evl_ready_is_queued(&items[1]) && !evl_ready_is_queued(&items[2]));
	CHECK(!evl_tick_has_work(&tick));
}

TEST(tick_permutes_a_lane_by_its_seed)
{
	int first[ITEMS], moved = 0;

	for (int round = 0; round < 2; round++) {
		uint64_t seen = 0;

		set_up(ITEMS, 100);
		evl_tick_permute(&tick, 7);
		for (int i = 0; i < ITEMS; i++) {
			evl_tick_push(&tick, &items[i]);
		}
		for (int i = 0; i < ITEMS; i++) {
			int item = next();

			CHECK(item >= 0 && !(seen >> item & 1));
			seen |= (uint64_t) 1 << item;
			moved += item != i;
			if (round == 0) {
				first[i] = item;
			} else {
				CHECK_EQ(item, first[i]);
			}
		}
		CHECK_EQ(next(), -1);
	}
	CHECK(moved > ITEMS / 2);
}

static void begin(evl_ready *item)
{
}

TEST(tick_permutes_nothing_that_begins)
{
	set_up(ITEMS, 100);
	evl_tick_permute(&tick, 7);
	for (int i = 0; i < ITEMS; i++) {
		items[i].run = i % 2 == 0 ? begin : NULL;
		evl_tick_push(&tick, &items[i]);
	}
	for (int i = 0; i < ITEMS; i++) {
		CHECK_EQ(next(), i);
	}
}

TEST(tick_permutes_neither_microtasks_nor_lanes)
{
	set_up(ITEMS, 100);
	evl_tick_permute(&tick, 7);
	items[4].priority = EVL_PRIORITY_LOW;
	items[5].priority = EVL_PRIORITY_HIGH;
	evl_tick_push(&tick, &items[4]);
	evl_tick_push(&tick, &items[0]);
	evl_tick_push(&tick, &items[5]);
	for (int i = 1; i < 4; i++) {
		evl_tick_push_microtask(&tick, &items[i]);
	}
	CHECK_EQ(next(), 1);
	CHECK_EQ(next(), 2);
	CHECK_EQ(next(), 3);
	CHECK_EQ(next(), 5);
	CHECK_EQ(next(), 0);
	CHECK_EQ(next(), 4);
}

TEST(tick_check_sees_what_is_wrong)
{
	evl_ready item = {.priority = EVL_PRIORITY_NORMAL};
	evl_list *next;

	evl_tick_init(&tick, 64, 100);
	evl_tick_push(&tick, &item);
	CHECK(evl_tick_check(&tick));
	item.priority = EVL_PRIORITY_LOW;
	CHECK(!evl_tick_check(&tick));
	item.priority = EVL_PRIORITY_NORMAL;
	next = item.link.next;
	item.link.next = NULL;
	CHECK(!evl_tick_check(&tick));
	item.link.next = next;
	CHECK(evl_tick_check(&tick));
	evl_tick_clear(&tick);
}
