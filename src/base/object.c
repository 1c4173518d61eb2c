/* SPDX-License-Identifier: MIT */
/*
 * Memory of objects. Not inline on purpose: with a constant size gcc clears it by `rep stos`, which takes longer to begin than memset()
 * takes for all of a small object. Any thread that runs PHP.
 */
#include "src/base/object.h"

void *evloop_object_alloc(size_t size, zend_class_entry *ce)
{
	void *object = emalloc(size + zend_object_properties_size(ce));

	/* As zend_object_alloc(): the property slots are initialised by object_properties_init(). */
	memset(object, 0, size - sizeof(zval));
	return object;
}
