/* SPDX-License-Identifier: MIT */
/*
 * See lock.h; and the methods that Semaphore and Mutex share. PHP's thread only.
 */
#include "src/coroutine/lock.h"

#include "src/base/error.h"
#include "src/coroutine/permit.h"
#include "zend_exceptions.h"

/* Who waits, on its C stack. */
typedef struct lock_waiter {
	evloop_place place;
	bool granted;
} lock_waiter;

bool evloop_lock_wait(evloop_lock *lock, zend_object *owner, const char *operation, double timeout)
{
	lock_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (UNEXPECTED(!evloop_wait_begin(&wait, operation, owner))) {
		return false;
	}
	who.granted = false;
	evloop_place_enter(&who.place, &lock->waiters, &wait);
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (EXPECTED(who.granted)) {
		if (EXPECTED(waited != EVLOOP_WAITED_THROWN)) {
			return true;
		}
		evloop_lock_give(lock);
	} else if (waited == EVLOOP_WAITED_IN_VAIN) {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "%s(): no permit became free within %g seconds", operation, timeout);
	}
	return false;
}

void evloop_lock_give(evloop_lock *lock)
{
	evloop_place *first = evloop_queue_first(&lock->waiters);

	if (EXPECTED(first == NULL)) {
		lock->available++;
		return;
	}
	EVL_CONTAINER_OF(first, lock_waiter, place)->granted = true;
	evloop_place_serve(first);
}

void evloop_lock_call(evloop_lock *lock, const char *operation, INTERNAL_FUNCTION_PARAMETERS)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback body;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_lock_take(lock, Z_OBJ_P(ZEND_THIS), operation, -1.0)) {
		RETURN_THROWS();
	}
	evloop_callback_init(&body, &fci, &fcc);
	evloop_callback_call(&body, return_value, 0, NULL);
	evloop_lock_give(lock);
	evloop_callback_free(&body);
}

void evloop_lock_acquire(evloop_lock *lock, const char *operation, INTERNAL_FUNCTION_PARAMETERS)
{
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 1) ||
		!evloop_lock_take(lock, Z_OBJ_P(ZEND_THIS), operation, timeout)) {
		RETURN_THROWS();
	}
	RETURN_OBJ(evloop_permit_new(lock, Z_OBJ_P(ZEND_THIS)));
}

void evloop_lock_try_acquire(evloop_lock *lock, INTERNAL_FUNCTION_PARAMETERS)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (evloop_lock_try(lock)) {
		RETURN_OBJ(evloop_permit_new(lock, Z_OBJ_P(ZEND_THIS)));
	}
}
