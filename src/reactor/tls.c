/* SPDX-License-Identifier: MIT */
/*
 * The life and the reading side of TLS on a stream: handshake, decryption, the peer's close_notify, and what becomes of
 * a connection that breaks the rules. Owns the SSL and what could not be decrypted yet, until the stream closes. Nothing
 * in here runs code of PHP's; owners are told last, since they may close.
 */
#include "src/reactor/tls.h"

#ifdef EVLOOP_OPENSSL

#include "src/core/mem.h"
#include "src/reactor/landing.h"
#include "src/reactor/tls_state.h"

#include <openssl/err.h>
#include <string.h>

typedef enum outcome {
	WENT_ON,
	NEEDS_INPUT,
	ENDED,
	FAILED,
} outcome;

static const evl_stream_ops *ops_of(const evl_stream *stream)
{
	return (const evl_stream_ops *) stream->handle.ops;
}

static bool is_securing(const evl_stream *stream)
{
	return (stream->stream_flags & EVL_STREAM_SECURING) != 0;
}

/* Whether OpenSSL could go on without the kernel. */
static bool has_input(const evl_tls *tls)
{
	return tls->held.length + tls->slice_size > 0 || SSL_pending(tls->ssl) > 0;
}

static void on_pump(evl_flush *flush);

static int start_refusal(const evl_stream *stream)
{
	if (evl_handle_is_closing(&stream->handle)) {
		return UV_ECANCELED;
	}
	if (stream->foreign != NULL || (stream->stream_flags & EVL_STREAM_CONNECTING)) {
		return UV_ENOTSUP;
	}
	if (stream->tls != NULL) {
		return UV_EALREADY;
	}
	if (stream->write_status != 0 || stream->read_status != 0) {
		return stream->write_status != 0 ? stream->write_status : stream->read_status;
	}
	if (stream->stream_flags & EVL_STREAM_ENDING) {
		return UV_EPIPE;
	}
	if (stream->in.length > 0) {
		return UV_EPROTO;
	}
	return evl_stream_buffered(stream) > 0 ? UV_EBUSY : 0;
}

static void set_up(SSL *ssl, BIO *bio, bool server)
{
	SSL_set_bio(ssl, bio, bio);
	SSL_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS |
						  SSL_MODE_AUTO_RETRY);
	SSL_set_options(ssl, SSL_OP_NO_RENEGOTIATION);
	if (server) {
		SSL_set_accept_state(ssl);
	} else {
		SSL_set_connect_state(ssl);
	}
}

static int tls_new(evl_tls **tls, evl_stream *stream, SSL *ssl, const evl_tls_options *options)
{
	BIO *bio;

	*tls = evl_calloc(1, sizeof(**tls));
	bio = *tls != NULL ? evl_tls_bio_new(stream) : NULL;
	if (bio == NULL) {
		evl_free(*tls);
		return UV_ENOMEM;
	}
	set_up(ssl, bio, options->server);
	(*tls)->ssl = ssl;
	(*tls)->stream = stream;
	(*tls)->pump.fn = on_pump;
	(*tls)->plain_answer = options->plain_answer;
	return 0;
}

int evl_stream_start_tls(evl_stream *stream, SSL *ssl, const evl_tls_options *options)
{
	evl_tls_errors errors;
	int status = start_refusal(stream);
	evl_tls *tls = NULL;

	evl_tls_errors_begin(&errors);
	status = status != 0 ? status : tls_new(&tls, stream, ssl, options);
	if (status != 0) {
		SSL_free(ssl);
	}
	evl_tls_errors_end(&errors);
	if (status != 0) {
		return status;
	}
	stream->tls = tls;
	stream->stream_flags |= EVL_STREAM_SECURING;
	/* The client's hello. Told later in any case, and never within this call. */
	evl_loop_flush_later(stream->handle.loop, &tls->pump);
	status = evl_stream_input_resume(stream);
	if (status != 0) {
		stream->stream_flags &= ~(uint32_t) EVL_STREAM_SECURING;
		evl_tls_free(stream);
	}
	return status;
}

void evl_tls_free(evl_stream *stream)
{
	evl_tls_errors errors;
	evl_tls *tls = stream->tls;

	if (evl_list_is_linked(&tls->pump.link)) {
		evl_list_remove(&tls->pump.link);
	}
	stream->tls = NULL;
	evl_tls_errors_begin(&errors);
	if (!tls->failed && !is_securing(stream)) {
		/* Else the session is not resumed again: as if it was no good, since no close_notify came. */
		SSL_set_shutdown(tls->ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
	}
	SSL_free(tls->ssl);
	evl_tls_errors_end(&errors);
	evl_buf_free(&tls->held);
	evl_buf_free(&tls->sealed);
	evl_free(tls->reason);
	evl_free(tls);
}

SSL *evl_stream_ssl(const evl_stream *stream)
{
	return stream->tls != NULL ? stream->tls->ssl : NULL;
}

bool evl_stream_is_secured(const evl_stream *stream)
{
	return stream->tls != NULL && stream->tls->secured;
}

const char *evl_stream_tls_reason(const evl_stream *stream)
{
	return stream->tls != NULL && stream->tls->reason != NULL ? stream->tls->reason : "no reason is known";
}

uv_buf_t evl_tls_room(evl_stream *stream)
{
	bool wanted = (is_securing(stream) || stream->in.length < stream->in_high) && stream->tls->held.length == 0 &&
				  SSL_pending(stream->tls->ssl) == 0;

	return uv_buf_init(stream->handle.loop->scratch, wanted ? EVL_LOOP_SCRATCH : 0);
}

void evl_tls_input_wanted(evl_stream *stream)
{
	if (has_input(stream->tls) && stream->read_status == 0) {
		evl_loop_flush_later(stream->handle.loop, &stream->tls->pump);
	}
}

/* Of a call that was not a success; within errors_begin() and _end(). */
static outcome outcome_of(evl_tls *tls)
{
	if (!evl_tls_errors_any()) {
		if (tls->starved && SSL_want_read(tls->ssl)) {
			return NEEDS_INPUT;
		}
		if (SSL_get_shutdown(tls->ssl) & SSL_RECEIVED_SHUTDOWN) {
			return ENDED;
		}
	}
	tls->failed = true;
	tls->reason = evl_tls_errors_text(tls->ssl);
	return FAILED;
}

/* Who speaks HTTP here is told so in words, not by an alert. */
static void answer_plain(evl_stream *stream)
{
	evl_tls *tls = stream->tls;

	if (tls->plain_answer != NULL && ERR_GET_LIB(ERR_peek_last_error()) == ERR_LIB_SSL &&
		ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_HTTP_REQUEST) {
		(void) evl_buf_append(&tls->sealed, tls->plain_answer, strlen(tls->plain_answer));
	}
}

static outcome shake_hands(evl_stream *stream)
{
	evl_tls_errors errors;
	evl_tls *tls = stream->tls;
	outcome result;

	tls->starved = false;
	evl_tls_errors_begin(&errors);
	result = SSL_do_handshake(tls->ssl) == 1 ? WENT_ON : outcome_of(tls);
	if (result == FAILED) {
		answer_plain(stream);
	}
	evl_tls_errors_end(&errors);
	return result;
}

/* Decrypt until the room is full or the ciphertext is used up. */
static outcome open_records(evl_stream *stream, char *room, size_t size, size_t *filled)
{
	evl_tls *tls = stream->tls;
	outcome result = WENT_ON;
	evl_tls_errors errors;
	size_t count;

	evl_tls_errors_begin(&errors);
	for (*filled = 0; result == WENT_ON && *filled < size && has_input(tls); *filled += count) {
		count = 0;
		tls->starved = false;
		if (SSL_read_ex(tls->ssl, room + *filled, size - *filled, &count) == 1) {
			tls->barren = 0;
		} else {
			result = outcome_of(tls);
		}
	}
	evl_tls_errors_end(&errors);
	return result;
}

static outcome out_of_memory(evl_stream *stream)
{
	stream->read_status = UV_ENOMEM;
	return ENDED;
}

/* Bulk goes to where PHP wants it; the loop's scratch area, the other place, is where the ciphertext is. */
static outcome open_to_landing(evl_stream *stream)
{
	char *landing = evl_landing_room(stream);
	size_t filled = 0;
	outcome result;

	if (landing == stream->handle.loop->scratch) {
		return WENT_ON;
	}
	result =
		open_records(stream, landing, stream->in_high < EVL_LOOP_SCRATCH ? stream->in_high : EVL_LOOP_SCRATCH, &filled);
	return filled > 0 && evl_landing_append(stream, landing, filled) != 0 ? out_of_memory(stream) : result;
}

static outcome open_to_buffer(evl_stream *stream)
{
	size_t before = stream->in.length;
	size_t size = stream->in_high - before;
	size_t filled;
	outcome result;
	char *room;

	/* What lies in the landing cannot grow there. */
	evl_landing_leave(stream);
	size = size < EVL_TLS_RECORD ? size : EVL_TLS_RECORD;
	room = stream->in.length == before ? evl_buf_reserve(&stream->in, size) : NULL;
	if (room == NULL) {
		return out_of_memory(stream);
	}
	result = open_records(stream, room, size, &filled);
	evl_buf_commit(&stream->in, filled);
	return result;
}

/* Nothing works any more. An alert that was made is on its way. */
static void fail(evl_stream *stream, int status)
{
	if (stream->read_status == 0) {
		stream->read_status = status;
	}
	if (stream->write_status == 0) {
		(void) evl_stream_fail_output(stream, status);
	}
	evl_stream_input_pause(stream);
}

static char *copy_text(const char *text)
{
	char *copy = evl_malloc(strlen(text) + 1);

	return copy != NULL ? strcpy(copy, text) : NULL;
}

/* True when `in` has more, or no more comes. */
static bool decrypt(evl_stream *stream)
{
	evl_tls *tls = stream->tls;
	size_t before = stream->in.length;
	outcome result = has_input(tls) && before < stream->in_high ? open_to_landing(stream) : WENT_ON;

	while (result == WENT_ON && stream->in.length < stream->in_high && has_input(tls)) {
		result = open_to_buffer(stream);
	}
	if (result == NEEDS_INPUT && tls->barren > EVL_TLS_BARREN) {
		tls->failed = true;
		tls->reason = copy_text("the peer sends records without data");
		result = FAILED;
	}
	(void) evl_tls_push(stream);
	if (result == ENDED) {
		stream->read_status = stream->read_status != 0 ? stream->read_status : UV_EOF;
		evl_stream_input_pause(stream);
	} else if (result == FAILED) {
		fail(stream, EVL_TLS_FAILED);
	}
	return stream->in.length > before || stream->read_status != 0;
}

/* The handshake is over. False: the owner has closed it, or it failed. */
static bool tell_secured(evl_stream *stream, int status)
{
	stream->stream_flags &= ~(uint32_t) EVL_STREAM_SECURING;
	if (status != 0) {
		fail(stream, status);
	} else {
		stream->tls->barren = 0;
		stream->tls->secured = true;
		if (!(stream->stream_flags & EVL_STREAM_WANTED)) {
			evl_stream_input_pause(stream);
		}
		evl_loop_flush_later(stream->handle.loop, &stream->flush);
	}
	if (ops_of(stream)->secured != NULL) {
		ops_of(stream)->secured(stream, stream->handle.owner, status);
	}
	return status == 0 && evl_handle_is_heard(&stream->handle);
}

/* False: nothing is to be decrypted. */
static bool secure(evl_stream *stream)
{
	outcome result = shake_hands(stream);
	int status = evl_tls_push(stream);

	switch (result) {
	case WENT_ON: return tell_secured(stream, 0);
	case NEEDS_INPUT: return status != 0 && tell_secured(stream, status);
	default:
		if (stream->tls->reason == NULL) {
			stream->tls->reason = copy_text("the peer closed the connection in the handshake");
		}
		stream->tls->failed = true;
		return tell_secured(stream, EVL_TLS_FAILED);
	}
}

/* The connection has ended, and what came before that is decrypted, without a close_notify. */
static bool is_cut(evl_stream *stream)
{
	evl_tls *tls = stream->tls;

	if (tls->end == 0 || has_input(tls)) {
		return false;
	}
	stream->read_status = tls->end == UV_EOF ? EVL_TLS_TRUNCATED : tls->end;
	evl_stream_input_pause(stream);
	return true;
}

/* Move on with what is here, and tell. */
static void pump(evl_stream *stream)
{
	int before = stream->write_status;

	if (is_securing(stream) && !secure(stream)) {
		return;
	}
	if (stream->read_status != 0) {
		return;
	}
	if (stream->tls->failed) {
		/* In writing, of which the reading side shall hear as well. */
		fail(stream, EVL_TLS_FAILED);
	}
	if (stream->read_status != 0 || decrypt(stream) || is_cut(stream)) {
		ops_of(stream)->readable(stream, stream->handle.owner);
	}
	if (stream->write_status != before && evl_handle_is_heard(&stream->handle)) {
		evl_stream_tell_drained(stream);
	}
}

static void on_pump(evl_flush *flush)
{
	evl_tls *tls = EVL_CONTAINER_OF(flush, evl_tls, pump);
	evl_stream *stream = tls->stream;

	if (evl_list_is_linked(&flush->link)) {
		evl_list_remove(&flush->link);
	}
	if (evl_handle_is_heard(&stream->handle)) {
		pump(stream);
	}
}

/* What the kernel says about the connection's end. libuv may tell it while ciphertext is still held back. */
static void end_input(evl_stream *stream, int status)
{
	evl_tls *tls = stream->tls;

	if (!is_securing(stream)) {
		tls->end = status;
		pump(stream);
		return;
	}
	if (status == UV_EOF) {
		tls->failed = true;
		tls->reason = copy_text("the peer closed the connection in the handshake");
		status = EVL_TLS_FAILED;
	}
	(void) tell_secured(stream, status);
}

void evl_tls_input(evl_stream *stream, ssize_t size, const char *bytes)
{
	evl_tls *tls = stream->tls;

	if (size < 0) {
		end_input(stream, (int) size);
		return;
	}
	stream->handle.loop->bytes_in += (uint64_t) size;
	tls->slice = bytes;
	tls->slice_size = (size_t) size;
	pump(stream);
	if (evl_handle_is_closing(&stream->handle)) {
		return;
	}
	if (stream->read_status == 0 && tls->slice_size > 0 &&
		evl_buf_append(&tls->held, tls->slice, tls->slice_size) != 0) {
		stream->read_status = UV_ENOMEM;
		tls->slice_size = 0;
		evl_stream_input_pause(stream);
		ops_of(stream)->readable(stream, stream->handle.owner);
		return;
	}
	tls->slice_size = 0;
}

#endif
