/* SPDX-License-Identifier: MIT */
/*
 * The writing side of TLS. Plain bytes wait in `out` and become records only when the kernel is about to have them, so
 * a tick's writes share records, and nothing but one block of them is encrypted ahead of a peer that does not read. What
 * OpenSSL sends on its own (handshake, alerts, key updates) goes the same way and may have to wait in `sealed` for a
 * write that is in flight; then one is in flight, always.
 */
#include "src/reactor/tls.h"

#ifdef EVLOOP_OPENSSL

#include "src/core/mem.h"
#include "src/reactor/tls_state.h"

size_t evl_tls_sealed(const evl_stream *stream)
{
	return stream->tls->sealed.length;
}

void evl_tls_keep_block(evl_loop *loop, evl_buf *sealed)
{
	if (loop->tls_block == NULL && sealed->capacity == EVL_TLS_BLOCK) {
		loop->tls_block = sealed->block;
		*sealed = (evl_buf){0};
	} else {
		evl_buf_free(sealed);
	}
}

void evl_tls_drop_output(evl_stream *stream)
{
	evl_buf_free(&stream->tls->sealed);
}

/* All of it to the kernel; what it does not take goes to libuv with its block. */
static int hand_over(evl_stream *stream)
{
	evl_loop *loop = stream->handle.loop;
	evl_buf *sealed = &stream->tls->sealed;
	uv_buf_t bytes = {.base = evl_buf_data(sealed), .len = sealed->length};
	int taken = uv_try_write(&stream->uv.stream, &bytes, 1);

	if (taken < 0 && taken != UV_EAGAIN) {
		return evl_stream_fail_output(stream, taken);
	}
	loop->bytes_out += taken > 0 ? (uint64_t) taken : 0;
	if (taken == (int) bytes.len) {
		evl_tls_keep_block(loop, sealed);
		return 0;
	}
	evl_buf_consume(sealed, taken > 0 ? (size_t) taken : 0);
	return evl_stream_write_rest(stream, sealed);
}

int evl_tls_push(evl_stream *stream)
{
	evl_tls *tls = stream->tls;

	if (stream->write_status != 0) {
		evl_tls_drop_output(stream);
		return stream->write_status;
	}
	if (tls->out_of_memory) {
		return evl_stream_fail_output(stream, UV_ENOMEM);
	}
	if (tls->sealed.length == 0) {
		return 0;
	}
	if (stream->stream_flags & EVL_STREAM_WRITING) {
		/* It is all that a peer makes us say while it does not listen. */
		return tls->sealed.length > EVL_TLS_SEALED ? evl_stream_fail_output(stream, UV_ENOBUFS) : 0;
	}
	return hand_over(stream);
}

/* One record. How many bytes of the data, 0 when it failed. */
static size_t seal(evl_stream *stream, const char *data, size_t size)
{
	evl_tls_errors errors;
	evl_tls *tls = stream->tls;
	size_t count = 0;

	evl_tls_errors_begin(&errors);
	if (SSL_write_ex(tls->ssl, data, size < EVL_TLS_RECORD ? size : EVL_TLS_RECORD, &count) != 1) {
		tls->failed = true;
		tls->reason = evl_tls_errors_text(tls->ssl);
	}
	evl_tls_errors_end(&errors);
	/* It counts as what the peer gets, see bio_write(). */
	stream->written -= count;
	return count;
}

/* Bulk has a block of full size at once; without memory for it the records make do with what they need. */
static void make_block(evl_stream *stream)
{
	evl_loop *loop = stream->handle.loop;

	if (loop->tls_block == NULL && stream->tls->sealed.block == NULL) {
		loop->tls_block = evl_malloc(EVL_TLS_BLOCK);
	}
}

/* Until the block is full or nothing is left. What was taken goes off the data. False: OpenSSL failed. */
static bool seal_block(evl_stream *stream, const char **data, size_t *size)
{
	if (*size + stream->out.length > EVL_TLS_RECORD) {
		make_block(stream);
	}
	while (stream->out.length + *size > 0 && stream->tls->sealed.length + EVL_TLS_RECORD_MOST <= EVL_TLS_BLOCK) {
		bool of_out = stream->out.length > 0;
		size_t count =
			of_out ? seal(stream, evl_buf_data(&stream->out), stream->out.length) : seal(stream, *data, *size);

		if (count == 0) {
			return false;
		}
		if (of_out) {
			evl_buf_consume(&stream->out, count);
		} else {
			*data += count;
			*size -= count;
		}
	}
	return true;
}

int evl_tls_write(evl_stream *stream, const char *data, size_t size)
{
	int status = stream->tls->failed ? EVL_TLS_FAILED : 0;

	while (status == 0 && !(stream->stream_flags & EVL_STREAM_WRITING) && stream->out.length + size > 0) {
		status = seal_block(stream, &data, &size) ? evl_tls_push(stream) : EVL_TLS_FAILED;
	}
	if (status == 0 && size > 0 && evl_buf_append(&stream->out, data, size) != 0) {
		status = UV_ENOMEM;
	}
	if (status != 0 && stream->tls->out_of_memory) {
		status = UV_ENOMEM;
	}
	return status != 0 ? evl_stream_fail_output(stream, status) : 0;
}

int evl_tls_go_on(evl_stream *stream)
{
	return evl_tls_push(stream);
}

/* Only the half of it: whether the peer's has come is another matter. */
static void make_notify(evl_stream *stream)
{
	evl_tls_errors errors;
	evl_tls *tls = stream->tls;

	tls->notified = true;
	if (!tls->failed) {
		evl_tls_errors_begin(&errors);
		(void) SSL_shutdown(tls->ssl);
		evl_tls_errors_end(&errors);
		(void) evl_tls_push(stream);
	}
}

bool evl_tls_notify(evl_stream *stream)
{
	if (!stream->tls->notified) {
		make_notify(stream);
	}
	return stream->write_status == 0 && !(stream->stream_flags & EVL_STREAM_WRITING);
}

void evl_tls_farewell(evl_stream *stream)
{
	const uint32_t busy = EVL_STREAM_SECURING | EVL_STREAM_WRITING | EVL_STREAM_ENDING;

	if (!evl_handle_is_closing(&stream->handle) && !(stream->stream_flags & busy) && stream->write_status == 0 &&
		stream->out.length == 0) {
		make_notify(stream);
	}
}

#endif
