/* SPDX-License-Identifier: MIT */
/* The kernel's set of descriptors: events, changes, what it forgets, the alarm. */
#include "src/reactor/poll_set.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <uv.h>

#include "tests/unit/test.h"

static int set;
static int ends[2];
static evl_poll_set_event found[8];

static void set_up(void)
{
	set = evl_poll_set_open();
	CHECK(set >= 0);
	CHECK_EQ(pipe(ends), 0);
}

static void tear_down(void)
{
	(void) close(set);
	(void) close(ends[0]);
	(void) close(ends[1]);
}

TEST(poll_set_reports_what_is_ready_with_its_generation)
{
	set_up();
	CHECK_EQ(evl_poll_set_change(set, ends[0], 7, 0, EVL_POLL_SET_READ), 0);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 0);
	CHECK_EQ(write(ends[1], "x", 1), 1);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 1);
	CHECK_EQ(found[0].fd, ends[0]);
	CHECK_EQ(found[0].generation, 7);
	CHECK_EQ(found[0].ready, EVL_POLL_SET_READ);
	CHECK_EQ(evl_poll_set_change(set, ends[0], 7, EVL_POLL_SET_READ, 0), 0);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 0);
	tear_down();
}

TEST(poll_set_registers_a_number_anew_that_the_kernel_forgot)
{
	int number;

	set_up();
	number = ends[0];
	CHECK_EQ(evl_poll_set_change(set, number, 1, 0, EVL_POLL_SET_READ), 0);
	(void) close(ends[0]);
	(void) close(ends[1]);
	CHECK_EQ(evl_poll_set_change(set, number, 1, EVL_POLL_SET_READ, EVL_POLL_SET_READ), UV_EBADF);
	CHECK_EQ(pipe(ends), 0);
	CHECK_EQ(ends[0], number);
	CHECK_EQ(evl_poll_set_change(set, number, 1, EVL_POLL_SET_READ, EVL_POLL_SET_READ), 0);
	CHECK_EQ(write(ends[1], "x", 1), 1);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 1);
	tear_down();
}

TEST(poll_set_refuses_files_that_are_always_ready)
{
	int null = open("/dev/null", O_RDWR);

	set_up();
	CHECK_EQ(evl_poll_set_change(set, null, 1, 0, EVL_POLL_SET_READ), UV_EPERM);
	(void) close(null);
	tear_down();
}

TEST(poll_set_hang_up_makes_both_directions_ready)
{
	set_up();
	CHECK_EQ(evl_poll_set_change(set, ends[1], 1, 0, EVL_POLL_SET_WRITE), 0);
	(void) close(ends[0]);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 1);
	CHECK_EQ(found[0].ready, EVL_POLL_SET_READ | EVL_POLL_SET_WRITE);
	ends[0] = dup(ends[1]);
	tear_down();
}

TEST(poll_set_alarm_comes_once_and_not_early)
{
	int alarm = -1;
	uint64_t deadline = uv_hrtime() + 400000;
	struct pollfd wait;

	set_up();
	CHECK_EQ(evl_poll_set_alarm(set, &alarm, deadline), 0);
	wait = (struct pollfd){.fd = set, .events = POLLIN};
	CHECK_EQ(poll(&wait, 1, 1000), 1);
	CHECK(uv_hrtime() >= deadline);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 1);
	CHECK_EQ(found[0].fd, -1);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 0);
	CHECK_EQ(evl_poll_set_alarm(set, &alarm, uv_hrtime() + 1), 0);
	CHECK_EQ(poll(&wait, 1, 1000), 1);
	CHECK_EQ(evl_poll_set_take(set, found, 8), 1);
	if (alarm >= 0) {
		(void) close(alarm);
	}
	tear_down();
}
