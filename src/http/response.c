/* SPDX-License-Identifier: MIT */
/*
 * response.c: the class Response. Every header is checked when a response is made: a value that could break out of its
 * line never gets into the object, and a response that is returned many times is checked once.
 */
#include "src/http/response.h"

#include "src/base/object.h"
#include "src/core/http1.h"
#include "src/http/cookie.h"
#include "src/http/file.h"
#include "src/http/json.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

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

/* False with an exception thrown. */
static bool response_check_status(zend_long status, uint32_t arg)
{
	if (status < 200 || status > 599) {
		zend_argument_value_error(arg, "must be between 200 and 599");
		return false;
	}

	return true;
}

static void response_set_status(evloop_http_response *self, zend_long status)
{
	self->status = (uint16_t) status;
	ZVAL_LONG(OBJ_PROP_NUM(&self->std, RESPONSE_STATUS), status);
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

	if (self->file != NULL) {
		evloop_http_file_release(self->file);
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

evloop_http_response *evloop_http_response_new(uint16_t status, HashTable *headers, uint32_t arg)
{
	evloop_http_response *self = response_from(response_create(evloop_ce_http_response));

	response_set_status(self, status);
	ZVAL_ARR(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS), headers);

	if (!evloop_http_response_set_headers(self, headers, arg)) {
		OBJ_RELEASE(&self->std);
		return NULL;
	}

	return self;
}

static bool headers_have(HashTable *headers, const char *name, size_t len)
{
	zend_string *key;

	ZEND_HASH_FOREACH_STR_KEY(headers, key)
	{
		if (key != NULL && zend_binary_strcasecmp(ZSTR_VAL(key), ZSTR_LEN(key), name, len) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();

	return false;
}

/*
 * What the static constructors share. The body is taken over; the type is only a default. NULL with an exception
 * thrown.
 */
static evloop_http_response *response_make(zend_string *body, const char *type, zend_long status, HashTable *headers)
{
	evloop_http_response *self = NULL;

	if (response_check_status(status, 2)) {
		headers = zend_array_dup(headers);

		if (!headers_have(headers, ZEND_STRL("content-type"))) {
			zval value;

			ZVAL_STRING(&value, type);
			zend_hash_str_update(headers, ZEND_STRL("Content-Type"), &value);
		}

		self = evloop_http_response_new((uint16_t) status, headers, 3);
	}

	if (self == NULL) {
		zend_string_release(body);
	} else {
		self->body = body;
	}

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

	if (!response_check_status(status, 1)) {
		RETURN_THROWS();
	}

	response_set_status(self, status);

	if (headers != NULL && zend_hash_num_elements(headers) > 0) {
		if (!evloop_http_response_set_headers(self, headers, 2)) {
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
	HashTable *headers;
	zval location;

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

	headers = zend_new_array(1);
	ZVAL_STR_COPY(&location, to);
	zend_hash_str_add_new(headers, ZEND_STRL("Location"), &location);
	RETURN_OBJ(&evloop_http_response_new((uint16_t) status, headers, 1)->std);
}

PHP_METHOD(Evloop_Http_Response, file)
{
	zend_string *path, *root = NULL;
	zend_object *request = NULL;
	evloop_http_response *made;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(request, evloop_ce_http_request)
		Z_PARAM_PATH_STR_OR_NULL(root)
	ZEND_PARSE_PARAMETERS_END();

	if (ZSTR_LEN(path) == 0 || (root != NULL && ZSTR_LEN(root) == 0)) {
		zend_argument_value_error(ZSTR_LEN(path) == 0 ? 1 : 3, "must not be empty");
		RETURN_THROWS();
	}

	made =
		evloop_http_file_response(path, request != NULL ? EVLOOP_FROM_OBJ(request, evloop_http_request) : NULL, root);

	if (made == NULL) {
		RETURN_THROWS();
	}

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

/* A copy with other headers, which are taken over. NULL with an exception thrown. */
static evloop_http_response *response_with(const evloop_http_response *self, HashTable *headers, uint32_t arg)
{
	evloop_http_response *made = evloop_http_response_new(self->status, headers, arg);

	if (made == NULL) {
		return NULL;
	}

	response_set_body(made, self->body, self->source);
	made->file = self->file;

	if (made->file != NULL) {
		/* Its length is its own, whatever the headers say. */
		made->file->references++;
		made->length = made->file->length;
		made->flags |= EVLOOP_HTTP_HAS_LENGTH;
	}

	return made;
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
	made = response_with(self, headers, 2);

	if (made == NULL) {
		RETURN_THROWS();
	}

	RETURN_OBJ(&made->std);
}

/* A header's value, or each of a list of them. */
static void append_values(zval *list, zval *value)
{
	zval *item;

	ZVAL_DEREF(value);

	if (Z_TYPE_P(value) != IS_ARRAY) {
		Z_TRY_ADDREF_P(value);
		add_next_index_zval(list, value);
		return;
	}

	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		ZVAL_DEREF(item);
		Z_TRY_ADDREF_P(item);
		add_next_index_zval(list, item);
	}
	ZEND_HASH_FOREACH_END();
}

/* All Set-Cookie values there are, as a list with one more (taken over). */
static void add_cookie(HashTable *headers, HashTable *old, zend_string *line)
{
	zend_string *key;
	zval *value, list;

	array_init(&list);

	ZEND_HASH_FOREACH_STR_KEY_VAL (old, key, value) {
		if (key != NULL && zend_string_equals_literal_ci(key, "set-cookie")) {
			append_values(&list, value);
		}
	}
	ZEND_HASH_FOREACH_END();

	add_next_index_str(&list, line);
	zend_hash_str_update(headers, ZEND_STRL("Set-Cookie"), &list);
}

PHP_METHOD(Evloop_Http_Response, withCookie)
{
	evloop_http_response *self = response_from(Z_OBJ_P(ZEND_THIS)), *made;
	zend_string *name, *value, *line, *header;
	HashTable *options = (HashTable *) &zend_empty_array, *old, *headers;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(name)
		Z_PARAM_STR(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	line = evloop_http_cookie(name, value, options);

	if (line == NULL) {
		RETURN_THROWS();
	}

	old = Z_ARRVAL_P(OBJ_PROP_NUM(&self->std, RESPONSE_HEADERS));
	header = ZSTR_INIT_LITERAL("Set-Cookie", false);
	headers = headers_without(old, header);
	zend_string_release(header);
	add_cookie(headers, old, line);
	made = response_with(self, headers, 1);

	if (made == NULL) {
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
