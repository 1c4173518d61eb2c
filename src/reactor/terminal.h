/* SPDX-License-Identifier: MIT */
/*
 * The process's terminal: its size, and modes that are given back whatever happens. The mode belongs to the terminal and not to the
 * descriptor, so what is changed here every other program on it sees, the shell first of all when this process is gone. So signals that
 * end or stop the process put the terminal back before they do, and SIGCONT changes it again, if the process is in the foreground.
 * Nobody can do that at SIGKILL.
 *
 * Modes may be entered one inside the other and left in any order; the one that was entered last holds. There is one such terminal a
 * process at a time. Any thread.
 */
#ifndef EVLOOP_REACTOR_TERMINAL_H
#define EVLOOP_REACTOR_TERMINAL_H

#include "src/reactor/loop.h"

#include <signal.h>

typedef enum evl_terminal_flag {
	EVL_TERMINAL_LINES =
		1 << 0, /* whole lines, edited by the kernel; else what is typed comes at once and is not echoed */
	EVL_TERMINAL_SIGNALS = 1 << 1, /* Ctrl-C, Ctrl-Z and the like are signals and not input */
} evl_terminal_flag;

bool evl_terminal_is(int fd);

/* Either may come out as 0: the terminal does not know. 0 or a negative errno. */
int evl_terminal_size(int fd, unsigned *columns, unsigned *rows);

/*
 * Change the mode; `ticket` is for leaving it. `loop` (may be NULL) is asked which signals it watches. 0; UV_ENOTTY, UV_EBUSY (another
 * terminal is in use, or too many modes) or another negative errno: then nothing has changed.
 */
int evl_terminal_enter(unsigned *ticket, evl_loop *loop, int fd, unsigned flags);

/* Silent for a ticket that is none any more. */
void evl_terminal_leave(unsigned ticket, evl_loop *loop);

/* Leave all: the program ends, perhaps by a jump over who entered them. */
void evl_terminal_reset(evl_loop *loop);

/* Where `action` is the handler that stands in front while a mode is on: what is behind it. */
void evl_terminal_look_behind(int signum, struct sigaction *action);

#endif
