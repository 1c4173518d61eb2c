/* SPDX-License-Identifier: MIT */
/* Children that nobody waits for. */
#include "src/core/reaper.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/test.h"

static pid_t sleeper(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		pause();
		_exit(0);
	}
	return pid;
}

/* Without taking it. */
static void await_end(pid_t pid)
{
	siginfo_t info;

	CHECK_EQ(waitid(P_PID, (id_t) pid, &info, WEXITED | WNOWAIT), 0);
}

TEST(reaper_takes_those_that_have_ended)
{
	pid_t first = sleeper(), second = sleeper();

	evl_reaper_add(first);
	evl_reaper_add(second);
	CHECK_EQ(evl_reaper_run(), 2);
	kill(first, SIGKILL);
	await_end(first);
	CHECK_EQ(evl_reaper_run(), 1);
	CHECK_EQ(waitpid(first, NULL, WNOHANG), -1);
	kill(second, SIGKILL);
	await_end(second);
	CHECK_EQ(evl_reaper_run(), 0);
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}

TEST(reaper_forgets_one_that_somebody_else_has_taken)
{
	pid_t pid = sleeper();

	evl_reaper_add(pid);
	kill(pid, SIGKILL);
	CHECK_EQ(waitpid(pid, NULL, 0), pid);
	CHECK_EQ(evl_reaper_run(), 0);
}

TEST(reaper_leaves_the_children_of_its_parent_alone)
{
	pid_t pid = sleeper(), child;
	int status;

	evl_reaper_add(pid);
	child = fork();
	if (child == 0) {
		_exit((int) evl_reaper_run());
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(status, 0);
	CHECK_EQ(evl_reaper_run(), 1);
	kill(pid, SIGKILL);
	await_end(pid);
	CHECK_EQ(evl_reaper_run(), 0);
}

TEST(reaper_remembers_so_many)
{
	pid_t pids[EVL_REAPER_MAX + 1];

	for (int i = 0; i <= EVL_REAPER_MAX; i++) {
		pids[i] = sleeper();
		evl_reaper_add(pids[i]);
	}
	CHECK_EQ(evl_reaper_run(), EVL_REAPER_MAX);
	for (int i = 0; i <= EVL_REAPER_MAX; i++) {
		kill(pids[i], SIGKILL);
		await_end(pids[i]);
	}
	CHECK_EQ(evl_reaper_run(), 0);
	/* The oldest one was left. */
	CHECK_EQ(waitpid(pids[0], NULL, WNOHANG), pids[0]);
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}
