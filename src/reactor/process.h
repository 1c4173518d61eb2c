/* SPDX-License-Identifier: MIT */
/*
 * A child process: started, watched, signalled, and reaped by its id alone, never by waitpid(-1), so that the program's own children
 * and its SIGCHLD stay its own. Linux tells of its end by a pidfd; elsewhere, and where a sandbox refuses one, it is asked for, at
 * first each millisecond, at last 20 times a second.
 *
 * `ended` is told from inside evl_loop_poll(), once. A process that is released while it runs is killed, unless it was detached, and
 * reaped all the same: by the loop as long as that lives, else see reaper.h. The same goes for those that run when their loop ends.
 * Memory as in handle.h. In a forked child the parent's processes are left alone.
 */
#ifndef EVLOOP_REACTOR_PROCESS_H
#define EVLOOP_REACTOR_PROCESS_H

#include "src/core/spawn.h"
#include "src/reactor/handle.h"
#include "src/reactor/timer.h"

typedef struct evl_process evl_process;

typedef enum evl_process_state {
	EVL_PROCESS_RUNS,
	EVL_PROCESS_EXITED,   /* `status` is its exit code */
	EVL_PROCESS_SIGNALED, /* `status` is the signal that ended it */
	EVL_PROCESS_LOST,     /* somebody else has taken its status, or its loop is gone */
} evl_process_state;

struct evl_process {
	evl_handle handle;
	void (*ended)(evl_process *process, void *owner);
	pid_t pid;
	pid_t parent; /* who has started it */
	int pidfd;    /* negative: asked for by `uv.timer` */
	evl_process_state state;
	int status;
	uint32_t delay; /* milliseconds until it is asked for next */
	evl_timer timer;
	uint64_t grace; /* nanoseconds from the asking to the killing */
	bool own_group; /* and signals go to all of it */
	bool detached;
	bool stopping;  /* asked to end, or killed, by us */
	bool timed_out; /* because its time was over */
	union {
		uv_poll_t poll;
		uv_timer_t timer;
	} uv;
};

/* 0, or a negative UV_E* and what failed. The process does not keep the loop alive. */
int evl_process_open(evl_process **process, evl_loop *loop, const evl_spawn *spawn, evl_spawn_step *failed,
	void (*ended)(evl_process *, void *), void *owner);

/* A pipe whose one end, that the child reads from or writes to, waits as programs expect; ours does not. 0 or a negative UV_E*. */
int evl_process_pipe(int *ours, int *childs, bool child_reads);

/* To it, or to its own group. 0, UV_ESRCH: it has ended; UV_EINVAL, UV_EPERM. */
int evl_process_signal(evl_process *process, int signum);

/* Have it asked to end (SIGTERM) `after` nanoseconds from now, and killed another `grace` later. 0 or a negative UV_E*. */
int evl_process_limit(evl_process *process, uint64_t after, uint64_t grace);

/* Ask it to end now, and kill it `grace` nanoseconds later. 0 or a negative UV_E*. */
int evl_process_stop(evl_process *process, uint64_t grace);

/* Whether it, as long as it runs, keeps the loop alive. */
void evl_process_reference(evl_process *process, bool referenced);

/* The owner lets go; see above for what runs. */
void evl_process_release(evl_process *process);

#endif
