/* SPDX-License-Identifier: MIT */
/*
 * The class Arm; see arm.h. PHP's thread only.
 */
#include "src/coroutine/arm.h"

#include "stubs/Arm_arginfo.h"

zend_class_entry *evloop_ce_arm;
static zend_object_handlers arm_handlers;

static zend_object *arm_create_object(zend_class_entry *ce)
{
	evloop_arm *arm = evloop_object_alloc(sizeof(*arm), ce);

	zend_object_std_init(&arm->std, ce);
	arm->std.handlers = &arm_handlers;
	ZVAL_UNDEF(&arm->value);
	return &arm->std;
}

zend_object *evloop_arm_new(evloop_channel *channel, zval *value)
{
	zend_object *object = arm_create_object(evloop_ce_arm);
	evloop_arm *arm = evloop_arm_from_obj(object);

	arm->channel = channel;
	GC_ADDREF(&channel->std);
	if (value != NULL) {
		ZVAL_COPY(&arm->value, value);
	}
	return object;
}

static void arm_free_object(zend_object *object)
{
	evloop_arm *arm = evloop_arm_from_obj(object);

	if (arm->channel != NULL) {
		OBJ_RELEASE(&arm->channel->std);
	}
	zval_ptr_dtor(&arm->value);
	zend_object_std_dtor(object);
}

static HashTable *arm_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_arm *arm = evloop_arm_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (arm->channel != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &arm->channel->std);
	}
	zend_get_gc_buffer_add_zval(buffer, &arm->value);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Arm, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

zend_result evloop_arm_minit(int module_number)
{
	evloop_ce_arm = register_class_Evloop_Arm();
	evloop_ce_arm->create_object = arm_create_object;
	evloop_object_handlers(&arm_handlers, XtOffsetOf(evloop_arm, std));
	arm_handlers.free_obj = arm_free_object;
	arm_handlers.get_gc = arm_get_gc;
	return SUCCESS;
}
