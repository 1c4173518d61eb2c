/* SPDX-License-Identifier: MIT */
/* The wheel: deadlines near, far and moved; expired nodes that are touched. */
#include "src/core/wheel.h"

#include "tests/unit/test.h"

static evl_wheel wheel;
static evl_list expired;

static int advance(uint64_t now)
{
	int count = 0;

	evl_list_init(&expired);
	evl_wheel_advance(&wheel, now, &expired);
	for (evl_list *link = expired.next; link != &expired; link = link->next) {
		count++;
	}
	return count;
}

static void empty(void)
{
	while (evl_list_shift(&expired) != NULL) {
	}
}

TEST(wheel_expires_at_the_deadline_and_not_before)
{
	evl_wheel_node node = {0};
	const uint64_t deadlines[] = {1, 2, 255, 256, 257, 1000, 100000};

	for (size_t i = 0; i < sizeof(deadlines) / sizeof(deadlines[0]); i++) {
		evl_wheel_init(&wheel, 0);
		evl_wheel_set(&wheel, &node, deadlines[i]);
		CHECK(evl_wheel_next(&wheel) <= deadlines[i]);
		CHECK_EQ(advance(deadlines[i] - 1), 0);
		CHECK_EQ(advance(deadlines[i]), 1);
		empty();
		CHECK_EQ(wheel.count, 0);
		CHECK_EQ(evl_wheel_next(&wheel), UINT64_MAX);
	}
}

TEST(wheel_moves_deadlines_both_ways)
{
	evl_wheel_node later = {0}, earlier = {0};

	evl_wheel_init(&wheel, 10);
	evl_wheel_set(&wheel, &later, 20);
	evl_wheel_set(&wheel, &earlier, 500);
	evl_wheel_set(&wheel, &later, 600);
	evl_wheel_set(&wheel, &earlier, 30);
	CHECK_EQ(advance(29), 0);
	CHECK_EQ(advance(30), 1);
	CHECK_PTR(expired.next, &earlier.link);
	empty();
	CHECK_EQ(advance(599), 0);
	CHECK_EQ(advance(700), 1);
	empty();
}

TEST(wheel_what_is_overdue_comes_with_the_next_tick)
{
	evl_wheel_node node = {0};

	evl_wheel_init(&wheel, 100);
	evl_wheel_set(&wheel, &node, 5);
	CHECK_EQ(advance(101), 1);
	empty();
}

TEST(wheel_expired_nodes_may_be_set_and_removed)
{
	evl_wheel_node first = {0}, second = {0};

	evl_wheel_init(&wheel, 0);
	evl_wheel_set(&wheel, &first, 1);
	evl_wheel_set(&wheel, &second, 1);
	CHECK_EQ(advance(1), 2);
	evl_wheel_remove(&wheel, &first);
	evl_wheel_set(&wheel, &second, 50);
	CHECK(evl_list_is_empty(&expired));
	CHECK_EQ(wheel.count, 1);
	CHECK_EQ(advance(50), 1);
	empty();
	evl_wheel_set(&wheel, &first, 60);
	evl_wheel_clear(&wheel);
	CHECK(!evl_list_is_linked(&first.link));
}

TEST(wheel_of_many_expires_each_in_time)
{
	static evl_wheel_node nodes[5000];
	int seen = 0;

	evl_wheel_init(&wheel, 0);
	for (int i = 0; i < 5000; i++) {
		evl_wheel_set(&wheel, &nodes[i], (uint64_t) (1 + i * 7919 % 3000));
	}
	for (uint64_t now = 1; now <= 3000; now++) {
		seen += advance(now);
		for (evl_list *link = expired.next; link != &expired; link = link->next) {
			CHECK_EQ(EVL_CONTAINER_OF(link, evl_wheel_node, link)->deadline, now);
		}
		empty();
	}
	CHECK_EQ(seen, 5000);
}

TEST(wheel_check_sees_what_is_wrong)
{
	evl_wheel_node node = {0};

	evl_wheel_init(&wheel, 100);
	evl_wheel_set(&wheel, &node, 110);
	CHECK(evl_wheel_check(&wheel));
	node.due++;
	CHECK(!evl_wheel_check(&wheel));
	node.due--;
	wheel.count++;
	CHECK(!evl_wheel_check(&wheel));
	wheel.count--;
	evl_wheel_remove(&wheel, &node);
	CHECK(evl_wheel_check(&wheel));
}
