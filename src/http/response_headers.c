/* SPDX-License-Identifier: MIT */
/*
 * response_headers.c: a response's headers, checked and laid out as they are sent. What the server itself has to know
 * about is noted in the response's flags; Content-Length and Connection are its affair and become no lines. PHP's
 * thread only.
 */
#include "src/http/response.h"

#include "src/core/http1.h"
#include "zend_smart_str.h"

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

bool evloop_http_response_set_headers(evloop_http_response *self, HashTable *headers, uint32_t arg)
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
