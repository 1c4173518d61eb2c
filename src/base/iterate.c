/* SPDX-License-Identifier: MIT */
/*
 * iterate.c: see iterate.h. Owns one reference to the iterator, which holds the object.
 */
#include "src/base/iterate.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

bool evloop_iteration_init(evloop_iteration *iteration, zval *iterable)
{
	zend_class_entry *ce;

	memset(iteration, 0, sizeof(*iteration));
	if (Z_TYPE_P(iterable) == IS_ARRAY) {
		iteration->array = Z_ARR_P(iterable);
		Z_TRY_ADDREF_P(iterable);
		zend_hash_internal_pointer_reset_ex(iteration->array, &iteration->position);
		return true;
	}
	ce = Z_OBJCE_P(iterable);
	iteration->iterator = ce->get_iterator(ce, iterable, 0);

	if (iteration->iterator != NULL && EG(exception) != NULL) {
		evloop_iteration_free(iteration);
	}

	return iteration->iterator != NULL;
}

static void next_of_array(evloop_iteration *iteration, zval *value)
{
	zval *current;

	if (iteration->begun) {
		zend_hash_move_forward_ex(iteration->array, &iteration->position);
		iteration->index++;
	}

	iteration->begun = true;
	current = zend_hash_get_current_data_ex(iteration->array, &iteration->position);

	if (current != NULL) {
		ZVAL_COPY_DEREF(value, current);
	}
}

bool evloop_iteration_next(evloop_iteration *iteration, zval *value)
{
	zend_object_iterator *iterator = iteration->iterator;
	zval *current;

	ZVAL_UNDEF(value);

	if (iterator == NULL) {
		next_of_array(iteration, value);
		return true;
	}

	if (iteration->begun) {
		iteration->index++;
		iterator->index = iteration->index;
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

bool evloop_iteration_key(evloop_iteration *iteration, zval *key)
{
	ZVAL_UNDEF(key);

	if (iteration->iterator == NULL) {
		zend_hash_get_current_key_zval_ex(iteration->array, key, &iteration->position);
	} else if (iteration->iterator->funcs->get_current_key == NULL) {
		ZVAL_LONG(key, (zend_long) iteration->index);
	} else {
		iteration->iterator->funcs->get_current_key(iteration->iterator, key);
	}

	if (EG(exception) == NULL && UNEXPECTED(Z_TYPE_P(key) != IS_LONG && Z_TYPE_P(key) != IS_STRING)) {
		zend_type_error("Keys of the iterable must be of type int|string, %s given", zend_zval_type_name(key));
	}

	return EG(exception) == NULL;
}

void evloop_iteration_free(evloop_iteration *iteration)
{
	zend_object_iterator *iterator = iteration->iterator;
	zend_array *array = iteration->array;

	iteration->iterator = NULL;
	iteration->array = NULL;

	if (array != NULL) {
		zend_array_release(array);
	}

	if (iterator != NULL) {
		zend_iterator_dtor(iterator);
	}
}
