/* SPDX-License-Identifier: MIT */
/* The terminal's size, and that its mode is given back by all ways out. On a pseudo-terminal that is nobody's own. */
#include "src/reactor/terminal.h"

#include "src/reactor/signal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "tests/unit/test.h"

static int controller, terminal;

static void set_up(void)
{
	static const int signums[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGTSTP, SIGCONT};

	/* Shells start what is to run in the background with some of them ignored. */
	for (size_t i = 0; i < sizeof(signums) / sizeof(signums[0]); i++) {
		signal(signums[i], SIG_DFL);
	}
	controller = posix_openpt(O_RDWR | O_NOCTTY);
	CHECK(controller >= 0 && grantpt(controller) == 0 && unlockpt(controller) == 0);
	terminal = open(ptsname(controller), O_RDWR | O_NOCTTY);
	CHECK(terminal >= 0);
}

static void tear_down(void)
{
	close(controller);
	close(terminal);
}

static bool has(tcflag_t flag)
{
	struct termios mode;

	CHECK_EQ(tcgetattr(terminal, &mode), 0);
	return (mode.c_lflag & flag) != 0;
}

static unsigned enter(unsigned flags)
{
	unsigned ticket = 0;

	CHECK_EQ(evl_terminal_enter(&ticket, NULL, terminal, flags), 0);
	CHECK(ticket != 0);
	return ticket;
}

TEST(terminal_is_told_from_what_is_none)
{
	int fds[2];
	unsigned ticket, columns, rows;

	set_up();
	CHECK_EQ(pipe(fds), 0);
	CHECK(evl_terminal_is(terminal));
	CHECK(!evl_terminal_is(fds[0]) && !evl_terminal_is(-1));
	CHECK_EQ(evl_terminal_enter(&ticket, NULL, fds[0], 0), UV_ENOTTY);
	CHECK_EQ(evl_terminal_enter(&ticket, NULL, -1, 0), UV_EBADF);
	CHECK_EQ(evl_terminal_size(fds[0], &columns, &rows), UV_ENOTTY);
	close(fds[0]);
	close(fds[1]);
	tear_down();
}

TEST(terminal_has_a_size)
{
	const struct winsize size = {.ws_col = 132, .ws_row = 43};
	unsigned columns, rows;

	set_up();
	CHECK_EQ(ioctl(controller, TIOCSWINSZ, &size), 0);
	CHECK_EQ(evl_terminal_size(terminal, &columns, &rows), 0);
	CHECK_EQ(columns, 132);
	CHECK_EQ(rows, 43);
	tear_down();
}

TEST(terminal_modes_and_back)
{
	unsigned ticket;

	set_up();
	ticket = enter(0);
	CHECK(!has(ICANON) && !has(ECHO) && !has(ISIG));
	evl_terminal_leave(ticket, NULL);
	CHECK(has(ICANON) && has(ECHO) && has(ISIG));
	evl_terminal_leave(ticket, NULL);
	evl_terminal_leave(12345, NULL);

	ticket = enter(EVL_TERMINAL_SIGNALS);
	CHECK(!has(ICANON) && !has(ECHO) && has(ISIG));
	evl_terminal_leave(ticket, NULL);

	ticket = enter(EVL_TERMINAL_LINES | EVL_TERMINAL_SIGNALS);
	CHECK(has(ICANON) && !has(ECHO) && has(ISIG));
	evl_terminal_leave(ticket, NULL);
	CHECK(has(ICANON) && has(ECHO) && has(ISIG));
	tear_down();
}

TEST(terminal_modes_are_left_in_any_order)
{
	unsigned outer, inner;

	set_up();
	outer = enter(0);
	inner = enter(EVL_TERMINAL_LINES | EVL_TERMINAL_SIGNALS);
	CHECK(has(ICANON));
	evl_terminal_leave(outer, NULL);
	CHECK(has(ICANON) && !has(ECHO));
	evl_terminal_leave(inner, NULL);
	CHECK(has(ICANON) && has(ECHO));

	outer = enter(0);
	inner = enter(EVL_TERMINAL_LINES);
	evl_terminal_leave(inner, NULL);
	CHECK(!has(ICANON));
	evl_terminal_reset(NULL);
	CHECK(has(ICANON));
	evl_terminal_leave(outer, NULL);
	evl_terminal_reset(NULL);
	tear_down();
}

TEST(terminal_is_one_and_has_so_many_modes)
{
	unsigned ticket;
	int first, first_controller;

	set_up();
	first = terminal;
	first_controller = controller;
	for (int i = 0; i < 16; i++) {
		(void) enter(0);
	}
	CHECK_EQ(evl_terminal_enter(&ticket, NULL, terminal, 0), UV_EBUSY);
	evl_terminal_reset(NULL);
	(void) enter(0);
	set_up();
	CHECK_EQ(evl_terminal_enter(&ticket, NULL, terminal, 0), UV_EBUSY);
	evl_terminal_reset(NULL);
	ticket = enter(0);
	CHECK(!has(ICANON));
	evl_terminal_leave(ticket, NULL);
	tear_down();
	close(first);
	close(first_controller);
}

static bool is_default(int signum)
{
	struct sigaction action;

	CHECK_EQ(sigaction(signum, NULL, &action), 0);
	return !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_DFL;
}

TEST(terminal_gives_signals_back)
{
	unsigned ticket;

	set_up();
	signal(SIGHUP, SIG_IGN);
	ticket = enter(0);
	CHECK(!is_default(SIGTERM) && !is_default(SIGTSTP));
	raise(SIGHUP);
	CHECK(!has(ICANON));
	evl_terminal_leave(ticket, NULL);
	CHECK(is_default(SIGTERM) && is_default(SIGTSTP) && is_default(SIGCONT));
	tear_down();
}

static volatile sig_atomic_t handled, was_raw;

static void on_signal(int signum)
{
	handled++;
	was_raw = !has(ICANON);
}

TEST(terminal_is_changed_again_after_a_handler)
{
	struct sigaction action;
	unsigned ticket;

	set_up();
	signal(SIGTERM, on_signal);
	ticket = enter(0);
	raise(SIGTERM);
	CHECK_EQ(handled, 1);
	CHECK(!was_raw && !has(ICANON));
	CHECK_EQ(sigaction(SIGTERM, NULL, &action), 0);
	evl_terminal_look_behind(SIGTERM, &action);
	CHECK(action.sa_handler == on_signal);
	evl_terminal_leave(ticket, NULL);
	raise(SIGTERM);
	CHECK_EQ(handled, 2);
	CHECK(!was_raw && has(ICANON));

	/* A handler that was set meanwhile stays. */
	ticket = enter(0);
	signal(SIGINT, on_signal);
	evl_terminal_leave(ticket, NULL);
	raise(SIGINT);
	CHECK_EQ(handled, 3);
	tear_down();
}

/* A process that has changed the terminal, in a group of its own so that it can be stopped. */
static pid_t start(void)
{
	pid_t child = fork();
	int status;

	CHECK(child >= 0);
	if (child == 0) {
		(void) setpgid(0, 0);
		(void) enter(0);
		(void) raise(SIGSTOP);
		for (;;) {
			pause();
		}
	}
	CHECK_EQ(waitpid(child, &status, WUNTRACED), child);
	CHECK(WIFSTOPPED(status) && !has(ICANON));
	kill(child, SIGCONT);
	return child;
}

TEST(terminal_is_restored_by_signals_that_end_the_process)
{
	static const int signums[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM};

	set_up();
	for (size_t i = 0; i < sizeof(signums) / sizeof(signums[0]); i++) {
		pid_t child = start();
		int status;

		kill(child, signums[i]);
		CHECK_EQ(waitpid(child, &status, 0), child);
		CHECK(WIFSIGNALED(status));
		CHECK_EQ(WTERMSIG(status), signums[i]);
		CHECK(has(ICANON) && has(ECHO) && has(ISIG));
	}
	tear_down();
}

/* Valgrind delivers the signal but does not stop the process. */
static bool can_be_stopped(void)
{
	const char *preload = getenv("LD_PRELOAD");

	return preload == NULL || strstr(preload, "vgpreload") == NULL;
}

TEST(terminal_is_restored_while_the_process_is_stopped)
{
	pid_t child;
	int status;

	if (!can_be_stopped()) {
		return;
	}
	set_up();
	child = start();
	for (int i = 0; i < 2; i++) {
		kill(child, SIGTSTP);
		CHECK_EQ(waitpid(child, &status, WUNTRACED), child);
		CHECK(WIFSTOPPED(status) && has(ICANON));
		kill(child, SIGCONT);
		while (has(ICANON)) {
			usleep(1000);
		}
	}
	kill(child, SIGTERM);
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK(WIFSIGNALED(status) && has(ICANON));
	tear_down();
}

TEST(terminal_of_the_parent_is_not_the_childs_to_restore)
{
	unsigned ticket, own;
	pid_t child;
	int status;

	set_up();
	ticket = enter(0);
	for (int i = 0; i < 3; i++) {
		child = fork();
		CHECK(child >= 0);
		if (child == 0) {
			if (i == 0) {
				raise(SIGTERM);
			}
			if (i == 1) {
				evl_terminal_leave(ticket, NULL);
				CHECK(is_default(SIGTERM));
			}
			own = i == 2 ? enter(EVL_TERMINAL_SIGNALS) : 0;
			evl_terminal_leave(own, NULL);
			_exit(0);
		}
		CHECK_EQ(waitpid(child, &status, 0), child);
		CHECK(i == 0 ? WIFSIGNALED(status) : WIFEXITED(status));
		CHECK(!has(ICANON));
	}
	evl_terminal_leave(ticket, NULL);
	CHECK(has(ICANON));
	tear_down();
}

static int told;

static void on_watched(evl_signal *self, void *owner)
{
	told++;
}

/* The loop puts back what it found: that must not be the default while the mode is on, nor ours when it is not. */
TEST(terminal_and_signals_that_the_loop_watches)
{
	evl_loop loop;
	evl_signal *watched;
	unsigned ticket;

	set_up();
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_signal_open(&watched, &loop, SIGINT, on_watched, &loop), 0);
	CHECK_EQ(evl_signal_start(watched), 0);
	CHECK_EQ(evl_terminal_enter(&ticket, &loop, terminal, 0), 0);
	raise(SIGINT);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 1);
	CHECK(!has(ICANON));
	evl_signal_stop(watched);
	CHECK(!is_default(SIGINT));

	CHECK_EQ(evl_signal_start(watched), 0);
	evl_terminal_leave(ticket, &loop);
	raise(SIGINT);
	evl_loop_poll(&loop, true);
	CHECK_EQ(told, 2);
	evl_handle_release(&watched->handle);
	CHECK(is_default(SIGINT));
	evl_loop_destroy(&loop);
	tear_down();
}
