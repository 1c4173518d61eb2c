/* SPDX-License-Identifier: MIT */
/*
 * Answers whose body goes piece by piece: from a Traversable (a generator, say), a file, a long string. They are sent by
 * the coroutine that ran the handler, which waits until it is their turn and whenever the client takes less than it
 * gets. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_BODY_OUT_H
#define EVLOOP_HTTP_BODY_OUT_H

#include "src/coroutine/scheduler.h"
#include "src/http/request.h"

/* One body on its way out; lives on the C stack of who sends it. */
typedef struct evloop_http_sending {
	evloop_http_request *request; /* held by the caller; without a connection the client is gone */
	uint64_t left;                /* bytes to come, if `counted` */
	uint64_t since;               /* when the others had their turn last ... */
	size_t sent;                  /* ... and what was sent since then */
	evloop_park park;
	bool parked;  /* only then it can be woken */
	bool begun;   /* the head is out */
	bool counted; /* Content-Length was sent */
	bool chunked;
	bool bodiless; /* the head is all */
	bool close;    /* the last answer of its connection */
} evloop_http_sending;

/* Send request->answer, which streams, and free it. It may wait: connection and server may be gone afterwards. */
void evloop_http_send_body(evloop_http_request *request);

/* Its turn has come, the output is drained, or its connection is gone. From PHP's thread or a reactor callback. */
static inline void evloop_http_sending_wake(const evloop_http_request *request)
{
	evloop_runtime *runtime;

	/* After a fatal error the stack that it lies on may be gone. */
	if (UNEXPECTED(request->sending != NULL) && (runtime = evloop_runtime_if_alive()) != NULL &&
		request->sending->parked) {
		evloop_park_wake(&runtime->loop.tick, &request->sending->park);
	}
}

#endif
