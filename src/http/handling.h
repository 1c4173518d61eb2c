/* SPDX-License-Identifier: MIT */
/*
 * From a complete request to its answer on the wire: runs the handler, and keeps the answers of a connection in
 * order.
 */
#ifndef EVLOOP_HTTP_HANDLING_H
#define EVLOOP_HTTP_HANDLING_H

#include "src/http/connection.h"

/*
 * Takes the request (one reference) into the connection's queue and runs the handler in place, on the stack of the
 * ready item we are in. The handler may wait: the connection and the server may be gone afterwards.
 */
void evloop_http_handle(evloop_http_connection *connection, evloop_http_request *request);

/*
 * The connection is gone and has let go of the request, whose reference is taken over: who sends its answer stops, and
 * the handler is cancelled where it waits.
 */
void evloop_http_abandon(evloop_http_request *request);

/* Its answer is complete (request->answer): send it when it is its turn, and what is ready behind it. */
void evloop_http_finish(evloop_http_request *request);

/* For who sends an answer piece by piece; the request has a connection. */
bool evloop_http_is_in_turn(const evloop_http_request *request);
evloop_http_framing evloop_http_framing_of(const evloop_http_request *request);

/* It is its turn, and nothing of its answer is out yet. */
bool evloop_http_awaits_answer(const evloop_http_request *request);

/* The answer that was in turn is out, and is the last one if `close`: go on with what is ready behind it. */
void evloop_http_sent(evloop_http_request *request, bool close);

/* What is being sent cannot be completed: the connection ends behind what the peer got, and nobody gets an answer. */
void evloop_http_cut(evloop_http_connection *connection);

/*
 * An exception is pending. True if it was one of the handler's own: it is reported then, unless it only says what the
 * client did, and `*status` is what to answer with. False if it unwinds this stack (exit(), the end of the request) and
 * must stay.
 */
bool evloop_http_report_failure(const evloop_http_request *request, uint16_t *status);

/*
 * Answers were sent or a refusal is due: what follows from an empty queue. The connection may have ended, but it is
 * there.
 */
void evloop_http_queue_moved(evloop_http_connection *connection);

#endif
