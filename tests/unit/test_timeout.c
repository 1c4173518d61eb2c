/* SPDX-License-Identifier: MIT */
/* Coarse timeouts in a real loop. */
#include "src/reactor/timeout.h"

#include "src/reactor/timer.h"
#include "tests/unit/test.h"

#define MS UINT64_C(1000000)

static evl_loop loop;
static int expired;
static uint64_t expired_at;
static evl_timeout other;

static void on_expired(evl_timeout *timeout)
{
	expired++;
	expired_at = evl_loop_now();
}

static void on_expired_stops_other(evl_timeout *timeout)
{
	expired++;
	evl_timeout_stop(&other);
	CHECK_EQ(evl_timeout_start(&loop, timeout, 3600000 * MS), 0);
}

static void on_timer(evl_timer *timer)
{
}

static void run_for(uint64_t milliseconds)
{
	evl_timer timer;

	evl_timer_init(&timer, on_timer);
	CHECK_EQ(evl_timer_start(&loop, &timer, evl_loop_now() + milliseconds * MS), 0);
	while (evl_timer_is_active(&timer)) {
		evl_loop_poll(&loop, true);
	}
}

TEST(timeout_comes_late_but_not_early)
{
	evl_timeout timeout;
	uint64_t begin;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_timeout_init(&timeout, on_expired);
	begin = evl_loop_now();
	CHECK_EQ(evl_timeout_start(&loop, &timeout, 100 * MS), 0);
	CHECK(!evl_loop_is_alive(&loop));
	run_for(90);
	CHECK_EQ(expired, 0);
	run_for(400);
	CHECK_EQ(expired, 1);
	CHECK(expired_at >= begin + 100 * MS);
	CHECK(!evl_timeout_is_active(&timeout));
	evl_loop_destroy(&loop);
}

TEST(timeout_moved_and_stopped)
{
	evl_timeout moved, stopped;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_timeout_init(&moved, on_expired);
	evl_timeout_init(&stopped, on_expired);
	CHECK_EQ(evl_timeout_start(&loop, &moved, 50 * MS), 0);
	CHECK_EQ(evl_timeout_start(&loop, &stopped, 50 * MS), 0);
	CHECK_EQ(evl_timeout_start(&loop, &moved, 3600000 * MS), 0);
	evl_timeout_stop(&stopped);
	evl_timeout_stop(&stopped);
	run_for(300);
	CHECK_EQ(expired, 0);
	CHECK_EQ(evl_timeout_start(&loop, &moved, 10 * MS), 0);
	run_for(300);
	CHECK_EQ(expired, 1);
	evl_loop_destroy(&loop);
}

TEST(timeout_callback_may_stop_and_start_others)
{
	evl_timeout first;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_timeout_init(&first, on_expired_stops_other);
	evl_timeout_init(&other, on_expired);
	CHECK_EQ(evl_timeout_start(&loop, &first, 10 * MS), 0);
	CHECK_EQ(evl_timeout_start(&loop, &other, 10 * MS), 0);
	run_for(300);
	CHECK_EQ(expired, 1);
	CHECK(evl_timeout_is_active(&first));
	evl_loop_destroy(&loop);
	CHECK(!evl_timeout_is_active(&first));
	evl_timeout_stop(&first);
	CHECK_EQ(evl_timeout_start(&loop, &first, MS), UV_ECANCELED);
}

TEST(timeout_counts_from_now_when_moved)
{
	evl_timeout timeout;
	uint64_t begin;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_timeout_init(&timeout, on_expired);
	CHECK_EQ(evl_timeout_start(&loop, &timeout, 1000 * MS), 0);
	run_for(1);
	/* The last poll is long ago. */
	for (begin = evl_loop_now(); evl_loop_now() < begin + 300 * MS;) {
	}
	begin = evl_loop_now();
	CHECK_EQ(evl_timeout_start(&loop, &timeout, 100 * MS), 0);
	run_for(300);
	CHECK_EQ(expired, 1);
	CHECK(expired_at >= begin + 100 * MS);
	evl_loop_destroy(&loop);
}

TEST(timeout_moves_to_another_loop)
{
	evl_loop inner;
	evl_timeout timeout;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_loop_init(&inner, 64, 100), 0);
	evl_timeout_init(&timeout, on_expired);
	CHECK_EQ(evl_timeout_start(&inner, &timeout, 10 * MS), 0);
	CHECK_EQ(evl_timeout_start(&loop, &timeout, 10 * MS), 0);
	evl_loop_destroy(&inner);
	CHECK(evl_timeout_is_active(&timeout));
	run_for(300);
	CHECK_EQ(expired, 1);
	evl_loop_destroy(&loop);
}
