/* SPDX-License-Identifier: MIT */
/*
 * The class Permit: one permit of a Semaphore or Mutex, given back by release() or when the object goes. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_PERMIT_H
#define EVLOOP_COROUTINE_PERMIT_H

#include "src/coroutine/lock.h"

/* For a permit that was taken. `owner` embeds the lock and is held. One reference. */
zend_object *evloop_permit_new(evloop_lock *lock, zend_object *owner);

zend_result evloop_permit_minit(int module_number);

#endif
