/* SPDX-License-Identifier: MIT */
/*
 * response.c: the class Response. The constructor checks every header and lays the lines out as they are sent: a
 * value that could break out of its line never gets into the object, and a response that is returned many times is
 * checked once.
 */
#include "src/http/response.h"

#include "src/base/object.h"
#include "src/core/http1.h"
#include "src/http/json.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"
#include "zend_smart_str.h"

#include "stubs/Http/Response_arginfo.h"

zend_class_entry *evloop_ce_http_response;

static zend_object_handlers response_handlers;

/* Declared properties, in the order of the stub. */
enum response_property {
	RESPONSE_STATUS,
	RESPONSE_HEADERS,
};

static evloop_http_response *response_from(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_http_response);
}

/* A number without sign or space that fits; false otherwise. */
static bool response_length(const zend_string *value, uint64_t *length)
{
	*length = 0;

	for (size_t i = 0; i < ZSTR_LEN(value); i++) {
		if (ZSTR_VAL(value)[i] < '0' || ZSTR_VAL(value)[i] > '9' || *length > (UINT64_MAX - 9) / 10) {
			return false;
		}

		*length = *length * 10 + (uint64_t) (ZSTR_VAL(value)[i] - '0');
	}

	return ZSTR_LEN(value) > 0;
}

static bool response_says_close(const zend_string *value)
{
	const char *at = ZSTR_VAL(value), *end = at + ZSTR_LEN(value);

	while (at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));
		const char *stop = comma != NULL ? comma : end;

		while (at < stop && (*at == ' ' || *at == '\t')) {
			at++;
		}

		while (stop > at && (stop[-1] == ' ' || stop[-1] == '\t')) {
			stop--;
		}

		if (evl_http1_same(at, (size_t) (stop - at), "close", 5)) {
			return true;
		}

		at = comma != NULL ? comma + 1 : end;
	}

	return false;
}

static bool name_is(const zend_string *name, const char *lower, size_t len)
{
	return evl_http1_same(ZSTR_VAL(name), ZSTR_LEN(name), lower, len);
}

/*
 * Headers that the server itself must know about. True: the line is sent as it is; false: it is not, and an exception
 * may have been thrown.
 */
static bool response_passes(evloop_http_response *self, const zend_string *name, const zend_string *value, uint32_t arg)
{
	switch (ZSTR_LEN(name)) {
	case 4: self->flags |= name_is(name, "date", 4) ? EVLOOP_HTTP_HAS_DATE : 0; return true;
	case 6: self->flags |= name_is(name, "server", 6) ? EVLOOP_HTTP_HAS_SERVER : 0; return true;
	case 10:
		if (!name_is(name, "connection", 10)) {
			return true;
		}
		self->flags |= response_says_close(value) ? EVLOOP_HTTP_CLOSE : 0;
		return false;
	case 12: self->flags |= name_is(name, "content-type", 12) ? EVLOOP_HTTP_HAS_TYPE : 0; return true;
	case 14:
		if (!name_is(name, "content-length", 14)) {
			return true;
		}
		if (!response_length(value, &self->length)) {
			zend_argument_value_error(arg, "must have a number as Content-Length");
		}
		self->flags |= EVLOOP_HTTP_HAS_LENGTH;
		return false;
	case 17:
		if (!name_is(name, "transfer-encoding", 17)) {
			return true;
		}
		zend_argument_value_error(arg, "must not name Transfer-Encoding, which is set by the server");
		return false;
	default: return true;
	}
}

/* False with an exception thrown. */
static bool response_add_line(
	evloop_http_response *self, smart_str *lines, zend_string *name, zend_string *value, uint32_t arg)
{
	if (!evl_http1_is_token(ZSTR_VAL(name), ZSTR_LEN(name))) {
		zend_argument_value_error(arg, "must have tokens as header names, \"%s\" is none", ZSTR_VAL(name));
		return false;
	}

	if (!evl_http1_is_field_value(ZSTR_VAL(value), ZSTR_LEN(value))) {
		zend_argument_value_error(arg, "must have no control characters in the value of \"%s\"", ZSTR_VAL(name));
		return false;
	}

	if (!response_passes(self, name, value, arg)) {
		return EG(exception) == NULL;
	}

	smart_str_append(lines, name);
	smart_str_appendl(lines, ": ", 2);
	smart_str_append(lines, value);
	smart_str_appendl(lines, "\r\n", 2);
	return true;
}

static bool response_add_value(
	evloop_http_response *self, smart_str *lines, zend_string *name, zval *value, uint32_t arg)
{
	zend_string *text, *temporary;
	bool added;

	ZVAL_DEREF(value);

	if (Z_TYPE_P(value) != IS_STRING && Z_TYPE_P(value) != IS_LONG && Z_TYPE_P(value) != IS_DOUBLE) {
		zend_argument_type_error(arg, "must have strings, numbers or lists of them as values, \"%s\" has %s",
			ZSTR_VAL(name), zend_zval_type_name(value));
		return false;
	}

	text = zval_get_tmp_string(value, &temporary);
	added = response_add_line(self, lines, name, text, arg);
	zend_tmp_string_release(temporary);
	return added;
}

/* All lines of one name. */
static bool response_add(evloop_http_response *self, smart_str *lines, zend_string *name, zval *value, uint32_t arg)
{
	zval *item;

	ZVAL_DEREF(value);

	if (Z_TYPE_P(value) != IS_ARRAY) {
		return response_add_value(self, lines, name, value, arg);
	}

	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		if (!response_add_value(self, lines, name, item, arg)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();

	return true;
}

static bool response_add_all(evloop_http_response *self, smart_str *lines, HashTable *headers, uint32_t arg)
{
	zend_string *key;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL (headers, index, key, value) {
		zend_string *name = key != NULL ? zend_string_copy(key) : zend_long_to_str((zend_long) index);
		bool added = response_add(self, lines, name, value, arg);

		zend_string_release(name);

		if (!added) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();

	return true;
}

/*
 * `arg` is the number of the parameter that the headers came by. False with an exception thrown; the object is of no
 * use then.
 */
static bool response_set_headers(evloop_http_response *self, HashTable *headers, uint32_t arg)
{
	smart_str lines = {NULL, 0};

	if (!response_add_all(self, &lines, headers, arg)) {
		smart_str_free(&lines);
		return false;
	}

	smart_str_0(&lines);
	self->lines = lines.s;
	return true;
}

static bool response_set_status(evloop_http_response *self, zend_long status, uint32_t arg)
{
	if (status < 200 || status > 599) {
		zend_argument_value_error(arg, "must be between 200 and 599");
		return false;
	}

	self->status = (uint16_t) status;
	ZVAL_LONG(OBJ_PROP_NUM(&self->std, RESPONSE_STATUS), status);
	return true;
}

static zend_object *response_create(zend_class_entry *ce)
{
	evloop_http_response *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &response_handlers;
	self->status = 200;
	return &self->std;
}

static void response_free(zend_object *object)
{
	evloop_http_response *self = response_from(object);

	if (self->lines != NULL) {
		zend_string_release(self->lines);
	}

	if (self->body != NULL) {
		zend_string_release(self->body);
	}

	if (self->source != NULL) {
		OBJ_RELEASE(self->source);
	}

	zend_object_std_dtor(object);
}

static HashTable *response_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_http_response *self = response_from(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (self->source != NULL) {
		zend_get_gc_buffer_add_obj(buffer, self->source);
	}

	zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, RESPONSE_HEADERS));
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/*
 * What the static constructors share. The body is taken over; the type is only a default. NULL with an exception
 * thrown.
 */
static evloop_http_response *response_make(zend_string *body, const char *type, zend_long status, HashTable *headers)
{
	evloop_http_response *self = response_from(response_create(evloop_ce_http_response));
	smart_str lines = {NULL, 0};

	self->body = body;
	ZVAL_EMPTY_ARRAY(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS));

	if (!response_set_status(self, status, 2) || !response_add_all(self, &lines, headers, 3)) {
		smart_str_free(&lines);
		OBJ_RELEASE(&self->std);
		return NULL;
	}

	ZVAL_ARR(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS), zend_array_dup(headers));

	if (!(self->flags & EVLOOP_HTTP_HAS_TYPE)) {
		zval value;

		ZVAL_STRING(&value, type);
		zend_hash_str_update(Z_ARRVAL_P(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS)), ZEND_STRL("Content-Type"), &value);
		smart_str_appendl(&lines, ZEND_STRL("Content-Type: "));
		smart_str_append(&lines, Z_STR(value));
		smart_str_appendl(&lines, "\r\n", 2);
		self->flags |= EVLOOP_HTTP_HAS_TYPE;
	}

	smart_str_0(&lines);
	self->lines = lines.s;
	return self;
}

/* One of the two, or none; they are copied. */
static void response_set_body(evloop_http_response *self, zend_string *body, zend_object *source)
{
	self->body = body != NULL ? zend_string_copy(body) : NULL;
	self->source = source;

	if (source != NULL) {
		GC_ADDREF(source);
	}
}

PHP_METHOD(Evloop_Http_Response, __construct)
{
	evloop_http_response *self = response_from(Z_OBJ_P(ZEND_THIS));
	zend_long status = 200;
	HashTable *headers = NULL;
	zend_string *body = NULL;
	zend_object *source = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(status)
		Z_PARAM_ARRAY_HT(headers)
		Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(source, zend_ce_traversable, body)
	ZEND_PARSE_PARAMETERS_END();

	if (!Z_ISUNDEF_P(OBJ_PROP_NUM(&self->std, RESPONSE_STATUS))) {
		zend_throw_error(NULL, "Cannot construct %s again", ZSTR_VAL(self->std.ce->name));
		RETURN_THROWS();
	}

	if (!response_set_status(self, status, 1)) {
		RETURN_THROWS();
	}

	if (headers != NULL && zend_hash_num_elements(headers) > 0) {
		if (!response_set_headers(self, headers, 2)) {
			RETURN_THROWS();
		}

		ZVAL_COPY(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS), ZEND_CALL_ARG(execute_data, 2));
	} else {
		ZVAL_EMPTY_ARRAY(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS));
	}

	response_set_body(self, body, source);
}

PHP_METHOD(Evloop_Http_Response, json)
{
	zval *value;
	zend_long status = 200;
	HashTable *headers = (HashTable *) &zend_empty_array;
	zend_string *body;
	evloop_http_response *made;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(status)
		Z_PARAM_ARRAY_HT(headers)
	ZEND_PARSE_PARAMETERS_END();

	body = evloop_http_json_encode(value);
	made = body != NULL ? response_make(body, "application/json", status, headers) : NULL;

	if (made == NULL) {
		RETURN_THROWS();
	}

	RETURN_OBJ(&made->std);
}

/* The body of text() and html(), which differ in the type. */
static void response_of_text(INTERNAL_FUNCTION_PARAMETERS, const char *type)
{
	zend_string *body;
	zend_long status = 200;
	HashTable *headers = (HashTable *) &zend_empty_array;
	evloop_http_response *made;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(body)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(status)
		Z_PARAM_ARRAY_HT(headers)
	ZEND_PARSE_PARAMETERS_END();

	made = response_make(zend_string_copy(body), type, status, headers);

	if (made == NULL) {
		RETURN_THROWS();
	}

	RETURN_OBJ(&made->std);
}

PHP_METHOD(Evloop_Http_Response, text)
{
	response_of_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, "text/plain; charset=utf-8");
}

PHP_METHOD(Evloop_Http_Response, html)
{
	response_of_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, "text/html; charset=utf-8");
}

static bool is_redirect(zend_long status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

PHP_METHOD(Evloop_Http_Response, redirect)
{
	zend_string *to;
	zend_long status = 302;
	evloop_http_response *made;
	zval headers, location;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(to)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(status)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(to) == 0) {
		zend_argument_value_error(1, "must not be empty");
		RETURN_THROWS();
	}

	for (size_t i = 0; i < ZSTR_LEN(to); i++) {
		if ((unsigned char) ZSTR_VAL(to)[i] <= 0x20 || (unsigned char) ZSTR_VAL(to)[i] >= 0x7f) {
			zend_argument_value_error(1, "must be an encoded URI reference");
			RETURN_THROWS();
		}
	}

	if (!is_redirect(status)) {
		zend_argument_value_error(2, "must be 301, 302, 303, 307 or 308");
		RETURN_THROWS();
	}

	array_init(&headers);
	ZVAL_STR_COPY(&location, to);
	zend_hash_str_add_new(Z_ARRVAL(headers), ZEND_STRL("Location"), &location);
	made = response_from(response_create(evloop_ce_http_response));
	response_set_status(made, status, 2);
	response_set_headers(made, Z_ARRVAL(headers), 1);
	ZVAL_COPY_VALUE(OBJ_PROP_NUM(&made->std, RESPONSE_HEADERS), &headers);
	RETURN_OBJ(&made->std);
}

/* The headers without those that have `name` in any case. */
static HashTable *headers_without(HashTable *headers, const zend_string *name)
{
	HashTable *copy = zend_array_dup(headers);
	zend_string *key;

	ZEND_HASH_FOREACH_STR_KEY(headers, key)
	{
		if (key != NULL && zend_string_equals_ci(key, name)) {
			zend_hash_del(copy, key);
		}
	}
	ZEND_HASH_FOREACH_END();

	return copy;
}

PHP_METHOD(Evloop_Http_Response, withHeader)
{
	evloop_http_response *self = response_from(Z_OBJ_P(ZEND_THIS)), *made;
	zend_string *name, *text = NULL;
	HashTable *list = NULL, *headers;
	zval value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ARRAY_HT_OR_STR(list, text)
	ZEND_PARSE_PARAMETERS_END();

	if (!evl_http1_is_token(ZSTR_VAL(name), ZSTR_LEN(name))) {
		zend_argument_value_error(1, "must be a token");
		RETURN_THROWS();
	}

	if (text != NULL) {
		ZVAL_STR_COPY(&value, text);
	} else {
		ZVAL_ARR(&value, zend_array_dup(list));
	}

	headers = headers_without(Z_ARRVAL_P(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS)), name);
	zend_symtable_update(headers, name, &value);
	made = response_from(response_create(evloop_ce_http_response));
	response_set_status(made, self->status, 1);
	ZVAL_ARR(OBJ_PROP_NUM(&made->std, RESPONSE_HEADERS), headers);
	response_set_body(made, self->body, self->source);

	if (!response_set_headers(made, headers, 2)) {
		OBJ_RELEASE(&made->std);
		RETURN_THROWS();
	}

	RETURN_OBJ(&made->std);
}

zend_result evloop_http_response_minit(int module_number)
{
	evloop_object_handlers(&response_handlers, XtOffsetOf(evloop_http_response, std));
	response_handlers.free_obj = response_free;
	response_handlers.get_gc = response_get_gc;
	evloop_ce_http_response = register_class_Evloop_Http_Response();
	evloop_ce_http_response->create_object = response_create;
	return SUCCESS;
}
