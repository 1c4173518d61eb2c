/* SPDX-License-Identifier: MIT */
/*
 * The class Mutex: a lock with one permit. PHP's thread only.
 */
#include "src/coroutine/mutex.h"

#include "src/coroutine/lock.h"

#include "stubs/Mutex_arginfo.h"

typedef struct mutex {
	evloop_lock lock;
	zend_object std;
} mutex;

static zend_object_handlers mutex_handlers;

static mutex *mutex_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, mutex);
}

static zend_object *mutex_create_object(zend_class_entry *ce)
{
	mutex *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &mutex_handlers;
	evloop_lock_init(&self->lock, 1);
	return &self->std;
}

static HashTable *mutex_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_queue_gc(&mutex_from_obj(object)->lock.waiters, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static evloop_lock *this_lock(zval *this)
{
	return &mutex_from_obj(Z_OBJ_P(this))->lock;
}

PHP_METHOD(Evloop_Mutex, acquire)
{
	evloop_lock_acquire(this_lock(ZEND_THIS), "Mutex::acquire", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Mutex, tryAcquire)
{
	evloop_lock_try_acquire(this_lock(ZEND_THIS), INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Mutex, synchronized)
{
	evloop_lock_call(this_lock(ZEND_THIS), "Mutex::synchronized", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_Mutex, isLocked)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_lock(ZEND_THIS)->available == 0);
}

zend_result evloop_mutex_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Mutex();

	ce->create_object = mutex_create_object;
	evloop_object_handlers(&mutex_handlers, XtOffsetOf(mutex, std));
	mutex_handlers.get_gc = mutex_get_gc;
	return SUCCESS;
}
