/* SPDX-License-Identifier: MIT */
/* Foreign descriptors: level-triggered, several polls each, closed and reused numbers, files that are always ready. */
#include "src/reactor/poll.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "src/core/mem.h"
#include "tests/unit/test.h"

typedef struct watcher {
	evl_poll poll;
	int ready;
	int gone;
} watcher;

static evl_loop loop;
static int ends[2];

static void on_ready(evl_poll *poll)
{
	EVL_CONTAINER_OF(poll, watcher, poll)->ready++;
}

static void on_gone(evl_poll *poll)
{
	EVL_CONTAINER_OF(poll, watcher, poll)->gone++;
}

static evl_poll_view seen;

static evl_poll_view look(const evl_poll *poll)
{
	return seen;
}

static const evl_poll_ops ops = {on_ready, on_gone, NULL};
static const evl_poll_ops looking = {on_ready, on_gone, look};

static void set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
}

static void tear_down(void)
{
	evl_loop_destroy(&loop);
	(void) close(ends[0]);
	(void) close(ends[1]);
}

static int start(watcher *self, int fd, evl_poll_direction direction)
{
	*self = (watcher){0};
	evl_poll_init(&self->poll, &ops, fd, direction);
	return evl_poll_start(&loop, &self->poll);
}

static void send_byte(void)
{
	CHECK_EQ(write(ends[1], "x", 1), 1);
}

TEST(poll_is_level_triggered)
{
	watcher reader;
	char byte;

	set_up();
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	CHECK_EQ(evl_poll_start(&loop, &reader.poll), 0);
	send_byte();
	evl_loop_poll(&loop, true);
	evl_loop_poll(&loop, true);
	CHECK_EQ(reader.ready, 2);
	CHECK_EQ(read(ends[0], &byte, 1), 1);
	evl_loop_poll(&loop, false);
	CHECK_EQ(reader.ready, 2);
	tear_down();
}

TEST(poll_tells_every_watcher_of_its_direction)
{
	watcher readers[3], writer;

	set_up();
	for (int i = 0; i < 3; i++) {
		CHECK_EQ(start(&readers[i], ends[0], EVL_POLL_READ), 0);
	}
	CHECK_EQ(start(&writer, ends[0], EVL_POLL_WRITE), 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(writer.ready, 1);
	CHECK_EQ(readers[0].ready, 0);
	send_byte();
	evl_poll_stop(&loop, &readers[1].poll);
	evl_poll_stop(&loop, &writer.poll);
	evl_loop_poll(&loop, true);
	CHECK_EQ(readers[0].ready, 1);
	CHECK_EQ(readers[1].ready, 0);
	CHECK_EQ(readers[2].ready, 1);
	CHECK_EQ(writer.ready, 1);
	tear_down();
}

TEST(poll_keeps_the_loop_alive_while_it_is_started_and_referenced)
{
	watcher reader;

	set_up();
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	CHECK(evl_loop_is_alive(&loop));
	evl_poll_reference(&loop, &reader.poll, false);
	CHECK(!evl_loop_is_alive(&loop));
	evl_poll_reference(&loop, &reader.poll, true);
	CHECK(evl_loop_is_alive(&loop));
	evl_poll_stop(&loop, &reader.poll);
	evl_poll_stop(&loop, &reader.poll);
	CHECK(!evl_loop_is_alive(&loop));
	tear_down();
}

TEST(poll_finds_files_always_ready)
{
	watcher reader, writer;
	int null = open("/dev/null", O_RDWR);

	set_up();
	CHECK_EQ(start(&reader, null, EVL_POLL_READ), 0);
	CHECK_EQ(start(&writer, null, EVL_POLL_WRITE), 0);
	evl_loop_poll(&loop, true);
	evl_loop_poll(&loop, true);
	CHECK_EQ(reader.ready, 2);
	CHECK_EQ(writer.ready, 2);
	evl_poll_stop(&loop, &reader.poll);
	evl_poll_stop(&loop, &writer.poll);
	evl_loop_poll(&loop, false);
	CHECK_EQ(reader.ready, 2);
	(void) close(null);
	tear_down();
}

TEST(poll_refuses_what_is_not_open)
{
	watcher reader;

	set_up();
	CHECK_EQ(start(&reader, -1, EVL_POLL_READ), UV_EBADF);
	CHECK_EQ(start(&reader, 1000, EVL_POLL_READ), UV_EBADF);
	CHECK(!evl_loop_is_alive(&loop));
	tear_down();
}

TEST(poll_of_a_closed_descriptor_is_told_so_before_the_loop_waits)
{
	watcher reader;

	set_up();
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	(void) close(ends[0]);
	loop.touched = true;
	evl_loop_poll(&loop, true);
	CHECK_EQ(reader.gone, 1);
	CHECK(!evl_poll_is_started(&reader.poll));
	CHECK(!evl_loop_is_alive(&loop));
	ends[0] = dup(ends[1]);
	tear_down();
}

TEST(poll_of_many_is_looked_at_after_a_while)
{
	watcher *readers = calloc(100, sizeof(*readers));
	uint64_t begin = evl_loop_now();

	set_up();
	for (int i = 0; i < 100; i++) {
		evl_poll_init(&readers[i].poll, &ops, ends[0], EVL_POLL_READ);
		CHECK_EQ(evl_poll_start(&loop, &readers[i].poll), 0);
	}
	(void) close(ends[0]);
	while (evl_loop_is_alive(&loop)) {
		loop.touched = true;
		evl_loop_poll(&loop, true);
		CHECK(evl_loop_now() - begin < UINT64_C(5000000000));
	}
	CHECK_EQ(readers[99].gone, 1);
	ends[0] = dup(ends[1]);
	tear_down();
	free(readers);
}

TEST(poll_whose_owner_holds_bytes_is_ready)
{
	watcher reader = {0};

	set_up();
	evl_poll_init(&reader.poll, &looking, ends[0], EVL_POLL_READ);
	CHECK_EQ(evl_poll_start(&loop, &reader.poll), 0);
	seen = EVL_POLL_READY;
	loop.touched = true;
	evl_loop_poll(&loop, false);
	CHECK_EQ(reader.ready, 0);
	send_byte();
	evl_loop_poll(&loop, true);
	CHECK_EQ(reader.ready, 2);
	seen = EVL_POLL_WAITING;
	tear_down();
}

TEST(poll_of_a_number_used_again_reports_the_new_file)
{
	watcher old, fresh;
	int number;

	set_up();
	number = ends[0];
	CHECK_EQ(start(&old, number, EVL_POLL_READ), 0);
	(void) close(ends[0]);
	(void) close(ends[1]);
	CHECK_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	CHECK_EQ(ends[0], number);
	CHECK_EQ(start(&fresh, number, EVL_POLL_READ), 0);
	send_byte();
	evl_loop_poll(&loop, true);
	CHECK_EQ(fresh.ready, 1);
	evl_poll_stop(&loop, &old.poll);
	evl_loop_poll(&loop, true);
	CHECK_EQ(fresh.ready, 2);
	tear_down();
}

/* The kernel reports a closed descriptor for ever while a copy of it is open: the loop must not spin on it. */
TEST(poll_of_a_closed_descriptor_with_a_copy_does_not_spin)
{
	watcher reader;
	int copy;

	set_up();
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	send_byte();
	copy = dup(ends[0]);
	(void) close(ends[0]);
	evl_poll_stop(&loop, &reader.poll);
	evl_loop_poll(&loop, false);
	CHECK_EQ(reader.ready, 0);
	/* The set is new: another watcher works, and nothing is ready any more. */
	CHECK_EQ(start(&reader, ends[1], EVL_POLL_READ), 0);
	for (int i = 0; i < 10; i++) {
		evl_loop_poll(&loop, false);
	}
	CHECK_EQ(reader.ready, 0);
	CHECK_EQ(write(copy, "x", 1), 1);
	evl_loop_poll(&loop, true);
	CHECK_EQ(reader.ready, 1);
	ends[0] = copy;
	tear_down();
}

TEST(poll_outlives_its_loop)
{
	watcher reader;

	set_up();
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	tear_down();
	CHECK(!evl_poll_is_started(&reader.poll));
	evl_poll_stop(&loop, &reader.poll);
	CHECK_EQ(evl_poll_start(&loop, &reader.poll), UV_ECANCELED);
}

TEST(poll_survives_failing_memory)
{
	watcher reader;

	set_up();
	for (long n = 1; n < 6; n++) {
		evl_mem_fail_each(n);
		if (start(&reader, ends[0], EVL_POLL_READ) == 0) {
			evl_poll_stop(&loop, &reader.poll);
		}
		evl_mem_fail_each(0);
	}
	CHECK_EQ(start(&reader, ends[0], EVL_POLL_READ), 0);
	tear_down();
}
