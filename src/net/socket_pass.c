/* SPDX-License-Identifier: MIT */
/*
 * sendHandle() and receiveHandle(): a connection moves to another process over a Unix socket. Its descriptor goes along with a frame
 * that says what the kernel does not know: the bytes that were read and not taken, the settings, the peer's address. The frame is in
 * the byte order and the sizes of the machine, which both processes share. PHP's thread only.
 *
 *     "evlh" | uint32 size of what follows | pass_state | name | bytes
 */
#include "src/net/socket.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

/* More is not sent, and refused when somebody else sends it. */
#define SIZE_LIMIT (64u << 20)

/* Until a peer that takes nothing is tried again: without output on its way nobody tells. */
#define RETRY_DELAY 0.005

static const char magic[4] = {'e', 'v', 'l', 'h'};

typedef struct pass_head {
	char magic[sizeof(magic)];
	uint32_t size;
} pass_head;

typedef struct pass_state {
	evloop_stream_settings settings;
	uint32_t name_size;
	uint32_t ended;    /* the FIN is sent */
	uint32_t accepted; /* by a server */
	uint32_t zero;     /* in place of padding, which would be sent as it is */
} pass_state;

static size_t frame_size(const evloop_stream *passed)
{
	size_t name = passed->name != NULL ? ZSTR_LEN(passed->name) : 0;

	return sizeof(pass_head) + sizeof(pass_state) + name + passed->stream->in.length;
}

/* Where the next part goes. */
static char *put(char *at, const void *part, size_t size)
{
	memcpy(at, part, size);
	return at + size;
}

static zend_string *frame_of(const evloop_stream *passed)
{
	size_t name = passed->name != NULL ? ZSTR_LEN(passed->name) : 0;
	zend_string *frame = zend_string_alloc(frame_size(passed), 0);
	pass_head head = {.size = (uint32_t) (ZSTR_LEN(frame) - sizeof(head))};
	pass_state state = {.settings = passed->settings,
		.name_size = (uint32_t) name,
		.ended = passed->ended,
		.accepted = EVL_CONTAINER_OF(passed, const evloop_socket, stream)->accepted};
	char *at = ZSTR_VAL(frame);

	memcpy(head.magic, magic, sizeof(magic));
	at = put(at, &head, sizeof(head));
	at = put(at, &state, sizeof(state));
	if (name > 0) {
		at = put(at, ZSTR_VAL(passed->name), name);
	}
	if (passed->stream->in.length > 0) {
		at = put(at, evl_buf_data(&passed->stream->in), passed->stream->in.length);
	}
	*at = '\0';
	return frame;
}

/* Whether it can go now: nobody uses it, all output is sent, nothing failed. False with an exception thrown. */
static bool check_passed(evloop_stream *passed)
{
	int status;

	if (!evloop_stream_check_open(passed, "sendHandle") || !evloop_stream_check_free(passed, "sendHandle")) {
		return false;
	}
	if (passed->stream->tls != NULL) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"sendHandle() of %s: it is encrypted, and its keys cannot go along; hand it over before startTls()",
			evloop_stream_name(passed));
		return false;
	}
	status = passed->stream->write_status;
	if (status == 0 && passed->stream->read_status != UV_EOF) {
		status = passed->stream->read_status;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "sendHandle() of %s", evloop_stream_name(passed));
		return false;
	}
	if (frame_size(passed) > SIZE_LIMIT) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0,
			"sendHandle() of %s: more than %u bytes were read from it and not taken", evloop_stream_name(passed),
			SIZE_LIMIT);
		return false;
	}
	return true;
}

/* Wait, a moment or until something changes. False with an exception thrown. */
static bool wait_for_room(evloop_stream *self, evloop_waiter *waiter, bool a_moment, uint64_t deadline, double timeout)
{
	double left = evloop_deadline_left(deadline);

	if (left == 0.0) {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0,
			"sendHandle() to %s: the peer took nothing within %g seconds", evloop_stream_name(self), timeout);
		return false;
	}
	if (a_moment && (left < 0.0 || left > RETRY_DELAY)) {
		left = RETRY_DELAY;
	}
	return evloop_waiter_wait(waiter, &self->std, "sendHandle", left) != EVLOOP_WAITED_THROWN &&
		   evloop_stream_check_still_open(self, "sendHandle") && evloop_stream_check_writable(self, "sendHandle");
}

/* It is our turn and all before us is sent. */
static bool is_our_turn(const evloop_stream *self, const evloop_waiter *waiter)
{
	if (self->writers.next != &waiter->link) {
		return false;
	}
	evl_stream_flush(self->stream);
	return evl_stream_buffered(self->stream) == 0;
}

/* One try: 0, UV_EAGAIN, or another failure. */
static int pass_now(evloop_stream *self, evloop_stream *passed)
{
	zend_string *frame;
	int taken;

	/* From here on what comes is the other process's. */
	evl_stream_read_stop(passed->stream);
	frame = frame_of(passed);
	taken = evl_stream_pass(self->stream, evl_stream_fd(passed->stream), ZSTR_VAL(frame), ZSTR_LEN(frame));
	if (taken > 0) {
		(void) evl_stream_write(self->stream, ZSTR_VAL(frame) + taken, ZSTR_LEN(frame) - (size_t) taken);
	}
	zend_string_release(frame);
	return taken > 0 ? 0 : taken;
}

static bool send_in_turn(evloop_stream *self, evloop_waiter *waiter, evloop_stream *passed, double timeout)
{
	uint64_t deadline = evloop_deadline(timeout);

	for (;;) {
		int status = UV_EBUSY;

		if (!check_passed(passed)) {
			return false;
		}
		if (evl_stream_buffered(passed->stream) > 0) {
			if (!evloop_stream_drain(passed, evloop_deadline_left(deadline)) ||
				!evloop_stream_check_still_open(self, "sendHandle")) {
				return false;
			}
			continue;
		}
		if (is_our_turn(self, waiter)) {
			status = pass_now(self, passed);
		}
		if (status == 0) {
			evloop_stream_close(passed);
			return true;
		}
		if (status != UV_EAGAIN && status != UV_EBUSY) {
			evloop_error_throw(evloop_ce_socket_exception, status, "sendHandle() to %s", evloop_stream_name(self));
			return false;
		}
		if (!wait_for_room(self, waiter, status == UV_EAGAIN, deadline, timeout)) {
			return false;
		}
	}
}

/* Only a Unix socket can. False with an exception thrown. */
static bool check_can_pass(const evloop_stream *self, const char *operation)
{
	if (!evloop_stream_check_open(self, operation)) {
		return false;
	}
	if (self->stream->uv.stream.type != UV_NAMED_PIPE || self->stream->tls != NULL) {
		evloop_error_throw(evloop_ce_socket_exception, UV_ENOTSUP, "%s() on %s, which is %s,", operation,
			evloop_stream_name(self), self->stream->tls != NULL ? "encrypted" : "no Unix socket");
		return false;
	}
	return true;
}

PHP_METHOD(Evloop_Socket, sendHandle)
{
	evloop_stream *self = evloop_stream_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_waiter waiter = {.waiting = false};
	zend_object *socket;
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(socket, evloop_ce_socket)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (socket == Z_OBJ_P(ZEND_THIS)) {
		zend_argument_value_error(1, "must not be the socket itself");
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&timeout, no_timeout, self->settings.write_timeout, 2) ||
		!check_can_pass(self, "sendHandle") || !evloop_stream_check_writable(self, "sendHandle")) {
		RETURN_THROWS();
	}
	evl_list_append(&self->writers, &waiter.link);
	(void) send_in_turn(self, &waiter, evloop_stream_from_obj(socket), timeout);
	evl_list_remove(&waiter.link);
	if (self->stream != NULL) {
		evloop_waiters_wake(&self->stream->handle.loop->tick, &self->writers);
	}
}

/* Wait for a whole frame, which stays buffered. 0: the end; its size; -1 with an exception thrown. */
static ssize_t await_frame(evloop_stream *self, double timeout)
{
	pass_head head;

	if (!evloop_stream_gather(self, sizeof(head), timeout, "receiveHandle")) {
		return -1;
	}
	if (self->stream->in.length == 0) {
		return evloop_stream_read_end(self, "receiveHandle") ? 0 : -1;
	}
	if (self->stream->in.length >= sizeof(head)) {
		memcpy(&head, evl_buf_data(&self->stream->in), sizeof(head));
		if (memcmp(head.magic, magic, sizeof(magic)) != 0 || head.size < sizeof(pass_state) || head.size > SIZE_LIMIT) {
			zend_throw_exception_ex(evloop_ce_protocol_exception, 0,
				"receiveHandle() from %s: what came is not from sendHandle()", evloop_stream_name(self));
			return -1;
		}
		if (!evloop_stream_gather(self, sizeof(head) + head.size, timeout, "receiveHandle")) {
			return -1;
		}
		if (self->stream->in.length >= sizeof(head) + head.size) {
			return (ssize_t) (sizeof(head) + head.size);
		}
	}
	if (evloop_stream_read_end(self, "receiveHandle")) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0, "receiveHandle() from %s: the end came within a handle",
			evloop_stream_name(self));
	}
	return -1;
}

/* The Socket of a frame and its descriptor. False: the frame is not whole. */
static bool open_frame(evloop_stream *made, evl_stream *stream, const char *frame, size_t size)
{
	const char *name = frame + sizeof(pass_head) + sizeof(pass_state);
	size_t before = (size_t) (name - frame);
	pass_state state;

	memcpy(&state, frame + sizeof(pass_head), sizeof(state));
	if (state.name_size > size - before || state.settings.read_buffer == 0 || state.settings.high_water == 0) {
		evl_stream_release(stream);
		return false;
	}
	EVL_CONTAINER_OF(made, evloop_socket, stream)->accepted = state.accepted != 0;
	before += state.name_size;
	if (size > before && evl_buf_append(&stream->in, frame + before, size - before) != 0) {
		stream->read_status = UV_ENOMEM;
	}
	if (state.ended) {
		made->ended = true;
		stream->stream_flags |= EVL_STREAM_ENDING | EVL_STREAM_ENDED;
	}
	evloop_stream_attach(made, stream, &state.settings);
	/* Last, since here PHP may be out of memory, and then ends the stream with its object. */
	made->name = zend_string_init(name, state.name_size, 0);
	return true;
}

PHP_METHOD(Evloop_Socket, receiveHandle)
{
	evloop_stream *self = evloop_stream_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_stream *made;
	evl_stream *stream;
	double timeout = 0.0;
	bool no_timeout = true;
	ssize_t size;
	int status;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, self->settings.read_timeout, 1) ||
		!check_can_pass(self, "receiveHandle")) {
		RETURN_THROWS();
	}
	evl_stream_want_passed(self->stream);
	size = await_frame(self, timeout);
	if (size <= 0) {
		return; /* null at the end */
	}
	made = &evloop_socket_new()->stream;
	ZVAL_OBJ(return_value, &made->std);
	status = evl_stream_take_passed(&stream, self->stream, &evloop_stream_ops, made);
	if (status != 0) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0, "receiveHandle() from %s: %s", evloop_stream_name(self),
			status == UV_EAGAIN ? "the descriptor did not arrive: this process has no room for it, or had read before"
								: "the descriptor is no TCP or Unix socket");
	} else if (!open_frame(made, stream, evl_buf_data(&self->stream->in), (size_t) size)) {
		zend_throw_exception_ex(evloop_ce_protocol_exception, 0,
			"receiveHandle() from %s: what came is not from sendHandle()", evloop_stream_name(self));
	}
	evl_stream_consume(self->stream, (size_t) size);
	if (status == UV_EINVAL) {
		/* It cannot be taken, so what comes behind it cannot either. */
		evloop_stream_close(self);
	}
}
