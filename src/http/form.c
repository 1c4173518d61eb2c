/* SPDX-License-Identifier: MIT */
/*
 * form.c: see form.h, the class UploadedFile included.
 *
 * A multipart body is cut at its delimiters (RFC 2046, RFC 7578): each part has a Content-Disposition with a name, and
 * with a file name it is a file. What is malformed is refused as a whole. Names become keys by PHP's own rules, so a
 * form here is what $_POST would be.
 */
#include "src/http/form.h"

#include "ext/standard/url.h"
#include "SAPI.h"
#include "php_variables.h"
#include "src/base/error.h"
#include "zend_exceptions.h"

#include "stubs/Http/UploadedFile_arginfo.h"

/* Of one part, with its empty line. */
#define MAX_PART_HEAD ((size_t) 8192)

/* RFC 2046 allows 70; the delimiter adds CR LF and two hyphens. */
#define MAX_BOUNDARY 70

static zend_class_entry *uploaded_file_ce;

/* A piece of text that somebody else owns. */
typedef struct piece {
	const char *at;
	size_t len;
} piece;

static bool form_refuse(evloop_http_request *request, uint16_t status, const char *reason)
{
	request->failure = status;
	zend_throw_exception_ex(evloop_ce_protocol_exception, status, "form(): %s", reason);
	return false;
}

static piece trim(piece text)
{
	while (text.len > 0 && (text.at[0] == ' ' || text.at[0] == '\t')) {
		text.at++;
		text.len--;
	}

	while (text.len > 0 && (text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '\t')) {
		text.len--;
	}

	return text;
}

/* What stands before `mark`, taken off `rest`; all of it if there is none. */
static piece cut_at(piece *rest, char mark)
{
	const char *end = rest->len > 0 ? memchr(rest->at, mark, rest->len) : NULL;
	piece first = {rest->at, end != NULL ? (size_t) (end - rest->at) : rest->len};
	size_t gone = first.len + (end != NULL ? 1 : 0);

	rest->at += gone;
	rest->len -= gone;
	return first;
}

/*
 * The next `; name=value` of a header value, its quotes and their escapes undone. False at the end, and for what is
 * malformed. `value` is new.
 */
static bool next_parameter(piece *rest, piece *name, zend_string **value)
{
	size_t at, length = 0;

	*rest = trim(*rest);

	if (rest->len == 0 || rest->at[0] != ';') {
		return false;
	}

	rest->at++;
	rest->len--;
	*name = trim(cut_at(rest, '='));
	*rest = trim(*rest);

	if (rest->len == 0 || rest->at[0] != '"') {
		for (at = 0; at < rest->len && rest->at[at] != ';'; at++) {
		}

		*value = zend_string_init(rest->at, trim((piece){rest->at, at}).len, false);
		rest->at += at;
		rest->len -= at;
		return true;
	}

	*value = zend_string_alloc(rest->len, false);

	for (at = 1; at < rest->len && rest->at[at] != '"'; at++) {
		/* Other backslashes are part of a name: of Windows' paths, say. */
		if (rest->at[at] == '\\' && at + 1 < rest->len && (rest->at[at + 1] == '"' || rest->at[at + 1] == '\\')) {
			at++;
		}

		ZSTR_VAL(*value)[length++] = rest->at[at];
	}

	ZSTR_VAL(*value)[length] = '\0';
	*value = zend_string_truncate(*value, length, false);

	if (at == rest->len) {
		zend_string_release(*value);
		return false;
	}

	rest->at += at + 1;
	rest->len -= at + 1;
	return true;
}

/* A parameter of a header value, or NULL. A new string. */
static zend_string *find_parameter(piece text, const char *wanted)
{
	const char *start = text.len > 0 ? memchr(text.at, ';', text.len) : NULL;
	piece name;
	zend_string *value;

	if (start == NULL) {
		return NULL;
	}

	text.len -= (size_t) (start - text.at);
	text.at = start;

	while (next_parameter(&text, &name, &value)) {
		if (zend_binary_strcasecmp(name.at, name.len, wanted, strlen(wanted)) == 0) {
			return value;
		}

		zend_string_release(value);
	}

	return NULL;
}

static bool is_named(piece text, const char *name)
{
	text = trim(text);
	return zend_binary_strcasecmp(text.at, text.len, name, strlen(name)) == 0;
}

static void make_file(zval *result, zend_string *name, piece type, piece content)
{
	zend_object *file;

	object_init_ex(result, uploaded_file_ce);
	file = Z_OBJ_P(result);
	ZVAL_STR(OBJ_PROP_NUM(file, 0), name);
	ZVAL_STRINGL(OBJ_PROP_NUM(file, 1), type.at, type.len);
	ZVAL_STRINGL(OBJ_PROP_NUM(file, 2), content.at, content.len);
}

/* The head of a part, without its empty line: its disposition and its type. */
static void read_part_head(piece head, piece *disposition, piece *type)
{
	while (head.len > 0) {
		piece line = cut_at(&head, '\n'), name = cut_at(&line, ':');

		if (line.len > 0 && line.at[line.len - 1] == '\r') {
			line.len--;
		}

		if (is_named(name, "content-disposition")) {
			*disposition = trim(line);
		} else if (is_named(name, "content-type")) {
			*type = trim(line);
		}
	}
}

/* One part: its head, an empty line, its content. */
static bool take_part(evloop_http_request *request, piece part, zval *result)
{
	const char *end = zend_memnstr(part.at, "\r\n\r\n", 4, part.at + MIN(part.len, MAX_PART_HEAD));
	piece disposition = {"", 0}, type = {"application/octet-stream", 24}, kind, rest, content;
	zend_string *name, *file_name;
	zval value;

	if (end == NULL) {
		return form_refuse(request, 400, "a part has no head, or too long a one");
	}

	content = (piece){end + 4, part.len - (size_t) (end + 4 - part.at)};
	read_part_head((piece){part.at, (size_t) (end - part.at) + 2}, &disposition, &type);
	rest = disposition;
	kind = cut_at(&rest, ';');
	name = is_named(kind, "form-data") && rest.len > 0 ? find_parameter(disposition, "name") : NULL;

	if (name == NULL || memchr(ZSTR_VAL(name), '\0', ZSTR_LEN(name)) != NULL) {
		if (name != NULL) {
			zend_string_release(name);
		}

		return form_refuse(request, 400, "a part has no name");
	}

	file_name = find_parameter(disposition, "filename");

	if (file_name != NULL) {
		make_file(&value, file_name, type, content);
	} else {
		ZVAL_STRINGL(&value, content.at, content.len);
	}

	php_register_variable_ex(ZSTR_VAL(name), &value, result);
	zend_string_release(name);
	return true;
}

/* Behind a delimiter: white space, then a line end (1) or, of the last one, two hyphens (0). -1: neither. */
static int end_of_delimiter(piece *rest)
{
	if (rest->len >= 2 && memcmp(rest->at, "--", 2) == 0) {
		return 0;
	}

	while (rest->len > 0 && (rest->at[0] == ' ' || rest->at[0] == '\t')) {
		rest->at++;
		rest->len--;
	}

	if (rest->len < 2 || memcmp(rest->at, "\r\n", 2) != 0) {
		return -1;
	}

	rest->at += 2;
	rest->len -= 2;
	return 1;
}

static bool take_parts(evloop_http_request *request, zend_string *body, const zend_string *boundary, zval *result)
{
	char delimiter[MAX_BOUNDARY + 4];
	size_t length = ZSTR_LEN(boundary) + 4;
	piece rest = {ZSTR_VAL(body), ZSTR_LEN(body)};
	const char *end;
	zend_long count = 0;
	int more;

	memcpy(delimiter, "\r\n--", 4);
	memcpy(delimiter + 4, ZSTR_VAL(boundary), ZSTR_LEN(boundary));

	/* The first delimiter needs no line end before it. */
	if (rest.len >= length - 2 && memcmp(rest.at, delimiter + 2, length - 2) == 0) {
		end = rest.at - 2;
	} else {
		end = zend_memnstr(rest.at, delimiter, length, rest.at + rest.len);
	}

	for (;;) {
		piece part;

		if (end == NULL) {
			return form_refuse(request, 400, "the last delimiter is missing");
		}

		rest.len -= (size_t) (end + length - rest.at);
		rest.at = end + length;
		more = end_of_delimiter(&rest);

		if (more <= 0) {
			return more == 0 || form_refuse(request, 400, "a delimiter is malformed");
		}

		if (++count > PG(max_input_vars)) {
			return form_refuse(request, 413, "there are too many fields");
		}

		end = zend_memnstr(rest.at, delimiter, length, rest.at + rest.len);
		part = (piece){rest.at, end != NULL ? (size_t) (end - rest.at) : 0};

		if (end != NULL && !take_part(request, part, result)) {
			return false;
		}
	}
}

static bool parse_multipart(evloop_http_request *request, piece type, zend_string *body, zval *result)
{
	zend_string *boundary = find_parameter(type, "boundary");
	bool good;

	if (boundary == NULL || ZSTR_LEN(boundary) == 0 || ZSTR_LEN(boundary) > MAX_BOUNDARY ||
		memchr(ZSTR_VAL(boundary), '\r', ZSTR_LEN(boundary)) != NULL) {
		good = form_refuse(request, 400, "the boundary is missing or malformed");
	} else {
		good = take_parts(request, body, boundary, result);
	}

	if (boundary != NULL) {
		zend_string_release(boundary);
	}

	return good;
}

static bool parse_urlencoded(evloop_http_request *request, const zend_string *body, zval *result)
{
	zend_long count = 1;

	for (size_t at = 0; at < ZSTR_LEN(body); at++) {
		count += ZSTR_VAL(body)[at] == '&';
	}

	if (count > PG(max_input_vars)) {
		return form_refuse(request, 413, "there are too many fields");
	}

	/* The parser takes the copy over. */
	sapi_module.treat_data(PARSE_STRING, estrndup(ZSTR_VAL(body), ZSTR_LEN(body)), result);
	return true;
}

bool evloop_http_form_parse(evloop_http_request *request, zend_string *body, zval *result)
{
	piece type = {"", 0}, rest, name;
	bool good;

	for (uint32_t i = 0; i < request->field_count; i++) {
		const evl_http1_field *field = &request->fields[i];

		if (evl_http1_same(request->head + field->name.at, field->name.len, "content-type", 12)) {
			type = (piece){request->head + field->value.at, field->value.len};
		}
	}

	rest = type;
	name = cut_at(&rest, ';');
	array_init(result);

	if (is_named(name, "application/x-www-form-urlencoded")) {
		good = parse_urlencoded(request, body, result);
	} else if (is_named(name, "multipart/form-data")) {
		good = parse_multipart(request, type, body, result);
	} else {
		good = form_refuse(request, 415, "the body is no form by its Content-Type");
	}

	if (!good) {
		zval_ptr_dtor(result);
		ZVAL_NULL(result);
	}

	return good;
}

/* One line of cookies. */
static void take_cookies(piece line, zval *result)
{
	while (line.len > 0) {
		piece value = cut_at(&line, ';'), name = trim(cut_at(&value, '='));
		zend_string *key, *text;

		value = trim(value);

		if (name.len == 0) {
			continue;
		}

		if (value.len >= 2 && value.at[0] == '"' && value.at[value.len - 1] == '"') {
			value.at++;
			value.len -= 2;
		}

		key = zend_string_init(name.at, name.len, false);

		if (zend_symtable_find(Z_ARRVAL_P(result), key) == NULL) {
			zval decoded;

			text = zend_string_init(value.at, value.len, false);
			ZSTR_LEN(text) = php_raw_url_decode(ZSTR_VAL(text), ZSTR_LEN(text));
			ZVAL_STR(&decoded, text);
			zend_symtable_update(Z_ARRVAL_P(result), key, &decoded);
		}

		zend_string_release(key);
	}
}

void evloop_http_cookies_parse(const evloop_http_request *request, zval *result)
{
	array_init(result);

	for (uint32_t i = 0; i < request->field_count; i++) {
		const evl_http1_field *field = &request->fields[i];

		if (evl_http1_same(request->head + field->name.at, field->name.len, "cookie", 6)) {
			take_cookies((piece){request->head + field->value.at, field->value.len}, result);
		}
	}
}

PHP_METHOD(Evloop_Http_UploadedFile, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

zend_result evloop_http_form_minit(int module_number)
{
	uploaded_file_ce = register_class_Evloop_Http_UploadedFile();
	return SUCCESS;
}
