/* SPDX-License-Identifier: MIT */
/*
 * The body of a request on its way in: decoded from its connection's input into a bounded buffer, from which one reader
 * at a time takes it. What the reader leaves stays in the connection's stream, whose own high-water mark stops the
 * client. Owned by the request. PHP's thread only.
 *
 * A body that came whole together with its head has no such struct: it is request->body from the start.
 */
#ifndef EVLOOP_HTTP_INCOMING_H
#define EVLOOP_HTTP_INCOMING_H

#include "php.h"

#include "src/core/http1.h"
#include "src/io/wait.h"

struct evloop_http_connection;
struct evloop_http_request;

typedef enum evloop_http_incoming_state {
	EVLOOP_HTTP_ARRIVING,
	EVLOOP_HTTP_WHOLE,
	EVLOOP_HTTP_FAILED,   /* `status` and `reason` say why */
	EVLOOP_HTTP_GONE,     /* the connection is */
	EVLOOP_HTTP_CLOSED,   /* the program closed it */
	EVLOOP_HTTP_ANSWERED, /* nobody may read on */
} evloop_http_incoming_state;

typedef struct evloop_http_incoming {
	evl_http1_body decoder;
	zend_string *text;     /* the buffer; NULL while empty */
	size_t start;          /* of what nobody took, in `text` */
	size_t length;         /* the end of it */
	size_t need;           /* buffered bytes that the reader waits for */
	evloop_waiter *reader; /* who waits, or NULL */
	uint64_t thrown_away;  /* bytes that nobody wanted */
	uint64_t arrived;      /* bytes that somebody did want, ... */
	uint64_t waited;       /* ... and nanoseconds of waiting for them */
	const char *reason;    /* static text */
	uint16_t status;       /* to answer with, of a failure */
	uint8_t state;         /* evloop_http_incoming_state */
	evl_http1_field trailers[];
} evloop_http_incoming;

/* For a complete head, of at most so many trailer lines. The decoder may have refused it already. */
evloop_http_incoming *evloop_http_incoming_new(
	const evl_http1_head *head, uint64_t max_body, uint32_t max_trailers, uint32_t trailer_lines);

void evloop_http_incoming_free(evloop_http_incoming *incoming);

/*
 * Decode what the connection has, as far as there is room; its request is the one whose body is arriving. It may be the
 * last of it: then the connection has no such request any more.
 */
void evloop_http_incoming_pump(struct evloop_http_connection *connection);

/* Its connection has input, or the end of it: whoever waits is told. */
void evloop_http_incoming_arrived(struct evloop_http_connection *connection);

/* The body will not be whole: the status to answer with if nothing was answered, and a reason (static text). */
void evloop_http_incoming_fail(struct evloop_http_connection *connection, uint16_t status, const char *reason);

/* Nothing more comes, for that reason: whoever waits is told. */
void evloop_http_incoming_stop(evloop_http_incoming *incoming, evloop_http_incoming_state state);

/* Whether what the request's handler leaves unread is too much to wait for. Its answer says so, then. */
bool evloop_http_incoming_is_hopeless(const struct evloop_http_connection *connection);

/* Its request is answered: throw the rest away as it comes. False if the connection had better end. */
bool evloop_http_incoming_abandon(struct evloop_http_connection *connection);

/*
 * Wait until `need` bytes are buffered or no more come. False with an exception thrown: of the waiting, the
 * TimeoutException after `timeout` seconds (negative = none) without a byte, or a PendingOperationException.
 */
bool evloop_http_incoming_wait(struct evloop_http_request *request, size_t need, double timeout, const char *operation);

/* The exception of a body whose end did not come. */
void evloop_http_incoming_throw(const evloop_http_incoming *incoming, const char *operation);

static inline size_t evloop_http_incoming_buffered(const evloop_http_incoming *incoming)
{
	return incoming->length - incoming->start;
}

/* The first `size` buffered bytes are taken: there is room for others. */
void evloop_http_incoming_take(struct evloop_http_request *request, size_t size);

/* All that is buffered (at least one byte), as a string of its own. */
zend_string *evloop_http_incoming_take_all(struct evloop_http_request *request);

#endif
