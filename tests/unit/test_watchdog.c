/* SPDX-License-Identifier: MIT */
/* The watchdog: tells once for each item that holds the loop, and not while the loop waits or nobody drives it. */
#include "src/reactor/watchdog.h"

#include "src/reactor/timer.h"
#include "tests/unit/test.h"

static evl_loop loop;
static evl_watchdog *watchdog;
static int told;
static uint64_t told_item;

static void on_held(uint64_t item, void *ctx)
{
	CHECK_PTR(ctx, &loop);
	__atomic_store_n(&told_item, item, __ATOMIC_RELAXED);
	__atomic_fetch_add(&told, 1, __ATOMIC_RELAXED);
}

static void hold(uint64_t milliseconds)
{
	uint64_t end = evl_loop_now() + milliseconds * 1000000;

	while (evl_loop_now() < end) {
	}
}

static void next_item(void)
{
	evl_ready item = {.run = NULL};

	evl_tick_begin(&loop.tick);
	evl_tick_push(&loop.tick, &item);
	CHECK_PTR(evl_tick_next(&loop.tick), &item);
}

static void set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	loop.idle_now = false;
	CHECK_EQ(evl_watchdog_open(&watchdog, &loop, 10000000, on_held, &loop), 0);
}

static void tear_down(void)
{
	evl_watchdog_close(watchdog);
	evl_loop_destroy(&loop);
}

TEST(watchdog_tells_once_for_each_item)
{
	set_up();
	next_item();
	for (int i = 0; i < 200 && __atomic_load_n(&told, __ATOMIC_RELAXED) == 0; i++) {
		hold(10);
	}
	hold(50);
	CHECK_EQ(__atomic_load_n(&told, __ATOMIC_RELAXED), 1);
	CHECK_EQ(__atomic_load_n(&told_item, __ATOMIC_RELAXED), 1);
	next_item();
	for (int i = 0; i < 200 && __atomic_load_n(&told, __ATOMIC_RELAXED) == 1; i++) {
		hold(10);
	}
	CHECK_EQ(__atomic_load_n(&told, __ATOMIC_RELAXED), 2);
	tear_down();
}

static void on_timer(evl_timer *timer)
{
}

TEST(watchdog_is_silent_while_the_loop_waits_or_is_left_alone)
{
	evl_timer timer;

	set_up();
	evl_timer_init(&timer, on_timer);
	CHECK_EQ(evl_timer_start(&loop, &timer, evl_loop_now() + 60000000), 0);
	while (evl_timer_is_active(&timer)) {
		evl_loop_poll(&loop, true);
	}
	__atomic_store_n(&loop.idle_now, true, __ATOMIC_RELAXED);
	hold(60);
	CHECK_EQ(__atomic_load_n(&told, __ATOMIC_RELAXED), 0);
	tear_down();
}

TEST(watchdog_close_of_none)
{
	evl_watchdog_close(NULL);
}
