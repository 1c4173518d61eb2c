/* SPDX-License-Identifier: MIT */
/*
 * connection.c: see connection.h.
 *
 * One run of the ready item reads at most one request and handles it in place. If more input waits, the item is
 * pushed again before that: the next request starts on another stack when the first handler waits, and right after it
 * when it does not. Reading stops by itself in three ways: maxPipelined requests are in flight, the peer does not
 * take its answers, or the request that was read is the last. What has arrived then stays in the stream, whose own
 * high-water mark stops the peer.
 */
#include "src/http/connection.h"

#include "src/http/body_out.h"
#include "src/http/handling.h"
#include "src/http/server.h"

/* So many requests that arrived together are handled in a row: their answers leave with one system call. */
#define BURST 16

/* How long the peer may take to send its FIN after ours. */
#define LINGER_NS UINT64_C(1000000000)

static evl_tick *the_tick(void)
{
	return &EVLOOP_G(runtime)->loop.tick;
}

void evloop_http_connection_wake(evloop_http_connection *connection)
{
	if (!evl_ready_is_queued(&connection->ready)) {
		evl_tick_push(the_tick(), &connection->ready);
	}
}

static void on_readable(evl_stream *stream, void *owner)
{
	evloop_http_connection_wake(owner);
}

/* After every flush that emptied the output: only some connections wait for that. */
static void on_drained(evl_stream *stream, void *owner)
{
	evloop_http_connection *connection = owner;

	if (UNEXPECTED(!evl_list_is_empty(&connection->requests))) {
		evloop_http_sending_wake(EVL_CONTAINER_OF(connection->requests.next, evloop_http_request, link));
	}

	if (stream->write_status != 0 || (connection->flags & (EVLOOP_HTTP_LINGERS | EVLOOP_HTTP_OVERFULL))) {
		evloop_http_connection_wake(connection);
	}
}

static const evl_stream_ops connection_ops = {.readable = on_readable, .drained = on_drained};

/* What is being received is of no use any more. */
static void drop_arrivals(evloop_http_connection *connection)
{
	if (connection->partial != NULL) {
		efree(connection->partial);
		connection->partial = NULL;
	}

	if (connection->receiving != NULL) {
		if (connection->receiving->text != NULL) {
			zend_string_release(connection->receiving->text);
		}

		efree(connection->receiving);
		connection->receiving = NULL;
	}

	if (connection->request != NULL) {
		OBJ_RELEASE(&connection->request->std);
		connection->request = NULL;
	}
}

static void unlink_if_linked(evl_list *link)
{
	if (evl_list_is_linked(link)) {
		evl_list_remove(link);
	}
}

void evloop_http_connection_free(evloop_http_connection *connection)
{
	evloop_http_server *server = connection->server;
	evl_list *node;

	evl_list_remove(&connection->link);
	unlink_if_linked(&connection->linger);
	evl_tick_remove(&connection->ready);
	drop_arrivals(connection);

	while ((node = evl_list_shift(&connection->requests)) != NULL) {
		evloop_http_abandon(EVL_CONTAINER_OF(node, evloop_http_request, link));
	}

	evl_stream_close(connection->stream);
	evl_stream_release(connection->stream);
	zend_string_release(connection->remote);
	evloop_http_listener_leave(connection->listener);
	efree(connection);
	evloop_http_server_lost_one(server);
}

void evloop_http_connection_reset(evloop_http_connection *connection)
{
	evl_stream_reset(connection->stream);
	evloop_http_connection_free(connection);
}

bool evloop_http_connection_is_idle(const evloop_http_connection *connection)
{
	return evl_list_is_empty(&connection->requests) && connection->request == NULL && connection->partial == NULL &&
		   connection->stream->in.length == 0;
}

static void discard_input(evloop_http_connection *connection)
{
	evl_stream_consume(connection->stream, connection->stream->in.length);
}

/* After the FIN was asked for: until the peer's came too, or its time is over. */
static void linger(evloop_http_connection *connection)
{
	evl_stream *stream = connection->stream;

	discard_input(connection);

	if (stream->write_status != 0 || (stream->read_status != 0 && (stream->stream_flags & EVL_STREAM_ENDED))) {
		evloop_http_connection_free(connection);
		return;
	}

	if ((stream->stream_flags & EVL_STREAM_ENDED) && !evl_list_is_linked(&connection->linger)) {
		connection->linger_until = evl_loop_now() + LINGER_NS;
		evl_list_append(&connection->server->lingering, &connection->linger);
		evloop_http_server_linger_at(connection->server, connection->linger_until);
	}
}

void evloop_http_connection_end(evloop_http_connection *connection)
{
	connection->flags |= EVLOOP_HTTP_LAST | EVLOOP_HTTP_LINGERS;
	drop_arrivals(connection);
	evl_stream_end(connection->stream);
	/* Not here: whoever ends it still looks at it. */
	evloop_http_connection_wake(connection);
}

/* Nothing behind this byte is read; the answer waits for its turn. */
static evloop_http_request *refuse(evloop_http_connection *connection, uint16_t status)
{
	drop_arrivals(connection);
	discard_input(connection);
	connection->server->refused++;
	connection->refusal = status;
	connection->flags |= EVLOOP_HTTP_LAST;
	connection->flags &= ~EVLOOP_HTTP_CONTINUE;
	evloop_http_queue_moved(connection);
	return NULL;
}

/* Room for `size` more bytes: doubled, so that a body that comes in small pieces is copied a few times only. */
static char *receiving_reserve(evloop_http_receiving *receiving, size_t size)
{
	size_t needed = receiving->length + size, room;

	if (receiving->text == NULL) {
		receiving->text = zend_string_alloc(MAX(needed, 4096), false);
	} else if (ZSTR_LEN(receiving->text) < needed) {
		room = ZSTR_LEN(receiving->text) * 2;
		room = MIN(room, receiving->decoder.max_body);
		receiving->text = zend_string_extend(receiving->text, MAX(needed, room), false);
	}

	return ZSTR_VAL(receiving->text) + receiving->length;
}

/* The body is complete: the request gets it. */
static evloop_http_request *body_is_over(evloop_http_connection *connection, const char *trailer_section)
{
	evloop_http_receiving *receiving = connection->receiving;
	evloop_http_request *request = connection->request;
	const evl_http1_fields *trailers = &receiving->decoder.trailers;

	if (receiving->text != NULL) {
		request->body = zend_string_truncate(receiving->text, receiving->length, false);
		ZSTR_VAL(request->body)[receiving->length] = '\0';
		receiving->text = NULL;
	}

	if (trailers->count > 0) {
		request->trailers = evloop_http_request_fields(trailers->list, trailers->count, trailer_section);
	}

	connection->request = NULL;
	connection->flags &= ~EVLOOP_HTTP_CONTINUE;
	drop_arrivals(connection);
	return request;
}

/* The client waits for this before it sends the body, and it must not overtake an answer. */
static void send_continue(evloop_http_connection *connection)
{
	static const char text[] = "HTTP/1.1 100 Continue\r\n\r\n";

	if (evl_list_is_empty(&connection->requests)) {
		connection->flags &= ~EVLOOP_HTTP_CONTINUE;
		evl_stream_write(connection->stream, text, sizeof(text) - 1);
	}
}

static evloop_http_request *receive_body(evloop_http_connection *connection)
{
	evloop_http_receiving *receiving = connection->receiving;
	evl_buf *in = &connection->stream->in;
	evloop_http_request *request;
	const char *slice;
	size_t consumed, slice_len;

	for (;;) {
		evl_http1_verdict verdict = evl_http1_body_next(
			&receiving->decoder, in->length > 0 ? evl_buf_data(in) : "", in->length, &consumed, &slice, &slice_len);

		switch (verdict) {
		case EVL_HTTP1_DATA:
			memcpy(receiving_reserve(receiving, slice_len), slice, slice_len);
			receiving->length += slice_len;
			connection->flags &= ~EVLOOP_HTTP_CONTINUE;
			evl_stream_consume(connection->stream, consumed);
			break;
		case EVL_HTTP1_DONE:
			request = body_is_over(connection, slice);
			evl_stream_consume(connection->stream, consumed);
			return request;
		case EVL_HTTP1_REJECTED: return refuse(connection, receiving->decoder.status);
		case EVL_HTTP1_MORE:
		default:
			evl_stream_consume(connection->stream, consumed);
			if (connection->flags & EVLOOP_HTTP_CONTINUE) {
				send_continue(connection);
			}
			return NULL;
		}
	}
}

/* A body that is not here as a whole: collect it. The head is still in the stream. */
static evloop_http_request *begin_body(
	evloop_http_connection *connection, const evl_http1_head *head, evloop_http_request *request)
{
	const evloop_http_options *options = &connection->server->options;
	uint32_t trailers = head->flags & EVL_HTTP1_CHUNKED ? options->head.fields : 0;
	evloop_http_receiving *receiving = emalloc(sizeof(*receiving) + trailers * sizeof(evl_http1_field));

	evl_http1_body_init(
		&receiving->decoder, head, options->max_body, options->max_trailers, receiving->trailers, trailers);
	receiving->text = NULL;
	receiving->length = 0;
	connection->receiving = receiving;
	connection->request = request;

	if (receiving->decoder.status != 0) {
		return refuse(connection, receiving->decoder.status);
	}

	if (head->flags & EVL_HTTP1_EXPECTS_100) {
		connection->flags |= EVLOOP_HTTP_CONTINUE;
	}

	evl_stream_consume(connection->stream, head->size);
	return receive_body(connection);
}

static evloop_http_request *head_is_over(evloop_http_connection *connection, const evl_http1_head *head)
{
	const evloop_http_options *options = &connection->server->options;
	const evl_buf *in = &connection->stream->in;
	evloop_http_request *request = evloop_http_request_create(head, evl_buf_data(in), connection->remote);
	uint64_t length = head->content_length;

	if (++connection->received >= options->max_requests || !(head->flags & EVL_HTTP1_KEEP_ALIVE)) {
		connection->flags |= EVLOOP_HTTP_LAST;
	}

	if ((head->flags & EVL_HTTP1_CHUNKED) || length > in->length - head->size || length > options->max_body) {
		return begin_body(connection, head, request);
	}

	if (length > 0) {
		request->body = zend_string_init(evl_buf_data(in) + head->size, (size_t) length, false);
	}

	evl_stream_consume(connection->stream, head->size + (size_t) length);
	return request;
}

/* The head came in part: it gets memory of its own until the rest is here. */
static void keep_partial(evloop_http_connection *connection, const evl_http1_head *head)
{
	size_t table = head->limits.fields * sizeof(evl_http1_field);
	evl_http1_head *partial = emalloc(sizeof(*partial) + table);

	evl_http1_head_move(partial, head, (evl_http1_field *) (partial + 1));
	connection->partial = partial;
}

static evloop_http_request *receive_head(evloop_http_connection *connection)
{
	evloop_http_server *server = connection->server;
	const evl_buf *in = &connection->stream->in;
	evl_http1_head *head = connection->partial;
	evloop_http_request *request;

	if (head == NULL) {
		head = &server->scratch;
		evl_http1_head_init(head, &server->options.head, server->table);
	}

	switch (evl_http1_head_parse(head, evl_buf_data(in), in->length)) {
	case EVL_HTTP1_DONE:
		connection->partial = NULL;
		request = head_is_over(connection, head);
		break;
	case EVL_HTTP1_REJECTED: return refuse(connection, head->status);
	default:
		if (connection->partial == NULL && !evl_http1_head_is_idle(head)) {
			keep_partial(connection, head);
		}
		return NULL;
	}

	if (head != &server->scratch) {
		efree(head);
	}

	return request;
}

/* Whether the next request has to wait although its bytes may be here. */
static bool is_held_back(evloop_http_connection *connection)
{
	if (evl_stream_buffered(connection->stream) > connection->listener->out_high) {
		connection->flags |= EVLOOP_HTTP_OVERFULL;
		return true;
	}

	connection->flags &= ~EVLOOP_HTTP_OVERFULL;
	return connection->in_flight >= connection->server->options.max_pipelined;
}

/* No request for now: what the end of the input, or of the connection, asks for. */
static void rest(evloop_http_connection *connection)
{
	if (connection->stream->read_status != 0) {
		/* No more is coming: what arrived in part never gets whole. */
		connection->flags |= EVLOOP_HTTP_LAST;
		drop_arrivals(connection);
	}

	if (!(connection->flags & EVLOOP_HTTP_LAST) || connection->request != NULL) {
		return;
	}

	discard_input(connection);

	if (evl_list_is_empty(&connection->requests) && connection->refusal == 0) {
		evloop_http_connection_end(connection);
	}
}

/* More input waits behind the request that is about to be handled. */
static void go_on(evloop_http_connection *connection)
{
	if (evl_ready_is_queued(&connection->ready)) {
		return;
	}

	if (++connection->burst < BURST) {
		evl_tick_push_front(the_tick(), &connection->ready);
	} else {
		connection->burst = 0;
		evl_tick_push(the_tick(), &connection->ready);
	}
}

static void connection_run(evl_ready *ready)
{
	evloop_http_connection *connection = EVL_CONTAINER_OF(ready, evloop_http_connection, ready);
	evl_stream *stream = connection->stream;
	evloop_http_request *request = NULL;

	if (UNEXPECTED(connection->flags & EVLOOP_HTTP_LINGERS)) {
		linger(connection);
		return;
	}

	if (UNEXPECTED(stream->write_status != 0 || (stream->read_status != 0 && stream->read_status != UV_EOF))) {
		evloop_http_connection_free(connection);
		return;
	}

	if (UNEXPECTED(connection->request != NULL)) {
		request = receive_body(connection);
	} else if (EXPECTED(!(connection->flags & EVLOOP_HTTP_LAST))) {
		if (UNEXPECTED(is_held_back(connection))) {
			return;
		}

		request = stream->in.length > 0 ? receive_head(connection) : NULL;
	}

	if (UNEXPECTED(request == NULL)) {
		if (!(connection->flags & EVLOOP_HTTP_LINGERS)) {
			rest(connection);
		}

		return;
	}

	if (stream->in.length > 0 || stream->read_status != 0) {
		go_on(connection);
	}

	evloop_http_handle(connection, request);
}

/* "127.0.0.1:80", or "" when the peer is gone already. */
static zend_string *peer_address(evl_stream *stream)
{
	struct sockaddr_storage address;
	int length = sizeof(address);

	if (evl_stream_address(stream, true, &address, &length) != 0) {
		return ZSTR_EMPTY_ALLOC();
	}

	return evloop_sockaddr_text((const struct sockaddr *) &address, length);
}

void evloop_http_connection_open(evloop_http_listener *listener, int fd)
{
	evloop_http_server *server = listener->server;
	evloop_http_connection *connection = ecalloc(1, sizeof(*connection));
	evl_stream *stream;

	if (evl_stream_open_tcp(&stream, &EVLOOP_G(runtime)->loop, fd, &connection_ops, connection) != 0) {
		evloop_http_listener_leave(listener);
		efree(connection);
		return;
	}

	connection->stream = stream;
	connection->listener = listener;
	connection->server = server;
	connection->remote = peer_address(stream);
	connection->ready.run = connection_run;
	connection->ready.priority = EVL_PRIORITY_NORMAL;
	evl_list_init(&connection->requests);
	evl_list_append(&server->connections, &connection->link);
	server->connection_count++;
	server->accepted++;
	stream->in_high = listener->in_high;

	if (listener->no_delay) {
		evl_stream_no_delay(stream, true);
	}

	if (evl_stream_read_start(stream) != 0) {
		evloop_http_connection_free(connection);
	}
}
