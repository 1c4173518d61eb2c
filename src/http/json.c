/* SPDX-License-Identifier: MIT */
/*
 * json.c: see json.h. ext/json is part of every PHP of the supported versions; what it does not export is its texts.
 */
#include "src/http/json.h"

#include "ext/json/php_json.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Exported by PHP, declared in no header. */
extern PHP_JSON_API zend_class_entry *php_json_exception_ce;

/* Slashes and Unicode stay readable: this is not put into HTML, and the bytes are UTF-8 anyway. */
#define JSON_OPTIONS (PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE)

static const char *json_error_text(php_json_error_code code)
{
	switch (code) {
	case PHP_JSON_ERROR_DEPTH: return "Maximum stack depth exceeded";
	case PHP_JSON_ERROR_UTF8: return "Malformed UTF-8 characters, possibly incorrectly encoded";
	case PHP_JSON_ERROR_RECURSION: return "Recursion detected";
	case PHP_JSON_ERROR_INF_OR_NAN: return "Inf and NaN cannot be JSON encoded";
	case PHP_JSON_ERROR_UNSUPPORTED_TYPE: return "Type is not supported";
	case PHP_JSON_ERROR_NON_BACKED_ENUM: return "Non-backed enums have no default serialization";
	default: return "The value cannot be JSON encoded";
	}
}

zend_string *evloop_http_json_encode(zval *value)
{
	php_json_error_code before = JSON_G(error_code), code;
	smart_str text = {NULL, 0};

	php_json_encode_ex(&text, value, JSON_OPTIONS, PHP_JSON_PARSER_DEFAULT_DEPTH);
	/* What the program's own json_encode() left for json_last_error() stays. */
	code = JSON_G(error_code);
	JSON_G(error_code) = before;

	if (EG(exception) == NULL && code != PHP_JSON_ERROR_NONE) {
		zend_throw_exception(php_json_exception_ce, json_error_text(code), code);
	}

	if (EG(exception) != NULL) {
		smart_str_free(&text);
		return NULL;
	}

	return smart_str_extract(&text);
}

void evloop_http_json_decode(zval *result, const zend_string *text, bool associative)
{
	zend_long options = PHP_JSON_THROW_ON_ERROR | (associative ? PHP_JSON_OBJECT_AS_ARRAY : 0);

	php_json_decode_ex(result, ZSTR_VAL(text), ZSTR_LEN(text), options, PHP_JSON_PARSER_DEFAULT_DEPTH);
}
