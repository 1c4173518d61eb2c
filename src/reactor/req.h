/* SPDX-License-Identifier: MIT */
/*
 * Requests that run in libuv's thread pool. Each is its own allocation, listed in the loop from its start to its
 * completion callback, where alone its memory goes; cancelling is a hint (one that runs already completes all the
 * same). An owner that loses interest orphans it. One that completes while its loop is torn down is told to nobody and
 * waits for its owner to do so. Requests of a handle (write, connect) are not listed here: they end when their handle
 * closes.
 */
#ifndef EVLOOP_REACTOR_REQ_H
#define EVLOOP_REACTOR_REQ_H

#include "src/core/list.h"
#include "src/reactor/loop.h"

typedef struct evl_request evl_request;

struct evl_request {
	evl_list link;  /* in loop->requests */
	evl_loop *loop; /* NULL once complete */
	void *owner;    /* NULL once orphaned */
	uv_req_t *uv;   /* in the same allocation */
	bool on_frame;  /* set by who opened it: the owner lies on a C stack, which a fatal error jumps over */
	/* Its completion callback with UV_ECANCELED: for a forked child, where libuv will never call it. */
	void (*cancelled)(uv_req_t *uv);
	void (*destroy)(evl_request *request); /* set by who opened it: frees what it holds besides its memory; or NULL */
};

/*
 * Register a request that libuv took. Its memory was got by evl_malloc and begins at `request`; uv->data is the
 * request.
 */
void evl_request_open(evl_request *request, evl_loop *loop, uv_req_t *uv, void *owner, void (*cancelled)(uv_req_t *uv));

/* The owner is never told any more; the memory goes when the request completes (at once if it has). */
void evl_request_orphan(evl_request *request);

/* The same, but it is carried out whoever is interested: one that waits for its thread is not cancelled. */
void evl_request_disown(evl_request *request);

void evl_request_cancel(evl_request *request);

/*
 * In a forked child, once: libuv joins its threads when the process ends, those of the parent too if the child has not
 * started some of its own. So it does here, if the parent had any.
 */
void evl_requests_forked(void);

/* First in the completion callback. True: tell the owner, then free. False: look at it no more. */
bool evl_request_complete(evl_request *request);

#endif
