/* SPDX-License-Identifier: MIT */
/*
 * See process.h. libuv's uv_spawn() is not used: it forks, so that its time grows with our memory; takes over SIGCHLD and looks at each
 * child for each signal; leaves open in the child what others have opened without O_CLOEXEC; knows groups of processes by setsid()
 * only, and drops the supplementary groups of a user. Owns the pidfd. Loop's thread only.
 */
#include "src/reactor/process.h"

#include "src/core/mem.h"
#include "src/core/reaper.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

/* P_PIDFD, which is an enumerator where it is known at all. */
#define P_PIDFD_TYPE ((idtype_t) 3)

/* Milliseconds. */
#define ASK_FIRST 1
#define ASK_LAST  50

static int pidfd_open(pid_t pid)
{
#ifdef SYS_pidfd_open
	return (int) syscall(SYS_pidfd_open, pid, 0);
#else
	return -1;
#endif
}

/* To the child itself. The pidfd knows it even if somebody else has reaped it and its number is another's. */
static int send_one(const evl_process *self, int signum)
{
#ifdef SYS_pidfd_send_signal
	if (self->pidfd >= 0) {
		if (syscall(SYS_pidfd_send_signal, self->pidfd, signum, NULL, 0) == 0) {
			return 0;
		}
		if (errno != ENOSYS) {
			return -errno;
		}
	}
#endif
	return kill(self->pid, signum) == 0 ? 0 : -errno;
}

static int send_signal(const evl_process *self, int signum)
{
	if (self->own_group) {
		return kill(-self->pid, signum) == 0 ? 0 : -errno;
	}
	return send_one(self, signum);
}

static bool is_ours(const evl_process *self)
{
	return self->parent == getpid();
}

/* 0, or -1 and errno: it is no child of ours any more. */
static int ask(const evl_process *self, siginfo_t *info, int options)
{
	*info = (siginfo_t){0};
	if (self->pidfd >= 0 && waitid(P_PIDFD_TYPE, (id_t) self->pidfd, info, WEXITED | WNOHANG | options) == 0) {
		return 0;
	}
	if (self->pidfd >= 0 && errno != EINVAL) {
		return -1;
	}
	/* Without a pidfd, or before Linux 5.4, which knows them but does not wait for them. */
	return waitid(P_PID, (id_t) self->pid, info, WEXITED | WNOHANG | options);
}

/* Take its status, if it has ended. */
static void reap(evl_process *self)
{
	siginfo_t info;

	/* Before its number, which is the group's, is free for others: what is left of the group ends with it. */
	if (self->own_group && self->stopping && ask(self, &info, WNOWAIT) == 0 && info.si_pid != 0) {
		(void) kill(-self->pid, SIGKILL);
	}
	if (ask(self, &info, 0) != 0) {
		self->state = EVL_PROCESS_LOST;
	} else if (info.si_pid != 0) {
		self->state = info.si_code == CLD_EXITED ? EVL_PROCESS_EXITED : EVL_PROCESS_SIGNALED;
		self->status = info.si_status;
	}
}

/* Told, or closed for good when nobody is to be told. */
static void look(evl_process *self)
{
	bool heard = evl_handle_is_heard(&self->handle);

	reap(self);
	if (self->state == EVL_PROCESS_RUNS) {
		return;
	}
	evl_handle_close(&self->handle);
	if (heard) {
		self->ended(self, self->handle.owner);
	}
}

static void on_pidfd(uv_poll_t *uv, int status, int events)
{
	look(uv->data);
}

static void on_ask(uv_timer_t *uv);

static void ask_later(evl_process *self)
{
	(void) uv_timer_start(&self->uv.timer, on_ask, self->delay, 0);
	self->delay = self->delay * 2 < ASK_LAST ? self->delay * 2 : ASK_LAST;
}

static void on_ask(uv_timer_t *uv)
{
	evl_process *self = uv->data;

	look(self);
	if (self->state == EVL_PROCESS_RUNS) {
		ask_later(self);
	}
}

/* Its loop ends, or the process is a copy of the one that has started it. */
static void give_up(evl_process *self)
{
	if (is_ours(self)) {
		if (!self->detached) {
			(void) send_signal(self, SIGKILL);
			self->stopping = true;
		}
		reap(self);
		if (self->state == EVL_PROCESS_RUNS) {
			evl_reaper_add(self->pid);
		}
	}
	if (self->state == EVL_PROCESS_RUNS) {
		self->state = EVL_PROCESS_LOST;
	}
}

static void on_closing(evl_handle *handle)
{
	evl_process *self = EVL_CONTAINER_OF(handle, evl_process, handle);

	evl_timer_stop(handle->loop, &self->timer);
	if (self->state == EVL_PROCESS_RUNS) {
		give_up(self);
	}
	if (self->pidfd >= 0) {
		(void) close(self->pidfd);
		self->pidfd = -1;
	}
}

static const evl_handle_kind process_kind = {.closing = on_closing};

static void watch(evl_process *self, evl_loop *loop, void *owner)
{
	self->pidfd = pidfd_open(self->pid);
	if (self->pidfd >= 0 && uv_poll_init(&loop->uv, &self->uv.poll, self->pidfd) != 0) {
		(void) close(self->pidfd);
		self->pidfd = -1;
	}
	if (self->pidfd < 0) {
		(void) uv_timer_init(&loop->uv, &self->uv.timer);
	}
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &process_kind, NULL, owner);
	if (self->pidfd >= 0) {
		(void) uv_poll_start(&self->uv.poll, UV_READABLE, on_pidfd);
	} else {
		self->delay = ASK_FIRST;
		ask_later(self);
	}
	evl_handle_reference(&self->handle, false);
}

static void on_time_over(evl_timer *timer)
{
	evl_process *self = EVL_CONTAINER_OF(timer, evl_process, timer);

	if (self->stopping) {
		(void) send_signal(self, SIGKILL);
		return;
	}
	self->timed_out = true;
	(void) evl_process_stop(self, self->grace);
}

int evl_process_open(evl_process **process, evl_loop *loop, const evl_spawn *spawn, evl_spawn_step *failed,
	void (*ended)(evl_process *, void *), void *owner)
{
	evl_process *self = evl_calloc(1, sizeof(*self));

	*process = NULL;
	*failed = EVL_SPAWN_START;
	if (self == NULL) {
		return UV_ENOMEM;
	}
	(void) evl_reaper_run();
	self->pid = evl_spawn_start(spawn, failed);
	if (self->pid < 0) {
		int status = (int) self->pid;

		evl_free(self);
		return status;
	}
	self->parent = getpid();
	self->ended = ended;
	self->own_group = spawn->own_group;
	evl_timer_init(&self->timer, on_time_over);
	self->timer.unreferenced = true;
	watch(self, loop, owner);
	*process = self;
	return 0;
}

int evl_process_pipe(int *ours, int *childs, bool child_reads)
{
	int fds[2];
	int status = uv_pipe(fds, child_reads ? 0 : UV_NONBLOCK_PIPE, child_reads ? UV_NONBLOCK_PIPE : 0);

	if (status == 0) {
		*ours = fds[child_reads];
		*childs = fds[!child_reads];
	}
	return status;
}

int evl_process_signal(evl_process *process, int signum)
{
	if (process->state != EVL_PROCESS_RUNS || !is_ours(process)) {
		return UV_ESRCH;
	}
	if (signum == SIGKILL) {
		process->stopping = true;
	}
	return send_signal(process, signum);
}

int evl_process_limit(evl_process *process, uint64_t after, uint64_t grace)
{
	if (process->state != EVL_PROCESS_RUNS) {
		return UV_ESRCH;
	}
	process->grace = grace;
	return evl_timer_start(process->handle.loop, &process->timer, evl_loop_now() + after);
}

int evl_process_stop(evl_process *process, uint64_t grace)
{
	int status = evl_process_signal(process, SIGTERM);

	if (status != 0) {
		return status;
	}
	process->stopping = true;
	return evl_timer_start(process->handle.loop, &process->timer, evl_loop_now() + grace);
}

void evl_process_reference(evl_process *process, bool referenced)
{
	evl_handle_reference(&process->handle, referenced);
}

void evl_process_release(evl_process *process)
{
	if (evl_handle_is_closing(&process->handle)) {
		evl_handle_release(&process->handle);
		return;
	}
	if (!process->detached) {
		(void) evl_process_signal(process, SIGKILL);
	}
	/* As after a release, but for the close, which comes with the end of the process. */
	evl_handle_reference(&process->handle, false);
	process->handle.owner = NULL;
}
