/* SPDX-License-Identifier: MIT */
/*
 * Reading. Bytes stay in the evl_stream's buffer until a read can have what it wants, so whatever ends the waiting
 * loses none of them. PHP's thread only; evloop_stream_on_readable() runs inside the poll.
 */
#include "src/io/stream.h"

#include "src/base/error.h"
#include "src/base/landing.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"

void evloop_stream_on_readable(evl_stream *stream, void *owner)
{
	evloop_stream *self = owner;
	evloop_reader *reader = self->reader;

	if (EXPECTED(reader != NULL) && (stream->in.length >= reader->need || stream->read_status != 0)) {
		evloop_waiter_wake(&stream->handle.loop->tick, &reader->waiter);
	}
	if (UNEXPECTED(self->flow != NULL)) {
		evloop_flow_poke(self->flow);
	}
	if (UNEXPECTED(self->life != NULL)) {
		evloop_life_moved(self->life);
	}
}

/* Who waits for the handshake stands as the reader. */
void evloop_stream_on_secured(evl_stream *stream, void *owner, int status)
{
	evloop_stream *self = owner;

	if (self->reader != NULL) {
		evloop_waiter_wake(&stream->handle.loop->tick, &self->reader->waiter);
	}
}

/* Open, and nobody else reads. */
static bool read_check(evloop_stream *self, const char *operation)
{
	if (UNEXPECTED(self->resource != NULL)) {
		evloop_stream_look_at_resource(self);
	}
	if (UNEXPECTED(self->stream == NULL)) {
		return evloop_stream_check_open(self, operation);
	}
	if (UNEXPECTED(self->reader != NULL)) {
		evloop_waiter_throw_pending(&self->reader->waiter, operation, evloop_stream_name(self));
		return false;
	}
	if (UNEXPECTED(self->flow != NULL) && !evloop_flow_check_pull(self->flow, operation)) {
		return false;
	}
	return EXPECTED(self->kind->may_read == NULL) || self->kind->may_read(self, operation);
}

static evloop_waited read_wait_once(evloop_stream *self, size_t need, double timeout, const char *operation)
{
	evloop_reader reader = {.need = need};
	evloop_waited waited;

	if (UNEXPECTED(evl_stream_read_start(self->stream) != 0)) {
		/* Nobody would wake us: read_status says it. */
		return EVLOOP_WAITED;
	}
	evloop_landing_prepare(self->stream->handle.loop);
	self->reader = &reader;
	evl_stream_reference(self->stream, true);
	waited = evloop_waiter_wait_within(&reader.waiter, &self->reading, &self->std, operation, timeout);
	self->reader = NULL;
	if (EXPECTED(self->stream != NULL)) {
		evl_stream_reference(self->stream, false);
	}
	return waited;
}

/* Wait until `need` bytes are buffered or no more come, or nothing came for that long. */
static evloop_waited read_wait_for(evloop_stream *self, size_t need, double timeout, const char *operation)
{
	evloop_waited waited;
	size_t before;

	do {
		before = self->stream->in.length;
		waited = read_wait_once(self, need, timeout, operation);
		if (UNEXPECTED(waited == EVLOOP_WAITED_THROWN)) {
			return waited;
		}
		if (UNEXPECTED(self->stream == NULL)) {
			(void) evloop_stream_check_still_open(self, operation);
			return EVLOOP_WAITED_THROWN;
		}
		if (self->stream->in.length >= need || self->stream->read_status != 0) {
			return EVLOOP_WAITED;
		}
		/* As long as something comes the time begins anew. */
	} while (waited == EVLOOP_WAITED || self->stream->in.length > before);

	return EVLOOP_WAITED_IN_VAIN;
}

/* The same; what is late throws. */
static bool read_wait(evloop_stream *self, size_t need, double timeout, const char *operation)
{
	evloop_waited waited = read_wait_for(self, need, timeout, operation);

	if (UNEXPECTED(waited == EVLOOP_WAITED_IN_VAIN)) {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "%s() from %s: nothing came within %g seconds",
			operation, evloop_stream_name(self), timeout);
	}
	return EXPECTED(waited == EVLOOP_WAITED);
}

/* Let `in` hold so many bytes, for one operation. */
static void read_widen(evloop_stream *self, size_t size)
{
	if (self->stream->in_high < size) {
		self->stream->in_high = size;
	}
}

static void read_narrow(evloop_stream *self)
{
	if (self->stream != NULL) {
		self->stream->in_high = self->settings.read_buffer;
	}
}

/* The first `size` bytes, and `more` that are dropped. */
static void read_take(evloop_stream *self, size_t size, size_t more, zval *result)
{
	evl_stream *stream = self->stream;
	zend_string *landed = size == stream->in.length ? evloop_landing_take(stream) : NULL;

	if (landed != NULL) {
		ZVAL_NEW_STR(result, landed);
		return;
	}
	ZVAL_STRINGL_FAST(result, evl_buf_data(&stream->in), size);
	evl_stream_consume(stream, size + more);
}

/*
 * Nothing is buffered, and no more comes. A peer that failed while we wrote leaves an end that looks like any other
 * (the kernel reports a failure once); only after a FIN of its own is our failing to write (EPIPE) no failure to read.
 * TLS has an end that nobody else can make.
 */
bool evloop_stream_read_end(const evloop_stream *self, const char *operation)
{
	int status = self->stream->read_status;

	if (status == UV_EOF && self->stream->write_status != 0 && self->stream->write_status != UV_EPIPE &&
		!evl_stream_is_secured(self->stream)) {
		status = self->stream->write_status;
	}
	if (status == UV_EOF) {
		return true;
	}
	evloop_stream_throw(self, status, operation, "from");
	return false;
}

bool evloop_stream_read(evloop_stream *self, size_t length, double timeout, zval *result)
{
	if (UNEXPECTED(!read_check(self, "read"))) {
		return false;
	}
	if (self->stream->in.length == 0) {
		if (self->stream->read_status == 0 && !read_wait(self, 1, timeout, "read")) {
			return false;
		}
		if (self->stream->in.length == 0) {
			ZVAL_NULL(result);
			return evloop_stream_read_end(self, "read");
		}
	}
	read_take(self, MIN(length, self->stream->in.length), 0, result);
	return true;
}

bool evloop_stream_gather(evloop_stream *self, size_t need, double timeout, const char *operation)
{
	bool ok = true;

	if (!read_check(self, operation)) {
		return false;
	}
	if (self->stream->in.length < need && self->stream->read_status == 0) {
		read_widen(self, need);
		ok = read_wait(self, need, timeout, operation);
		read_narrow(self);
	}
	return ok;
}

bool evloop_stream_gather_for(evloop_stream *self, size_t need, double seconds, const char *operation)
{
	bool ok = true;

	if (!read_check(self, operation)) {
		return false;
	}
	if (self->stream->in.length < need && self->stream->read_status == 0) {
		read_widen(self, need);
		ok = read_wait_for(self, need, seconds, operation) != EVLOOP_WAITED_THROWN;
		read_narrow(self);
	}
	return ok;
}

bool evloop_stream_check_free(evloop_stream *self, const char *operation)
{
	if (!read_check(self, operation)) {
		return false;
	}
	if (!evl_list_is_empty(&self->writers)) {
		evloop_waiter_throw_pending(
			EVL_CONTAINER_OF(self->writers.next, evloop_waiter, link), operation, evloop_stream_name(self));
		return false;
	}
	return true;
}

static bool line_too_long(const evloop_stream *self, size_t max)
{
	zend_throw_exception_ex(evloop_ce_stream_exception, 0, "readLine() from %s: the line has more than %zu bytes",
		evloop_stream_name(self), max);
	return false;
}

/* The last line has no end. */
static bool read_last_line(evloop_stream *self, size_t max, zval *result)
{
	size_t size = self->stream->in.length;

	if (size == 0 || self->stream->read_status != UV_EOF) {
		ZVAL_NULL(result);
		return evloop_stream_read_end(self, "readLine");
	}
	if (size > max) {
		return line_too_long(self, max);
	}
	read_take(self, size, 0, result);
	return true;
}

static bool read_line(evloop_stream *self, size_t max, zval *result)
{
	size_t scanned = 0;

	for (;;) {
		const char *data = evl_buf_data(&self->stream->in);
		size_t size = self->stream->in.length;
		const char *end = size > scanned ? memchr(data + scanned, '\n', size - scanned) : NULL;

		if (end != NULL) {
			size_t line = (size_t) (end - data);
			size_t more = line > 0 && data[line - 1] == '\r' ? 2 : 1;

			line -= more - 1;
			if (line > max) {
				return line_too_long(self, max);
			}
			read_take(self, line, more, result);
			return true;
		}
		/* A line of `max` bytes may have its "\r" here and its "\n" on the way. */
		if (size > max + 1 || (size > max && data[size - 1] != '\r')) {
			return line_too_long(self, max);
		}
		if (self->stream->read_status != 0) {
			return read_last_line(self, max, result);
		}
		scanned = size;
		if (!read_wait(self, size + 1, self->settings.read_timeout, "readLine")) {
			return false;
		}
	}
}

bool evloop_stream_read_line(evloop_stream *self, size_t max, zval *result)
{
	bool ok;

	if (!read_check(self, "readLine")) {
		return false;
	}
	read_widen(self, max + 2);
	ok = read_line(self, max, result);
	read_narrow(self);
	return ok;
}

bool evloop_stream_read_exactly(evloop_stream *self, size_t length, zval *result)
{
	bool ok;

	if (!read_check(self, "readExactly")) {
		return false;
	}
	if (self->stream->in.length < length && self->stream->read_status == 0) {
		read_widen(self, length);
		ok = read_wait(self, length, self->settings.read_timeout, "readExactly");
		read_narrow(self);
		if (!ok) {
			return false;
		}
	}
	if (self->stream->in.length >= length) {
		read_take(self, length, 0, result);
		return true;
	}
	if (evloop_stream_read_end(self, "readExactly")) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0,
			"readExactly() from %s: the end came after %zu of %zu bytes", evloop_stream_name(self),
			self->stream->in.length, length);
	}
	return false;
}

bool evloop_stream_read_all(evloop_stream *self, size_t limit, zval *result)
{
	bool ok;

	if (!read_check(self, "readAll")) {
		return false;
	}
	if (self->stream->in.length <= limit && self->stream->read_status == 0) {
		read_widen(self, limit + 1);
		ok = read_wait(self, limit + 1, self->settings.read_timeout, "readAll");
		read_narrow(self);
		if (!ok) {
			return false;
		}
	}
	if (self->stream->in.length > limit) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0, "readAll() from %s: there are more than %zu bytes",
			evloop_stream_name(self), limit);
		return false;
	}
	if (!evloop_stream_read_end(self, "readAll")) {
		return false;
	}
	read_take(self, self->stream->in.length, 0, result);
	return true;
}

/* True when there are bytes. False at the end, and with an exception thrown. */
static bool pipe_wait(evloop_stream *self)
{
	if (self->stream->in.length == 0 && self->stream->read_status == 0 &&
		!read_wait(self, 1, self->settings.read_timeout, "pipeTo")) {
		return false;
	}
	return self->stream->in.length > 0 || !evloop_stream_read_end(self, "pipeTo");
}

/* Hand over what is buffered. It stays in the buffer until the sink has it; meanwhile nobody else may read. */
static bool pipe_chunk(evloop_stream *self, const evloop_sink *sink, zend_long *count)
{
	zend_string *chunk = zend_string_init(evl_buf_data(&self->stream->in), self->stream->in.length, 0);
	evloop_reader busy = {.need = SIZE_MAX};
	bool written;

	evloop_waiter_mark(&busy.waiter, "pipeTo");
	self->reader = &busy;
	written = evloop_sink_write(sink, chunk);
	self->reader = NULL;
	if (EXPECTED(written)) {
		*count += (zend_long) ZSTR_LEN(chunk);
		if (EXPECTED(self->stream != NULL)) {
			evl_stream_consume(self->stream, ZSTR_LEN(chunk));
		}
	}
	zend_string_release(chunk);
	return written && evloop_stream_check_still_open(self, "pipeTo");
}

bool evloop_stream_pipe(evloop_stream *self, const evloop_sink *sink, zend_long *count)
{
	if (!read_check(self, "pipeTo")) {
		return false;
	}
	while (pipe_wait(self) && EG(exception) == NULL) {
		if (!pipe_chunk(self, sink, count)) {
			return false;
		}
	}
	return EG(exception) == NULL;
}

bool evloop_stream_is_readable(const evloop_stream *self)
{
	return self->stream != NULL && !self->unreadable && (self->stream->in.length > 0 || self->stream->read_status == 0);
}
