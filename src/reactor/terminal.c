/* SPDX-License-Identifier: MIT */
/*
 * See terminal.h. Owns a duplicate of the terminal's descriptor while a mode is on, since the user may close his.
 *
 * The state is file-scope, against the rule of the house: there is one terminal a process, and a signal handler can find nothing else.
 * The handler takes no lock. What it reads is written in an order in which each moment is right for it: but in TERMINAL_OFF `fd` and
 * `flags` are good, and setting or restoring once more does no harm. In a child of fork() the state is the parent's: `owner` tells.
 */
#include "src/reactor/terminal.h"

#include "src/reactor/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#define MODES_MAX 16

/* Those that end the process by default and may be sent to it from a terminal or by kill(1), those that stop it, and its going on. */
static const int signums[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGTSTP, SIGCONT};
#define SIGNALS (sizeof(signums) / sizeof(signums[0]))

typedef enum terminal_phase {
	TERMINAL_OFF,
	TERMINAL_ON,
	TERMINAL_LEAVING, /* it is being restored: to be done once more, but not to be changed again */
} terminal_phase;

typedef struct terminal_mode {
	unsigned ticket;
	unsigned flags;
} terminal_mode;

static struct {
	pthread_mutex_t mutex;
	terminal_mode modes[MODES_MAX]; /* the last one holds */
	unsigned count;
	unsigned last_ticket;
	struct sigaction before[SIGNALS]; /* kept when we are gone: who saved our handler may put it back */
	pid_t owner;
	int fd;
	struct termios original;
	volatile sig_atomic_t flags;
	volatile sig_atomic_t phase;   /* terminal_phase */
	volatile sig_atomic_t changed; /* the terminal has it, and not `original` */
} state = {.mutex = PTHREAD_MUTEX_INITIALIZER};

bool evl_terminal_is(int fd)
{
	struct termios mode;

	return tcgetattr(fd, &mode) == 0;
}

int evl_terminal_size(int fd, unsigned *columns, unsigned *rows)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) != 0) {
		return -errno;
	}
	*columns = size.ws_col;
	*rows = size.ws_row;
	return 0;
}

/* A terminal that is not the session's has no foreground. */
static bool is_foreground(void)
{
	pid_t group = tcgetpgrp(state.fd);

	return group < 0 || group == getpgrp();
}

static void change_mode(struct termios *mode, unsigned flags)
{
	if (flags & EVL_TERMINAL_LINES) {
		mode->c_lflag &= ~(tcflag_t) ECHO;
		mode->c_lflag |= ICANON | ECHONL;
	} else {
		/* Output stays as it is: a "\n" begins a line. */
		mode->c_iflag &= ~(tcflag_t) (ICRNL | INLCR | IGNCR | ISTRIP | IXON);
		mode->c_lflag &= ~(tcflag_t) (ICANON | ECHO | ECHONL | IEXTEN);
		mode->c_cc[VMIN] = 1;
		mode->c_cc[VTIME] = 0;
	}
	if (!(flags & EVL_TERMINAL_SIGNALS)) {
		mode->c_lflag &= ~(tcflag_t) ISIG;
	}
}

/* At once: waiting for the output would hang where the user has stopped it (Ctrl-S). */
static int set_mode(const struct termios *mode)
{
	int status;

	do {
		status = tcsetattr(state.fd, TCSANOW, mode);
	} while (status != 0 && errno == EINTR);
	return status == 0 ? 0 : -errno;
}

/* In the background the terminal is somebody else's, and touching it would stop us; SIGCONT comes with the foreground. */
static int apply(void)
{
	struct termios mode;
	int status;

	if (!is_foreground()) {
		state.changed = false;
		return 0;
	}
	if (!state.changed && tcgetattr(state.fd, &state.original) != 0) {
		return -errno;
	}
	mode = state.original;
	change_mode(&mode, (unsigned) state.flags);
	state.changed = true;
	status = set_mode(&mode);
	if (status != 0) {
		state.changed = false;
	}
	return status;
}

static void restore(void)
{
	if (state.changed && is_foreground()) {
		(void) set_mode(&state.original);
	}
	state.changed = false;
}

static size_t slot_of(int signum)
{
	size_t slot = 0;

	while (signums[slot] != signum) {
		slot++;
	}
	return slot;
}

/* To be ended or stopped, here and now: while our handler runs the signal is blocked. Whoever is stopped comes back. */
static void take_default(int signum)
{
	struct sigaction fallback = {.sa_handler = SIG_DFL};
	struct sigaction ours;
	sigset_t one, blocked;

	if (signum != SIGCONT && sigaction(signum, &fallback, &ours) == 0) {
		(void) sigemptyset(&one);
		(void) sigaddset(&one, signum);
		(void) pthread_sigmask(SIG_UNBLOCK, &one, &blocked);
		(void) raise(signum);
		(void) pthread_sigmask(SIG_SETMASK, &blocked, NULL);
		(void) sigaction(signum, &ours, NULL);
	}
}

static void on_signal(int signum, siginfo_t *info, void *context)
{
	const struct sigaction *before = &state.before[slot_of(signum)];
	bool ours = state.owner == getpid();
	int error = errno;

	if (ours && state.phase != TERMINAL_OFF && signum != SIGCONT) {
		restore();
	}
	/* Which may be the end of us. */
	if (before->sa_flags & SA_SIGINFO) {
		before->sa_sigaction(signum, info, context);
	} else if (before->sa_handler == SIG_DFL) {
		take_default(signum);
	} else if (before->sa_handler != SIG_IGN) {
		before->sa_handler(signum);
	}
	if (ours && state.phase == TERMINAL_ON) {
		(void) apply();
	}
	errno = error;
}

/* What the signal does but for what the loop does with it, which puts that back when it is done. True: the loop watches it. */
static bool get_action(evl_loop *loop, int signum, struct sigaction *action)
{
	if (loop != NULL && evl_signal_previous(loop, signum, action)) {
		return true;
	}
	if (sigaction(signum, NULL, action) != 0) {
		action->sa_handler = SIG_IGN;
	}
	return false;
}

static void set_action(evl_loop *loop, bool watched, int signum, const struct sigaction *action)
{
	if (watched) {
		evl_signal_set_previous(loop, signum, action);
	} else {
		(void) sigaction(signum, action, NULL);
	}
}

static bool is_ours(const struct sigaction *action)
{
	return (action->sa_flags & SA_SIGINFO) && action->sa_sigaction == on_signal;
}

static void catch_signals(evl_loop *loop)
{
	for (size_t i = 0; i < SIGNALS; i++) {
		struct sigaction now;
		bool watched = get_action(loop, signums[i], &now);

		if (is_ours(&now) || (!(now.sa_flags & SA_SIGINFO) && now.sa_handler == SIG_IGN)) {
			continue;
		}
		state.before[i] = now;
		now.sa_sigaction = on_signal;
		now.sa_flags = (now.sa_flags & ~SA_RESETHAND) | SA_SIGINFO;
		set_action(loop, watched, signums[i], &now);
	}
}

/* A handler that was set since then stays. */
static void release_signals(evl_loop *loop)
{
	for (size_t i = 0; i < SIGNALS; i++) {
		struct sigaction now;
		bool watched = get_action(loop, signums[i], &now);

		if (is_ours(&now)) {
			set_action(loop, watched, signums[i], &state.before[i]);
		}
	}
}

/* Terminals are told apart by their device. */
static bool is_other(int fd)
{
	struct stat one, other;

	return fstat(fd, &one) != 0 || fstat(state.fd, &other) != 0 || one.st_rdev != other.st_rdev;
}

/* In a child of fork() what is on is not ours to leave. */
static void forget_parent(evl_loop *loop)
{
	if (state.count > 0 && state.owner != getpid()) {
		state.phase = TERMINAL_OFF;
		state.count = 0;
		release_signals(loop);
		(void) close(state.fd);
	}
}

static int begin(evl_loop *loop, int fd)
{
	if (!evl_terminal_is(fd)) {
		return -errno;
	}
	fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	if (fd < 0) {
		return -errno;
	}
	state.fd = fd;
	state.owner = getpid();
	state.changed = false;
	catch_signals(loop);
	return 0;
}

static void end(evl_loop *loop)
{
	state.phase = TERMINAL_LEAVING;
	restore();
	state.phase = TERMINAL_OFF;
	release_signals(loop);
	(void) close(state.fd);
}

static int enter(unsigned *ticket, evl_loop *loop, int fd, unsigned flags)
{
	int status;

	forget_parent(loop);
	if (state.count == MODES_MAX || (state.count > 0 && is_other(fd))) {
		return UV_EBUSY;
	}
	status = state.count == 0 ? begin(loop, fd) : 0;
	if (status != 0) {
		return status;
	}
	state.flags = (sig_atomic_t) flags;
	state.phase = TERMINAL_ON;
	status = apply();
	if (status != 0) {
		if (state.count == 0) {
			end(loop);
		} else {
			state.flags = (sig_atomic_t) state.modes[state.count - 1].flags;
		}
		return status;
	}
	*ticket = ++state.last_ticket;
	state.modes[state.count++] = (terminal_mode){.ticket = *ticket, .flags = flags};
	return 0;
}

int evl_terminal_enter(unsigned *ticket, evl_loop *loop, int fd, unsigned flags)
{
	int status;

	(void) pthread_mutex_lock(&state.mutex);
	status = enter(ticket, loop, fd, flags);
	(void) pthread_mutex_unlock(&state.mutex);
	return status;
}

static void leave(unsigned ticket, evl_loop *loop)
{
	unsigned i = 0;

	forget_parent(loop);
	while (i < state.count && state.modes[i].ticket != ticket) {
		i++;
	}
	if (i == state.count) {
		return;
	}
	state.count--;
	memmove(&state.modes[i], &state.modes[i + 1], (state.count - i) * sizeof(state.modes[0]));
	if (state.count == 0) {
		end(loop);
	} else {
		state.flags = (sig_atomic_t) state.modes[state.count - 1].flags;
		(void) apply();
	}
}

void evl_terminal_leave(unsigned ticket, evl_loop *loop)
{
	(void) pthread_mutex_lock(&state.mutex);
	leave(ticket, loop);
	(void) pthread_mutex_unlock(&state.mutex);
}

void evl_terminal_reset(evl_loop *loop)
{
	(void) pthread_mutex_lock(&state.mutex);
	forget_parent(loop);
	if (state.count > 0) {
		state.count = 0;
		end(loop);
	}
	(void) pthread_mutex_unlock(&state.mutex);
}

void evl_terminal_look_behind(int signum, struct sigaction *action)
{
	if (is_ours(action)) {
		*action = state.before[slot_of(signum)];
	}
}
