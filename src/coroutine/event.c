/* SPDX-License-Identifier: MIT */
/*
 * The class Event: a flag to wait for. PHP's thread only.
 */
#include "src/coroutine/event.h"

#include "src/base/error.h"
#include "src/coroutine/wait_queue.h"
#include "zend_exceptions.h"

#include "stubs/Event_arginfo.h"

typedef struct event {
	evl_list waiters; /* event_waiter.place; none that can be woken while it is set */
	bool set;
	zend_object std;
} event;

/* Who waits, on its C stack. */
typedef struct event_waiter {
	evloop_place place;
	bool happened; /* also if the event has been cleared since */
} event_waiter;

static zend_object_handlers event_handlers;

static event *event_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, event);
}

/* False with an exception thrown. */
static bool wait_until_set(event *self, double timeout)
{
	event_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (!evloop_wait_begin(&wait, "Event::await", &self->std)) {
		return false;
	}
	who.happened = false;
	evloop_place_enter(&who.place, &self->waiters, &wait);
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (waited == EVLOOP_WAITED_IN_VAIN && !who.happened) {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "Event::await(): it was not set within %g seconds", timeout);
		return false;
	}
	return waited != EVLOOP_WAITED_THROWN;
}

static zend_object *event_create_object(zend_class_entry *ce)
{
	event *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &event_handlers;
	evl_list_init(&self->waiters);
	return &self->std;
}

static HashTable *event_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_queue_gc(&event_from_obj(object)->waiters, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static event *this_event(zval *this)
{
	return event_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Event, set)
{
	event *self = this_event(ZEND_THIS);
	evloop_place *place;

	ZEND_PARSE_PARAMETERS_NONE();
	self->set = true;
	while ((place = evloop_queue_first(&self->waiters)) != NULL) {
		EVL_CONTAINER_OF(place, event_waiter, place)->happened = true;
		evloop_place_serve(place);
	}
}

PHP_METHOD(Evloop_Event, clear)
{
	ZEND_PARSE_PARAMETERS_NONE();
	this_event(ZEND_THIS)->set = false;
}

PHP_METHOD(Evloop_Event, isSet)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_event(ZEND_THIS)->set);
}

PHP_METHOD(Evloop_Event, await)
{
	event *self = this_event(ZEND_THIS);
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_wait_timeout(&timeout, no_timeout, 1) && !self->set) {
		wait_until_set(self, timeout);
	}
}

zend_result evloop_event_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Event();

	ce->create_object = event_create_object;
	evloop_object_handlers(&event_handlers, XtOffsetOf(event, std));
	event_handlers.get_gc = event_get_gc;
	return SUCCESS;
}
