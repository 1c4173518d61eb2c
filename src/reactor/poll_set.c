/* SPDX-License-Identifier: MIT */
/*
 * epoll on Linux, kqueue elsewhere. Loop's thread only.
 */
#include "src/reactor/poll_set.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#ifdef __linux__

#include <sys/epoll.h>
#include <sys/timerfd.h>

#define ALARM UINT64_MAX
#define BATCH 256

int evl_poll_set_open(void)
{
	int set = epoll_create1(EPOLL_CLOEXEC);

	return set >= 0 ? set : -errno;
}

static int control(int set, int operation, int fd, uint32_t generation, uint8_t events)
{
	struct epoll_event event = {
		.events =
			(events & EVL_POLL_SET_READ ? EPOLLIN | EPOLLRDHUP : 0) | (events & EVL_POLL_SET_WRITE ? EPOLLOUT : 0),
		.data.u64 = (uint64_t) generation << 32 | (uint32_t) fd,
	};

	return epoll_ctl(set, operation, fd, &event) == 0 ? 0 : -errno;
}

int evl_poll_set_change(int set, int fd, uint32_t generation, uint8_t before, uint8_t events)
{
	int status;

	if (events == 0) {
		return control(set, EPOLL_CTL_DEL, fd, generation, 0);
	}
	if (before == 0) {
		status = control(set, EPOLL_CTL_ADD, fd, generation, events);
		return status == -EEXIST ? control(set, EPOLL_CTL_MOD, fd, generation, events) : status;
	}
	/* Changed even if nothing is new: the number may belong to another file by now, which the set does not know. */
	status = control(set, EPOLL_CTL_MOD, fd, generation, events);
	return status == -ENOENT ? control(set, EPOLL_CTL_ADD, fd, generation, events) : status;
}

static evl_poll_set_event translate(const struct epoll_event *event)
{
	evl_poll_set_event result = {.fd = -1};

	if (event->data.u64 == ALARM) {
		return result;
	}
	result.fd = (int) (uint32_t) event->data.u64;
	result.generation = (uint32_t) (event->data.u64 >> 32);
	if (event->events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) {
		result.ready |= EVL_POLL_SET_READ;
	}
	if (event->events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) {
		result.ready |= EVL_POLL_SET_WRITE;
	}
	return result;
}

int evl_poll_set_take(int set, evl_poll_set_event *events, int room)
{
	struct epoll_event found[BATCH];
	int count = epoll_wait(set, found, room < BATCH ? room : BATCH, 0);

	for (int i = 0; i < count; i++) {
		events[i] = translate(&found[i]);
	}
	return count > 0 ? count : 0;
}

/* Edge-triggered: one expiry is one event, and nobody has to read it away. */
static int alarm_open(int set, int *alarm)
{
	struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.u64 = ALARM};
	int fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);

	if (fd < 0) {
		return -errno;
	}
	if (epoll_ctl(set, EPOLL_CTL_ADD, fd, &event) != 0) {
		int status = -errno;

		(void) close(fd);
		return status;
	}
	*alarm = fd;
	return 0;
}

int evl_poll_set_alarm(int set, int *alarm, uint64_t deadline)
{
	struct itimerspec when = {
		.it_value = {.tv_sec = (time_t) (deadline / 1000000000), .tv_nsec = (long) (deadline % 1000000000)},
	};
	int status = *alarm >= 0 ? 0 : alarm_open(set, alarm);

	if (status != 0) {
		return status;
	}
	return timerfd_settime(*alarm, TFD_TIMER_ABSTIME, &when, NULL) == 0 ? 0 : -errno;
}

#else

#include <sys/event.h>
#include <sys/time.h>
#include <sys/types.h>

#define BATCH 256

int evl_poll_set_open(void)
{
	int set = kqueue();

	if (set < 0) {
		return -errno;
	}
	(void) fcntl(set, F_SETFD, FD_CLOEXEC);
	return set;
}

static int control(int set, int fd, int filter, int flags, uint32_t generation)
{
	struct kevent event;

	EV_SET(&event, (uintptr_t) fd, filter, flags, 0, 0, (void *) (uintptr_t) generation);
	return kevent(set, &event, 1, NULL, 0, NULL) == 0 ? 0 : -errno;
}

/* kqueue takes files and some devices, and then says other things than poll() does. */
static bool is_always_ready(int fd)
{
	struct stat stat;

	return fstat(fd, &stat) == 0 && !S_ISFIFO(stat.st_mode) && !S_ISSOCK(stat.st_mode) && isatty(fd) == 0;
}

int evl_poll_set_change(int set, int fd, uint32_t generation, uint8_t before, uint8_t events)
{
	static const struct {
		uint8_t bit;
		int filter;
	} directions[] = {{EVL_POLL_SET_READ, EVFILT_READ}, {EVL_POLL_SET_WRITE, EVFILT_WRITE}};

	if (events != 0 && is_always_ready(fd)) {
		return UV_EPERM;
	}
	for (size_t i = 0; i < sizeof(directions) / sizeof(directions[0]); i++) {
		int status = 0;

		if (events & directions[i].bit) {
			status = control(set, fd, directions[i].filter, EV_ADD, generation);
		} else if (before & directions[i].bit) {
			(void) control(set, fd, directions[i].filter, EV_DELETE, generation);
		}
		if (status != 0) {
			return status;
		}
	}
	return 0;
}

int evl_poll_set_take(int set, evl_poll_set_event *events, int room)
{
	struct kevent found[BATCH];
	const struct timespec at_once = {0, 0};
	int count = kevent(set, NULL, 0, found, room < BATCH ? room : BATCH, &at_once);

	for (int i = 0; i < count; i++) {
		bool read = found[i].filter == EVFILT_READ || (found[i].flags & EV_EOF);
		bool write = found[i].filter == EVFILT_WRITE || (found[i].flags & EV_EOF);

		events[i] = (evl_poll_set_event){
			.fd = found[i].filter == EVFILT_TIMER ? -1 : (int) found[i].ident,
			.generation = (uint32_t) (uintptr_t) found[i].udata,
			.ready = (read ? EVL_POLL_SET_READ : 0) | (write ? EVL_POLL_SET_WRITE : 0),
		};
	}
	return count > 0 ? count : 0;
}

int evl_poll_set_alarm(int set, int *alarm, uint64_t deadline)
{
#ifdef NOTE_NSECONDS
	struct kevent event;
	uint64_t now = uv_hrtime();

	EV_SET(&event, 1, EVFILT_TIMER, EV_ADD | EV_ONESHOT, NOTE_NSECONDS,
		deadline > now ? (intptr_t) (deadline - now) : 1, NULL);
	return kevent(set, &event, 1, NULL, 0, NULL) == 0 ? 0 : -errno;
#else
	return UV_ENOSYS;
#endif
}

#endif
