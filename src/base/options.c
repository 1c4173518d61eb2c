/* SPDX-License-Identifier: MIT */
/*
 * Reading the constructor's arguments into the properties, by the table of the class. Owns nothing. PHP's thread only.
 */
#include "src/base/options.h"

#include "src/base/duration.h"

static bool refuse_type(zval *arg, uint32_t number, zend_expected_type expected, zend_expected_type or_null, bool null)
{
	zend_wrong_parameter_error(ZPP_ERROR_WRONG_ARG, number, NULL, null ? or_null : expected, arg);
	return false;
}

static bool set_bool(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	bool value = option->integer > 0;
	bool is_null = option->integer < 0;

	if (arg != NULL && !zend_parse_arg_bool(arg, &value, &is_null, option->nullable, number)) {
		return refuse_type(arg, number, Z_EXPECTED_BOOL, Z_EXPECTED_BOOL_OR_NULL, option->nullable);
	}
	if (is_null) {
		ZVAL_NULL(slot);
	} else {
		ZVAL_BOOL(slot, value);
	}
	return true;
}

static bool set_int(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	zend_long value = option->integer;
	bool is_null = option->integer < 0;

	if (arg != NULL && !zend_parse_arg_long(arg, &value, &is_null, option->nullable, number)) {
		return refuse_type(arg, number, Z_EXPECTED_LONG, Z_EXPECTED_LONG_OR_NULL, option->nullable);
	}
	if (is_null) {
		ZVAL_NULL(slot);
		return true;
	}
	if (value < option->min || value > option->max) {
		zend_argument_value_error(number, "must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT "%s", option->min,
			option->max, option->nullable ? ", or null" : "");
		return false;
	}
	ZVAL_LONG(slot, value);
	return true;
}

static bool set_seconds(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	double value = option->seconds;
	bool is_null = option->seconds < 0.0;

	if (arg != NULL && !zend_parse_arg_double(arg, &value, &is_null, option->nullable, number)) {
		return refuse_type(arg, number, Z_EXPECTED_DOUBLE, Z_EXPECTED_DOUBLE_OR_NULL, option->nullable);
	}
	if (is_null) {
		ZVAL_NULL(slot);
		return true;
	}
	/* Written so that NAN fails. */
	if (!(value > 0.0 && value <= EVLOOP_DURATION_MAX)) {
		zend_argument_value_error(number, "must be a number of seconds above 0 and up to %.1e%s", EVLOOP_DURATION_MAX,
			option->nullable ? ", or null for no limit" : "");
		return false;
	}
	ZVAL_DOUBLE(slot, value);
	return true;
}

static bool set_string(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	zend_string *value = NULL;
	const char *refusal;

	if (arg != NULL && !zend_parse_arg_str(arg, &value, option->nullable, number)) {
		return refuse_type(arg, number, Z_EXPECTED_STRING, Z_EXPECTED_STRING_OR_NULL, option->nullable);
	}
	if (value == NULL) {
		ZVAL_NULL(slot);
		return true;
	}
	refusal = option->refuse != NULL ? option->refuse(value) : NULL;
	if (refusal != NULL) {
		zend_argument_value_error(number, "%s", refusal);
		return false;
	}
	ZVAL_STR_COPY(slot, value);
	return true;
}

static bool set_array(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	if (option->nullable && (arg == NULL || Z_TYPE_P(arg) == IS_NULL)) {
		ZVAL_NULL(slot);
		return true;
	}
	if (arg == NULL) {
		ZVAL_EMPTY_ARRAY(slot);
		return true;
	}
	if (Z_TYPE_P(arg) != IS_ARRAY) {
		return refuse_type(arg, number, Z_EXPECTED_ARRAY, Z_EXPECTED_ARRAY_OR_NULL, option->nullable);
	}
	if (option->accept != NULL && !option->accept(arg, number)) {
		return false;
	}
	ZVAL_COPY(slot, arg);
	return true;
}

static bool set_mixed(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	if (arg == NULL || Z_TYPE_P(arg) == IS_NULL) {
		ZVAL_NULL(slot);
		return true;
	}
	if (!option->accept(arg, number)) {
		return false;
	}
	ZVAL_COPY(slot, arg);
	return true;
}

static bool set_object(zval *slot, const evloop_option *option, zval *arg, uint32_t number)
{
	if (arg == NULL || Z_TYPE_P(arg) == IS_NULL) {
		ZVAL_NULL(slot);
		return true;
	}
	if (Z_TYPE_P(arg) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(arg), *option->ce)) {
		zend_wrong_parameter_error(ZPP_ERROR_WRONG_CLASS_OR_NULL, number, (char *) option->class_name, 0, arg);
		return false;
	}
	ZVAL_COPY(slot, arg);
	return true;
}

static bool (*const setters[])(zval *slot, const evloop_option *option, zval *arg, uint32_t number) = {
	[EVLOOP_OPTION_BOOL] = set_bool,
	[EVLOOP_OPTION_INT] = set_int,
	[EVLOOP_OPTION_SECONDS] = set_seconds,
	[EVLOOP_OPTION_STRING] = set_string,
	[EVLOOP_OPTION_ARRAY] = set_array,
	[EVLOOP_OPTION_OBJECT] = set_object,
	[EVLOOP_OPTION_MIXED] = set_mixed,
};

bool evloop_options_construct(zend_execute_data *call, const evloop_option *options, uint32_t count)
{
	zend_object *object = Z_OBJ(call->This);
	uint32_t given = ZEND_CALL_NUM_ARGS(call);

	if (given > count) {
		zend_wrong_parameters_count_error(0, count);
		return false;
	}
	/* Read-only means once, also after a constructor that failed. */
	if (!Z_ISUNDEF_P(OBJ_PROP_NUM(object, 0))) {
		zend_throw_error(NULL, "Cannot construct %s again", ZSTR_VAL(object->ce->name));
		return false;
	}
	for (uint32_t i = 0; i < count; i++) {
		zval *arg = i < given ? ZEND_CALL_ARG(call, i + 1) : NULL;

		if (!setters[options[i].type](OBJ_PROP_NUM(object, i), &options[i], arg, i + 1)) {
			return false;
		}
	}
	return true;
}

static zend_object *options_create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	return object;
}

void evloop_options_register(zend_class_entry *ce)
{
	/* With a function of its own a final class cannot be instantiated around its constructor. */
	ce->create_object = options_create;
}

zend_long evloop_options_int(const evloop_option *options, zend_object *object, uint32_t index)
{
	const zval *slot;

	if (object == NULL) {
		return options[index].integer;
	}
	slot = OBJ_PROP_NUM(object, index);
	return Z_TYPE_P(slot) == IS_LONG    ? Z_LVAL_P(slot)
		   : Z_TYPE_P(slot) == IS_TRUE  ? 1
		   : Z_TYPE_P(slot) == IS_FALSE ? 0
										: -1;
}

double evloop_options_seconds(const evloop_option *options, zend_object *object, uint32_t index)
{
	const zval *slot;

	if (object == NULL) {
		return options[index].seconds;
	}
	slot = OBJ_PROP_NUM(object, index);
	return Z_TYPE_P(slot) == IS_DOUBLE ? Z_DVAL_P(slot) : -1.0;
}

zval *evloop_options_value(zend_object *object, uint32_t index)
{
	zval *slot = object != NULL ? OBJ_PROP_NUM(object, index) : NULL;

	return slot != NULL && Z_TYPE_P(slot) != IS_NULL ? slot : NULL;
}

zend_string *evloop_options_string(zend_object *object, uint32_t index)
{
	const zval *slot = object != NULL ? OBJ_PROP_NUM(object, index) : NULL;

	return slot != NULL && Z_TYPE_P(slot) == IS_STRING ? Z_STR_P(slot) : NULL;
}

zend_object *evloop_options_object(zend_object *object, uint32_t index)
{
	const zval *slot = object != NULL ? OBJ_PROP_NUM(object, index) : NULL;

	return slot != NULL && Z_TYPE_P(slot) == IS_OBJECT ? Z_OBJ_P(slot) : NULL;
}

zend_array *evloop_options_array(zend_object *object, uint32_t index)
{
	const zval *slot = object != NULL ? OBJ_PROP_NUM(object, index) : NULL;

	return slot != NULL && Z_TYPE_P(slot) == IS_ARRAY ? Z_ARR_P(slot) : NULL;
}
