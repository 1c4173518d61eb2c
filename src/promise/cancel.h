/* SPDX-License-Identifier: MIT */
/*
 * Cancelling promises: what to call when one is, and how it spreads to what nobody else wants. Spreading is a loop over a queue, so
 * the length of a chain does not matter. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_CANCEL_H
#define EVLOOP_PROMISE_CANCEL_H

#include "src/promise/promise.h"

/* Promises still to be gone through. */
typedef struct evloop_worklist {
	evloop_promise **promises;
	uint32_t count;
	uint32_t size;
} evloop_worklist;

/* One call of cancel(). */
typedef struct evloop_cancellation {
	zend_object *error;       /* the CancelledError that all are rejected with */
	evloop_worklist unwanted; /* to be cancelled too, one reference each */
} evloop_cancellation;

/* Cancel `promise`; `reason` (borrowed) may be NULL. Runs PHP code, so the caller holds the promise. */
void evloop_cancel(evloop_promise *promise, zend_object *reason);

/*
 * A reaction lets go of its source because its child was cancelled: off its list; cancel the source too if that was the last who
 * wanted it. The reaction's reference to its source, if it has one, is dropped.
 */
void evloop_cancel_leave(evloop_cancellation *cancellation, evloop_reaction *reaction);

/* The same where nobody was cancelled: what becomes of the source is nobody's business any more. */
void evloop_cancel_forget(evloop_reaction *reaction);

/* Call this (taken over) when `promise` is cancelled. `own`: as the $onCancel of its maker, with the functions that settle it. */
void evloop_cancel_add(evloop_promise *promise, evloop_callback *callback, bool own);

/* Call what was added to a promise that is cancelled, once. What one of them threw first, owned by the caller; NULL if none did. */
zend_object *evloop_cancel_call(evloop_promise *promise, zend_object *error);

/* It has settled, or is freed: forget what was added; or, since it follows another one, what its maker gave. */
void evloop_cancel_drop_added(evloop_promise *promise, bool own_only);

static inline void evloop_cancel_drop(evloop_promise *promise)
{
	if (UNEXPECTED(promise->cancels != NULL)) {
		evloop_cancel_drop_added(promise, false);
	}
}

static inline void evloop_cancel_drop_own(evloop_promise *promise)
{
	if (UNEXPECTED(promise->cancels != NULL)) {
		evloop_cancel_drop_added(promise, true);
	}
}

void evloop_cancel_gc(evloop_promise *promise, zend_get_gc_buffer *buffer);

/* Let the child of a reaction hold the source, and what comes from the child hold that: see evloop_reaction.owns_source. */
void evloop_cancel_hold_source(evloop_reaction *reaction);

/* Make the reaction own its source. */
static inline void evloop_cancel_own_source(evloop_reaction *reaction)
{
	if (!reaction->owns_source) {
		reaction->owns_source = true;
		GC_ADDREF(&reaction->source->std);
	}
}

/* Drop the reference, if there is one. May free the source. */
void evloop_cancel_release_source(evloop_reaction *reaction);

/* The method cancel(?Throwable $reason = null) of a promise of any class. */
void evloop_cancel_method(INTERNAL_FUNCTION_PARAMETERS, void (*cancel)(evloop_promise *promise, zend_object *reason));

/* Declared by the stub of Promise. */
PHP_METHOD(Evloop_Promise, cancel);
PHP_METHOD(Evloop_Promise, onCancel);

#endif
