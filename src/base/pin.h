/* SPDX-License-Identifier: MIT */
/*
 * A pin is the reference that an object with work in flight holds to itself. get_gc does not report it, so the collector sees a root.
 * Pins are listed in the runtime: teardown drops them all, whatever was in flight. PHP's thread only.
 */
#ifndef EVLOOP_BASE_PIN_H
#define EVLOOP_BASE_PIN_H

#include "src/base/runtime.h"
#include "src/core/count.h"

typedef struct evloop_pin {
	evl_list link; /* in runtime->pins while set */
	zend_object *object;
} evloop_pin;

static inline void evloop_pin_set(evloop_pin *pin, evloop_runtime *runtime, zend_object *object)
{
	if (!evl_list_is_linked(&pin->link)) {
		pin->object = object;
		GC_ADDREF(object);
		evl_list_append(&runtime->pins, &pin->link);
		evl_count(EVL_COUNT_PINS, 1);
	}
}

/* May free the object: the caller's last act on it. */
static inline void evloop_pin_drop(evloop_pin *pin)
{
	if (evl_list_is_linked(&pin->link)) {
		evl_list_remove(&pin->link);
		evl_count(EVL_COUNT_PINS, -1);
		OBJ_RELEASE(pin->object);
	}
}

#endif
