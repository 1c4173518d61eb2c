/* SPDX-License-Identifier: MIT */
/*
 * Random sequences over a whole loop: streams that connect, write, read, end, close and are released in any order (also
 * from their own callbacks), a listener, timers, look-ups, and the end of the loop in the middle of it all; with and
 * without failing allocations. Every byte that arrives must be the right one. EVLOOP_SEED=n repeats one sequence.
 */
#include "src/core/mem.h"
#include "src/reactor/accept.h"
#include "src/reactor/dns.h"
#include "src/reactor/stream.h"
#include "src/reactor/wakeup.h"

#include <stdlib.h>

#include "tests/unit/net.h"

#define SLOTS 24

typedef struct slot {
	evl_stream *stream;
	evl_timer timer;
	evl_lookup lookup;
	uint64_t written;
	uint64_t seen;
	bool closing;
} slot;

static evl_loop loop;
static evl_listener *listener;
static evl_wakeup *wakeup;
static struct sockaddr_in address;
static slot slots[SLOTS];
static char pattern[300000 + 251];
static uint64_t state;
static int depth;
static uint64_t bytes_seen;
static uint64_t streams_made;

static uint32_t any(uint32_t bound)
{
	state += UINT64_C(0x9e3779b97f4a7c15);
	uint64_t z = (state ^ (state >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t) ((z ^ (z >> 31)) % bound);
}

static void act_on(slot *self);

/* Callbacks do things themselves now and then, but do not go on for ever. */
static void maybe_act(slot *self)
{
	depth++;
	while (depth < 4 && any(3) == 0) {
		act_on(self);
	}
	depth--;
}

static void on_readable(evl_stream *stream, void *owner)
{
	CHECK_PTR(((slot *) owner)->stream, stream);
	CHECK(!((slot *) owner)->closing);
	maybe_act(owner);
}

static void on_drained(evl_stream *stream, void *owner)
{
	CHECK_PTR(((slot *) owner)->stream, stream);
	CHECK(!((slot *) owner)->closing);
	CHECK(stream->write_status != 0 || stream->out.length == 0);
	maybe_act(owner);
}

static void on_connected(evl_stream *stream, void *owner, int status)
{
	CHECK_PTR(((slot *) owner)->stream, stream);
	CHECK(!((slot *) owner)->closing);
	maybe_act(owner);
}

static void on_closed(evl_handle *handle, void *owner)
{
	slot *self = owner;

	CHECK_PTR(&self->stream->handle, handle);
	CHECK(self->closing);
	if (any(2) == 0) {
		evl_handle_release(handle);
		self->stream = NULL;
	}
}

static const evl_stream_ops ops = {
	.handle = {.closed = on_closed}, .readable = on_readable, .drained = on_drained, .connected = on_connected};

static void on_connection(evl_listener *self, void *owner)
{
}

static const evl_listener_ops listener_ops = {.connection = on_connection};

static void on_timer(evl_timer *timer)
{
	slot *self = EVL_CONTAINER_OF(timer, slot, timer);

	CHECK(evl_loop_now() >= timer->deadline);
	maybe_act(self);
}

static void on_lookup(evl_lookup *lookup, const evl_answer *answer)
{
	slot *self = EVL_CONTAINER_OF(lookup, slot, lookup);

	CHECK(!evl_lookup_is_pending(lookup));
	maybe_act(self);
}

static void on_wakeup(evl_wakeup *self, void *owner)
{
	maybe_act(&slots[any(SLOTS)]);
}

static void check_bytes(slot *self, size_t size)
{
	CHECK(memcmp(evl_buf_data(&self->stream->in), pattern + self->seen % 251, size) == 0);
	self->seen += size;
	bytes_seen += size;
	evl_stream_consume(self->stream, size);
}

static void do_connect(slot *self)
{
	evl_stream *stream;

	if (self->stream != NULL) {
		return;
	}
	self->written = 0;
	self->seen = 0;
	self->closing = false;
	if (evl_stream_connect_tcp(&stream, &loop, (struct sockaddr *) &address, NULL, &ops, self) == 0) {
		self->stream = stream;
		streams_made++;
	}
}

static void do_write(slot *self)
{
	size_t size = any(3) == 0 ? any(300000) : any(2000);
	int status;

	if (self->stream == NULL || evl_stream_buffered(self->stream) > 1000000) {
		return;
	}
	/* Counted before: `drained` may write behind it. */
	self->written += size;
	status = evl_stream_write(self->stream, pattern + (self->written - size) % 251, size);
	if (status != 0 && (self->stream == NULL || self->stream->write_status == 0)) {
		self->written -= size;
	}
}

static void do_reserve(slot *self)
{
	size_t size = any(5) == 0 ? any(100000) : any(500);
	char *room = self->stream != NULL ? evl_stream_reserve(self->stream, size) : NULL;

	if (room != NULL) {
		memcpy(room, pattern + self->written % 251, size);
		self->written += size;
		evl_stream_commit(self->stream, size);
	}
}

static void do_read(slot *self)
{
	if (self->stream == NULL) {
		return;
	}
	if (any(6) == 0) {
		evl_stream_read_stop(self->stream);
	} else {
		(void) evl_stream_read_start(self->stream);
	}
}

static void do_consume(slot *self)
{
	size_t held = self->stream != NULL ? self->stream->in.length : 0;

	if (held > 0) {
		check_bytes(self, any(2) == 0 ? held : any((uint32_t) held) + 1);
	}
}

static void do_flush(slot *self)
{
	if (self->stream != NULL) {
		evl_stream_flush(self->stream);
	}
}

static void do_end(slot *self)
{
	if (self->stream != NULL && any(3) == 0) {
		(void) evl_stream_end(self->stream);
	}
}

static void do_close(slot *self)
{
	if (self->stream != NULL && any(3) == 0) {
		self->closing = true;
		evl_stream_close(self->stream);
	}
}

static void do_release(slot *self)
{
	if (self->stream != NULL && any(3) == 0) {
		evl_stream_release(self->stream);
		self->stream = NULL;
	}
}

static void do_look(slot *self)
{
	struct sockaddr_storage name;
	int length;

	if (self->stream != NULL) {
		(void) evl_stream_no_delay(self->stream, any(2));
		(void) evl_stream_address(self->stream, any(2), &name, &length);
		self->stream->in_high = any(2) ? 1 + any(1000) : 65536;
	}
}

static void do_timer(slot *self)
{
	if (any(3) == 0) {
		evl_timer_stop(&loop, &self->timer);
	} else {
		evl_timer_reference(&loop, &self->timer, any(2));
		(void) evl_timer_start(&loop, &self->timer, any(4) ? evl_loop_now() + any(2000000) : any(10));
	}
}

static void do_lookup(slot *self)
{
	if (evl_lookup_is_pending(&self->lookup)) {
		evl_lookup_leave(&self->lookup);
	} else {
		const char *const names[] = {"127.0.0.1", "127.0.0.2", "127.0.0.3"};

		(void) evl_lookup_start(&self->lookup, &loop, names[any(3)], AF_UNSPEC, any(2) * 1000000u, on_lookup);
	}
}

static void do_wakeup(slot *self)
{
	if (wakeup != NULL) {
		evl_wakeup_send(wakeup);
	}
}

/* Some more often than others. */
static void (*const actions[])(slot *) = {
	do_connect,
	do_connect,
	do_write,
	do_write,
	do_write,
	do_reserve,
	do_reserve,
	do_read,
	do_read,
	do_consume,
	do_consume,
	do_consume,
	do_flush,
	do_end,
	do_close,
	do_release,
	do_look,
	do_timer,
	do_timer,
	do_lookup,
	do_wakeup,
};

static void act_on(slot *self)
{
	actions[any(sizeof(actions) / sizeof(actions[0]))](self);
}

static void take_connections(void)
{
	int fd;

	/* Not always: some are to be waiting when the listener goes. */
	while (any(8) != 0 && listener != NULL && (fd = evl_listener_take(listener)) >= 0) {
		slot *self = &slots[any(SLOTS)];

		if (self->stream != NULL) {
			close(fd);
			continue;
		}
		self->written = 0;
		self->seen = 0;
		self->closing = false;
		if (evl_stream_open_tcp(&self->stream, &loop, fd, &ops, self) == 0) {
			(void) evl_stream_read_start(self->stream);
			streams_made++;
		}
	}
}

static void open_listener(void)
{
	static const evl_listen_options options = {.backlog = 64};
	struct sockaddr_in any_port = net_loopback(0);
	struct sockaddr_storage bound;
	int length;

	if (evl_listener_open(
			&listener, &loop, (struct sockaddr *) &any_port, sizeof(any_port), &options, &listener_ops, &loop) == 0) {
		CHECK_EQ(evl_listener_address(listener, &bound, &length), 0);
		memcpy(&address, &bound, sizeof(address));
	}
}

static void do_listener(void)
{
	switch (any(20)) {
	case 0:
		if (listener != NULL) {
			evl_listener_release(listener);
		}
		open_listener();
		break;
	case 1:
		if (listener != NULL) {
			evl_listener_pause(listener, true);
		}
		break;
	default:
		if (listener != NULL) {
			evl_listener_pause(listener, false);
		} else {
			open_listener();
		}
	}
}

static void open_loop(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	open_listener();
	(void) evl_wakeup_open(&wakeup, &loop, on_wakeup, &loop);
}

/* The loop goes with everything open and pending; what is still owned is let go before or after. */
static void close_loop(void)
{
	bool first = any(2);

	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1) {
			evl_loop_destroy(&loop);
			memset(&loop, 0xee, sizeof(loop));
		}
		for (int i = 0; i < SLOTS; i++) {
			slot *self = &slots[i];

			if (pass == 0 && (!first || any(2))) {
				continue;
			}
			if (self->stream != NULL) {
				evl_stream_release(self->stream);
				self->stream = NULL;
			}
			evl_lookup_leave(&self->lookup);
			if (pass == 1) {
				CHECK(!evl_timer_is_active(&self->timer));
			}
		}
	}
	if (listener != NULL) {
		evl_listener_release(listener);
		listener = NULL;
	}
	if (wakeup != NULL) {
		evl_handle_release(&wakeup->handle);
		wakeup = NULL;
	}
}

static void run_sequence(uint64_t seed, long fail_each)
{
	state = seed;
	open_loop();
	evl_mem_fail_each(fail_each);
	for (int step = 0; step < 3000; step++) {
		act_on(&slots[any(SLOTS)]);
		if (any(4) == 0) {
			/* Waiting is safe with a timer only, and what the flush tells may stop the last one. */
			evl_loop_flush(&loop);
			evl_loop_poll(&loop, loop.timers_referenced > 0 && any(4) == 0);
			take_connections();
		}
		if (any(50) == 0) {
			do_listener();
		}
		if (any(1000) == 0) {
			close_loop();
			/* A loop that cannot be made is no test of what happens in one. */
			evl_mem_fail_each(0);
			open_loop();
			evl_mem_fail_each(fail_each);
		}
	}
	evl_mem_fail_each(0);
	close_loop();
}

static void stress(uint64_t first, long fail_each)
{
	const char *only = getenv("EVLOOP_SEED");

	for (size_t i = 0; i < sizeof(pattern); i++) {
		pattern[i] = (char) (i % 251);
	}
	for (int i = 0; i < SLOTS; i++) {
		evl_timer_init(&slots[i].timer, on_timer);
	}
	if (only != NULL) {
		run_sequence(strtoull(only, NULL, 10), fail_each);
		return;
	}
	for (uint64_t seed = first; seed < first + 20; seed++) {
		run_sequence(seed, fail_each);
	}
	/* A stress that moves nothing shows nothing. */
	CHECK(streams_made > 500);
	CHECK(bytes_seen > 1000000);
}

TEST(stress_random_sequences)
{
	stress(1000, 0);
}

TEST(stress_with_failing_allocations)
{
	stress(2000, 13);
}
