/* SPDX-License-Identifier: MIT */
/*
 * What lives for one request and thread: the loop, and what several layers must reach without knowing each other. Made on first use,
 * torn down in RSHUTDOWN; objects are freed after that and find EVLOOP_G(runtime) NULL.
 *
 * An error that nobody took goes through evloop_runtime_report(): to the error handler when there is one, else to `errors`, from
 * which whoever drives the loop throws it.
 */
#ifndef EVLOOP_BASE_RUNTIME_H
#define EVLOOP_BASE_RUNTIME_H

#include "src/base/callback.h"
#include "src/base/globals.h"
#include "src/base/site.h"
#include "src/reactor/loop.h"

struct evloop_scheduler;

typedef struct evloop_runtime {
	evl_loop loop;
	evl_list pins;      /* evloop_pin.link */
	evl_list unhandled; /* rejected promises that nobody has looked at (evloop_promise.unhandled) */
	evloop_callback error_handler;
	zend_object **errors; /* owned; to be thrown by the driver of the loop, first in first out */
	uint32_t error_count;
	uint64_t last_id;                 /* of coroutines and watchers */
	struct evl_wakeup *waker;         /* ends the poll when a signal of pcntl came; NULL until needed */
	struct evloop_watchdog *watchdog; /* NULL while block_warn_ms is 0 */
	zend_long block_warn_ms;          /* what the watchdog was set up for */
	uint32_t id;                      /* unique in this thread: an object of an isolated loop may outlive it */
	struct evloop_runtime *outer;     /* the one that stands still while this isolated one runs */
	struct evloop_scheduler *scheduler;
	bool dropping; /* the request is over: a microtask that is run now only frees itself */
	bool nested;   /* isolated: when it ends the request goes on */
	bool broken;   /* a fatal error jumped over our frames: nothing may run any more */
} evloop_runtime;

/* The request's runtime, made if there is none; NULL with an exception thrown when it cannot be, or must not any more. */
evloop_runtime *evloop_runtime_get(void);

/* A setting has changed: the loop goes by the new one from its next tick. */
void evloop_runtime_configure(evloop_runtime *runtime);

/* Put a fresh one in front of the present one, if there is one. False with an exception thrown. */
bool evloop_runtime_nest(void);

/* The runtime, if there is one whose lists may still be touched: for free_obj and the like. */
static inline evloop_runtime *evloop_runtime_if_alive(void)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	return runtime != NULL && !runtime->broken ? runtime : NULL;
}

/*
 * Take an item off the ready queue since its owner goes, which may be after the loop. After a fatal error the item still says that it is
 * queued, but what it is linked to is gone.
 */
static inline void evloop_runtime_unqueue(evl_ready *item)
{
	if (evloop_runtime_if_alive() != NULL) {
		evl_tick_remove(item);
	}
}

/* The runtime with this id: the present one or one that it is nested in; NULL when its loop is gone. */
static inline evloop_runtime *evloop_runtime_find(uint32_t id)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	while (UNEXPECTED(runtime != NULL && runtime->id != id)) {
		runtime = runtime->outer;
	}
	return runtime;
}

/* Take over an exception (one reference, never an unwinding exit) that nobody caught. `coroutine` is where it came from, or NULL. */
void evloop_runtime_report(zend_object *exception, zend_object *coroutine);

/*
 * The same for a promise's rejection, with where the promise was made: the handler gets it as "file:line", third; without a handler it
 * becomes the last line of the exception's trace, so that whatever prints the exception tells it.
 */
void evloop_runtime_report_made_at(zend_object *exception, zend_object *coroutine, const evloop_site *site);

/* Add to `errors` (taken over), past the error handler: for what unwinds. */
void evloop_runtime_push_error(evloop_runtime *runtime, zend_object *exception);

/* The first of `errors`, owned by the caller from now on; NULL when there is none. */
zend_object *evloop_runtime_take_error(evloop_runtime *runtime);

/* A fatal error: nothing may run in the loop any more, nor in those it is nested in. */
void evloop_runtime_break(void);

/* Called once by the layer that tears down; see evloop_scheduler_shutdown(). */
void evloop_runtime_destroy(evloop_runtime *runtime);

#endif
