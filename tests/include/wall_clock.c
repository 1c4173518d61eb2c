/* SPDX-License-Identifier: MIT */
/*
 * Preloaded: a wall clock that jumps by the seconds in the variable WALL_CLOCK_JUMP, which may change at any time, while the
 * monotonic clock goes on. Says at the end whether libuv reads its clock through here: PHP opens extensions past all
 * preloaded libraries unless tools/asan_dlopen.c is linked in. A timerfd on the wall clock is refused.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int timerfd_create(int clock, int flags);

static int asked_by_the_loop;

static time_t jump(void)
{
	const char *seconds = getenv("WALL_CLOCK_JUMP");

	return seconds != NULL ? strtol(seconds, NULL, 10) : 0;
}

static int is_wall(clockid_t clock)
{
	return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

static void count_if_loop(const void *caller)
{
	Dl_info from;

	if (dladdr(caller, &from) != 0 && (strstr(from.dli_fname, "libuv") != NULL || strstr(from.dli_fname, "evloop"))) {
		asked_by_the_loop = 1;
	}
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	if (syscall(SYS_clock_gettime, clock, now) != 0) {
		return -1;
	}
	if (is_wall(clock)) {
		now->tv_sec += jump();
	} else if (!asked_by_the_loop) {
		count_if_loop(__builtin_return_address(0));
	}
	return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	struct timespec precise;

	(void) zone;
	(void) clock_gettime(CLOCK_REALTIME, &precise);
	now->tv_sec = precise.tv_sec;
	now->tv_usec = precise.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *to)
{
	struct timespec now;

	(void) clock_gettime(CLOCK_REALTIME, &now);
	if (to != NULL) {
		*to = now.tv_sec;
	}
	return now.tv_sec;
}

int timerfd_create(int clock, int flags)
{
	if (is_wall(clock)) {
		errno = EINVAL;
		return -1;
	}
	return (int) syscall(SYS_timerfd_create, clock, flags);
}

__attribute__((destructor)) static void tell(void)
{
	if (asked_by_the_loop) {
		(void) fputs("the loop's clock was ours\n", stderr);
	}
}
