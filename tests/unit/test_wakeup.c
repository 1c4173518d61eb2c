/* SPDX-License-Identifier: MIT */
/* Waking a waiting loop from a thread and from a signal handler. */
#include "src/reactor/wakeup.h"

#include "src/reactor/timer.h"

#include <signal.h>

#include "tests/unit/test.h"

static evl_loop loop;
static evl_wakeup *wakeup;
static int told;

static void on_wakeup(evl_wakeup *self, void *owner)
{
	told++;
}

static void set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_wakeup_open(&wakeup, &loop, on_wakeup, &loop), 0);
}

static void thread(void *data)
{
	uv_sleep(5);
	for (int i = 0; i < 100; i++) {
		evl_wakeup_send(wakeup);
	}
}

TEST(wakeup_from_a_thread_ends_the_wait)
{
	evl_timer timer;
	uv_thread_t id;
	uint64_t begun = evl_loop_now();

	set_up();
	CHECK(!evl_loop_is_alive(&loop));
	/* Unreferenced itself: something else keeps the loop waiting. */
	evl_timer_init(&timer, NULL);
	evl_timer_start(&loop, &timer, begun + UINT64_C(10000000000));
	CHECK_EQ(uv_thread_create(&id, thread, NULL), 0);
	while (told == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK(evl_loop_now() - begun < UINT64_C(5000000000));
	uv_thread_join(&id);
	evl_loop_poll(&loop, false);
	CHECK(told <= 100);
	evl_handle_release(&wakeup->handle);
	evl_loop_destroy(&loop);
}

static void on_alarm(int signum)
{
	evl_wakeup_send(wakeup);
}

TEST(wakeup_from_a_signal_handler_is_told_once)
{
	set_up();
	signal(SIGUSR1, on_alarm);
	raise(SIGUSR1);
	raise(SIGUSR1);
	CHECK_EQ(told, 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 1);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 1);
	evl_handle_release(&wakeup->handle);
	evl_loop_destroy(&loop);
}

TEST(wakeup_sent_before_its_close_is_dropped)
{
	set_up();
	evl_wakeup_send(wakeup);
	evl_handle_close(&wakeup->handle);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(told, 0);
	evl_handle_release(&wakeup->handle);
	evl_loop_destroy(&loop);
}
