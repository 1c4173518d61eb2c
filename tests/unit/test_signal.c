/* SPDX-License-Identifier: MIT */
/* Watched signals: delivery, reference, refusal, close. */
#include "src/reactor/signal.h"

#include <signal.h>
#include <unistd.h>

#include "tests/unit/test.h"

static evl_loop loop;
static evl_signal *watched;
static int told;

static void on_signal(evl_signal *self, void *owner)
{
	CHECK_PTR(owner, &loop);
	told++;
}

static void set_up(int signum)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_signal_open(&watched, &loop, signum, on_signal, &loop), 0);
}

TEST(signal_is_told_in_the_poll)
{
	set_up(SIGUSR1);
	CHECK(!evl_loop_is_alive(&loop));
	CHECK_EQ(evl_signal_start(watched), 0);
	CHECK_EQ(evl_signal_start(watched), 0);
	CHECK(evl_loop_is_alive(&loop));
	kill(getpid(), SIGUSR1);
	CHECK_EQ(told, 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 1);
	evl_signal_stop(watched);
	CHECK(!evl_loop_is_alive(&loop));
	evl_handle_release(&watched->handle);
	evl_loop_destroy(&loop);
}

TEST(signal_unreferenced_does_not_keep_alive_but_is_told)
{
	set_up(SIGUSR2);
	evl_signal_reference(watched, false);
	CHECK_EQ(evl_signal_start(watched), 0);
	CHECK(!evl_loop_is_alive(&loop));
	kill(getpid(), SIGUSR2);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 1);
	evl_signal_reference(watched, true);
	CHECK(evl_loop_is_alive(&loop));
	evl_handle_release(&watched->handle);
	evl_loop_destroy(&loop);
}

TEST(signal_that_cannot_be_watched_is_refused)
{
	const int refused[] = {-1, 0, SIGKILL, SIGSTOP, 1000};

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		CHECK_EQ(evl_signal_open(&watched, &loop, refused[i], on_signal, &loop), UV_EINVAL);
		CHECK(watched == NULL);
	}
	evl_loop_destroy(&loop);
}

TEST(signal_closed_is_not_told)
{
	struct sigaction action;

	set_up(SIGUSR1);
	signal(SIGUSR1, SIG_IGN);
	CHECK_EQ(evl_signal_start(watched), 0);
	kill(getpid(), SIGUSR1);
	evl_handle_close(&watched->handle);
	evl_signal_stop(watched);
	evl_signal_reference(watched, false);
	CHECK_EQ(evl_signal_start(watched), UV_ECANCELED);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(told, 0);
	evl_loop_destroy(&loop);
	evl_handle_release(&watched->handle);
	/* libuv gives the signal back to the default. */
	CHECK_EQ(sigaction(SIGUSR1, NULL, &action), 0);
	CHECK(action.sa_handler == SIG_DFL);
}
