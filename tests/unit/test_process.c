/* SPDX-License-Identifier: MIT */
/* Children of a loop: their end, their time, and what becomes of those that are let go. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "src/reactor/process.h"

#include "src/core/reaper.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "tests/unit/test.h"

extern char **environ;

static evl_loop loop;
static int told;

static void on_ended(evl_process *process, void *owner)
{
	CHECK(owner == &loop);
	told++;
}

static evl_process *start(char *text, bool own_group)
{
	char *files[] = {"/bin/sh", NULL}, *argv[] = {"sh", "-c", text, NULL};
	evl_spawn_fd fds[] = {{0, 0}, {1, 1}, {2, 2}};
	evl_spawn spawn = {
		.files = files, .argv = argv, .envp = environ, .fds = fds, .fd_count = 3, .own_group = own_group};
	evl_process *process;
	evl_spawn_step step;

	CHECK_EQ(evl_process_open(&process, &loop, &spawn, &step, on_ended, &loop), 0);
	return process;
}

static void set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
}

static void await_told(evl_process *process)
{
	evl_process_reference(process, true);
	while (told == 0) {
		CHECK(evl_loop_is_alive(&loop));
		evl_loop_poll(&loop, true);
	}
}

static void tear_down(evl_process *process)
{
	evl_process_release(process);
	evl_loop_destroy(&loop);
	/* No zombie. */
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}

static void check_end(evl_process *process, evl_process_state state, int status)
{
	await_told(process);
	CHECK_EQ(process->state, state);
	CHECK_EQ(process->status, status);
	CHECK_EQ(evl_process_signal(process, SIGTERM), UV_ESRCH);
	CHECK_EQ(evl_process_limit(process, 0, 0), UV_ESRCH);
	CHECK_EQ(told, 1);
	tear_down(process);
}

TEST(process_exits_with_its_code)
{
	set_up();
	check_end(start("exit 7", false), EVL_PROCESS_EXITED, 7);
}

TEST(process_is_ended_by_a_signal)
{
	evl_process *process;

	set_up();
	process = start("exec sleep 60", false);
	CHECK(!evl_loop_is_alive(&loop));
	CHECK_EQ(evl_process_signal(process, SIGUSR1), 0);
	check_end(process, EVL_PROCESS_SIGNALED, SIGUSR1);
}

TEST(process_that_cannot_be_started_leaves_nothing)
{
	char *files[] = {"/nonexistent", NULL}, *argv[] = {"x", NULL};
	evl_spawn spawn = {.files = files, .argv = argv, .envp = environ};
	evl_process *process;
	evl_spawn_step step;

	set_up();
	CHECK_EQ(evl_process_open(&process, &loop, &spawn, &step, on_ended, &loop), -ENOENT);
	CHECK(process == NULL);
	CHECK_EQ(step, EVL_SPAWN_PROGRAM);
	evl_loop_destroy(&loop);
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}

TEST(process_whose_time_is_over_is_asked_and_then_killed)
{
	evl_process *process;

	set_up();
	process = start("trap '' TERM; while :; do sleep 0.01; done", true);
	CHECK_EQ(evl_process_limit(process, 50000000, 50000000), 0);
	await_told(process);
	CHECK(process->timed_out);
	check_end(process, EVL_PROCESS_SIGNALED, SIGKILL);
}

TEST(process_that_ends_when_asked_is_not_killed)
{
	evl_process *process;

	set_up();
	process = start("exec sleep 60", false);
	CHECK_EQ(evl_process_stop(process, UINT64_C(60000000000)), 0);
	await_told(process);
	CHECK(!process->timed_out);
	check_end(process, EVL_PROCESS_SIGNALED, SIGTERM);
}

TEST(process_that_is_let_go_is_killed_and_reaped)
{
	evl_process *process;
	pid_t pid;

	set_up();
	process = start("exec sleep 60", false);
	pid = process->pid;
	evl_process_release(process);
	while (kill(pid, 0) == 0) {
		evl_loop_poll(&loop, false);
	}
	CHECK_EQ(told, 0);
	evl_loop_destroy(&loop);
}

TEST(process_that_runs_when_its_loop_ends_is_killed)
{
	evl_process *process;

	set_up();
	process = start("exec sleep 60", false);
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 0);
	while (evl_reaper_run() > 0) {
	}
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
	CHECK(process->state != EVL_PROCESS_RUNS);
	CHECK_EQ(evl_process_signal(process, SIGTERM), UV_ESRCH);
	evl_process_release(process);
}

TEST(process_that_was_detached_lives_on)
{
	evl_process *process;
	pid_t first, second;

	set_up();
	process = start("exec sleep 60", false);
	first = process->pid;
	process->detached = true;
	evl_process_release(process);
	process = start("exec sleep 60", false);
	second = process->pid;
	process->detached = true;
	evl_loop_destroy(&loop);
	evl_process_release(process);
	CHECK_EQ(evl_reaper_run(), 2);
	CHECK_EQ(kill(first, SIGKILL), 0);
	CHECK_EQ(kill(second, SIGKILL), 0);
	while (evl_reaper_run() > 0) {
	}
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}

TEST(process_whose_status_somebody_else_takes_is_lost)
{
	evl_process *process;

	set_up();
	process = start("exit 3", false);
	CHECK_EQ(waitpid(process->pid, NULL, 0), process->pid);
	check_end(process, EVL_PROCESS_LOST, 0);
}

TEST(process_group_ends_with_its_leader_when_that_is_stopped)
{
	evl_process *process;
	char byte;
	int fds[2];

	set_up();
	CHECK_EQ(pipe(fds), 0);
	CHECK_EQ(dup2(fds[1], 1), 1);
	close(fds[1]);
	process = start("(trap '' TERM; while :; do sleep 0.01; done) & echo; sleep 60", true);
	CHECK_EQ(read(fds[0], &byte, 1), 1);
	CHECK_EQ(evl_process_stop(process, UINT64_C(60000000000)), 0);
	await_told(process);
	/* The end of the pipe comes when nobody of them is left. */
	CHECK_EQ(dup2(2, 1), 1);
	CHECK_EQ(read(fds[0], &byte, 1), 0);
	close(fds[0]);
	check_end(process, EVL_PROCESS_SIGNALED, SIGTERM);
}

TEST(process_of_the_parent_is_left_alone_by_a_forked_child)
{
	evl_process *process;
	pid_t child;
	int status;

	set_up();
	process = start("exec sleep 60", false);
	child = fork();
	if (child == 0) {
		evl_loop_forked(&loop);
		CHECK_EQ(evl_process_signal(process, SIGKILL), UV_ESRCH);
		evl_loop_destroy(&loop);
		CHECK_EQ(process->state, EVL_PROCESS_LOST);
		evl_process_release(process);
		_exit(0);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(status, 0);
	CHECK_EQ(kill(process->pid, 0), 0);
	CHECK_EQ(evl_process_signal(process, SIGTERM), 0);
	check_end(process, EVL_PROCESS_SIGNALED, SIGTERM);
}

#ifdef __linux__
/* As before Linux 5.3, and in sandboxes. */
static void forget_pidfd(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_pidfd_open, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = 4, .filter = code};

	CHECK_EQ(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	CHECK_EQ(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

TEST(process_is_asked_for_where_there_are_no_pidfds)
{
	evl_process *process;
	uint64_t begun = evl_loop_now();

	forget_pidfd();
	set_up();
	process = start("sleep 0.2; exit 4", false);
	CHECK(process->pidfd < 0);
	check_end(process, EVL_PROCESS_EXITED, 4);
	CHECK(evl_loop_now() - begun >= UINT64_C(200000000));
}

TEST(process_without_a_pidfd_is_stopped_and_reaped)
{
	evl_process *process;
	pid_t pid;

	forget_pidfd();
	set_up();
	process = start("exec sleep 60", false);
	pid = process->pid;
	evl_process_release(process);
	while (kill(pid, 0) == 0) {
		evl_loop_poll(&loop, false);
	}
	process = start("exec sleep 60", false);
	CHECK_EQ(evl_process_stop(process, 0), 0);
	await_told(process);
	CHECK_EQ(process->state, EVL_PROCESS_SIGNALED);
	tear_down(process);
}
#endif
