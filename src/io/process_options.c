/* SPDX-License-Identifier: MIT */
/*
 * The class ProcessOptions: all that can be said wrong about how a program is started is found here, before anything is started. PHP's
 * thread only.
 */
#include "src/io/process_options.h"

#include "src/base/duration.h"
#include "src/base/options.h"
#include "src/core/spawn.h"
#include "src/io/stream.h"
#include "src/loop/foreign.h"
#include "zend_enum.h"

#include "stubs/ProcessOptions_arginfo.h"
#include "stubs/Stdio_arginfo.h"

#define OUTPUT_LIMIT_MAX (1 << 30)
#define DESCRIPTOR_MAX   1023
/* The standard ones and a job's result are among those that a program may have. */
#define DESCRIPTORS_MAX (EVL_SPAWN_FDS - 4)

zend_class_entry *evloop_ce_process_options;
static zend_class_entry *ce_stdio;

evloop_source_kind evloop_source_kind_of(const zval *value)
{
	static const char *const names[] = {"Pipe", "Inherit", "Null", "Output"};

	if (Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == ce_stdio) {
		for (int i = 0; i < EVLOOP_SOURCE_NONE; i++) {
			if (zend_string_equals_cstr(
					Z_STR_P(zend_enum_fetch_case_name(Z_OBJ_P(value))), names[i], strlen(names[i]))) {
				return (evloop_source_kind) i;
			}
		}
	}
	return EVLOOP_SOURCE_NONE;
}

static bool holds_nul(const zend_string *text)
{
	return strlen(ZSTR_VAL(text)) != ZSTR_LEN(text);
}

static const char *refuse_path(const zend_string *path)
{
	return ZSTR_LEN(path) == 0 || holds_nul(path) ? "must be a path without NUL bytes" : NULL;
}

/* Whatever a descriptor may be made of, but for the cases of Stdio, which differ. */
static bool accept_source(zval *value, uint32_t number)
{
	const char *refusal;

	if (Z_TYPE_P(value) == IS_STRING) {
		refusal = refuse_path(Z_STR_P(value));
		if (refusal != NULL) {
			zend_argument_value_error(number, "%s", refusal);
		}
		return refusal == NULL;
	}
	if (Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), evloop_ce_stream)) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_RESOURCE && Z_TYPE_P(value) != IS_LONG && Z_TYPE_P(value) != IS_OBJECT) {
		zend_argument_type_error(number,
			"must be a case of Evloop\\Stdio, a path, a stream, a Socket, the number of a descriptor or null, %s given",
			zend_zval_type_name(value));
		return false;
	}
	return evloop_foreign_descriptor_of(value, number) >= 0;
}

static bool accept_standard(zval *value, uint32_t number)
{
	return evloop_source_kind_of(value) != EVLOOP_SOURCE_NONE || accept_source(value, number);
}

static bool accept_input_or_output(zval *value, uint32_t number)
{
	if (evloop_source_kind_of(value) == EVLOOP_SOURCE_OUTPUT) {
		zend_argument_value_error(number, "must not be Evloop\\Stdio::Output, which is for stderr");
		return false;
	}
	return accept_standard(value, number);
}

static bool accept_descriptors(zval *value, uint32_t number)
{
	zend_ulong index;
	zend_string *key;
	zval *source;

	if (zend_hash_num_elements(Z_ARR_P(value)) > DESCRIPTORS_MAX) {
		zend_argument_value_error(number, "must have at most %d elements", DESCRIPTORS_MAX);
		return false;
	}
	ZEND_HASH_FOREACH_KEY_VAL (Z_ARR_P(value), index, key, source) {
		evloop_source_kind stdio;

		ZVAL_DEREF(source);
		if (key != NULL || index < 3 || index > DESCRIPTOR_MAX) {
			zend_argument_value_error(number, "must have keys between 3 and %d", DESCRIPTOR_MAX);
			return false;
		}
		stdio = evloop_source_kind_of(source);
		if (stdio == EVLOOP_SOURCE_PIPE || stdio == EVLOOP_SOURCE_OUTPUT) {
			zend_argument_value_error(number, "must not contain Evloop\\Stdio::Pipe or Output");
			return false;
		}
		if (stdio == EVLOOP_SOURCE_NONE && !accept_source(source, number)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool accept_environment(zval *value, uint32_t number)
{
	zend_ulong index;
	zend_string *key;
	zval *text;

	ZEND_HASH_FOREACH_KEY_VAL (Z_ARR_P(value), index, key, text) {
		(void) index;
		ZVAL_DEREF(text);
		if (key != NULL && (ZSTR_LEN(key) == 0 || strchr(ZSTR_VAL(key), '=') != NULL || holds_nul(key))) {
			zend_argument_value_error(number, "must have names without \"=\" and NUL bytes as keys");
			return false;
		}
		if (Z_TYPE_P(text) != IS_STRING && Z_TYPE_P(text) != IS_LONG && Z_TYPE_P(text) != IS_DOUBLE) {
			zend_argument_type_error(number, "must be an array of strings, it contains %s", zend_zval_type_name(text));
			return false;
		}
		if (Z_TYPE_P(text) == IS_STRING && holds_nul(Z_STR_P(text))) {
			zend_argument_value_error(number, "must be an array of strings without NUL bytes");
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool accept_id(zval *value, uint32_t number)
{
	if (Z_TYPE_P(value) != IS_STRING && Z_TYPE_P(value) != IS_LONG) {
		zend_argument_type_error(number, "must be of type string|int|null, %s given", zend_zval_type_name(value));
		return false;
	}
	if (Z_TYPE_P(value) == IS_STRING ? ZSTR_LEN(Z_STR_P(value)) == 0 || holds_nul(Z_STR_P(value))
									 : Z_LVAL_P(value) < 0 || Z_LVAL_P(value) >= UINT32_MAX) {
		zend_argument_value_error(number, "must be a name, or a number between 0 and %" PRIu32, UINT32_MAX - 1);
		return false;
	}
	return true;
}

enum {
	STDIN,
	STDOUT,
	STDERR,
	ENVIRONMENT,
	CWD,
	USER,
	GROUP,
	OWN_GROUP,
	DESCRIPTORS,
	TIMEOUT,
	GRACE,
	OUTPUT_LIMIT,
};

static const evloop_option process_options[] = {
	[STDIN] = {.type = EVLOOP_OPTION_MIXED, .accept = accept_input_or_output},
	[STDOUT] = {.type = EVLOOP_OPTION_MIXED, .accept = accept_input_or_output},
	[STDERR] = {.type = EVLOOP_OPTION_MIXED, .accept = accept_standard},
	[ENVIRONMENT] = {.type = EVLOOP_OPTION_ARRAY, .nullable = true, .accept = accept_environment},
	[CWD] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_path},
	[USER] = {.type = EVLOOP_OPTION_MIXED, .accept = accept_id},
	[GROUP] = {.type = EVLOOP_OPTION_MIXED, .accept = accept_id},
	[OWN_GROUP] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[DESCRIPTORS] = {.type = EVLOOP_OPTION_ARRAY, .accept = accept_descriptors},
	[TIMEOUT] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
	[GRACE] = {.type = EVLOOP_OPTION_SECONDS, .seconds = 5.0},
	[OUTPUT_LIMIT] = {.type = EVLOOP_OPTION_INT, .min = 0, .max = OUTPUT_LIMIT_MAX, .integer = 16777216},
};

void evloop_process_settings_read(evloop_process_settings *settings, zend_object *options)
{
	for (uint32_t i = 0; i < 3; i++) {
		settings->standard[i] = evloop_options_value(options, STDIN + i);
	}
	settings->environment = evloop_options_array(options, ENVIRONMENT);
	settings->cwd = evloop_options_string(options, CWD);
	settings->user = evloop_options_value(options, USER);
	settings->group = evloop_options_value(options, GROUP);
	settings->own_group = evloop_options_int(process_options, options, OWN_GROUP) > 0;
	settings->descriptors = evloop_options_array(options, DESCRIPTORS);
	settings->timeout = evloop_options_seconds(process_options, options, TIMEOUT);
	settings->grace = evloop_options_seconds(process_options, options, GRACE);
	settings->output_limit = (size_t) evloop_options_int(process_options, options, OUTPUT_LIMIT);
}

PHP_METHOD(Evloop_ProcessOptions, __construct)
{
	evloop_options_construct(execute_data, process_options, sizeof(process_options) / sizeof(process_options[0]));
}

zend_result evloop_process_options_minit(int module_number)
{
	ce_stdio = register_class_Evloop_Stdio();
	evloop_ce_process_options = register_class_Evloop_ProcessOptions();
	evloop_options_register(evloop_ce_process_options);
	return SUCCESS;
}
