/* SPDX-License-Identifier: MIT */
/*
 * Waiting in an operation of a stream or server: a park with its place in a queue, and the errors that waiting can end
 * with. A waiter lives on the C stack of who waits. PHP's thread only.
 */
#ifndef EVLOOP_IO_WAIT_H
#define EVLOOP_IO_WAIT_H

#include "src/coroutine/wait_queue.h"
#include "src/reactor/timeout.h"

/* Seconds. From so long a timeout on it is a coarse one, late by up to EVL_TIMEOUT_TICK; shorter ones have a timer. */
#define EVLOOP_COARSE 1.0

typedef struct evloop_waiter {
	evl_list link; /* in a queue of the object, when there may be several */
	evloop_timed_park wait;
	const char *operation;          /* "read", for messages */
	const zend_execute_data *frame; /* who waits: good while it waits */
	evloop_stack *stack;
	bool waiting; /* parked: only then it can be woken */
} evloop_waiter;

/*
 * The coarse timeout of an object's operations. It lies in the object and is left to run when an operation ends, so that
 * the next one only moves it.
 */
typedef struct evloop_limit {
	evl_timeout timeout;
	evloop_waiter *waiter; /* who waits that long; NULL: nobody, it runs for nothing */
} evloop_limit;

/*
 * Wait for evloop_waiter_wake(). `object` is what `operation` ("read") waits for, or NULL; it is held meanwhile. A negative
 * timeout is none. The caller takes away every pointer to the waiter afterwards, whatever came. The waiter may wait
 * again.
 */
evloop_waited evloop_waiter_wait(evloop_waiter *waiter, zend_object *object, const char *operation, double timeout);

/* The same where one at a time waits, with a limit that is kept for the next one. */
evloop_waited evloop_waiter_wait_within(
	evloop_waiter *waiter, evloop_limit *limit, zend_object *object, const char *operation, double timeout);

void evloop_limit_init(evloop_limit *limit);
/* No operation will follow; the loop may be gone. */
void evloop_limit_free(evloop_limit *limit);

/* The same as evloop_waiter_wait(), woken already: the others have their turn. */
evloop_waited evloop_waiter_yield(evloop_waiter *waiter, zend_object *object, const char *operation);

/* From PHP's thread or a reactor callback. Silent for one that is in its queue but does not wait right now. */
static inline void evloop_waiter_wake(evl_tick *tick, evloop_waiter *waiter)
{
	if (waiter->waiting) {
		evloop_park_wake(tick, &waiter->wait.park);
	}
}

/* Wake all of a queue of waiters; they unlink themselves. */
void evloop_waiters_wake(evl_tick *tick, const evl_list *queue);

/* One that does not wait, but shall be named by the next function: who is in the middle of `operation`. */
void evloop_waiter_mark(evloop_waiter *waiter, const char *operation);

/* PendingOperationException: `operation` was called while `waiter` waits. Names both, and where they are. */
void evloop_waiter_throw_pending(const evloop_waiter *waiter, const char *operation, const char *name);

/* A moment to wait until, and the seconds that are left; 0 and a negative number stand for no limit. */
uint64_t evloop_deadline(double timeout);
double evloop_deadline_left(uint64_t deadline);

/*
 * From an optional parameter: the fallback for null. False with a ValueError for argument `number` thrown.
 */
bool evloop_timeout_take(double *timeout, bool is_null, double fallback, uint32_t number);

#endif
