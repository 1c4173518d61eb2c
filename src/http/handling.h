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
 * Answers were sent or a refusal is due: what follows from an empty queue. The connection may have ended, but it is
 * there.
 */
void evloop_http_queue_moved(evloop_http_connection *connection);

#endif
