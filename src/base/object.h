/* SPDX-License-Identifier: MIT */
/*
 * The layout that all classes share: our struct with the zend_object as its last member (`std`), since the engine puts the property
 * table behind it. Any thread that runs PHP.
 */
#ifndef EVLOOP_BASE_OBJECT_H
#define EVLOOP_BASE_OBJECT_H

#include "php.h"

/* The struct around a zend_object. */
#define EVLOOP_FROM_OBJ(object, type) ((type *) ((char *) (object) -XtOffsetOf(type, std)))

/* Zeroed memory for an object of `ce` whose struct takes `size` bytes, `std` included; std is not initialised. */
void *evloop_object_alloc(size_t size, zend_class_entry *ce);

/* Copy the standard handlers for a class that has no state of its own to clone. */
static inline void evloop_object_handlers(zend_object_handlers *handlers, size_t offset)
{
	memcpy(handlers, &std_object_handlers, sizeof(*handlers));
	handlers->offset = (int) offset;
	handlers->clone_obj = NULL;
}

#endif
