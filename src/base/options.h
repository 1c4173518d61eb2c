/* SPDX-License-Identifier: MIT */
/*
 * Option classes: final, their constructor's parameters being their read-only properties, in the same order. A table
 * says of each option what it may be and what it is by default; the constructor walks it and refuses a wrong value
 * with an error that names the parameter. Who takes options reads them by place; NULL instead of an object stands for
 * all defaults. PHP's thread only.
 */
#ifndef EVLOOP_BASE_OPTIONS_H
#define EVLOOP_BASE_OPTIONS_H

#include "php.h"

typedef enum evloop_option_type {
	EVLOOP_OPTION_BOOL,
	EVLOOP_OPTION_INT,     /* from min to max */
	EVLOOP_OPTION_SECONDS, /* above 0; null = no limit */
	EVLOOP_OPTION_STRING,
	EVLOOP_OPTION_ARRAY,  /* empty by default, or null; of anything that `accept` allows, if there is one */
	EVLOOP_OPTION_OBJECT, /* of the class *ce */
	EVLOOP_OPTION_MIXED,  /* of any type that `accept` allows; the default is null */
} evloop_option_type;

typedef struct evloop_option {
	evloop_option_type type;
	bool nullable;
	zend_long min;
	zend_long max;
	/* The defaults, as the stub says them too. Negative: null. Of strings and objects it is always null. */
	zend_long integer;
	double seconds;
	zend_class_entry **ce;
	const char *class_name;
	/* Of a string: what it must be ("must be ..."), or NULL when it is that. */
	const char *(*refuse)(const zend_string *value);
	/* Of an array or a mixed value that is not null; with an exception thrown for argument `number` when false. */
	bool (*accept)(zval *value, uint32_t number);
} evloop_option;

/* The constructor of an option class; with an exception thrown when false. */
bool evloop_options_construct(zend_execute_data *call, const evloop_option *options, uint32_t count);

/* Objects of the class are made by its constructor only. */
void evloop_options_register(zend_class_entry *ce);

/* Also of bool. Negative for null. */
zend_long evloop_options_int(const evloop_option *options, zend_object *object, uint32_t index);
/* Negative for null. */
double evloop_options_seconds(const evloop_option *options, zend_object *object, uint32_t index);
/* Borrowed; NULL for null. */
zval *evloop_options_value(zend_object *object, uint32_t index);
zend_string *evloop_options_string(zend_object *object, uint32_t index);
zend_object *evloop_options_object(zend_object *object, uint32_t index);
zend_array *evloop_options_array(zend_object *object, uint32_t index);

#endif
