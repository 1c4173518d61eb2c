/* SPDX-License-Identifier: MIT */
/*
 * See spawn.h. The child calls only what is safe between fork and exec, and with shared memory what writes nothing but its own stack:
 * no allocation, no locks, no stdio. It starts with all signals blocked, so that none of our handlers runs in it. A failure comes back
 * through a pipe that exec closes. Owns the pipe and the child's stack during the call only.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "src/core/spawn.h"

#include "src/core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#include <sys/syscall.h>
#endif

/* The child's, while it shares our memory; it calls nothing deep. */
#define STACK_SIZE 32768
/* Where no list of the open ones is to be had, so many are looked at. */
#define DESCRIPTORS_MAX (1 << 20)

/* ASan looks at the thread's own stack where it sees that a function does not return; the child may run on another. */
#define ON_OTHER_STACK __attribute__((no_sanitize_address))

typedef struct failure {
	int step; /* evl_spawn_step */
	int error;
} failure;

typedef struct child {
	const evl_spawn *spawn;
	int report; /* the pipe's end for a failure */
} child;

/* With errno. */
ON_OTHER_STACK static _Noreturn void fail(int report, evl_spawn_step step)
{
	failure what = {.step = (int) step, .error = errno};
	ssize_t written;

	do {
		written = write(report, &what, sizeof(what));
	} while (written < 0 && errno == EINTR);
	_exit(127);
}

/* The program begins with what signals do by default, also with those that we ignore. */
static void reset_signals(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL};

	sigemptyset(&action.sa_mask);
	for (int signum = 1; signum < NSIG; signum++) {
		if (signum != SIGKILL && signum != SIGSTOP) {
			(void) sigaction(signum, &action, NULL);
		}
	}
}

static void unblock_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	(void) sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_on_exec(int fd)
{
	(void) fcntl(fd, F_SETFD, FD_CLOEXEC);
}

#ifdef __linux__
/* What getdents64() gives. */
typedef struct entry {
	uint64_t inode;
	int64_t offset;
	unsigned short size;
	unsigned char type;
	char name[];
} entry;

/* All that /proc lists. readdir() would allocate. */
static bool close_listed(void)
{
	_Alignas(entry) char list[2048];
	int folder = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	long size = -1;

	while (folder >= 0 && (size = syscall(SYS_getdents64, folder, list, sizeof(list))) > 0) {
		for (long at = 0; at < size; at += ((entry *) (list + at))->size) {
			const char *digit = ((entry *) (list + at))->name;
			int fd = 0;

			for (; *digit >= '0' && *digit <= '9'; digit++) {
				fd = fd * 10 + (*digit - '0');
			}
			if (*digit == '\0') {
				close_on_exec(fd);
			}
		}
	}
	if (folder >= 0) {
		(void) close(folder);
	}
	return size == 0;
}

static bool close_at_once(void)
{
#if defined(SYS_close_range)
	return syscall(SYS_close_range, 0U, ~0U, 1U << 2 /* CLOSE_RANGE_CLOEXEC, of Linux 5.11 */) == 0;
#else
	return false;
#endif
}
#else
static bool close_listed(void)
{
	return false;
}

static bool close_at_once(void)
{
	return false;
}
#endif

/* Whoever has opened it, and however: from here on every descriptor ends with exec. */
static void close_all_on_exec(void)
{
	struct rlimit limit = {.rlim_cur = DESCRIPTORS_MAX};

	if (close_at_once() || close_listed()) {
		return;
	}
	(void) getrlimit(RLIMIT_NOFILE, &limit);
	for (int fd = 0; fd < DESCRIPTORS_MAX && (rlim_t) fd < limit.rlim_cur; fd++) {
		close_on_exec(fd);
	}
}

/* A copy that no number asked for will overwrite; itself where it is out of the way already. */
static int move_up(int fd, int lowest)
{
	return fd >= lowest ? fd : fcntl(fd, F_DUPFD_CLOEXEC, lowest);
}

ON_OTHER_STACK static void set_descriptors(const evl_spawn *spawn, int *report)
{
	int moved[EVL_SPAWN_FDS];
	int lowest = 0;
	int fd;

	for (size_t i = 0; i < spawn->fd_count; i++) {
		lowest = spawn->fds[i].to >= lowest ? spawn->fds[i].to + 1 : lowest;
	}
	fd = move_up(*report, lowest);
	if (fd < 0) {
		fail(*report, EVL_SPAWN_DESCRIPTORS);
	}
	*report = fd;
	for (size_t i = 0; i < spawn->fd_count; i++) {
		moved[i] = move_up(spawn->fds[i].from, lowest);
		if (moved[i] < 0) {
			fail(*report, EVL_SPAWN_DESCRIPTORS);
		}
	}
	close_all_on_exec();
	for (size_t i = 0; i < spawn->fd_count; i++) {
		if (dup2(moved[i], spawn->fds[i].to) < 0) {
			fail(*report, EVL_SPAWN_DESCRIPTORS);
		}
	}
}

static bool set_user(const evl_spawn *spawn)
{
#ifdef __APPLE__
	int count = (int) spawn->group_count;
#else
	size_t count = spawn->group_count;
#endif

	return (!spawn->set_groups || setgroups(count, spawn->groups) == 0) &&
		   (!spawn->set_gid || setgid(spawn->gid) == 0) && (!spawn->set_uid || setuid(spawn->uid) == 0);
}

/* What another path may make good, as execvp() sees it. */
static bool may_be_elsewhere(int error)
{
	return error == EACCES || error == ENOENT || error == ENOTDIR || error == ESTALE || error == ENODEV ||
		   error == ETIMEDOUT;
}

static void run_program(const evl_spawn *spawn)
{
	bool denied = false;

	errno = ENOENT;
	for (char *const *file = spawn->files; *file != NULL; file++) {
		(void) execve(*file, spawn->argv, spawn->envp);
		denied = denied || errno == EACCES;
		if (!may_be_elsewhere(errno)) {
			return;
		}
	}
	if (denied) {
		errno = EACCES;
	}
}

ON_OTHER_STACK static int child_main(void *data)
{
	const child *self = data;
	const evl_spawn *spawn = self->spawn;
	int report = self->report;

	reset_signals();
	if (spawn->own_group && setpgid(0, 0) != 0) {
		fail(report, EVL_SPAWN_GROUP);
	}
	set_descriptors(spawn, &report);
	if (!set_user(spawn)) {
		fail(report, EVL_SPAWN_USER);
	}
	/* With the rights of that user. */
	if (spawn->folder != NULL && chdir(spawn->folder) != 0) {
		fail(report, EVL_SPAWN_FOLDER);
	}
	unblock_signals();
	run_program(spawn);
	fail(report, EVL_SPAWN_PROGRAM);
}

static pid_t start_copy(child *self)
{
	pid_t pid = fork();

	if (pid == 0) {
		child_main(self);
	}
	return pid < 0 ? -errno : pid;
}

#ifdef __linux__
static pid_t start_sharing(child *self)
{
	char *stack = evl_malloc(STACK_SIZE);
	pid_t pid;

	if (stack == NULL) {
		return -ENOMEM;
	}
	/* Malloc's blocks are aligned for any type, which is what a stack's end has to be. */
	pid = clone(child_main, stack + STACK_SIZE, CLONE_VM | CLONE_VFORK | SIGCHLD, self);
	if (pid < 0) {
		pid = -errno;
	}
	evl_free(stack);
	return pid;
}
#else
static pid_t start_sharing(child *self)
{
	return start_copy(self);
}
#endif

/* With all signals blocked, which the child begins with. */
static pid_t start_blocked(child *self)
{
	const evl_spawn *spawn = self->spawn;
	sigset_t all, before;
	pid_t pid;

	sigfillset(&all);
	(void) pthread_sigmask(SIG_SETMASK, &all, &before);
	pid = spawn->set_uid || spawn->set_gid || spawn->set_groups ? start_copy(self) : start_sharing(self);
	(void) pthread_sigmask(SIG_SETMASK, &before, NULL);
	return pid;
}

static int make_report(int fds[2])
{
#ifdef __linux__
	return pipe2(fds, O_CLOEXEC) == 0 ? 0 : -errno;
#else
	if (pipe(fds) != 0) {
		return -errno;
	}
	close_on_exec(fds[0]);
	close_on_exec(fds[1]);
	return 0;
#endif
}

/* Waits until the child runs the program or has told why not. */
static bool has_failed(int report, failure *what)
{
	ssize_t size;

	do {
		size = read(report, what, sizeof(*what));
	} while (size < 0 && errno == EINTR);
	return size == (ssize_t) sizeof(*what);
}

pid_t evl_spawn_start(const evl_spawn *spawn, evl_spawn_step *failed)
{
	child self = {.spawn = spawn};
	failure what;
	int report[2];
	int status;
	pid_t pid;

	*failed = EVL_SPAWN_START;
	status = spawn->fd_count > EVL_SPAWN_FDS ? -EINVAL : make_report(report);
	if (status != 0) {
		return status;
	}
	self.report = report[1];
	pid = start_blocked(&self);
	(void) close(report[1]);
	if (pid > 0 && has_failed(report[0], &what)) {
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
		}
		*failed = (evl_spawn_step) what.step;
		pid = -what.error;
	}
	(void) close(report[0]);
	return pid;
}
