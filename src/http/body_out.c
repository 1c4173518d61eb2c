/* SPDX-License-Identifier: MIT */
/*
 * body_out.c: see body_out.h.
 *
 * The head leaves together with the first piece: what fails before that is answered 500. What fails later cuts the
 * connection, since there is no other way to tell the client that the body is not whole: behind a body with a length or
 * in chunks a FIN does it, and keeps what was sent before; a body that ends with the connection needs a reset.
 *
 * Above the stream's high-water mark the sender waits until all output is drained. A client that takes everything at
 * once must not keep the loop either: after so many bytes, or so much time, the others have their turn.
 */
#include "src/http/body_out.h"

#include "src/base/error.h"
#include "src/base/iterate.h"
#include "src/coroutine/scope.h"
#include "src/http/connection.h"
#include "src/http/file.h"
#include "src/http/handling.h"
#include "src/http/server.h"
#include "src/reactor/sendfile.h"
#include "zend_exceptions.h"

/* A long string goes out in pieces of this size: the rest of one is all that is copied for a slow client. */
#define PIECE ((size_t) 131072)

/* Pieces up to this are written together with their chunk's size line. */
#define SMALL_PIECE ((size_t) 16384)

/* The chunk's size line and the line end behind its data. */
#define CHUNK_ROOM 20

/* One turn: then the poller and the others. */
#define TURN_BYTES ((size_t) 524288)
#define TURN_NS    UINT64_C(5000000)

typedef enum sending_end {
	SENDING_WELL,
	SENDING_GONE,   /* there is nobody any more to send it to */
	SENDING_FAILED, /* an exception is pending */
} sending_end;

/* The stream, as long as there is a client. */
static evl_stream *sending_stream(const evloop_http_sending *sending)
{
	const evloop_http_connection *connection = sending->request->connection;

	return connection != NULL && connection->stream->write_status == 0 ? connection->stream : NULL;
}

/* Until it is woken, or until the next tick. */
static sending_end sending_wait(evloop_http_sending *sending, bool next_tick)
{
	evloop_outcome outcome;

	sending->park = (evloop_park){.ready.priority = EVL_PRIORITY_NORMAL, .reason = "Http\\Server: sending a body"};

	if (next_tick) {
		evl_tick_push_deferred(&EVLOOP_G(runtime)->loop.tick, &sending->park.ready);
	}

	sending->parked = true;
	outcome = evloop_park_wait(&sending->park);
	sending->parked = false;
	sending->sent = 0;
	sending->since = evl_loop_now();
	return outcome == EVLOOP_WOKEN ? SENDING_WELL : SENDING_FAILED;
}

static sending_end wait_for_turn(evloop_http_sending *sending)
{
	while (sending->request->connection != NULL && !evloop_http_is_in_turn(sending->request)) {
		if (sending_wait(sending, false) != SENDING_WELL) {
			return SENDING_FAILED;
		}
	}

	return sending_stream(sending) != NULL ? SENDING_WELL : SENDING_GONE;
}

static sending_end wait_for_drain(evloop_http_sending *sending)
{
	evl_stream *stream;

	while ((stream = sending_stream(sending)) != NULL && evl_stream_buffered(stream) > 0) {
		evloop_http_connection_sends(sending->request->connection);

		if (sending_wait(sending, false) != SENDING_WELL) {
			return SENDING_FAILED;
		}
	}

	return stream != NULL ? SENDING_WELL : SENDING_GONE;
}

/* Between two pieces. */
static sending_end sending_pause(evloop_http_sending *sending)
{
	evl_stream *stream = sending_stream(sending);

	if (stream == NULL) {
		return SENDING_GONE;
	}

	if (evl_stream_buffered(stream) > sending->request->connection->listener->out_high) {
		return wait_for_drain(sending);
	}

	if (sending->sent >= TURN_BYTES || evl_loop_now() - sending->since >= TURN_NS) {
		return sending_wait(sending, true) == SENDING_WELL ? SENDING_WELL : SENDING_FAILED;
	}

	return SENDING_WELL;
}

/* The head, unless it is out already. */
static sending_end sending_begin(evloop_http_sending *sending)
{
	evloop_http_request *request = sending->request;
	evloop_http_connection *connection = request->connection;
	evloop_http_framing framing;

	if (sending->begun) {
		return SENDING_WELL;
	}

	framing = evloop_http_framing_of(request);
	sending->counted = evloop_http_answer_length(&request->answer, &sending->left);
	framing.chunked = sending->chunked = !sending->bodiless && !sending->counted && !framing.old;
	framing.close = framing.close || !(sending->bodiless || sending->counted || sending->chunked);
	sending->close = framing.close;
	sending->begun = true;

	if (framing.close) {
		/* Nothing that comes behind it is read any more. */
		connection->flags |= EVLOOP_HTTP_LAST;
	}

	return evloop_http_answer_write(&request->answer, connection->stream, framing, &connection->server->common) == 0
			   ? SENDING_WELL
			   : SENDING_GONE;
}

/* One chunk. 0 or the stream's error. */
static int write_chunk(evl_stream *stream, const char *data, size_t size)
{
	bool small = size <= SMALL_PIECE;
	char *start = evl_stream_reserve(stream, CHUNK_ROOM + (small ? size : 0)), *at;
	int status;

	if (start == NULL) {
		return UV_ENOMEM;
	}

	at = start + evl_http1_write_hex(start, size);
	*at++ = '\r';
	*at++ = '\n';

	if (small) {
		memcpy(at, data, size);
		memcpy(at + size, "\r\n", 2);
		evl_stream_commit(stream, (size_t) (at - start) + size + 2);
		return stream->write_status;
	}

	evl_stream_commit(stream, (size_t) (at - start));
	status = evl_stream_write(stream, data, size);
	return status != 0 ? status : evl_stream_write(stream, "\r\n", 2);
}

static sending_end send_piece(evloop_http_sending *sending, const char *data, size_t size)
{
	evl_stream *stream = sending_stream(sending);
	int status;

	if (stream == NULL) {
		return SENDING_GONE;
	}

	status = sending->chunked ? write_chunk(stream, data, size) : evl_stream_write(stream, data, size);

	if (status != 0) {
		return SENDING_GONE;
	}

	sending->sent += size;
	return sending_pause(sending);
}

/* False with an exception thrown: the program said how long the body was going to be. */
static bool count_bytes(evloop_http_sending *sending, size_t size)
{
	if (sending->counted && size > sending->left) {
		zend_value_error("The body of an answer is longer than its Content-Length");
		return false;
	}

	sending->left -= sending->counted ? size : 0;
	return true;
}

static sending_end send_text(evloop_http_sending *sending, const zend_string *text)
{
	sending_end end = sending_begin(sending);
	size_t at = 0, size;

	if (end == SENDING_WELL && !count_bytes(sending, ZSTR_LEN(text))) {
		return SENDING_FAILED;
	}

	if (ZSTR_LEN(text) == 0 && end == SENDING_WELL) {
		return sending_pause(sending);
	}

	for (; end == SENDING_WELL && at < ZSTR_LEN(text); at += size) {
		size = MIN(PIECE, ZSTR_LEN(text) - at);
		end = send_piece(sending, ZSTR_VAL(text) + at, size);
	}

	return end;
}

/* What the body's source gave; __toString() may wait. */
static sending_end send_value(evloop_http_sending *sending, zval *value)
{
	zend_string *text;
	sending_end end;

	if (Z_TYPE_P(value) != IS_STRING && (Z_TYPE_P(value) != IS_OBJECT || Z_OBJCE_P(value)->__tostring == NULL)) {
		zend_type_error("The body of an answer must yield strings, %s yielded", zend_zval_type_name(value));
		return SENDING_FAILED;
	}

	text = zval_try_get_string(value);

	if (text == NULL) {
		return SENDING_FAILED;
	}

	end = sending_stream(sending) != NULL ? send_text(sending, text) : SENDING_GONE;
	zend_string_release(text);
	return end;
}

static sending_end send_source(evloop_http_sending *sending, zend_object *source)
{
	evloop_iteration iteration;
	sending_end end = SENDING_WELL;
	zval iterable;
	zval value;

	ZVAL_OBJ(&iterable, source);

	if (!evloop_iteration_init(&iteration, &iterable)) {
		return SENDING_FAILED;
	}

	while (end == SENDING_WELL) {
		if (!evloop_iteration_next(&iteration, &value)) {
			end = SENDING_FAILED;
			break;
		}

		if (Z_ISUNDEF(value)) {
			break;
		}

		end = send_value(sending, &value);
		zval_ptr_dtor(&value);
	}

	evloop_iteration_free(&iteration);
	return end == SENDING_WELL && EG(exception) != NULL ? SENDING_FAILED : end;
}

/* The part of a file; the head goes with it. */
static sending_end send_file(evloop_http_sending *sending, const evloop_http_file *file)
{
	sending_end end = sending_begin(sending);

	while (end == SENDING_WELL && sending->left > 0) {
		evl_stream *stream = sending_stream(sending);
		uint64_t at = file->offset + (file->length - sending->left);
		int64_t count = stream != NULL ? evl_stream_send_file(stream, file->fd, at, sending->left) : UV_ECANCELED;

		if (count == 0) {
			zend_throw_exception_ex(evloop_ce_stream_exception, 0,
				"A file became shorter while it was sent: %" PRIu64 " bytes are missing", sending->left);
			return SENDING_FAILED;
		}

		if (count < 0 && count != UV_EAGAIN) {
			return SENDING_GONE;
		}

		sending->left -= count > 0 ? (uint64_t) count : 0;
		sending->sent += count > 0 ? (size_t) count : 0;

		if (sending->left > 0) {
			end = evl_stream_buffered(stream) > 0 ? wait_for_drain(sending) : sending_pause(sending);
		}
	}

	return end;
}

/* All pieces are out. */
static sending_end sending_complete(evloop_http_sending *sending)
{
	sending_end end = sending_stream(sending) != NULL ? sending_begin(sending) : SENDING_GONE;

	if (end != SENDING_WELL || sending->bodiless) {
		return end;
	}

	if (sending->counted && sending->left > 0) {
		zend_value_error("The body of an answer is shorter than its Content-Length");
		return SENDING_FAILED;
	}

	if (sending->chunked && evl_stream_write(sending_stream(sending), ZEND_STRL("0\r\n\r\n")) != 0) {
		return SENDING_GONE;
	}

	return SENDING_WELL;
}

/* Wait for the tasks of the handler. */
static sending_end end_scope(evloop_http_sending *sending)
{
	if (!evloop_scope_leave_late(sending->request->stack)) {
		return SENDING_FAILED;
	}

	return sending_stream(sending) != NULL ? SENDING_WELL : SENDING_GONE;
}

/* The same when nobody wants the body, so that nobody takes from them what they may be waiting to hand over. */
static sending_end cancel_scope(evloop_http_sending *sending)
{
	const evloop_stack *stack = sending->request->stack;
	zend_object *reason;

	if (EXPECTED(stack->scope == NULL) || stack->scope->reason != NULL || EG(exception) != NULL) {
		return end_scope(sending);
	}

	reason = evloop_error_new(evloop_ce_closed_exception, "Nobody takes the body of the answer");
	evloop_scope_cancel(stack->scope, reason);
	OBJ_RELEASE(reason);

	if (end_scope(sending) == SENDING_FAILED) {
		if (stack->cancelled || !evloop_error_is_cancelled(EG(exception))) {
			return SENDING_FAILED;
		}

		zend_clear_exception();
	}

	return sending_stream(sending) != NULL ? SENDING_WELL : SENDING_GONE;
}

/* What is iterated, or NULL: the body is a file or a string. */
static zend_object *body_source(const evloop_http_answer *answer)
{
	return answer->response != NULL ? answer->response->source : answer->source;
}

static sending_end send_body(evloop_http_sending *sending)
{
	const evloop_http_answer *answer = &sending->request->answer;
	sending_end end;

	if (answer->response != NULL && answer->response->file != NULL) {
		return send_file(sending, answer->response->file);
	}

	if (evloop_http_answer_body(answer) != NULL) {
		return send_text(sending, evloop_http_answer_body(answer));
	}

	end = send_source(sending, body_source(answer));
	return end == SENDING_WELL ? end_scope(sending) : end;
}

static sending_end send_all(evloop_http_sending *sending)
{
	sending_end end = SENDING_WELL;

	if (body_source(&sending->request->answer) == NULL) {
		end = end_scope(sending);
	} else if (sending->bodiless) {
		end = cancel_scope(sending);
	}

	end = end == SENDING_WELL ? wait_for_turn(sending) : end;

	if (end == SENDING_WELL && !sending->bodiless) {
		end = send_body(sending);
	}

	end = end == SENDING_WELL ? sending_complete(sending) : end;
	return end != SENDING_WELL && cancel_scope(sending) == SENDING_FAILED ? SENDING_FAILED : end;
}

/* The client has a part of the answer, and is to know that it is not the whole. */
static void sending_cut(const evloop_http_sending *sending)
{
	evloop_http_connection *connection = sending->request->connection;

	if (connection == NULL) {
		return;
	}

	if (sending_stream(sending) != NULL && (sending->counted || sending->chunked)) {
		evloop_http_cut(connection);
	} else {
		evloop_http_connection_reset(connection);
	}
}

/*
 * Whatever came, the queue goes on or the connection ends. An exception that is still pending when this returns unwinds
 * the stack.
 */
static void sending_over(const evloop_http_sending *sending, sending_end end)
{
	evloop_http_request *request = sending->request;
	uint16_t status;

	if (end == SENDING_WELL) {
		evloop_http_sent(request, sending->close);
	} else if (end == SENDING_FAILED && evloop_http_report_failure(request, &status) && !sending->begun) {
		evloop_http_answer_status(&request->answer, status, "");
		evloop_http_finish(request);
	} else {
		sending_cut(sending);
	}
}

void evloop_http_send_body(evloop_http_request *request)
{
	evloop_http_answer answer = request->answer;
	evloop_http_sending sending = {
		.request = request,
		.since = evl_loop_now(),
		.bodiless = evloop_http_answer_is_bodiless(&answer, request->method_id == EVL_HTTP1_HEAD),
	};
	sending_end end;
	uint16_t status;

	request->sending = &sending;
	end = send_all(&sending);
	request->sending = NULL;
	sending_over(&sending, end);

	/* The body's source may be gone with this, and run its finally blocks: after the client has got its end. */
	evloop_http_answer_free(&answer);

	if (UNEXPECTED(EG(exception) != NULL)) {
		(void) evloop_http_report_failure(request, &status);
	}
}
