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
	CHECK_EQ(sigaction(SIGUSR1, NULL, &action), 0);
	CHECK(action.sa_handler == SIG_IGN);
}

static void handler_of_the_program(int signum)
{
}

static bool is_programs_handler(void)
{
	struct sigaction action;

	CHECK_EQ(sigaction(SIGUSR1, NULL, &action), 0);
	return action.sa_handler == handler_of_the_program;
}

TEST(signal_handler_of_the_program_is_put_back_after_the_last_watcher)
{
	evl_signal *second;

	signal(SIGUSR1, handler_of_the_program);
	set_up(SIGUSR1);
	CHECK_EQ(evl_signal_open(&second, &loop, SIGUSR1, on_signal, &loop), 0);
	CHECK_EQ(evl_signal_start(watched), 0);
	CHECK_EQ(evl_signal_start(second), 0);
	CHECK(!is_programs_handler());
	evl_signal_stop(watched);
	evl_signal_stop(watched);
	CHECK(!is_programs_handler());
	evl_signal_stop(second);
	CHECK(is_programs_handler());
	CHECK_EQ(evl_signal_start(second), 0);
	CHECK(!is_programs_handler());
	evl_loop_destroy(&loop);
	CHECK(is_programs_handler());
	evl_handle_release(&watched->handle);
	evl_handle_release(&second->handle);
}
