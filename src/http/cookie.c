/* SPDX-License-Identifier: MIT */
/*
 * cookie.c: see cookie.h. The options have the names and the defaults of PHP's setcookie(), and the value is encoded as
 * there, so that any string is one. What browsers would drop without a word is refused.
 */
#include "src/http/cookie.h"

#include "ext/standard/url.h"
#include "src/core/http1.h"
#include "zend_smart_str.h"

/* Number of the parameter `options`, for messages. */
#define OPTIONS 3

typedef struct cookie {
	zval *expires; /* NULL = not given, as for the others */
	zval *max_age;
	zval *path;
	zval *domain;
	zval *same_site;
	bool secure;
	bool http_only;
} cookie;

/* av-octets of RFC 6265: no control and no semicolon. */
static bool is_attribute(const zend_string *text)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if (ZSTR_VAL(text)[i] < 0x20 || ZSTR_VAL(text)[i] > 0x7e || ZSTR_VAL(text)[i] == ';') {
			return false;
		}
	}

	return true;
}

static bool is_domain(const zend_string *text)
{
	const char *at = ZSTR_VAL(text), *end = at + ZSTR_LEN(text);

	/* A leading dot is of the past, and ignored by browsers. */
	at += at < end && *at == '.';

	for (const char *letter = at; letter < end; letter++) {
		if (!isalnum((unsigned char) *letter) && *letter != '-' && (*letter != '.' || letter == at)) {
			return false;
		}
	}

	return at < end;
}

/* False with an exception thrown. */
static bool check_type(const char *key, const zval *value, int type)
{
	if (value == NULL || Z_TYPE_P(value) == type) {
		return true;
	}

	zend_argument_type_error(
		OPTIONS, "must have %s of type %s, %s given", key, zend_get_type_by_const(type), zend_zval_type_name(value));
	return false;
}

/* One option; keys in any case, as setcookie() takes them. False with an exception thrown. */
static bool take_option(cookie *self, const zend_string *key, zval *value)
{
	ZVAL_DEREF(value);

	if (zend_string_equals_literal_ci(key, "expires")) {
		self->expires = value;
		return check_type("expires", value, IS_LONG);
	}
	if (zend_string_equals_literal_ci(key, "max-age")) {
		self->max_age = value;
		return check_type("max-age", value, IS_LONG);
	}
	if (zend_string_equals_literal_ci(key, "path")) {
		self->path = value;
		return check_type("path", value, IS_STRING);
	}
	if (zend_string_equals_literal_ci(key, "domain")) {
		self->domain = value;
		return check_type("domain", value, IS_STRING);
	}
	if (zend_string_equals_literal_ci(key, "samesite")) {
		self->same_site = value;
		return check_type("samesite", value, IS_STRING);
	}
	if (zend_string_equals_literal_ci(key, "secure")) {
		self->secure = zend_is_true(value);
		return true;
	}
	if (zend_string_equals_literal_ci(key, "httponly")) {
		self->http_only = zend_is_true(value);
		return true;
	}

	zend_argument_value_error(OPTIONS,
		"must have only expires, max-age, path, domain, secure, httponly and samesite as keys, \"%s\" given",
		ZSTR_VAL(key));
	return false;
}

static bool take_options(cookie *self, HashTable *options)
{
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (options, key, value) {
		if (key == NULL) {
			zend_argument_value_error(OPTIONS, "must have names of options as keys");
			return false;
		}

		if (!take_option(self, key, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();

	return true;
}

/* "Lax", or NULL with an exception thrown. */
static const char *same_site_of(const cookie *self)
{
	static const char *const names[] = {"Strict", "Lax", "None"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (zend_binary_strcasecmp(
				Z_STRVAL_P(self->same_site), Z_STRLEN_P(self->same_site), names[i], strlen(names[i])) != 0) {
			continue;
		}

		if (i == 2 && !self->secure) {
			zend_argument_value_error(OPTIONS, "must have secure with samesite \"None\", or browsers drop the cookie");
			return NULL;
		}

		return names[i];
	}

	zend_argument_value_error(OPTIONS, "must have Strict, Lax or None as samesite");
	return NULL;
}

static bool is_given(const zval *text)
{
	return text != NULL && Z_STRLEN_P(text) > 0;
}

/* What is empty is left out, as setcookie() does. False with an exception thrown. */
static bool append_texts(smart_str *line, const cookie *self)
{
	const char *same_site;

	if (is_given(self->path)) {
		if (Z_STRVAL_P(self->path)[0] != '/' || !is_attribute(Z_STR_P(self->path))) {
			zend_argument_value_error(OPTIONS, "must have a path that begins with / and holds no ; or control");
			return false;
		}
		smart_str_appends(line, "; Path=");
		smart_str_append(line, Z_STR_P(self->path));
	}

	if (is_given(self->domain)) {
		if (!is_domain(Z_STR_P(self->domain))) {
			zend_argument_value_error(OPTIONS, "must have a host name as domain");
			return false;
		}
		smart_str_appends(line, "; Domain=");
		smart_str_append(line, Z_STR_P(self->domain));
	}

	smart_str_appends(line, self->secure ? "; Secure" : "");
	smart_str_appends(line, self->http_only ? "; HttpOnly" : "");

	if (is_given(self->same_site)) {
		same_site = same_site_of(self);
		if (same_site == NULL) {
			return false;
		}
		smart_str_appends(line, "; SameSite=");
		smart_str_appends(line, same_site);
	}

	return true;
}

static void append_times(smart_str *line, const cookie *self)
{
	char date[EVL_HTTP1_DATE_SIZE];

	/* 0 is the end of the session, as in setcookie(). */
	if (self->expires != NULL && Z_LVAL_P(self->expires) != 0) {
		evl_http1_write_date(date, Z_LVAL_P(self->expires));
		smart_str_appends(line, "; Expires=");
		smart_str_appendl(line, date, sizeof(date));
	}

	if (self->max_age != NULL) {
		smart_str_appends(line, "; Max-Age=");
		smart_str_append_long(line, MAX(Z_LVAL_P(self->max_age), 0));
	}
}

zend_string *evloop_http_cookie(const zend_string *name, const zend_string *value, HashTable *options)
{
	cookie self = {.expires = NULL};
	smart_str line = {NULL, 0};
	zend_string *encoded;

	if (!evl_http1_is_token(ZSTR_VAL(name), ZSTR_LEN(name))) {
		zend_argument_value_error(1, "must be a token");
		return NULL;
	}

	if (!take_options(&self, options)) {
		return NULL;
	}

	encoded = php_raw_url_encode(ZSTR_VAL(value), ZSTR_LEN(value));
	smart_str_append(&line, name);
	smart_str_appendc(&line, '=');
	smart_str_append(&line, encoded);
	zend_string_release(encoded);
	append_times(&line, &self);

	if (!append_texts(&line, &self)) {
		smart_str_free(&line);
		return NULL;
	}

	return smart_str_extract(&line);
}
