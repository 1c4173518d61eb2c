/* SPDX-License-Identifier: MIT */
/*
 * incoming.c: see incoming.h.
 *
 * The buffer is a zend_string that doubles, so that a body read as a whole becomes PHP's without one more copy. It
 * holds HIGH bytes, or as many as the reader asked for; maxBody bounds both. It is filled by the reader itself, so that
 * running into the memory limit is an error of the program that wants it all at once. What came together with the head
 * is decoded before the handler runs: most bodies are complete then.
 */
#include "src/http/incoming.h"

#include "src/base/error.h"
#include "src/http/connection.h"
#include "src/http/server.h"
#include "zend_exceptions.h"

/* So much is decoded in advance. */
#define HIGH ((size_t) 65536)

/* So much of what nobody reads is taken off the wire to keep the connection. */
#define DRAIN ((uint64_t) 262144)

/* No more is reserved for what a client only promises. */
#define TRUST ((size_t) 131072)

evloop_http_incoming *evloop_http_incoming_new(
	const evl_http1_head *head, uint64_t max_body, uint32_t max_trailers, uint32_t trailer_lines)
{
	uint32_t lines = head->flags & EVL_HTTP1_CHUNKED ? trailer_lines : 0;
	evloop_http_incoming *incoming = emalloc(sizeof(*incoming) + lines * sizeof(evl_http1_field));

	memset(incoming, 0, sizeof(*incoming));
	evl_http1_body_init(&incoming->decoder, head, max_body, max_trailers, incoming->trailers, lines);
	return incoming;
}

static void drop_text(evloop_http_incoming *incoming)
{
	if (incoming->text != NULL) {
		zend_string_release(incoming->text);
		incoming->text = NULL;
	}

	incoming->start = 0;
	incoming->length = 0;
}

void evloop_http_incoming_free(evloop_http_incoming *incoming)
{
	drop_text(incoming);
	efree(incoming);
}

static void wake_reader(evloop_http_incoming *incoming)
{
	if (incoming->reader != NULL && EVLOOP_G(runtime) != NULL) {
		evloop_waiter_wake(&EVLOOP_G(runtime)->loop.tick, incoming->reader);
	}
}

void evloop_http_incoming_stop(evloop_http_incoming *incoming, evloop_http_incoming_state state)
{
	/* What is here as a whole stays readable, whatever becomes of the connection. */
	if (incoming->state == EVLOOP_HTTP_ARRIVING || state == EVLOOP_HTTP_CLOSED) {
		incoming->state = (uint8_t) state;
	}

	if (incoming->state == EVLOOP_HTTP_CLOSED || incoming->state == EVLOOP_HTTP_ANSWERED) {
		drop_text(incoming);
	}

	wake_reader(incoming);
}

/* The connection is done with this body. */
static void let_go(evloop_http_connection *connection)
{
	evloop_http_request *request = connection->request;

	connection->request = NULL;
	connection->flags &= ~EVLOOP_HTTP_CONTINUE;
	OBJ_RELEASE(&request->std);
}

void evloop_http_incoming_fail(evloop_http_connection *connection, uint16_t status, const char *reason)
{
	evloop_http_incoming *incoming = connection->request->incoming;

	incoming->status = status;
	incoming->reason = reason;
	connection->server->refused++;
	/* Nothing behind this byte is read. */
	connection->flags |= EVLOOP_HTTP_LAST;
	evloop_http_incoming_stop(incoming, EVLOOP_HTTP_FAILED);
	let_go(connection);
	evloop_http_connection_wake(connection);
}

/* Room for `size` more bytes. */
static char *reserve(evloop_http_incoming *incoming, size_t size)
{
	size_t needed = incoming->length + size, room;

	if (incoming->text == NULL) {
		room = MIN((uint64_t) TRUST, incoming->decoder.left);
		incoming->text = zend_string_alloc(MAX(size, MAX(room, 4096)), false);
		return ZSTR_VAL(incoming->text);
	}

	if (ZSTR_LEN(incoming->text) < needed && incoming->start > 0) {
		memmove(ZSTR_VAL(incoming->text), ZSTR_VAL(incoming->text) + incoming->start,
			evloop_http_incoming_buffered(incoming));
		incoming->length -= incoming->start;
		incoming->start = 0;
		needed = incoming->length + size;
	}

	if (ZSTR_LEN(incoming->text) < needed) {
		room = ZSTR_LEN(incoming->text) * 2;
		room = MIN(room, incoming->decoder.max_body);
		incoming->text = zend_string_extend(incoming->text, MAX(needed, room), false);
	}

	return ZSTR_VAL(incoming->text) + incoming->length;
}

/* A slice of the body. False when that was too much of what nobody wants. */
static bool keep(evloop_http_incoming *incoming, const char *slice, size_t size)
{
	if (incoming->state == EVLOOP_HTTP_ARRIVING) {
		memcpy(reserve(incoming, size), slice, size);
		incoming->length += size;
		incoming->arrived += size;
		return true;
	}

	incoming->thrown_away += size;
	return incoming->thrown_away <= DRAIN;
}

/* The body is complete. */
static void complete(evloop_http_connection *connection, const char *trailer_section)
{
	evloop_http_request *request = connection->request;
	const evl_http1_fields *trailers = &request->incoming->decoder.trailers;

	if (trailers->count > 0 && request->incoming->state == EVLOOP_HTTP_ARRIVING) {
		request->trailers = evloop_http_request_fields(trailers->list, trailers->count, trailer_section);
	}

	if (request->incoming->state == EVLOOP_HTTP_ARRIVING) {
		evloop_http_incoming_stop(request->incoming, EVLOOP_HTTP_WHOLE);
	}
}

static bool has_room(const evloop_http_incoming *incoming)
{
	size_t buffered = evloop_http_incoming_buffered(incoming);

	return incoming->state != EVLOOP_HTTP_ARRIVING || buffered < HIGH || buffered < incoming->need;
}

/* The end of the input came too early, or the body was refused, and nobody is left to hear it. */
static void give_up(evloop_http_connection *connection)
{
	connection->flags |= EVLOOP_HTTP_LAST;
	let_go(connection);
	evloop_http_connection_wake(connection);
}

/* True as long as there may be more to decode. */
static bool pump_once(evloop_http_connection *connection)
{
	evloop_http_incoming *incoming = connection->request->incoming;
	evl_stream *stream = connection->stream;
	const char *slice, *data = stream->in.length > 0 ? evl_buf_data(&stream->in) : "";
	size_t consumed, slice_len;

	switch (evl_http1_body_next(&incoming->decoder, data, stream->in.length, &consumed, &slice, &slice_len)) {
	case EVL_HTTP1_DATA:
		connection->flags &= ~EVLOOP_HTTP_CONTINUE;
		if (!keep(incoming, slice, slice_len)) {
			give_up(connection);
			return false;
		}
		evl_stream_consume(stream, consumed);
		return true;
	case EVL_HTTP1_DONE:
		complete(connection, slice);
		evl_stream_consume(stream, consumed);
		let_go(connection);
		evloop_http_connection_wake(connection);
		return false;
	case EVL_HTTP1_REJECTED:
		if (incoming->state == EVLOOP_HTTP_ARRIVING) {
			evloop_http_incoming_fail(connection, incoming->decoder.status, incoming->decoder.reason);
		} else {
			give_up(connection);
		}
		return false;
	default:
		evl_stream_consume(stream, consumed);
		if (stream->read_status == 0) {
			return false;
		}
		if (incoming->state == EVLOOP_HTTP_ARRIVING) {
			evloop_http_incoming_fail(connection, 400, "the client ended before it was whole");
		} else {
			give_up(connection);
		}
		return false;
	}
}

void evloop_http_incoming_pump(evloop_http_connection *connection)
{
	evloop_http_request *request = connection->request;

	/* The connection's reference may be the last one, and go. */
	GC_ADDREF(&request->std);

	while (has_room(request->incoming) && pump_once(connection)) {
	}

	OBJ_RELEASE(&request->std);
}

void evloop_http_incoming_arrived(evloop_http_connection *connection)
{
	evloop_http_incoming *incoming = connection->request->incoming;

	if (incoming->state != EVLOOP_HTTP_ARRIVING) {
		evloop_http_incoming_pump(connection);
	} else {
		wake_reader(incoming);
	}
}

bool evloop_http_incoming_is_hopeless(const evloop_http_connection *connection)
{
	const evloop_http_incoming *incoming = connection->request->incoming;

	/* A client that still waits for 100 may send the body or not: nobody knows what would come next. */
	return (connection->flags & EVLOOP_HTTP_CONTINUE) || incoming->decoder.left > DRAIN;
}

bool evloop_http_incoming_abandon(evloop_http_connection *connection)
{
	bool hopeless = evloop_http_incoming_is_hopeless(connection) || (connection->flags & EVLOOP_HTTP_LAST);

	evloop_http_incoming_stop(connection->request->incoming, EVLOOP_HTTP_ANSWERED);

	if (hopeless) {
		let_go(connection);
		return false;
	}

	evloop_http_deadline_arm(&connection->server->deadlines, &connection->deadline, EVLOOP_HTTP_DRAIN);
	evloop_http_connection_wake(connection);
	return true;
}

/* Decode what came to the stream meanwhile. */
static void refill(evloop_http_request *request)
{
	evloop_http_connection *connection = request->connection;

	if (connection != NULL && connection->request == request &&
		(connection->stream->in.length > 0 || connection->stream->read_status != 0)) {
		evloop_http_incoming_pump(connection);
	}
}

void evloop_http_incoming_take(evloop_http_request *request, size_t size)
{
	evloop_http_incoming *incoming = request->incoming;

	incoming->start += size;

	if (incoming->start == incoming->length) {
		incoming->start = 0;
		incoming->length = 0;
	}

	if (evloop_http_incoming_buffered(incoming) < HIGH / 2) {
		refill(request);
	}
}

zend_string *evloop_http_incoming_take_all(evloop_http_request *request)
{
	evloop_http_incoming *incoming = request->incoming;
	size_t size = evloop_http_incoming_buffered(incoming);
	zend_string *text;

	/* The buffer itself, unless most of it would be wasted. */
	if (incoming->start == 0 && size >= ZSTR_LEN(incoming->text) / 2) {
		text = zend_string_truncate(incoming->text, size, false);
		ZSTR_VAL(text)[size] = '\0';
		incoming->text = NULL;
		incoming->length = 0;
		refill(request);
		return text;
	}

	text = zend_string_init(ZSTR_VAL(incoming->text) + incoming->start, size, false);
	evloop_http_incoming_take(request, size);
	return text;
}

void evloop_http_incoming_throw(const evloop_http_incoming *incoming, const char *operation)
{
	switch ((evloop_http_incoming_state) incoming->state) {
	case EVLOOP_HTTP_FAILED:
		zend_throw_exception_ex(incoming->status == 408 ? evloop_ce_timeout_exception : evloop_ce_protocol_exception,
			incoming->status, "%s(): the body of the request is not to be had: %s", operation, incoming->reason);
		return;
	case EVLOOP_HTTP_GONE:
		zend_throw_exception_ex(evloop_ce_socket_exception, 0,
			"%s(): the body of the request is not to be had: its connection is gone", operation);
		return;
	case EVLOOP_HTTP_ANSWERED:
		zend_throw_exception_ex(
			evloop_ce_closed_exception, 0, "%s(): the request was answered, its body is gone", operation);
		return;
	default:
		zend_throw_exception_ex(evloop_ce_closed_exception, 0, "%s(): the body of the request was closed", operation);
	}
}

/* A client whose every byte comes in time, and whose body takes for ever all the same. */
static bool is_too_slow(const evloop_http_incoming *incoming, const evloop_http_server *server)
{
	uint64_t timeout = server->deadlines.lengths[EVLOOP_HTTP_BODY];

	return timeout != 0 && incoming->waited > timeout &&
		   incoming->waited - timeout > evloop_http_least_rate_ns(incoming->arrived);
}

static evloop_waited wait_once(evloop_http_request *request, size_t need, double timeout, const char *operation)
{
	evloop_http_incoming *incoming = request->incoming;
	uint64_t since = evl_loop_now();
	evloop_waiter waiter;
	evloop_waited waited;
	bool counts;

	memset(&waiter, 0, sizeof(waiter));
	incoming->reader = &waiter;
	incoming->need = need;
	evloop_http_connection_wants_body(request->connection);
	/* Where an answer before it keeps the 100 back, the client is not to blame. */
	counts = !(request->connection->flags & EVLOOP_HTTP_CONTINUE);
	waited = evloop_waiter_wait(&waiter, &request->std, operation, timeout);
	incoming->waited += counts ? evl_loop_now() - since : 0;
	incoming->reader = NULL;
	incoming->need = 0;
	return waited;
}

bool evloop_http_incoming_wait(evloop_http_request *request, size_t need, double timeout, const char *operation)
{
	evloop_http_incoming *incoming = request->incoming;
	evloop_waited waited;
	size_t before;

	if (UNEXPECTED(incoming->reader != NULL)) {
		evloop_waiter_throw_pending(incoming->reader, operation, "the body of a request");
		return false;
	}

	while (incoming->state == EVLOOP_HTTP_ARRIVING && evloop_http_incoming_buffered(incoming) < need) {
		before = evloop_http_incoming_buffered(incoming);
		incoming->need = need;
		refill(request);
		incoming->need = 0;

		if (incoming->state != EVLOOP_HTTP_ARRIVING || evloop_http_incoming_buffered(incoming) >= need) {
			return true;
		}

		if (is_too_slow(incoming, request->connection->server)) {
			evloop_http_incoming_fail(request->connection, 408, "the client was too slow");
			return true;
		}

		waited = wait_once(request, need, timeout, operation);

		if (waited == EVLOOP_WAITED_THROWN) {
			return false;
		}

		if (waited == EVLOOP_WAITED_IN_VAIN && evloop_http_incoming_buffered(incoming) == before &&
			incoming->state == EVLOOP_HTTP_ARRIVING) {
			zend_throw_exception_ex(evloop_ce_timeout_exception, 0,
				"%s() from the body of a request: nothing came within %g seconds", operation, timeout);
			return false;
		}
	}

	return true;
}
