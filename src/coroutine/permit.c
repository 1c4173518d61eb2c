/* SPDX-License-Identifier: MIT */
/*
 * The class Permit; see permit.h. PHP's thread only.
 */
#include "src/coroutine/permit.h"

#include "stubs/Permit_arginfo.h"

typedef struct permit {
	evloop_lock *lock;
	zend_object *owner; /* of the lock, held; NULL once the permit is given back */
	zend_object std;
} permit;

static zend_class_entry *ce_permit;
static zend_object_handlers permit_handlers;

static permit *permit_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, permit);
}

static zend_object *permit_create_object(zend_class_entry *ce)
{
	permit *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &permit_handlers;
	/* There is nothing to do in dtor_obj: that the permit is given back needs no PHP code. */
	GC_ADD_FLAGS(&self->std, IS_OBJ_DESTRUCTOR_CALLED);
	return &self->std;
}

zend_object *evloop_permit_new(evloop_lock *lock, zend_object *owner)
{
	zend_object *object = permit_create_object(ce_permit);
	permit *self = permit_from_obj(object);

	self->lock = lock;
	self->owner = owner;
	GC_ADDREF(owner);
	return object;
}

static void give_back(permit *self)
{
	zend_object *owner = self->owner;

	if (owner != NULL) {
		self->owner = NULL;
		evloop_lock_give(self->lock);
		OBJ_RELEASE(owner);
	}
}

static void permit_free_object(zend_object *object)
{
	give_back(permit_from_obj(object));
	zend_object_std_dtor(object);
}

static HashTable *permit_get_gc(zend_object *object, zval **table, int *count)
{
	permit *self = permit_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (self->owner != NULL) {
		zend_get_gc_buffer_add_obj(buffer, self->owner);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Permit, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Permit, release)
{
	ZEND_PARSE_PARAMETERS_NONE();
	give_back(permit_from_obj(Z_OBJ_P(ZEND_THIS)));
}

zend_result evloop_permit_minit(int module_number)
{
	ce_permit = register_class_Evloop_Permit();
	ce_permit->create_object = permit_create_object;
	evloop_object_handlers(&permit_handlers, XtOffsetOf(permit, std));
	permit_handlers.free_obj = permit_free_object;
	permit_handlers.get_gc = permit_get_gc;
	return SUCCESS;
}
