/* SPDX-License-Identifier: MIT */
/*
 * options.c: the class ServerOptions. One table says for each option where it is kept, what it may be and what it is
 * by default; the constructor and the reader walk it. The order is that of the parameters and of the declared
 * properties.
 */
#include "src/http/options.h"

#include "src/base/object.h"
#include "src/core/http1.h"

#include "stubs/Http/ServerOptions_arginfo.h"

zend_class_entry *evloop_ce_http_server_options;

static zend_object_handlers options_handlers;

typedef struct http_option {
	size_t offset; /* in evloop_http_options */
	zend_long min;
	zend_long max;
	zend_long fallback;
	bool optional; /* null means no limit */
} http_option;

static const http_option options_table[] = {
	{XtOffsetOf(evloop_http_options, max_target), 16, 1 << 20, 8192, false},
	{XtOffsetOf(evloop_http_options, max_head), 64, 1 << 24, 65536, false},
	{XtOffsetOf(evloop_http_options, max_headers), 1, 10000, 128, false},
	{XtOffsetOf(evloop_http_options, max_body), 0, ZEND_LONG_MAX, 16777216, false},
	{XtOffsetOf(evloop_http_options, max_trailers), 0, 1 << 20, 8192, false},
	{XtOffsetOf(evloop_http_options, max_pipelined), 1, 10000, 64, false},
	{XtOffsetOf(evloop_http_options, max_connections), 1, ZEND_LONG_MAX, -1, true},
	{XtOffsetOf(evloop_http_options, max_in_flight), 1, ZEND_LONG_MAX, -1, true},
	{XtOffsetOf(evloop_http_options, max_requests), 1, ZEND_LONG_MAX, -1, true},
};

#define OPTION_COUNT (sizeof(options_table) / sizeof(options_table[0]))

/* The slot behind the numbers. */
#define SERVER_NAME OPTION_COUNT

static uint64_t *option_place(evloop_http_options *options, const http_option *option)
{
	return (uint64_t *) ((char *) options + option->offset);
}

void evloop_http_options_read(evloop_http_options *options, zend_object *object)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const http_option *option = &options_table[i];
		zend_long value = option->fallback;

		if (object != NULL) {
			zval *slot = OBJ_PROP_NUM(object, i);

			value = Z_TYPE_P(slot) == IS_LONG ? Z_LVAL_P(slot) : -1;
		}

		*option_place(options, option) = value < 0 ? UINT64_MAX : (uint64_t) value;
	}

	options->server_name = NULL;

	if (object != NULL && Z_TYPE_P(OBJ_PROP_NUM(object, SERVER_NAME)) == IS_STRING) {
		options->server_name = zend_string_copy(Z_STR_P(OBJ_PROP_NUM(object, SERVER_NAME)));
	}
}

void evloop_http_options_free(evloop_http_options *options)
{
	if (options->server_name != NULL) {
		zend_string_release(options->server_name);
		options->server_name = NULL;
	}
}

/* False with an exception thrown. */
static bool option_set(zval *slot, const http_option *option, zval *arg, uint32_t number)
{
	zend_long value = option->fallback;
	bool is_null = option->fallback < 0;

	if (arg != NULL && !zend_parse_arg_long(arg, &value, &is_null, option->optional, number)) {
		zend_wrong_parameter_error(
			ZPP_ERROR_WRONG_ARG, number, NULL, option->optional ? Z_EXPECTED_LONG_OR_NULL : Z_EXPECTED_LONG, arg);
		return false;
	}

	if (is_null) {
		ZVAL_NULL(slot);
		return true;
	}

	if (value < option->min || value > option->max) {
		zend_argument_value_error(
			number, "must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT, option->min, option->max);
		return false;
	}

	ZVAL_LONG(slot, value);
	return true;
}

static bool server_name_set(zval *slot, zval *arg)
{
	zend_string *name = NULL;

	if (arg != NULL && !zend_parse_arg_str(arg, &name, true, SERVER_NAME + 1)) {
		zend_wrong_parameter_error(ZPP_ERROR_WRONG_ARG, SERVER_NAME + 1, NULL, Z_EXPECTED_STRING_OR_NULL, arg);
		return false;
	}

	if (name == NULL) {
		ZVAL_NULL(slot);
		return true;
	}

	if (ZSTR_LEN(name) == 0 || ZSTR_LEN(name) > 256 || !evl_http1_is_field_value(ZSTR_VAL(name), ZSTR_LEN(name))) {
		zend_argument_value_error(SERVER_NAME + 1, "must be a header value of 1 to 256 bytes");
		return false;
	}

	ZVAL_STR_COPY(slot, name);
	return true;
}

PHP_METHOD(Evloop_Http_ServerOptions, __construct)
{
	zend_object *self = Z_OBJ_P(ZEND_THIS);
	uint32_t count = ZEND_NUM_ARGS();

	if (count > OPTION_COUNT + 1) {
		zend_wrong_parameters_count_error(0, OPTION_COUNT + 1);
		RETURN_THROWS();
	}

	if (!Z_ISUNDEF_P(OBJ_PROP_NUM(self, 0))) {
		zend_throw_error(NULL, "Cannot construct %s again", ZSTR_VAL(self->ce->name));
		RETURN_THROWS();
	}

	for (uint32_t i = 0; i < OPTION_COUNT; i++) {
		zval *arg = i < count ? ZEND_CALL_ARG(execute_data, i + 1) : NULL;

		if (!option_set(OBJ_PROP_NUM(self, i), &options_table[i], arg, i + 1)) {
			RETURN_THROWS();
		}
	}

	if (!server_name_set(OBJ_PROP_NUM(self, SERVER_NAME),
			count > SERVER_NAME ? ZEND_CALL_ARG(execute_data, SERVER_NAME + 1) : NULL)) {
		RETURN_THROWS();
	}
}

static zend_object *options_create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &options_handlers;
	return object;
}

zend_result evloop_http_options_minit(int module_number)
{
	evloop_object_handlers(&options_handlers, 0);
	evloop_ce_http_server_options = register_class_Evloop_Http_ServerOptions();
	evloop_ce_http_server_options->create_object = options_create;
	return SUCCESS;
}
