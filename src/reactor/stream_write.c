/* SPDX-License-Identifier: MIT */
/*
 * A stream's writing side. Output is tried with uv_try_write() first; what the kernel does not take goes on in one
 * uv_write_t, whose allocation owns these bytes until its callback. Only one is in flight, and nothing is tried beside
 * it, so the order is kept whatever mix of writes and flushes the owner makes. Loop's thread only.
 */
#include "src/reactor/stream.h"

#include "src/core/mem.h"
#include "src/reactor/landing.h"
#include "src/reactor/stream_disk.h"
#include "src/reactor/stream_foreign.h"
#include "src/reactor/tls_hooks.h"

#include <assert.h>
#include <errno.h>
#include <sys/socket.h>

typedef struct write_rest {
	uv_write_t uv;
	evl_buf bytes;
} write_rest;

/* Whether there is no end to send (any more). */
static bool end_is_over(const evl_stream *stream)
{
	return (stream->stream_flags & (EVL_STREAM_ENDING | EVL_STREAM_ENDED)) != EVL_STREAM_ENDING ||
		   stream->write_status != 0;
}

void evl_stream_tell_drained(evl_stream *stream)
{
	assert(evl_stream_check(stream));
	if (stream->stream_flags & EVL_STREAM_LINGERING) {
		if (end_is_over(stream)) {
			evl_handle_close(&stream->handle);
		}
		return;
	}
	if (evl_handle_is_heard(&stream->handle)) {
		((const evl_stream_ops *) stream->handle.ops)->drained(stream, stream->handle.owner);
	}
}

/* Why nothing can be written, or 0. */
static int write_refusal(const evl_stream *stream)
{
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	if (stream->write_status != 0) {
		return stream->write_status;
	}
	return stream->stream_flags & EVL_STREAM_ENDING ? UV_EPIPE : 0;
}

/* Whether output may go to the kernel now, without overtaking any. */
static bool write_is_open(const evl_stream *stream)
{
	return !(stream->stream_flags & (EVL_STREAM_CONNECTING | EVL_STREAM_SECURING | EVL_STREAM_WRITING));
}

int evl_stream_fail_output(evl_stream *stream, int status)
{
	stream->write_status = status;
	evl_buf_free(&stream->out);
	if (EVL_TLS_OF(stream) != NULL) {
		evl_tls_drop_output(stream);
	}
	return status;
}

/* The FIN. All output was handed over, so the descriptor itself can be told: no request, no turn of the poller. */
static void send_end(evl_stream *stream)
{
	if (EVL_TLS_OF(stream) != NULL && !evl_tls_notify(stream)) {
		return;
	}
	stream->stream_flags |= EVL_STREAM_ENDED;
	/* A pipe's end comes with its close. */
	if (shutdown(evl_stream_fd(stream), SHUT_WR) != 0 && errno != ENOTSOCK) {
		(void) evl_stream_fail_output(stream, -errno);
	}
}

static void on_rest_written(uv_write_t *uv, int status)
{
	evl_stream *stream = uv->handle->data;
	write_rest *rest = EVL_CONTAINER_OF(uv, write_rest, uv);

	if (EVL_TLS_OF(stream) != NULL) {
		evl_tls_keep_block(stream->handle.loop, &rest->bytes);
	}
	evl_buf_free(&rest->bytes);
	evl_free(rest);
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_WRITING;
	if (status == 0) {
		stream->handle.loop->bytes_out += stream->out_pending;
	}
	stream->out_pending = 0;
	if (evl_handle_is_closing(&stream->handle)) {
		return;
	}
	if (status != 0) {
		(void) evl_stream_fail_output(stream, status);
		evl_stream_tell_drained(stream);
		return;
	}
	if (EVL_TLS_OF(stream) != NULL && evl_tls_go_on(stream) == 0 && (stream->stream_flags & EVL_STREAM_WRITING)) {
		return;
	}
	if (stream->out.length > 0 || (stream->stream_flags & EVL_STREAM_ENDING)) {
		evl_stream_flush(stream);
		return;
	}
	evl_stream_tell_drained(stream);
}

int evl_stream_write_rest(evl_stream *stream, evl_buf *held)
{
	write_rest *rest = evl_malloc(sizeof(*rest));
	uv_buf_t bytes;
	int status;

	if (rest == NULL) {
		return evl_stream_fail_output(stream, UV_ENOMEM);
	}
	rest->bytes = *held;
	bytes = (uv_buf_t){.base = evl_buf_data(&rest->bytes), .len = rest->bytes.length};
	status = uv_write(&rest->uv, &stream->uv.stream, &bytes, 1, on_rest_written);
	if (status != 0) {
		evl_free(rest);
		return evl_stream_fail_output(stream, status);
	}
	*held = (evl_buf){0};
	stream->out_pending = rest->bytes.length;
	stream->stream_flags |= EVL_STREAM_WRITING;
	return 0;
}

/* The same for a foreign descriptor; what it does not take stays in `out`. */
static int write_foreign(evl_stream *stream, const char *data, size_t size)
{
	ssize_t taken;

	if (size > 0 && evl_buf_append(&stream->out, data, size) != 0) {
		return evl_stream_fail_output(stream, UV_ENOMEM);
	}
	taken = evl_foreign_write(stream->foreign, evl_buf_data(&stream->out), stream->out.length);
	if (taken < 0) {
		return evl_stream_fail_output(stream, (int) taken);
	}
	stream->handle.loop->bytes_out += (uint64_t) taken;
	evl_buf_consume(&stream->out, (size_t) taken);
	if (stream->out.length > 0) {
		stream->stream_flags |= EVL_STREAM_WRITING;
		evl_foreign_want_write(stream->foreign);
	}
	return 0;
}

void evl_stream_on_room(evl_stream *stream)
{
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_WRITING;
	if (!evl_handle_is_closing(&stream->handle)) {
		evl_stream_flush(stream);
	}
}

/* The same for a file: a thread takes it all. */
static int write_disk(evl_stream *stream, const char *data, size_t size)
{
	int status = size > 0 ? evl_buf_append(&stream->out, data, size) : 0;

	if (status == 0 && stream->out.length > 0) {
		status = evl_disk_write_out(stream->disk);
	}
	if (status != 0) {
		return evl_stream_fail_output(stream, status);
	}
	if (stream->out_pending > 0) {
		stream->stream_flags |= EVL_STREAM_WRITING;
	}
	return 0;
}

void evl_stream_on_disk_written(evl_stream *stream, int status)
{
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_WRITING;
	stream->out_pending = 0;
	if (evl_handle_is_closing(&stream->handle)) {
		return;
	}
	if (status != 0) {
		(void) evl_stream_fail_output(stream, status);
	} else if (stream->out.length > 0 || (stream->stream_flags & EVL_STREAM_ENDING)) {
		evl_stream_flush(stream);
	}
	/* Also when there is more: somebody may wait for the part that is written. */
	evl_stream_tell_drained(stream);
}

/*
 * Try `out` and, behind it, `size` bytes of `data`, which stay the caller's: what is left of them is appended to `out`,
 * and all that is left goes to libuv. 0 or what evl_stream_fail_output() kept.
 */
static int write_now(evl_stream *stream, const char *data, size_t size)
{
	uv_buf_t bytes[2];
	unsigned count = 0;
	size_t held = stream->out.length;
	size_t taken = 0;
	int status;

	if (stream->foreign != NULL) {
		return write_foreign(stream, data, size);
	}
	if (stream->disk != NULL) {
		return write_disk(stream, data, size);
	}
	if (EVL_TLS_OF(stream) != NULL) {
		return evl_tls_write(stream, data, size);
	}
	if (held > 0) {
		bytes[count++] = (uv_buf_t){.base = evl_buf_data(&stream->out), .len = held};
	}
	if (size > 0) {
		bytes[count++] = (uv_buf_t){.base = (char *) data, .len = size};
	}
	status = uv_try_write(&stream->uv.stream, bytes, count);
	if (status > 0) {
		taken = (size_t) status;
		stream->handle.loop->bytes_out += taken;
	} else if (status < 0 && status != UV_EAGAIN) {
		return evl_stream_fail_output(stream, status);
	}
	evl_buf_consume(&stream->out, taken < held ? taken : held);
	taken = taken > held ? taken - held : 0;
	if (taken < size && evl_buf_append(&stream->out, data + taken, size - taken) != 0) {
		return evl_stream_fail_output(stream, UV_ENOMEM);
	}
	return stream->out.length > 0 ? evl_stream_write_rest(stream, &stream->out) : 0;
}

static int stream_append(evl_stream *stream, const char *data, size_t size)
{
	if (evl_buf_append(&stream->out, data, size) != 0) {
		return UV_ENOMEM;
	}
	stream->written += size;
	if (write_is_open(stream)) {
		evl_loop_flush_later(stream->handle.loop, &stream->flush);
	}
	return 0;
}

int evl_stream_write(evl_stream *stream, const char *data, size_t size)
{
	int status = write_refusal(stream);

	if (status != 0 || size == 0) {
		return status;
	}
	return stream->out.length + size < EVL_STREAM_WRITE_NOW ? stream_append(stream, data, size)
															: evl_stream_write_at_once(stream, data, size);
}

int evl_stream_write_at_once(evl_stream *stream, const char *data, size_t size)
{
	int status = write_refusal(stream);

	if (status != 0 || size == 0) {
		return status;
	}
	if (!write_is_open(stream)) {
		return stream_append(stream, data, size);
	}
	stream->written += size;
	status = write_now(stream, data, size);
	assert(evl_stream_check(stream));
	if (status != 0 || evl_stream_buffered(stream) == 0) {
		evl_stream_tell_drained(stream);
	}
	return status;
}

char *evl_stream_reserve(evl_stream *stream, size_t size)
{
	return write_refusal(stream) == 0 ? evl_buf_reserve(&stream->out, size) : NULL;
}

void evl_stream_commit(evl_stream *stream, size_t size)
{
	evl_buf_commit(&stream->out, size);
	stream->written += size;
	if (!write_is_open(stream)) {
		return;
	}
	if (stream->out.length >= EVL_STREAM_WRITE_NOW) {
		evl_stream_flush(stream);
	} else {
		evl_loop_flush_later(stream->handle.loop, &stream->flush);
	}
}

void evl_stream_flush(evl_stream *stream)
{
	if (evl_list_is_linked(&stream->flush.link)) {
		evl_list_remove(&stream->flush.link);
	}
	if (evl_handle_is_closing(&stream->handle) || !write_is_open(stream) || stream->write_status != 0) {
		return;
	}
	if (stream->out.length > 0) {
		(void) write_now(stream, NULL, 0);
		assert(evl_stream_check(stream));
		if (stream->stream_flags & EVL_STREAM_WRITING) {
			return;
		}
	}
	if (stream->write_status == 0 &&
		(stream->stream_flags & (EVL_STREAM_ENDING | EVL_STREAM_ENDED)) == EVL_STREAM_ENDING) {
		send_end(stream);
		if (stream->stream_flags & EVL_STREAM_WRITING) {
			return;
		}
	}
	evl_stream_tell_drained(stream);
}

int evl_stream_end(evl_stream *stream)
{
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	if (stream->stream_flags & EVL_STREAM_ENDING || stream->write_status != 0) {
		return stream->write_status;
	}
	stream->stream_flags |= EVL_STREAM_ENDING;
	if (write_is_open(stream)) {
		evl_loop_flush_later(stream->handle.loop, &stream->flush);
	}
	return 0;
}

static void on_lingered_enough(evl_timer *timer)
{
	evl_handle_close(&EVL_CONTAINER_OF(timer, evl_linger, timer)->stream->handle);
}

/* NULL: no memory, or the loop is torn down. */
static evl_linger *linger_new(evl_stream *stream, uint64_t limit)
{
	evl_linger *linger = evl_malloc(sizeof(*linger));

	if (linger == NULL) {
		return NULL;
	}
	evl_timer_init(&linger->timer, on_lingered_enough);
	linger->stream = stream;
	/* The write in flight keeps the loop alive, as long as there is one. */
	linger->timer.unreferenced = true;
	if (evl_timer_start(stream->handle.loop, &linger->timer, evl_loop_now() + limit) != 0) {
		evl_free(linger);
		return NULL;
	}
	return linger;
}

void evl_stream_linger(evl_stream *stream, uint64_t limit)
{
	bool wanted = !evl_handle_is_closing(&stream->handle) && !end_is_over(stream) &&
				  !(stream->stream_flags & (EVL_STREAM_CONNECTING | EVL_STREAM_SECURING));

	stream->linger = wanted ? linger_new(stream, limit) : NULL;
	if (stream->linger == NULL) {
		if (EVL_TLS_OF(stream) != NULL) {
			evl_tls_farewell(stream);
		}
		evl_stream_release(stream);
		return;
	}
	evl_stream_read_stop(stream);
	evl_landing_leave(stream);
	/* As after a release, but for the close, which tell_drained() makes up for. */
	stream->stream_flags |= EVL_STREAM_LINGERING;
	stream->handle.owner = NULL;
}
