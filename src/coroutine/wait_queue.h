/* SPDX-License-Identifier: MIT */
/*
 * Waiting in queues: what the synchronisation classes are made of. An evloop_wait is one wait of one context, on its C stack; an
 * evloop_place is where it stands in the queue of one object. A wait may have places in several queues (select()): whoever comes
 * first has it.
 *
 * Who hands something to a waiter takes it out of the queue, writes down in the struct around the place what it got, and wakes it.
 * From then on that is the waiter's; if it is unwound instead of going on, it has to pass it on. One that is woken already (it is
 * late, cancelled, or another queue was first) gets nothing: see evloop_queue_first().
 *
 * For the collector: whatever can wake a coroutine holds it. The scheduler's one reference to a parked coroutine is reported by the
 * queue that it stands in; for each further place it gets a further reference, so that there are as many as are reported. PHP's
 * thread only.
 */
#ifndef EVLOOP_COROUTINE_WAIT_QUEUE_H
#define EVLOOP_COROUTINE_WAIT_QUEUE_H

#include "src/base/duration.h"
#include "src/coroutine/coroutine.h"

typedef struct evloop_wait evloop_wait;

struct evloop_wait {
	evloop_timed_park timed;
	evloop_stack
		*stack;       /* of the coroutine that waits; NULL outside and for a plain Fiber inside one: those are roots */
	uint32_t sharers; /* who can wake it, and report it */
	void (*served)(evloop_wait *wait); /* a queue has served it; NULL, or leaves the other places */
};

typedef struct evloop_place {
	evl_list link; /* in a queue of the object; not linked once the object has let it go */
	evloop_wait *wait;
} evloop_place;

typedef enum evloop_waited {
	EVLOOP_WAITED,
	EVLOOP_WAITED_IN_VAIN, /* the time is over */
	EVLOOP_WAITED_THROWN,  /* an exception is pending */
} evloop_waited;

/*
 * Before it takes its places. `operation` is static text for messages: "Channel::receive". `object` is what it waits for (borrowed), or
 * NULL. False with an exception thrown: there is no loop.
 */
bool evloop_wait_begin(evloop_wait *wait, const char *operation, zend_object *object);

/* It was not woken: DeadlockException if that is why. */
evloop_waited evloop_wait_failed(evloop_outcome outcome, const char *operation);

/*
 * Wait until woken, or `timeout` seconds (negative: no limit). The object is held meanwhile, and has to be held by the caller
 * afterwards. Whatever comes back, the caller looks whether it was given something, and leaves its places. Inlined: behind a switch
 * the processor predicts every return wrong, so a frame less is several ns.
 */
static zend_always_inline evloop_waited evloop_wait_park(evloop_wait *wait, double timeout)
{
	zend_object *object = wait->timed.park.subject;
	evloop_outcome outcome;

	if (object != NULL) {
		GC_ADDREF(object);
	}
	if (EXPECTED(timeout < 0.0)) {
		if (wait->stack != NULL) {
			/* The scheduler's reference becomes the queue's, from a root one that counts: no decrement tells the collector. */
			gc_check_possible_root((zend_refcounted *) wait->stack->coroutine);
		}
		outcome = evloop_park_wait(&wait->timed.park);
	} else {
		outcome = evloop_timed_park_wait(&wait->timed, timeout);
	}
	if (object != NULL) {
		GC_DELREF(object);
	}
	if (UNEXPECTED(outcome != EVLOOP_WOKEN)) {
		return evloop_wait_failed(outcome, wait->timed.park.reason);
	}
	return wait->timed.timed_out ? EVLOOP_WAITED_IN_VAIN : EVLOOP_WAITED;
}

/* Whether it can still be woken. */
static inline bool evloop_wait_is_open(const evloop_wait *wait)
{
	return !wait->timed.park.woken && !evl_ready_is_queued(&wait->timed.park.ready);
}

static inline void evloop_wait_wake(evloop_wait *wait)
{
	evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &wait->timed.park);
}

/* One more can wake it, and reports it by evloop_wait_gc() as often as it shares in it. */
static inline void evloop_wait_share(evloop_wait *wait)
{
	if (wait->sharers++ > 0 && wait->stack != NULL) {
		GC_ADDREF(wait->stack->coroutine);
	}
}

static inline void evloop_wait_unshare(evloop_wait *wait)
{
	if (--wait->sharers > 0 && wait->stack != NULL) {
		GC_DELREF(wait->stack->coroutine);
	}
}

/* Report the coroutine that waits, unless something else holds it too: its turn, a timer, its Fiber. Those are roots. */
void evloop_wait_gc(const evloop_wait *wait, zend_get_gc_buffer *buffer);

/* Take a place at the end of a queue. Its memory need not be set to anything before. */
static inline void evloop_place_enter(evloop_place *place, evl_list *queue, evloop_wait *wait)
{
	place->wait = wait;
	evl_list_append(queue, &place->link);
	evloop_wait_share(wait);
}

/* Silent for one that is in no queue. */
static inline void evloop_place_leave(evloop_place *place)
{
	if (evl_list_is_linked(&place->link)) {
		evl_list_remove(&place->link);
		evloop_wait_unshare(place->wait);
	}
}

/* NULL: no queue may be looked at. A fatal error may have jumped over the frames of those who stand in it; later they are gone. */
static inline evloop_runtime *evloop_wait_runtime(void)
{
	return EXPECTED(!CG(unclean_shutdown)) ? evloop_runtime_if_alive() : NULL;
}

/* The first that can be woken, still in its place; those before it lose theirs. NULL: nobody. */
evloop_place *evloop_queue_find(evl_list *queue);

static inline evloop_place *evloop_queue_first(evl_list *queue)
{
	return EXPECTED(evl_list_is_empty(queue)) ? NULL : evloop_queue_find(queue);
}

/* Let the first go and wake it: it has what it waited for. The caller has written that down. */
static inline void evloop_place_serve(evloop_place *place)
{
	evloop_wait *wait = place->wait;

	evloop_place_leave(place);
	if (UNEXPECTED(wait->served != NULL)) {
		wait->served(wait);
	}
	evloop_wait_wake(wait);
}

/* How many can be woken. */
uint32_t evloop_queue_count(const evl_list *queue);

/* Report those who wait. */
void evloop_queue_gc(const evl_list *queue, zend_get_gc_buffer *buffer);

/* DeadlockException: nobody is left who could end `operation`. Lists who waits. */
void evloop_wait_throw_deadlock(const char *operation);

/*
 * An optional timeout: negative for null. False with a ValueError for argument `number` thrown.
 */
static inline bool evloop_wait_timeout(double *timeout, bool is_null, uint32_t number)
{
	if (is_null) {
		*timeout = -1.0;
		return true;
	}
	return evloop_duration_check(*timeout, number);
}

#endif
