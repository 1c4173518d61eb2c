/* SPDX-License-Identifier: MIT */
/*
 * See context.h. A key is an integer, a string, or an object, which stands for itself: only who has it can read the value. In the
 * array a string that begins with NUL gets a prefix, so that no string can be mistaken for an object's key; behind that key lie the
 * object, which must not go while its number is in use, and the value. PHP's thread only.
 */
#include "src/coroutine/context.h"

#include "src/base/callback.h"
#include "src/coroutine/fiber.h"

#include "stubs/Context_arginfo.h"

#define STRING_PREFIX "\0s"
#define OBJECT_PREFIX "\0o"
#define PREFIX_LENGTH 2

static zend_array **slot(void)
{
	evloop_stack *stack = evloop_stack_current();

	return stack != NULL ? &stack->values : &EVLOOP_G(values);
}

/* As in any array: the string "1" is the number. */
static void normalise(zval *key)
{
	zend_ulong number;

	if (Z_TYPE_P(key) == IS_STRING && ZEND_HANDLE_NUMERIC(Z_STR_P(key), number)) {
		ZVAL_LONG(key, (zend_long) number);
	}
}

static bool begins_with(const zend_string *key, const char *prefix)
{
	return ZSTR_LEN(key) >= PREFIX_LENGTH && memcmp(ZSTR_VAL(key), prefix, PREFIX_LENGTH) == 0;
}

static zend_string *object_key(const zend_object *object)
{
	return zend_string_concat2(OBJECT_PREFIX, PREFIX_LENGTH, (const char *) &object->handle, sizeof(object->handle));
}

/* The key to look under, one reference; NULL for an integer. */
static zend_string *string_key(zval *key)
{
	if (Z_TYPE_P(key) == IS_OBJECT) {
		return object_key(Z_OBJ_P(key));
	}
	if (UNEXPECTED(Z_STRLEN_P(key) > 0 && Z_STRVAL_P(key)[0] == '\0')) {
		return zend_string_concat2(STRING_PREFIX, PREFIX_LENGTH, Z_STRVAL_P(key), Z_STRLEN_P(key));
	}
	return zend_string_copy(Z_STR_P(key));
}

/* The argument of a function as a key (borrowed). False with a TypeError thrown. */
static bool read_key(zval *argument, zval *key)
{
	if (EXPECTED(Z_TYPE_P(argument) == IS_STRING || Z_TYPE_P(argument) == IS_LONG || Z_TYPE_P(argument) == IS_OBJECT)) {
		ZVAL_COPY_VALUE(key, argument);
		normalise(key);
		return true;
	}
	zend_argument_type_error(1, "must be of type int, string or object, %s given", zend_zval_type_name(argument));
	return false;
}

/* NULL when there is none. */
static zval *find(const zend_array *values, zval *key)
{
	zend_string *name;
	zval *value;

	if (values == NULL) {
		return NULL;
	}
	if (Z_TYPE_P(key) == IS_LONG) {
		return zend_hash_index_find(values, (zend_ulong) Z_LVAL_P(key));
	}
	name = string_key(key);
	value = zend_hash_find(values, name);
	zend_string_release(name);
	return value != NULL && Z_TYPE_P(key) == IS_OBJECT ? zend_hash_index_find(Z_ARR_P(value), 1) : value;
}

/* The values in the slot, to be written to. */
static zend_array *own(zend_array **place)
{
	zend_array *shared = *place;

	EVLOOP_G(values_used) = true;
	if (shared == NULL) {
		*place = zend_new_array(8);
	} else if (GC_REFCOUNT(shared) > 1) {
		*place = zend_array_dup(shared);
		GC_DELREF(shared);
	}
	return *place;
}

/* A value that is replaced may be the last owner of an object, whose destructor may look at the slot: it goes after the write. */
static void write_value(zend_array *values, zval *key, zval *value)
{
	zend_string *name;
	zval entry;
	zval old;
	zval *place;

	if (Z_TYPE_P(key) == IS_OBJECT) {
		array_init_size(&entry, 2);
		Z_ADDREF_P(key);
		add_next_index_zval(&entry, key);
		Z_TRY_ADDREF_P(value);
		add_next_index_zval(&entry, value);
	} else {
		ZVAL_COPY(&entry, value);
	}
	if (Z_TYPE_P(key) == IS_LONG) {
		place = zend_hash_index_lookup(values, (zend_ulong) Z_LVAL_P(key));
	} else {
		name = string_key(key);
		place = zend_hash_lookup(values, name);
		zend_string_release(name);
	}
	ZVAL_COPY_VALUE(&old, place);
	ZVAL_COPY_VALUE(place, &entry);
	zval_ptr_dtor(&old);
}

/* An element of an array. */
static void add_value(zend_string *name, zend_ulong number, zval *value)
{
	zval key;

	if (name != NULL) {
		ZVAL_STR(&key, name);
	} else {
		ZVAL_LONG(&key, (zend_long) number);
	}
	ZVAL_DEREF(value);
	write_value(own(slot()), &key, value);
}

PHP_METHOD(Evloop_Context, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Context, get)
{
	zval *argument;
	zval *fallback = NULL;
	zval *value;
	zval key;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(argument)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(fallback)
	ZEND_PARSE_PARAMETERS_END();

	if (!read_key(argument, &key)) {
		RETURN_THROWS();
	}
	value = find(*slot(), &key);
	if (value != NULL) {
		RETURN_COPY_DEREF(value);
	}
	if (fallback != NULL) {
		RETURN_COPY(fallback);
	}
}

PHP_METHOD(Evloop_Context, set)
{
	zval *argument;
	zval *value;
	zval key;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(argument)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!read_key(argument, &key)) {
		RETURN_THROWS();
	}
	write_value(own(slot()), &key, value);
}

PHP_METHOD(Evloop_Context, all)
{
	zend_array *values;
	zend_ulong number;
	zend_string *name;
	zval *value;

	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);
	values = *slot();
	if (values == NULL) {
		return;
	}
	ZEND_HASH_FOREACH_KEY_VAL (values, number, name, value) {
		if (name != NULL && begins_with(name, OBJECT_PREFIX)) {
			continue;
		}
		Z_TRY_ADDREF_P(value);
		if (name == NULL) {
			zend_hash_index_add_new(Z_ARR_P(return_value), number, value);
		} else if (begins_with(name, STRING_PREFIX)) {
			zend_hash_str_add_new(
				Z_ARR_P(return_value), ZSTR_VAL(name) + PREFIX_LENGTH, ZSTR_LEN(name) - PREFIX_LENGTH, value);
		} else {
			zend_hash_add_new(Z_ARR_P(return_value), name, value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

PHP_METHOD(Evloop_Context, with)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback body;
	zend_array *given;
	zend_array *outer;
	zend_ulong number;
	zend_string *name;
	zval *value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ARRAY_HT(given)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	evloop_callback_init_now(&body, &fci, &fcc);
	outer = evloop_values_enter(*slot());
	ZEND_HASH_FOREACH_KEY_VAL (given, number, name, value) {
		add_value(name, number, value);
	}
	ZEND_HASH_FOREACH_END();
	evloop_callback_call(&body, return_value, 0, NULL);
	evloop_values_leave(outer);
	evloop_callback_free(&body);
}

void evloop_context_rshutdown(void)
{
	zend_array *values = EVLOOP_G(values);

	EVLOOP_G(values) = NULL;
	if (values != NULL && !CG(unclean_shutdown)) {
		zend_array_release(values);
	}
}

zend_result evloop_context_minit(int module_number)
{
	evloop_callback_context = slot;
	register_class_Evloop_Context();
	return SUCCESS;
}
