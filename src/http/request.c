/* SPDX-License-Identifier: MIT */
/*
 * request.c: the class Request. Most handlers look at one or two properties, so none is made before somebody looks:
 * the slots start UNDEF, which sends the engine (JIT included) to the handlers below; they fill the slot and leave
 * the rest to the standard ones.
 */
#include "src/http/request.h"

#include "SAPI.h"
#include "php_variables.h"
#include "src/base/object.h"
#include "src/http/form.h"
#include "src/http/json.h"
#include "src/http/request_body.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "stubs/Http/Request_arginfo.h"

zend_class_entry *evloop_ce_http_request;

static zend_object_handlers request_handlers;

/* Declared properties, in the order of the stub. */
enum request_property {
	REQUEST_METHOD,
	REQUEST_TARGET,
	REQUEST_PATH,
	REQUEST_QUERY,
	REQUEST_VERSION,
	REQUEST_REMOTE,
	REQUEST_HEADERS,
	REQUEST_PROPERTIES,
};

/* Interned once, by evl_http1_method; OTHER is made anew each time. */
static zend_string *method_names[EVL_HTTP1_CONNECT + 1];
static zend_string *version_names[2];

static evloop_http_request *request_from(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_http_request);
}

static zend_string *request_text(const evloop_http_request *self, evl_http1_span span)
{
	return zend_string_init_fast(self->head + span.at, span.len);
}

HashTable *evloop_http_request_fields(const evl_http1_field *fields, uint32_t count, const char *data)
{
	HashTable *table = zend_new_array(count);

	for (uint32_t i = 0; i < count; i++) {
		zend_string *name = zend_string_alloc(fields[i].name.len, false);
		zval *list, value;

		zend_str_tolower_copy(ZSTR_VAL(name), data + fields[i].name.at, fields[i].name.len);
		list = zend_symtable_find(table, name);

		if (list == NULL) {
			array_init_size(&value, 1);
			list = zend_symtable_update(table, name, &value);
		}

		add_next_index_stringl(list, data + fields[i].value.at, fields[i].value.len);
		zend_string_release(name);
	}

	return table;
}

/* Makes the value of one declared property, if it is not made yet. */
static void request_fill(evloop_http_request *self, int number)
{
	zval *slot = OBJ_PROP_NUM(&self->std, number);

	if (!Z_ISUNDEF_P(slot)) {
		return;
	}

	switch ((enum request_property) number) {
	case REQUEST_METHOD:
		if (self->method_id != EVL_HTTP1_OTHER) {
			ZVAL_INTERNED_STR(slot, method_names[self->method_id]);
		} else {
			ZVAL_STR(slot, request_text(self, self->method));
		}
		break;
	case REQUEST_TARGET: ZVAL_STR(slot, request_text(self, self->target)); break;
	case REQUEST_PATH: ZVAL_STR(slot, self->path.len > 0 ? request_text(self, self->path) : ZSTR_CHAR('/')); break;
	case REQUEST_QUERY: ZVAL_STR(slot, request_text(self, self->query)); break;
	case REQUEST_VERSION: ZVAL_INTERNED_STR(slot, version_names[self->minor]); break;
	case REQUEST_REMOTE: ZVAL_STR_COPY(slot, self->remote); break;
	case REQUEST_HEADERS:
		ZVAL_ARR(slot, evloop_http_request_fields(self->fields, self->field_count, self->head));
		break;
	default: ZEND_UNREACHABLE();
	}
}

static void request_fill_all(evloop_http_request *self)
{
	for (int i = 0; i < REQUEST_PROPERTIES; i++) {
		request_fill(self, i);
	}
}

static void request_fill_named(zend_object *object, zend_string *name)
{
	const zend_property_info *info = zend_hash_find_ptr(&object->ce->properties_info, name);

	if (info != NULL) {
		request_fill(request_from(object), OBJ_PROP_TO_NUM(info->offset));
	}
}

static zval *request_read_property(zend_object *object, zend_string *name, int type, void **cache_slot, zval *rv)
{
	request_fill_named(object, name);
	return zend_std_read_property(object, name, type, cache_slot, rv);
}

static zval *request_write_property(zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	request_fill_named(object, name);
	return zend_std_write_property(object, name, value, cache_slot);
}

static int request_has_property(zend_object *object, zend_string *name, int type, void **cache_slot)
{
	request_fill_named(object, name);
	return zend_std_has_property(object, name, type, cache_slot);
}

static void request_unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	request_fill_named(object, name);
	zend_std_unset_property(object, name, cache_slot);
}

static zval *request_get_property_ptr_ptr(zend_object *object, zend_string *name, int type, void **cache_slot)
{
	request_fill_named(object, name);
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

static HashTable *request_get_properties(zend_object *object)
{
	request_fill_all(request_from(object));
	return zend_std_get_properties(object);
}

static int request_compare(zval *left, zval *right)
{
	ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
	request_fill_all(request_from(Z_OBJ_P(left)));
	request_fill_all(request_from(Z_OBJ_P(right)));
	return zend_std_compare_objects(left, right);
}

static size_t request_head_place(size_t table)
{
	return sizeof(evloop_http_request) + zend_object_properties_size(evloop_ce_http_request) + table;
}

evloop_http_request *evloop_http_request_create(const evl_http1_head *head, const char *data, zend_string *remote)
{
	uint32_t count = head->fields.count;
	size_t table = count * sizeof(evl_http1_field);
	evloop_http_request *self = emalloc(request_head_place(table) + head->size);

	memset(&self->link, 0, sizeof(self->link));
	self->connection = NULL;
	self->sending = NULL;
	self->stack = NULL;
	memset(&self->gone, 0, sizeof(self->gone));
	self->remote = zend_string_copy(remote);
	self->incoming = NULL;
	self->body = NULL;
	self->taken = 0;
	self->trailers = NULL;
	self->fields = (evl_http1_field *) ((char *) self + request_head_place(0));
	self->field_count = count;
	self->head = (char *) self + request_head_place(table);
	self->method = head->method;
	self->target = head->target;
	self->path = head->path;
	self->query = head->query;
	self->method_id = head->method_id;
	self->minor = head->minor;
	self->answered = false;
	self->kept = false;
	self->streamed = false;
	self->closed = false;
	self->failure = 0;

	if (count > 0) {
		memcpy(self->fields, head->fields.list, table);
	}

	memcpy(self->head, data, head->size);
	zend_object_std_init(&self->std, evloop_ce_http_request);
	object_properties_init(&self->std, evloop_ce_http_request);
	self->std.handlers = &request_handlers;
	return self;
}

/* Nobody may make one, but the engine makes it before it finds the constructor private. */
static zend_object *request_create_empty(zend_class_entry *ce)
{
	static const evl_http1_head none;

	return &evloop_http_request_create(&none, "", ZSTR_EMPTY_ALLOC())->std;
}

static void request_free(zend_object *object)
{
	evloop_http_request *self = request_from(object);

	if (self->answered) {
		evloop_http_answer_free(&self->answer);
	}

	if (self->incoming != NULL) {
		evloop_http_incoming_free(self->incoming);
	}

	if (self->body != NULL) {
		zend_string_release(self->body);
	}

	if (self->trailers != NULL) {
		zend_array_release(self->trailers);
	}

	zend_string_release(self->remote);
	zend_object_std_dtor(object);
}

PHP_METHOD(Evloop_Http_Request, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

zend_string *evloop_http_request_header(const evloop_http_request *self, const char *name, size_t len)
{
	smart_str joined = {NULL, 0};
	bool found = false;

	for (uint32_t i = 0; i < self->field_count; i++) {
		const evl_http1_field *field = &self->fields[i];

		if (field->name.len != len ||
			zend_binary_strcasecmp(self->head + field->name.at, field->name.len, name, len) != 0) {
			continue;
		}

		if (found) {
			smart_str_appendl(&joined, ", ", 2);
		}

		smart_str_appendl(&joined, self->head + field->value.at, field->value.len);
		found = true;
	}

	return found ? smart_str_extract(&joined) : NULL;
}

PHP_METHOD(Evloop_Http_Request, header)
{
	zend_string *name, *value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	value = evloop_http_request_header(request_from(Z_OBJ_P(ZEND_THIS)), ZSTR_VAL(name), ZSTR_LEN(name));

	if (value == NULL) {
		RETURN_NULL();
	}

	RETURN_STR(value);
}

uint16_t evloop_http_request_failure(const evloop_http_request *self)
{
	if (self->incoming != NULL && self->incoming->state == EVLOOP_HTTP_FAILED) {
		return self->incoming->status;
	}

	return self->failure;
}

/* The body that was arriving is here: it becomes PHP's without a copy. */
static void request_keep_body(evloop_http_request *self)
{
	evloop_http_incoming *incoming = self->incoming;

	if (evloop_http_incoming_buffered(incoming) == 0) {
		self->body = ZSTR_EMPTY_ALLOC();
		return;
	}

	self->body = zend_string_truncate(incoming->text, incoming->length, false);
	ZSTR_VAL(self->body)[incoming->length] = '\0';
	incoming->text = NULL;
	incoming->length = 0;
}

zend_string *evloop_http_request_text(evloop_http_request *self, const char *operation)
{
	if (UNEXPECTED(self->streamed || self->closed)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "%s(): the body of the request was %s through body()",
			operation, self->closed ? "closed" : "read");
		return NULL;
	}

	self->kept = true;

	if (self->body == NULL && self->incoming == NULL) {
		return ZSTR_EMPTY_ALLOC();
	}

	if (self->body == NULL) {
		/* Whoever waits for all of it while another one does gets a PendingOperationException. */
		if (!evloop_http_incoming_wait(self, SIZE_MAX, -1.0, operation)) {
			return NULL;
		}

		if (self->incoming->state != EVLOOP_HTTP_WHOLE) {
			evloop_http_incoming_throw(self->incoming, operation);
			return NULL;
		}

		request_keep_body(self);
	}

	return self->body;
}

PHP_METHOD(Evloop_Http_Request, body)
{
	ZEND_PARSE_PARAMETERS_NONE();

	RETURN_OBJ(evloop_http_request_body_create(request_from(Z_OBJ_P(ZEND_THIS))));
}

PHP_METHOD(Evloop_Http_Request, text)
{
	zend_string *text;

	ZEND_PARSE_PARAMETERS_NONE();

	text = evloop_http_request_text(request_from(Z_OBJ_P(ZEND_THIS)), "text");

	if (text == NULL) {
		RETURN_THROWS();
	}

	RETURN_STR_COPY(text);
}

PHP_METHOD(Evloop_Http_Request, json)
{
	zend_string *text;
	bool associative = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(associative)
	ZEND_PARSE_PARAMETERS_END();

	text = evloop_http_request_text(request_from(Z_OBJ_P(ZEND_THIS)), "json");

	if (text == NULL) {
		RETURN_THROWS();
	}

	evloop_http_json_decode(return_value, text, associative);
}

PHP_METHOD(Evloop_Http_Request, form)
{
	evloop_http_request *self = request_from(Z_OBJ_P(ZEND_THIS));
	zend_string *text;

	ZEND_PARSE_PARAMETERS_NONE();

	text = evloop_http_request_text(self, "form");

	if (text == NULL || !evloop_http_form_parse(self, text, return_value)) {
		RETURN_THROWS();
	}
}

PHP_METHOD(Evloop_Http_Request, cookies)
{
	ZEND_PARSE_PARAMETERS_NONE();

	evloop_http_cookies_parse(request_from(Z_OBJ_P(ZEND_THIS)), return_value);
}

PHP_METHOD(Evloop_Http_Request, query)
{
	const evloop_http_request *self = request_from(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);
	/* The parser takes the copy over. */
	sapi_module.treat_data(PARSE_STRING, estrndup(self->head + self->query.at, self->query.len), return_value);
}

PHP_METHOD(Evloop_Http_Request, trailers)
{
	evloop_http_request *self = request_from(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	/* They stand behind the body, and are here with its end only. */
	if (self->incoming != NULL && self->incoming->state != EVLOOP_HTTP_WHOLE && !self->streamed &&
		evloop_http_request_text(self, "trailers") == NULL) {
		RETURN_THROWS();
	}

	if (self->trailers == NULL) {
		RETURN_EMPTY_ARRAY();
	}

	GC_ADDREF(self->trailers);
	RETURN_ARR(self->trailers);
}

static void request_intern_names(void)
{
	static const char *const names[] = {
		"", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		method_names[i] = zend_string_init_interned(names[i], strlen(names[i]), true);
	}

	version_names[0] = zend_string_init_interned(ZEND_STRL("1.0"), true);
	version_names[1] = zend_string_init_interned(ZEND_STRL("1.1"), true);
}

zend_result evloop_http_request_minit(int module_number)
{
	request_intern_names();
	evloop_object_handlers(&request_handlers, XtOffsetOf(evloop_http_request, std));
	request_handlers.free_obj = request_free;
	request_handlers.read_property = request_read_property;
	request_handlers.write_property = request_write_property;
	request_handlers.has_property = request_has_property;
	request_handlers.unset_property = request_unset_property;
	request_handlers.get_property_ptr_ptr = request_get_property_ptr_ptr;
	request_handlers.get_properties = request_get_properties;
	request_handlers.compare = request_compare;
	evloop_ce_http_request = register_class_Evloop_Http_Request();
	evloop_ce_http_request->create_object = request_create_empty;
	return SUCCESS;
}
