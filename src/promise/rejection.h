/* SPDX-License-Identifier: MIT */
/*
 * Rejections that nobody has looked at: each is told once, with where its promise was made, when the promise is destroyed or the loop has
 * ended, and never earlier. A CancelledError is never told. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_REJECTION_H
#define EVLOOP_PROMISE_REJECTION_H

#include "src/promise/promise.h"

/* Rejected just now: list it, unless somebody looks already. */
void evloop_rejection_watch(evloop_promise *promise);

/* A rejection, of now or later, needs no report any more. */
void evloop_rejection_handle(evloop_promise *promise);

/* Report one that is listed; `coroutine`, which it came from, may be NULL. */
void evloop_rejection_report(evloop_promise *promise, zend_object *coroutine);

/* Report every listed one: the loop has ended. */
void evloop_rejection_report_all(evloop_runtime *runtime);

/*
 * From dtor_obj: the last moment to report one that is listed. In free_obj it would be too late: what the collector frees, and all that
 * hangs on it, cannot be kept any more.
 */
void evloop_rejection_report_destroyed(evloop_promise *promise);

/* From free_obj: off the list. */
void evloop_rejection_forget(evloop_promise *promise);

#endif
