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

#include "src/base/runtime.h"
#include "src/http/body_out.h"
#include "src/http/handling.h"
#include "src/http/server.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"

/* So many requests that arrived together are handled in a row: their answers leave with one system call. */
#define BURST 16

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

/* What failed is in the statuses, where it ends the connection like any other failure. */
static void on_secured(evl_stream *stream, void *owner, int status)
{
	if (status != 0) {
		evloop_http_connection_wake(owner);
	}
}

static const evl_stream_ops connection_ops = {
	.readable = on_readable,
	.drained = on_drained,
	.secured = on_secured,
};

/* What is being received is of no use any more. */
static void drop_arrivals(evloop_http_connection *connection)
{
	if (connection->partial != NULL) {
		efree(connection->partial);
		connection->partial = NULL;
	}

	if (connection->request != NULL) {
		evloop_http_request *request = connection->request;

		connection->request = NULL;
		evloop_http_incoming_stop(request->incoming, EVLOOP_HTTP_GONE);
		OBJ_RELEASE(&request->std);
	}
}

void evloop_http_connection_free(evloop_http_connection *connection)
{
	evloop_http_server *server = connection->server;
	evl_list *node;

	evl_list_remove(&connection->link);
	evloop_http_deadline_disarm(&connection->deadline);
	evloop_runtime_unqueue(&connection->ready);
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
	if (!evl_list_is_empty(&connection->requests) || connection->request != NULL || connection->partial != NULL) {
		return false;
	}

	/* What was looked at and begins no request is an empty line. */
	return connection->stream->in.length == 0 ||
		   (!evl_ready_is_queued(&connection->ready) && !(connection->flags & EVLOOP_HTTP_OVERFULL));
}

static void arm(evloop_http_connection *connection, evloop_http_deadline_kind kind)
{
	connection->unsent = SIZE_MAX;
	evloop_http_deadline_arm(&connection->server->deadlines, &connection->deadline, kind);
}

/* The same where the client has to take output: asking the kernel how much costs a system call. */
static void arm_for_output(evloop_http_connection *connection, evloop_http_deadline_kind kind)
{
	arm(connection, kind);
	connection->unsent = evl_stream_unacknowledged(connection->stream);
	connection->taken = connection->stream->written - connection->unsent;
}

void evloop_http_connection_rests(evloop_http_connection *connection)
{
	if (connection->request == NULL && connection->partial == NULL) {
		arm(connection, EVLOOP_HTTP_IDLE);
	}
}

void evloop_http_connection_sends(evloop_http_connection *connection)
{
	if (connection->partial == NULL) {
		arm_for_output(connection, EVLOOP_HTTP_BODY);
	}
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

	/* What has not shaken hands yet has nothing to end. */
	if (stream->write_status != 0 || (stream->stream_flags & EVL_STREAM_SECURING) ||
		(stream->read_status != 0 && (stream->stream_flags & EVL_STREAM_ENDED))) {
		evloop_http_connection_free(connection);
		return;
	}

	if ((stream->stream_flags & EVL_STREAM_ENDED) && !(connection->flags & EVLOOP_HTTP_ENDED)) {
		connection->flags |= EVLOOP_HTTP_ENDED;
		arm(connection, EVLOOP_HTTP_LINGER);
	}
}

void evloop_http_connection_end(evloop_http_connection *connection)
{
	connection->flags |= EVLOOP_HTTP_LAST | EVLOOP_HTTP_LINGERS;
	drop_arrivals(connection);
	evl_stream_end(connection->stream);
	/* For a peer that does not take the rest of its answers. */
	arm_for_output(connection, EVLOOP_HTTP_IDLE);
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

/*
 * The client waits for this before it sends the body. It must overtake no answer, and there is none to its own request
 * yet.
 */
static void send_continue(evloop_http_connection *connection)
{
	static const char text[] = "HTTP/1.1 100 Continue\r\n\r\n";
	const uint8_t both = EVLOOP_HTTP_CONTINUE | EVLOOP_HTTP_WANTED;

	if ((connection->flags & both) == both && evloop_http_awaits_answer(connection->request)) {
		connection->flags &= ~both;
		evl_stream_write(connection->stream, text, sizeof(text) - 1);
	}
}

void evloop_http_connection_wants_body(evloop_http_connection *connection)
{
	connection->flags |= EVLOOP_HTTP_WANTED;
	send_continue(connection);
	arm(connection, EVLOOP_HTTP_BODY);
}

/* A body that is not here as a whole; the head is still in the stream. NULL when it is refused already. */
static evloop_http_request *begin_body(
	evloop_http_connection *connection, const evl_http1_head *head, evloop_http_request *request)
{
	const evloop_http_options *options = &connection->server->options;
	evloop_http_incoming *incoming =
		evloop_http_incoming_new(head, options->max_body, options->max_trailers, options->head.fields);

	request->incoming = incoming;
	connection->request = request;

	if (incoming->decoder.status != 0) {
		return refuse(connection, incoming->decoder.status);
	}

	connection->flags &= ~EVLOOP_HTTP_WANTED;

	if (head->flags & EVL_HTTP1_EXPECTS_100) {
		connection->flags |= EVLOOP_HTTP_CONTINUE;
	}

	GC_ADDREF(&request->std);
	evl_stream_consume(connection->stream, head->size);
	evloop_http_incoming_pump(connection);

	if (incoming->state == EVLOOP_HTTP_FAILED) {
		uint16_t status = incoming->status;

		connection->server->refused--;
		OBJ_RELEASE(&request->std);
		return refuse(connection, status);
	}

	return request;
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
	arm(connection, EVLOOP_HTTP_HEAD);
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
		arm(connection, EVLOOP_HTTP_IDLE);
		return true;
	}

	connection->flags &= ~EVLOOP_HTTP_OVERFULL;
	return connection->in_flight >= connection->server->options.max_pipelined;
}

/* No request for now: what the end of the input, or of the connection, asks for. */
static void rest(evloop_http_connection *connection)
{
	if (connection->request != NULL) {
		return;
	}

	if (connection->stream->read_status != 0) {
		/* No more is coming: what arrived in part never gets whole. */
		connection->flags |= EVLOOP_HTTP_LAST;
		drop_arrivals(connection);
	}

	if (connection->server->closing && evloop_http_connection_is_idle(connection)) {
		connection->flags |= EVLOOP_HTTP_LAST;
	}

	if (!(connection->flags & EVLOOP_HTTP_LAST)) {
		if (connection->stream->in.length > 0 && evl_list_is_empty(&connection->requests)) {
			evloop_http_connection_rests(connection);
		}

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
		send_continue(connection);
		evloop_http_incoming_arrived(connection);
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

/*
 * Output was there, and next to nothing of it was taken since the deadline was armed: the peer is gone or reads too
 * slowly. When nobody looked then, the next time tells. The end of such a connection is a reset: the kernel would go on
 * for minutes with what it holds for it.
 */
static bool is_stuck(const evloop_http_connection *connection)
{
	const evl_stream *stream = connection->stream;
	uint64_t taken;

	if (evl_stream_buffered(stream) == 0 || connection->unsent == SIZE_MAX) {
		return false;
	}

	taken = stream->written - evl_stream_unacknowledged(stream) - connection->taken;
	return taken < connection->unsent &&
		   evloop_http_least_rate_ns(taken) < connection->server->deadlines.lengths[connection->deadline.kind];
}

/* It has been idle for long, or has not taken its output. */
static void idle_is_over(evloop_http_connection *connection)
{
	if (evl_stream_buffered(connection->stream) > 0) {
		if (is_stuck(connection)) {
			evloop_http_connection_reset(connection);
		} else {
			arm_for_output(connection, EVLOOP_HTTP_IDLE);
		}
	} else if (!(connection->flags & EVLOOP_HTTP_LINGERS) && evloop_http_connection_is_idle(connection)) {
		evloop_http_connection_end(connection);
	}
}

/* Somebody waited too long for a body, or with an answer that the client does not take. */
static void body_is_overdue(evloop_http_connection *connection)
{
	if (connection->flags & EVLOOP_HTTP_CONTINUE) {
		/* It is not its fault: an answer before it keeps the 100 back. */
		arm(connection, EVLOOP_HTTP_BODY);
	} else if (connection->request != NULL && connection->request->incoming->reader != NULL) {
		evloop_http_incoming_fail(connection, 408, "the client was too slow");
	} else if (is_stuck(connection)) {
		evloop_http_connection_reset(connection);
	} else if (evl_stream_buffered(connection->stream) > 0) {
		arm_for_output(connection, EVLOOP_HTTP_BODY);
	}
}

void evloop_http_connection_overdue(evloop_http_connection *connection, evloop_http_deadline_kind kind)
{
	switch (kind) {
	case EVLOOP_HTTP_IDLE: idle_is_over(connection); break;
	case EVLOOP_HTTP_HEAD:
		if (connection->partial != NULL) {
			refuse(connection, 408);
			/* An answer before it may wait for the client, and had to leave the one deadline to the head. */
			arm_for_output(connection, evl_list_is_empty(&connection->requests) ? EVLOOP_HTTP_IDLE : EVLOOP_HTTP_BODY);
		} else if (connection->stream->stream_flags & EVL_STREAM_SECURING) {
			evloop_http_connection_free(connection);
		} else if (connection->received == 0) {
			idle_is_over(connection);
		}
		break;
	case EVLOOP_HTTP_BODY: body_is_overdue(connection); break;
	case EVLOOP_HTTP_DRAIN:
		if (connection->request != NULL && connection->request->incoming->state != EVLOOP_HTTP_ARRIVING) {
			evloop_http_connection_end(connection);
		}
		break;
	default: evloop_http_connection_free(connection); break;
	}
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

static bool begin_tls(evloop_http_connection *connection)
{
	static const evl_tls_options options = {.server = true,
		.plain_answer = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 44\r\n"
						"Connection: close\r\n\r\nThis port speaks HTTPS: begin with https://\n"};
	struct ssl_st *ssl;

	if (connection->listener->tls == NULL) {
		return true;
	}

	ssl = evloop_tls_context_new_ssl(connection->listener->tls, NULL);

	if (ssl == NULL) {
		/* No memory for one more: nobody here could be told. */
		zend_clear_exception();
		return false;
	}

	return evl_stream_start_tls(connection->stream, ssl, &options) == 0;
}

void evloop_http_connection_open(evloop_http_listener *listener, int fd)
{
	evloop_http_server *server = listener->server;
	evloop_http_connection *connection = ecalloc(1, sizeof(*connection));
	evl_stream *stream;

	if ((listener->listener->family == AF_UNIX ? evl_stream_open_pipe : evl_stream_open_tcp)(
			&stream, &EVLOOP_G(runtime)->loop, fd, &connection_ops, connection) != 0) {
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

	/* The handshake is in the time of the first head. */
	arm(connection, EVLOOP_HTTP_HEAD);

	if (!begin_tls(connection) || evl_stream_read_start(stream) != 0) {
		evloop_http_connection_free(connection);
	}
}
