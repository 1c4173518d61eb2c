/* SPDX-License-Identifier: MIT */
/*
 * The two lives of a handle. The uv memory (an evl_handle and the uv struct behind it) and its owner (a PHP object, a
 * connection) are separate allocations, and either may end first; the second one to finish frees.
 *
 * - The owner goes first: evl_handle_release(). The handle closes (if it is not closing yet) and frees itself in its
 *   close callback.
 * - The handle closes first: evl_handle_close() by the owner; ops->closed tells the owner; memory stays until the owner
 *   releases.
 * - The loop goes first: it closes the handle and tells nobody; memory stays until the owner releases, which needs no
 *   loop.
 *
 * Every uv callback starts with: owner gone (or the loop muted)? then drop the result. This file is the only one to
 * call uv_close().
 */
#ifndef EVLOOP_REACTOR_HANDLE_H
#define EVLOOP_REACTOR_HANDLE_H

#include "src/core/list.h"
#include "src/reactor/loop.h"

typedef struct evl_handle evl_handle;

/* The owner's side. */
typedef struct evl_handle_ops {
	/* The close that the owner asked for is complete. The owner may release here. May be NULL. */
	void (*closed)(evl_handle *handle, void *owner);
} evl_handle_ops;

/* The side of the file that defines the handle's type. Either may be NULL. */
typedef struct evl_handle_kind {
	/* uv_close was just called, by whomever: stop timers, close descriptors that uv does not own. Once. */
	void (*closing)(evl_handle *handle);
	/*
	 * Free what the handle holds besides its own memory (buffers). Once, just before the memory goes; handle->loop is
	 * NULL.
	 */
	void (*destroy)(evl_handle *handle);
} evl_handle_kind;

typedef enum evl_handle_flag {
	EVL_HANDLE_CLOSING = 1 << 0, /* uv_close was called */
	EVL_HANDLE_CLOSED = 1 << 1,  /* its callback came */
	EVL_HANDLE_FRAME = 1 << 2,   /* set by the owner: it lies on a C stack, which a fatal error jumps over */
} evl_handle_flag;

struct evl_handle {
	evl_list link;             /* in loop->handles until closed */
	evl_loop *loop;            /* NULL once closed */
	void *owner;               /* NULL once released */
	const evl_handle_ops *ops; /* NULL: the owner wants to know nothing */
	const evl_handle_kind *kind;
	uv_handle_t *uv; /* the uv struct behind this one, in the same allocation */
	uint32_t flags;  /* evl_handle_flag */
};

/*
 * Register a handle whose uv struct was initialised with success (uv_*_init). From here on it must be closed through
 * this file. The memory was got by evl_malloc and begins at `handle`; uv->data is the handle. An open handle has an
 * owner that is not NULL.
 */
void evl_handle_open(evl_handle *handle, evl_loop *loop, uv_handle_t *uv, const evl_handle_kind *kind,
	const evl_handle_ops *ops, void *owner);

/* Idempotent. */
void evl_handle_close(evl_handle *handle);

/* For a uv handle whose memory is part of something that waits for the close itself (the loop's own handles). */
void evl_handle_close_bare(uv_handle_t *uv);

/*
 * The owner lets go: never told anything again; the memory goes at once if closed, else when the close callback comes.
 */
void evl_handle_release(evl_handle *handle);

/* Whether the handle, while it is active, keeps the loop alive; it does at first. Silent once it is closed. */
void evl_handle_reference(evl_handle *handle, bool referenced);

static inline bool evl_handle_is_closing(const evl_handle *handle)
{
	return (handle->flags & EVL_HANDLE_CLOSING) != 0;
}

/*
 * The first line of a uv callback: whether there is somebody to tell. After evl_handle_close() only `closed` is told.
 */
static inline bool evl_handle_is_heard(const evl_handle *handle)
{
	return handle->owner != NULL && !evl_handle_is_closing(handle) && !handle->loop->muted;
}

#endif
