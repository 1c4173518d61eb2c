/* SPDX-License-Identifier: MIT */
/*
 * The class Semaphore: a lock with several permits. PHP's thread only.
 */
#include "src/coroutine/semaphore.h"

#include "src/coroutine/lock.h"

#include "stubs/Semaphore_arginfo.h"

#define MAX_PERMITS INT32_MAX

typedef struct semaphore {
	evloop_lock lock;
	bool constructed;
	zend_object std;
} semaphore;

static zend_object_handlers semaphore_handlers;

static semaphore *semaphore_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, semaphore);
}

static zend_object *semaphore_create_object(zend_class_entry *ce)
{
	semaphore *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &semaphore_handlers;
	evloop_lock_init(&self->lock, 0);
	return &self->std;
}

static HashTable *semaphore_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_queue_gc(&semaphore_from_obj(object)->lock.waiters, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static evloop_lock *this_lock(zval *this)
{
	return &semaphore_from_obj(Z_OBJ_P(this))->lock;
}

PHP_METHOD(Evloop_Semaphore, __construct)
{
	semaphore *self = semaphore_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long permits;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(permits)
	ZEND_PARSE_PARAMETERS_END();

	if (permits < 1 || permits > MAX_PERMITS) {
		zend_argument_value_error(1, "must be between 1 and %d", MAX_PERMITS);
		RETURN_THROWS();
	}
	if (self->constructed) {
		zend_throw_error(NULL, "The Semaphore is constructed already");
		RETURN_THROWS();
	}
	self->constructed = true;
	self->lock.available = (uint32_t) permits;
}

PHP_METHOD(Evloop_Semaphore, acquire)
{
	evloop_lock_acquire(this_lock(ZEND_THIS), "Semaphore::acquire", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Semaphore, tryAcquire)
{
	evloop_lock_try_acquire(this_lock(ZEND_THIS), INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Semaphore, withPermit)
{
	evloop_lock_call(this_lock(ZEND_THIS), "Semaphore::withPermit", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Semaphore, available)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(this_lock(ZEND_THIS)->available);
}

zend_result evloop_semaphore_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Semaphore();

	ce->create_object = semaphore_create_object;
	evloop_object_handlers(&semaphore_handlers, XtOffsetOf(semaphore, std));
	semaphore_handlers.get_gc = semaphore_get_gc;
	return SUCCESS;
}
