/* SPDX-License-Identifier: MIT */
/*
 * Permits, counted, and the queue of who waits for one: what Semaphore and Mutex are. Embedded in their objects. A permit that is given
 * back goes to who waits longest, and is on the way to it until it has its turn; nobody can take it meanwhile. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_LOCK_H
#define EVLOOP_COROUTINE_LOCK_H

#include "src/coroutine/wait_queue.h"

typedef struct evloop_lock {
	evl_list waiters; /* while one can be woken nothing is available */
	uint32_t available;
} evloop_lock;

static inline void evloop_lock_init(evloop_lock *lock, uint32_t permits)
{
	evl_list_init(&lock->waiters);
	lock->available = permits;
}

static inline bool evloop_lock_try(evloop_lock *lock)
{
	if (lock->available == 0) {
		return false;
	}
	lock->available--;
	return true;
}

/* Wait for a permit. `operation`: "Mutex::acquire". `owner` is the object that embeds the lock. False with an exception thrown. */
bool evloop_lock_wait(evloop_lock *lock, zend_object *owner, const char *operation, double timeout);

static inline bool evloop_lock_take(evloop_lock *lock, zend_object *owner, const char *operation, double timeout)
{
	return EXPECTED(evloop_lock_try(lock)) || evloop_lock_wait(lock, owner, operation, timeout);
}

/* Give a permit back. Runs no PHP code; legal when the loop is gone. */
void evloop_lock_give(evloop_lock *lock);

/* Call back with a permit: the method withPermit() or synchronized(). */
void evloop_lock_call(evloop_lock *lock, const char *operation, INTERNAL_FUNCTION_PARAMETERS);

/* The methods acquire() and tryAcquire(). */
void evloop_lock_acquire(evloop_lock *lock, const char *operation, INTERNAL_FUNCTION_PARAMETERS);
void evloop_lock_try_acquire(evloop_lock *lock, INTERNAL_FUNCTION_PARAMETERS);

#endif
