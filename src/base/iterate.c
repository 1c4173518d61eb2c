/* SPDX-License-Identifier: MIT */
/*
 * iterate.c: see iterate.h. Owns one reference to the iterator, which holds the object.
 */
#include "src/base/iterate.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

bool evloop_iteration_init(evloop_iteration *iteration, zend_object *traversable)
{
	zval object;

	ZVAL_OBJ(&object, traversable);
	iteration->begun = false;
	iteration->iterator = traversable->ce->get_iterator(traversable->ce, &object, 0);

	if (iteration->iterator != NULL && EG(exception) != NULL) {
		evloop_iteration_free(iteration);
	}

	return iteration->iterator != NULL;
}

bool evloop_iteration_next(evloop_iteration *iteration, zval *value)
{
	zend_object_iterator *iterator = iteration->iterator;
	zval *current;

	ZVAL_UNDEF(value);

	if (iteration->begun) {
		iterator->funcs->move_forward(iterator);
	} else if (iterator->funcs->rewind != NULL) {
		iterator->funcs->rewind(iterator);
	}

	iteration->begun = true;

	if (EG(exception) != NULL || iterator->funcs->valid(iterator) != SUCCESS) {
		return EG(exception) == NULL;
	}

	current = EG(exception) == NULL ? iterator->funcs->get_current_data(iterator) : NULL;

	if (EG(exception) != NULL) {
		return false;
	}

	if (current != NULL) {
		ZVAL_COPY_DEREF(value, current);
	}

	return true;
}

void evloop_iteration_free(evloop_iteration *iteration)
{
	zend_object_iterator *iterator = iteration->iterator;

	iteration->iterator = NULL;

	if (iterator != NULL) {
		zend_iterator_dtor(iterator);
	}
}
