/* SPDX-License-Identifier: MIT */
/*
 * Writing. A string is fed to the evl_stream in slices of what is left up to the high-water mark; the rest stays in the
 * caller's memory while it waits, so the buffer is bounded whatever is written. Who has to wait stands in `writers`,
 * and only the first of them writes: whole calls leave in the order they were made. PHP's thread only;
 * evloop_stream_on_drained() may run inside the poll.
 */
#include "src/io/stream.h"

#include "src/base/error.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"

static evl_tick *tick_of(const evloop_stream *self)
{
	return &self->stream->handle.loop->tick;
}

static void wake_first_writer(const evloop_stream *self)
{
	if (!evl_list_is_empty(&self->writers)) {
		evloop_waiter_wake(tick_of(self), EVL_CONTAINER_OF(self->writers.next, evloop_waiter, link));
	}
}

void evloop_stream_on_drained(evl_stream *stream, void *owner)
{
	evloop_stream *self = owner;

	if (UNEXPECTED(!evl_list_is_empty(&self->writers))) {
		wake_first_writer(self);
	}
	if (UNEXPECTED(!evl_list_is_empty(&self->drainers))) {
		evloop_waiters_wake(&stream->handle.loop->tick, &self->drainers);
	}
	if (UNEXPECTED(self->flow != NULL)) {
		evloop_flow_poke(self->flow);
	}
	if (UNEXPECTED(self->life != NULL)) {
		evloop_life_moved(self->life);
	}
}

/* Why writing fails: also what the peer did while we read. 0 = it does not. */
static int write_failure(const evloop_stream *self)
{
	const evl_stream *stream = self->stream;

	if (stream->write_status != 0) {
		return stream->write_status;
	}
	/* Whoever only stops to send may still read. */
	return stream->read_status != UV_EOF && stream->read_status != EVL_TLS_TRUNCATED ? stream->read_status : 0;
}

static bool throw_failure(const evloop_stream *self, const char *operation, int status)
{
	evloop_stream_throw(self, status, operation, "to");
	return false;
}

static bool check_not_failed(const evloop_stream *self, const char *operation)
{
	int status = write_failure(self);

	return EXPECTED(status == 0) || throw_failure(self, operation, status);
}

bool evloop_stream_check_writable(evloop_stream *self, const char *operation)
{
	if (UNEXPECTED(self->resource != NULL)) {
		evloop_stream_look_at_resource(self);
	}
	if (UNEXPECTED(self->stream == NULL)) {
		return evloop_stream_check_open(self, operation);
	}
	if (UNEXPECTED(self->kind->may_write != NULL) && !self->kind->may_write(self, operation)) {
		return false;
	}
	if (UNEXPECTED(self->ended)) {
		zend_throw_exception_ex(
			evloop_ce_closed_exception, 0, "%s() to %s: it was ended", operation, evloop_stream_name(self));
		return false;
	}
	return check_not_failed(self, operation);
}

/* Buffer up to the mark; what was taken goes off `data` and `size`. False with an exception thrown. */
static bool write_slice(evloop_stream *self, const char **data, size_t *size, const char *operation)
{
	size_t buffered = evl_stream_buffered(self->stream);
	size_t room = buffered < self->settings.high_water ? self->settings.high_water - buffered : 0;
	size_t slice = MIN(*size, room);
	int status = evl_stream_write(self->stream, *data, slice);

	if (UNEXPECTED(status != 0)) {
		return throw_failure(self, operation, status);
	}
	*data += slice;
	*size -= slice;
	return true;
}

static bool throw_timeout(const evloop_stream *self, const char *operation, double timeout, size_t left, size_t size)
{
	zend_throw_exception_ex(evloop_ce_timeout_exception, 0,
		"%s() to %s: the peer took too little within %g seconds, %zu of %zu bytes were not sent", operation,
		evloop_stream_name(self), timeout, left, size);
	return false;
}

/* Wait for one's turn and for room; while the kernel takes it as fast as we give it only for the others to have theirs. */
static evloop_waited write_wait(evloop_stream *self, evloop_waiter *waiter, const char *operation, uint64_t deadline)
{
	if (self->writers.next == &waiter->link && evl_stream_buffered(self->stream) == 0) {
		return evloop_waiter_yield(waiter, &self->std, operation);
	}
	return evloop_waiter_wait(waiter, &self->std, operation, evloop_deadline_left(deadline));
}

static bool write_in_turn(
	evloop_stream *self, evloop_waiter *waiter, const char *data, size_t size, double timeout, const char *operation)
{
	uint64_t deadline = evloop_deadline(timeout);
	size_t left = size;

	for (;;) {
		evloop_waited waited;

		if (self->writers.next == &waiter->link) {
			if (!write_slice(self, &data, &left, operation)) {
				return false;
			}
			if (left == 0) {
				return true;
			}
		}
		waited = write_wait(self, waiter, operation, deadline);
		if (waited == EVLOOP_WAITED_THROWN) {
			return false;
		}
		if (self->stream == NULL) {
			return evloop_stream_check_still_open(self, operation);
		}
		if (!check_not_failed(self, operation)) {
			return false;
		}
		if (waited == EVLOOP_WAITED_IN_VAIN) {
			return throw_timeout(self, operation, timeout, left, size);
		}
	}
}

static bool write_queued(evloop_stream *self, const char *data, size_t size, double timeout, const char *operation)
{
	evloop_waiter waiter = {.waiting = false};
	bool ok;

	evl_list_append(&self->writers, &waiter.link);
	ok = write_in_turn(self, &waiter, data, size, timeout, operation);
	evl_list_remove(&waiter.link);
	if (self->stream != NULL) {
		wake_first_writer(self);
	}
	return ok;
}

/* One write(): what the kind has to say once all of it is buffered. */
static bool write_is_whole(evloop_stream *self, bool ok, const char *operation, double timeout)
{
	return ok && (EXPECTED(self->kind->written == NULL) || self->kind->written(self, operation, timeout));
}

bool evloop_stream_write(evloop_stream *self, const char *data, size_t size, double timeout)
{
	if (UNEXPECTED(!evloop_stream_check_writable(self, "write"))) {
		return false;
	}
	if (EXPECTED(evl_list_is_empty(&self->writers)) &&
		EXPECTED(size <= self->settings.high_water &&
				 evl_stream_buffered(self->stream) <= self->settings.high_water - size)) {
		return write_is_whole(self, write_slice(self, &data, &size, "write"), "write", timeout);
	}
	return write_is_whole(self, write_queued(self, data, size, timeout, "write"), "write", timeout);
}

int evloop_stream_try_write(evloop_stream *self, const char *data, size_t size)
{
	size_t buffered;
	int status;

	if (!evloop_stream_check_writable(self, "tryWrite")) {
		return -1;
	}
	buffered = evl_stream_buffered(self->stream);
	if (!evl_list_is_empty(&self->writers) ||
		(buffered > 0 && (buffered >= self->settings.high_water || size > self->settings.high_water - buffered))) {
		evloop_flow_want_drain(self->flow);
		return 0;
	}
	status = evl_stream_write(self->stream, data, size);
	if (status != 0) {
		throw_failure(self, "tryWrite", status);
		return -1;
	}
	return 1;
}

static bool is_drained(const evloop_stream *self)
{
	uint32_t end = self->stream->stream_flags & (EVL_STREAM_ENDING | EVL_STREAM_ENDED);

	return evl_stream_buffered(self->stream) == 0 && end != EVL_STREAM_ENDING;
}

bool evloop_stream_drain(evloop_stream *self, double timeout)
{
	uint64_t deadline = evloop_deadline(timeout);
	evloop_waited waited = EVLOOP_WAITED;
	uint64_t mark;
	size_t size;

	if (!evloop_stream_check_open(self, "drain") || !check_not_failed(self, "drain")) {
		return false;
	}
	evl_stream_flush(self->stream);
	size = evl_stream_buffered(self->stream);
	mark = self->stream->written;
	while (!is_drained(self) && waited == EVLOOP_WAITED) {
		evloop_drainer drainer = {.mark = mark};

		evl_list_append(&self->drainers, &drainer.waiter.link);
		waited = evloop_waiter_wait(&drainer.waiter, &self->std, "drain", evloop_deadline_left(deadline));
		evl_list_remove(&drainer.waiter.link);
		if (waited == EVLOOP_WAITED_THROWN) {
			return false;
		}
		if (self->stream == NULL) {
			return drainer.left || evloop_stream_check_still_open(self, "drain");
		}
	}
	if (!check_not_failed(self, "drain")) {
		return false;
	}
	return is_drained(self) || throw_timeout(self, "drain", timeout, evl_stream_buffered(self->stream), size);
}

bool evloop_stream_end(evloop_stream *self, const char *data, size_t size)
{
	int status;

	if (self->stream != NULL && self->ended && size == 0) {
		return true;
	}
	if (!evloop_stream_check_writable(self, "end")) {
		return false;
	}
	/* From now on nobody writes behind it; who waits already goes first. */
	self->ended = true;
	if ((size > 0 || !evl_list_is_empty(&self->writers)) &&
		!write_queued(self, data, size, self->settings.write_timeout, "end")) {
		return false;
	}
	if (!write_is_whole(self, true, "end", self->settings.write_timeout)) {
		return false;
	}
	status = evl_stream_end(self->stream);
	if (status != 0) {
		return throw_failure(self, "end", status);
	}
	if (!evl_stream_is_socket(self->stream)) {
		/* There is no other end than the close, which waits until all is sent. */
		evloop_stream_close(self);
	}
	return true;
}

bool evloop_stream_is_writable(const evloop_stream *self)
{
	return self->stream != NULL && !self->ended && write_failure(self) == 0;
}
