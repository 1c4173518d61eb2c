/* SPDX-License-Identifier: MIT */
/*
 * An iterator that pulls. It holds the object and the current value, which it fetches when it is first asked for, so
 * that moving on does not wait for what nobody may want. PHP's thread only.
 */
#include "src/base/iterator.h"

#include "zend_interfaces.h"

typedef struct pull_iterator {
	zend_object_iterator base; /* base.data is the object */
	evloop_iterator_next next;
	zval value; /* UNDEF: not fetched yet, or the end */
	zend_ulong key;
	bool ended;
} pull_iterator;

static pull_iterator *pull_from(zend_object_iterator *base)
{
	return (pull_iterator *) base;
}

static void pull_drop(zend_object_iterator *base)
{
	zval value;

	ZVAL_COPY_VALUE(&value, &pull_from(base)->value);
	ZVAL_UNDEF(&pull_from(base)->value);
	zval_ptr_dtor(&value);
}

static void pull_free(zend_object_iterator *base)
{
	pull_drop(base);
	zval_ptr_dtor(&base->data);
}

static int pull_valid(zend_object_iterator *base)
{
	pull_iterator *self = pull_from(base);
	zval value;

	if (Z_ISUNDEF(self->value) && !self->ended) {
		ZVAL_UNDEF(&value);
		if (!self->next(Z_OBJ(base->data), &value)) {
			return FAILURE;
		}
		self->ended = Z_ISUNDEF(value);
		ZVAL_COPY_VALUE(&self->value, &value);
	}
	return self->ended ? FAILURE : SUCCESS;
}

static zval *pull_current(zend_object_iterator *base)
{
	return pull_valid(base) == SUCCESS ? &pull_from(base)->value : NULL;
}

static void pull_key(zend_object_iterator *base, zval *key)
{
	ZVAL_LONG(key, (zend_long) pull_from(base)->key);
}

static void pull_forward(zend_object_iterator *base)
{
	/* What was never looked at is not skipped. */
	if (!Z_ISUNDEF(pull_from(base)->value)) {
		pull_from(base)->key++;
		pull_drop(base);
	}
}

/* There is no way back: foreach begins with what is next. */
static void pull_rewind(zend_object_iterator *base)
{
}

static HashTable *pull_gc(zend_object_iterator *base, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &base->data);
	zend_get_gc_buffer_add_zval(buffer, &pull_from(base)->value);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static const zend_object_iterator_funcs pull_functions = {
	.dtor = pull_free,
	.valid = pull_valid,
	.get_current_data = pull_current,
	.get_current_key = pull_key,
	.move_forward = pull_forward,
	.rewind = pull_rewind,
	.get_gc = pull_gc,
};

zend_object_iterator *evloop_iterator_new(zend_object *object, evloop_iterator_next next, bool by_reference)
{
	pull_iterator *self;

	if (by_reference) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	self = emalloc(sizeof(*self));
	zend_iterator_init(&self->base);
	ZVAL_OBJ_COPY(&self->base.data, object);
	self->base.funcs = &pull_functions;
	self->next = next;
	self->key = 0;
	self->ended = false;
	ZVAL_UNDEF(&self->value);
	return &self->base;
}
