/* SPDX-License-Identifier: MIT */
/*
 * The class Barrier: the last of its parties opens it for those who wait, and it is closed again at once, for the next round. PHP's
 * thread only.
 */
#include "src/coroutine/barrier.h"

#include "src/base/error.h"
#include "src/coroutine/wait_queue.h"
#include "zend_exceptions.h"

#include "stubs/Barrier_arginfo.h"

#define MAX_PARTIES INT32_MAX

typedef struct barrier {
	evl_list waiters; /* barrier_waiter.place */
	uint32_t count;   /* in the queue, those who are about to leave it included */
	uint32_t parties;
	zend_object std;
} barrier;

/* Who waits, on its C stack. */
typedef struct barrier_waiter {
	evloop_place place;
	bool passed;
	uint32_t number; /* of its arrival, when it passed */
} barrier_waiter;

static zend_object_handlers barrier_handlers;

static barrier *barrier_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, barrier);
}

/* Whether the others have arrived. Who is late or cancelled is not there any more. */
static bool is_complete(const barrier *self)
{
	return self->count + 1 >= self->parties && evloop_queue_count(&self->waiters) + 1 >= self->parties;
}

/* Those who wait may pass; their number. */
static uint32_t open_barrier(barrier *self)
{
	uint32_t number = 0;
	evloop_place *place;

	while ((place = evloop_queue_first(&self->waiters)) != NULL) {
		barrier_waiter *waiter = EVL_CONTAINER_OF(place, barrier_waiter, place);

		waiter->passed = true;
		waiter->number = number++;
		evloop_place_serve(place);
	}
	return number;
}

/* False with an exception thrown. */
static bool wait_for_others(barrier *self, double timeout, uint32_t *number)
{
	barrier_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (!evloop_wait_begin(&wait, "Barrier::arrive", &self->std)) {
		return false;
	}
	who.passed = false;
	evloop_place_enter(&who.place, &self->waiters, &wait);
	self->count++;
	waited = evloop_wait_park(&wait, timeout);
	self->count--;
	evloop_place_leave(&who.place);

	if (waited == EVLOOP_WAITED_THROWN) {
		return false;
	}
	if (who.passed) {
		*number = who.number;
		return true;
	}
	zend_throw_exception_ex(
		evloop_ce_timeout_exception, 0, "Barrier::arrive(): not all others came within %g seconds", timeout);
	return false;
}

static zend_object *barrier_create_object(zend_class_entry *ce)
{
	barrier *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &barrier_handlers;
	evl_list_init(&self->waiters);
	return &self->std;
}

static HashTable *barrier_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_queue_gc(&barrier_from_obj(object)->waiters, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Barrier, __construct)
{
	barrier *self = barrier_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long parties;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(parties)
	ZEND_PARSE_PARAMETERS_END();

	if (parties < 1 || parties > MAX_PARTIES) {
		zend_argument_value_error(1, "must be between 1 and %d", MAX_PARTIES);
		RETURN_THROWS();
	}
	if (self->parties != 0) {
		zend_throw_error(NULL, "The Barrier is constructed already");
		RETURN_THROWS();
	}
	self->parties = (uint32_t) parties;
}

PHP_METHOD(Evloop_Barrier, arrive)
{
	barrier *self = barrier_from_obj(Z_OBJ_P(ZEND_THIS));
	double timeout = 0.0;
	bool no_timeout = true;
	uint32_t number;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 1)) {
		RETURN_THROWS();
	}
	if (is_complete(self)) {
		RETURN_LONG(open_barrier(self));
	}
	if (!wait_for_others(self, timeout, &number)) {
		RETURN_THROWS();
	}
	RETURN_LONG(number);
}

zend_result evloop_barrier_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Barrier();

	ce->create_object = barrier_create_object;
	evloop_object_handlers(&barrier_handlers, XtOffsetOf(barrier, std));
	barrier_handlers.get_gc = barrier_get_gc;
	return SUCCESS;
}
