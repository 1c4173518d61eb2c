/* SPDX-License-Identifier: MIT */
/* The loop without streams: its life, its poll, and what it does to the process. */
#include "src/reactor/loop.h"

#include "src/reactor/poll.h"
#include "src/reactor/timer.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/test.h"

static evl_loop loop;
static int ready_count;

static void on_ready(evl_poll *poll)
{
	ready_count++;
}

static const evl_poll_ops counting = {on_ready, NULL, NULL};

TEST(loop_without_work_neither_hangs_nor_lives)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK(!evl_loop_is_alive(&loop));
	evl_loop_poll(&loop, true);
	evl_loop_poll(&loop, false);
	evl_loop_flush(&loop);
	evl_loop_destroy(&loop);
}

TEST(loop_many_times_leaks_nothing)
{
	for (int i = 0; i < 50; i++) {
		CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
		evl_loop_poll(&loop, true);
		evl_loop_destroy(&loop);
	}
}

TEST(loop_without_descriptors_is_an_error)
{
	struct rlimit limit;
	struct rlimit none;

	CHECK_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
	for (rlim_t descriptors = 3; descriptors < 16; descriptors++) {
		int status;

		none = limit;
		none.rlim_cur = descriptors;
		CHECK_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
		status = evl_loop_init(&loop, 64, 100);
		if (status == 0) {
			evl_loop_destroy(&loop);
		}
		CHECK(status == 0 || status == UV_EMFILE);
		CHECK(descriptors != 3 || status == UV_EMFILE);
	}
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static void ready_never_runs(evl_ready *item)
{
	test_fail(__FILE__, __LINE__, "an item ran");
}

TEST(loop_with_ready_work_does_not_wait)
{
	evl_ready item = {.run = ready_never_runs, .priority = EVL_PRIORITY_NORMAL};
	evl_timer timer;
	uint64_t begun = evl_loop_now();

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_timer_init(&timer, NULL);
	evl_timer_start(&loop, &timer, begun + UINT64_C(5000000000));
	evl_tick_push(&loop.tick, &item);
	evl_loop_poll(&loop, true);
	CHECK(evl_loop_now() - begun < UINT64_C(2000000000));
	evl_loop_destroy(&loop);
	CHECK(!evl_ready_is_queued(&item));
}

static int flushed;

static void on_flush(evl_flush *flush)
{
	/* Once more, and the flush goes on until nothing is listed. */
	if (++flushed < 3) {
		evl_loop_flush_later(&loop, flush);
	}
}

TEST(loop_flushes_what_is_listed_once)
{
	evl_flush flush = {.fn = on_flush};

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_loop_flush_later(&loop, &flush);
	evl_loop_flush_later(&loop, &flush);
	evl_loop_poll(&loop, false);
	CHECK_EQ(flushed, 3);
	evl_loop_flush_later(&loop, &flush);
	evl_loop_destroy(&loop);
	CHECK_EQ(flushed, 4);
	CHECK(!evl_list_is_linked(&flush.link));
}

static void on_sigpipe(int signum)
{
}

static void (*disposition(void))(int)
{
	struct sigaction action;

	sigaction(SIGPIPE, NULL, &action);
	return action.sa_handler;
}

TEST(loop_ignores_sigpipe_only_if_nobody_cares)
{
	signal(SIGPIPE, SIG_DFL);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK(disposition() == SIG_IGN);
	evl_loop_destroy(&loop);
	CHECK(disposition() == SIG_DFL);

	signal(SIGPIPE, on_sigpipe);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK(disposition() == on_sigpipe);
	evl_loop_destroy(&loop);
	CHECK(disposition() == on_sigpipe);

	signal(SIGPIPE, SIG_DFL);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	signal(SIGPIPE, on_sigpipe);
	evl_loop_destroy(&loop);
	CHECK(disposition() == on_sigpipe);

	signal(SIGPIPE, SIG_IGN);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_loop_destroy(&loop);
	CHECK(disposition() == SIG_IGN);
}

TEST(forgotten_items_and_timers_are_not_touched)
{
	evl_timer timer;
	evl_ready item = {.priority = EVL_PRIORITY_NORMAL};

	CHECK_EQ(evl_loop_init(&loop, 64, 64), 0);
	evl_timer_init(&timer, NULL);
	CHECK_EQ(evl_timer_start(&loop, &timer, evl_loop_now()), 0);
	evl_tick_push(&loop.tick, &item);
	evl_list link = item.link;

	evl_loop_forget(&loop);
	evl_timer_stop(&loop, &timer);
	evl_loop_destroy(&loop);
	CHECK(evl_timer_is_active(&timer));
	CHECK(item.link.next == link.next && item.link.prev == link.prev);
}

/* libuv aborts when it is to close one of its own descriptors that has such a number. */
TEST(loop_starts_with_closed_standard_descriptors)
{
	int saved = dup(STDIN_FILENO);

	(void) close(STDIN_FILENO);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_loop_destroy(&loop);
	CHECK_EQ(dup2(saved, STDIN_FILENO), STDIN_FILENO);
	(void) close(saved);
}

static void on_nothing(evl_timer *timer)
{
}

/* The child's copy of the loop ends without touching the parent's set of descriptors. */
TEST(loop_forked_lets_go_of_its_parents_sets)
{
	evl_poll poll;
	evl_timer timer;
	int ends[2];
	int status;
	pid_t child;

	CHECK_EQ(pipe(ends), 0);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	evl_poll_init(&poll, &counting, ends[0], EVL_POLL_READ);
	CHECK_EQ(evl_poll_start(&loop, &poll), 0);
	evl_timer_init(&timer, on_nothing);
	CHECK_EQ(evl_timer_start(&loop, &timer, evl_loop_now() + 1), 0);
	evl_loop_poll(&loop, true);
	child = fork();
	if (child == 0) {
		evl_loop_forked(&loop);
		evl_poll_stop(&loop, &poll);
		evl_loop_destroy(&loop);
		_exit(evl_loop_init(&loop, 64, 100) == 0 ? 0 : 1);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(status, 0);
	CHECK_EQ(write(ends[1], "x", 1), 1);
	evl_loop_poll(&loop, true);
	CHECK_EQ(ready_count, 1);
	evl_loop_destroy(&loop);
	(void) close(ends[0]);
	(void) close(ends[1]);
}

TEST(loop_check_sees_what_is_wrong)
{
	evl_timer timer;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK(evl_loop_check(&loop));
	loop.handles_opened++;
	CHECK(!evl_loop_check(&loop));
	loop.handles_opened--;
	evl_timer_init(&timer, NULL);
	CHECK_EQ(evl_timer_start(&loop, &timer, evl_loop_now()), 0);
	CHECK(evl_loop_check(&loop));
	loop.timers_referenced--;
	CHECK(!evl_loop_check(&loop));
	loop.timers_referenced++;
	evl_loop_destroy(&loop);
}
