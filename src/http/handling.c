/* SPDX-License-Identifier: MIT */
/*
 * handling.c: see handling.h.
 *
 * Each request runs in a ready item of its own, so several of one connection can wait at once. An answer that is made
 * before its turn stays in its request; whoever finishes the first of the queue sends all that are ready behind it.
 */
#include "src/http/handling.h"

#include "src/base/error.h"
#include "src/coroutine/scope.h"
#include "src/http/body_out.h"
#include "src/http/server.h"
#include "zend_exceptions.h"

static evloop_http_request *first_request(const evloop_http_connection *connection)
{
	if (evl_list_is_empty(&connection->requests)) {
		return NULL;
	}

	return EVL_CONTAINER_OF(connection->requests.next, evloop_http_request, link);
}

/* Takes a request out of the queue and drops the queue's reference. */
static void unqueue(evloop_http_connection *connection, evloop_http_request *request)
{
	evl_list_remove(&request->link);
	connection->in_flight--;

	if (UNEXPECTED(connection->request == request) && !evloop_http_incoming_abandon(connection)) {
		connection->flags |= EVLOOP_HTTP_LAST;
	}

	request->connection = NULL;
	evloop_http_sending_wake(request);
	OBJ_RELEASE(&request->std);
}

static void unqueue_all(evloop_http_connection *connection)
{
	evloop_http_request *request;

	while ((request = first_request(connection)) != NULL) {
		unqueue(connection, request);
	}
}

/* Nothing was begun behind the answer that is being sent. */
static bool nothing_follows(const evloop_http_connection *connection, const evloop_http_request *request)
{
	return request->link.next == &connection->requests &&
		   (connection->request == NULL || connection->request == request) && connection->refusal == 0;
}

static bool is_last_answer(const evloop_http_connection *connection, const evloop_http_request *request)
{
	if (evloop_http_answer_closes(&request->answer)) {
		return true;
	}

	if (!nothing_follows(connection, request)) {
		return false;
	}

	/* What is left of its own body is no further request. */
	if (UNEXPECTED(connection->request == request)) {
		return (connection->flags & EVLOOP_HTTP_LAST) || connection->server->closing ||
			   evloop_http_incoming_is_hopeless(connection);
	}

	return (connection->flags & EVLOOP_HTTP_LAST) ||
		   (connection->server->closing && connection->partial == NULL && connection->stream->in.length == 0);
}

evloop_http_framing evloop_http_framing_of(const evloop_http_request *request)
{
	return (evloop_http_framing){
		.head_only = request->method_id == EVL_HTTP1_HEAD,
		.close = is_last_answer(request->connection, request),
		.old = request->minor == 0,
	};
}

/* The answer of the first of the queue is out. */
static void leave(evloop_http_connection *connection, evloop_http_request *request, bool close)
{
	connection->server->requests++;
	unqueue(connection, request);

	if (close) {
		connection->flags |= EVLOOP_HTTP_LAST;
		unqueue_all(connection);
	}
}

/* The first of the queue has its answer: send it and take it out. */
static void send_first(evloop_http_connection *connection, evloop_http_request *request)
{
	evloop_http_framing framing = evloop_http_framing_of(request);
	evloop_http_common *common = &connection->server->common;

	if (UNEXPECTED(evloop_http_answer_write(&request->answer, connection->stream, framing, common) != 0)) {
		/* Out of memory, or the peer is gone: whatever was written is the last. */
		framing.close = true;
	}

	evloop_http_answer_free(&request->answer);
	request->answered = false;
	leave(connection, request, framing.close);
}

/* The refusal of what could not be read: always the last answer. */
static void send_refusal(evloop_http_connection *connection)
{
	evloop_http_framing framing = {.close = true};
	evloop_http_answer answer;

	evloop_http_answer_status(&answer, connection->refusal, "");
	evloop_http_answer_write(&answer, connection->stream, framing, &connection->server->common);
	evloop_http_answer_free(&answer);
	connection->refusal = 0;
	connection->flags |= EVLOOP_HTTP_LAST;
}

void evloop_http_queue_moved(evloop_http_connection *connection)
{
	evl_stream *stream = connection->stream;

	if (connection->flags & EVLOOP_HTTP_LINGERS) {
		return;
	}

	if (evl_list_is_empty(&connection->requests)) {
		if (UNEXPECTED(connection->refusal != 0)) {
			send_refusal(connection);
		}

		if (UNEXPECTED((connection->flags & EVLOOP_HTTP_LAST) && connection->request == NULL)) {
			evloop_http_connection_end(connection);
			return;
		}

		if (stream->in.length == 0) {
			evloop_http_connection_rests(connection);
		}
	}

	/* Input may have waited for room in the queue, for the 100 to send, or to find its end. */
	if (stream->in.length > 0 || stream->read_status != 0 || (connection->flags & EVLOOP_HTTP_CONTINUE)) {
		evloop_http_connection_wake(connection);
	}
}

/* Send what is in turn; one whose body streams does it itself. */
static void send_in_turn(evloop_http_connection *connection)
{
	evloop_http_request *request;

	while ((request = first_request(connection)) != NULL && request->answered) {
		send_first(connection, request);
	}

	if (UNEXPECTED(request != NULL)) {
		evloop_http_sending_wake(request);
	}

	evloop_http_queue_moved(connection);
}

void evloop_http_finish(evloop_http_request *request)
{
	request->answered = true;

	/* Without a connection the client is gone; the answer goes with the request. */
	if (EXPECTED(request->connection != NULL)) {
		send_in_turn(request->connection);
	}
}

bool evloop_http_is_in_turn(const evloop_http_request *request)
{
	return first_request(request->connection) == request;
}

void evloop_http_sent(evloop_http_request *request, bool close)
{
	evloop_http_connection *connection = request->connection;

	leave(connection, request, close);
	send_in_turn(connection);

	/* close() was called after the head had left. */
	if (UNEXPECTED(connection->server->closing) && !(connection->flags & EVLOOP_HTTP_LINGERS) &&
		evloop_http_connection_is_idle(connection)) {
		evloop_http_connection_end(connection);
	}
}

void evloop_http_cut(evloop_http_connection *connection)
{
	unqueue_all(connection);
	evloop_http_connection_end(connection);
}

/* In a turn of its own: this may run PHP code. */
static void cancel_run(evl_ready *ready)
{
	evloop_http_request *request = EVL_CONTAINER_OF(ready, evloop_http_request, gone);
	zend_object *reason = evloop_error_new(evloop_ce_closed_exception, "The connection of the request is gone");

	evloop_coroutine_cancel(evloop_coroutine_from_obj(evloop_coroutine_of(request->stack)), reason);
	OBJ_RELEASE(reason);
}

void evloop_http_abandon(evloop_http_request *request)
{
	evloop_runtime *runtime = evloop_runtime_if_alive();

	request->connection = NULL;

	if (runtime == NULL) {
		/* Nothing goes on any more. */
	} else if (request->sending != NULL && request->sending->parked) {
		evloop_http_sending_wake(request);
	} else if (request->stack != NULL && !evl_ready_is_queued(&request->gone)) {
		request->gone.run = cancel_run;
		request->gone.priority = EVL_PRIORITY_NORMAL;
		evl_tick_push(&runtime->loop.tick, &request->gone);
	}

	OBJ_RELEASE(&request->std);
}

bool evloop_http_awaits_answer(const evloop_http_request *request)
{
	return evloop_http_is_in_turn(request) && !request->answered &&
		   (request->sending == NULL || !request->sending->begun);
}

/*
 * Whether the exception that is pending says no more than that the client did not send what it should have, or is gone:
 * nothing to report.
 */
static bool is_clients_failure(const evloop_http_request *request)
{
	const zend_class_entry *ce = EG(exception)->ce;

	if (evloop_http_request_failure(request) != 0) {
		return ce == evloop_ce_protocol_exception || ce == evloop_ce_timeout_exception;
	}

	return request->connection == NULL && request->incoming != NULL && request->incoming->state == EVLOOP_HTTP_GONE &&
		   ce == evloop_ce_socket_exception;
}

bool evloop_http_report_failure(const evloop_http_request *request, uint16_t *status)
{
	evloop_stack *stack = evloop_stack_current();

	*status = 500;

	if (is_clients_failure(request)) {
		uint16_t failure = evloop_http_request_failure(request);

		*status = failure != 0 ? failure : 500;
		OBJ_RELEASE(evloop_error_take());
		return true;
	}

	if (stack->cancelled && evloop_error_is_cancelled(EG(exception))) {
		/* It has unwound, as it was told to. */
		zend_clear_exception();
		return true;
	}

	if (evloop_error_is_unwind(EG(exception)) || evloop_stack_how_ended(stack).destroyed) {
		return false;
	}

	evloop_runtime_report(evloop_error_take(), stack->coroutine);
	return true;
}

/*
 * The handler's tasks end before its answer goes out, and their failures are its own. A body that streams may be made by
 * them: then this is for who sends it.
 */
static bool end_scope(evloop_http_request *request, bool answered)
{
	if (answered && request->answer.streams) {
		return true;
	}

	if (UNEXPECTED(!evloop_scope_leave_late(request->stack)) && answered) {
		evloop_http_answer_free(&request->answer);
		answered = false;
	}

	return answered;
}

/* False when the stack is being unwound. */
static bool run_handler(evloop_http_server *server, evloop_http_request *request)
{
	zval argument, result;
	uint16_t status;
	bool answered;

	ZVAL_OBJ(&argument, &request->std);
	evloop_scope_enter_late(request->stack);
	evloop_callback_call(&server->handler, &result, 1, &argument);
	answered = EXPECTED(EG(exception) == NULL) && EXPECTED(evloop_http_answer_from(&request->answer, &result));

	if (EXPECTED(end_scope(request, answered))) {
		return true;
	}

	if (!evloop_http_report_failure(request, &status)) {
		return false;
	}

	evloop_http_answer_status(&request->answer, status, "");
	return true;
}

void evloop_http_handle(evloop_http_connection *connection, evloop_http_request *request)
{
	evloop_http_server *server = connection->server;
	bool answered = true;

	request->connection = connection;
	evl_list_append(&connection->requests, &request->link);
	connection->in_flight++;

	/* Both may lose their last owner while the handler waits. */
	GC_ADDREF(&request->std);
	GC_ADDREF(&server->std);
	server->in_flight++;
	request->stack = evloop_stack_current();

	if (UNEXPECTED(server->in_flight > server->options.max_in_flight)) {
		evloop_http_answer_status(&request->answer, 503, "Retry-After: 1\r\n");
		connection->flags |= EVLOOP_HTTP_LAST;
	} else {
		answered = run_handler(server, request);
	}

	if (UNEXPECTED(!answered)) {
		/* The stack is being unwound. */
	} else if (UNEXPECTED(request->answer.streams)) {
		evloop_http_send_body(request);
	} else {
		evloop_http_finish(request);
	}

	server->in_flight--;
	request->stack = NULL;
	evloop_runtime_unqueue(&request->gone);
	OBJ_RELEASE(&request->std);
	OBJ_RELEASE(&server->std);
}
