/* SPDX-License-Identifier: MIT */
/*
 * file.c: see file.h. Sending the bytes is body_out.c's.
 *
 * The ETag is made of the time of the last change in nanoseconds, the size and the inode. A file that was changed
 * within the last two seconds could change again without any of them telling: its tag is weak, so that it serves
 * caches, but no ranges are put together by it.
 */
#include "src/http/file.h"

#include "fopen_wrappers.h"
#include "src/base/error.h"
#include "src/core/file.h"
#include "src/core/http1_condition.h"
#include "zend_exceptions.h"

#include <time.h>
#include <unistd.h>

#define SETTLED_AFTER 2

#define TAG_SIZE 64

/* By the extension; texts are taken for UTF-8. */
static const struct {
	const char *extension;
	const char *type;
} types[] = {
	{"html", "text/html; charset=utf-8"},
	{"htm", "text/html; charset=utf-8"},
	{"css", "text/css; charset=utf-8"},
	{"js", "text/javascript; charset=utf-8"},
	{"mjs", "text/javascript; charset=utf-8"},
	{"txt", "text/plain; charset=utf-8"},
	{"log", "text/plain; charset=utf-8"},
	{"md", "text/markdown; charset=utf-8"},
	{"csv", "text/csv; charset=utf-8"},
	{"vtt", "text/vtt; charset=utf-8"},
	{"ics", "text/calendar; charset=utf-8"},
	{"json", "application/json"},
	{"map", "application/json"},
	{"webmanifest", "application/manifest+json"},
	{"xml", "application/xml"},
	{"rss", "application/rss+xml"},
	{"atom", "application/atom+xml"},
	{"xhtml", "application/xhtml+xml"},
	{"pdf", "application/pdf"},
	{"wasm", "application/wasm"},
	{"zip", "application/zip"},
	{"gz", "application/gzip"},
	{"zst", "application/zstd"},
	{"tar", "application/x-tar"},
	{"epub", "application/epub+zip"},
	{"png", "image/png"},
	{"jpg", "image/jpeg"},
	{"jpeg", "image/jpeg"},
	{"gif", "image/gif"},
	{"webp", "image/webp"},
	{"avif", "image/avif"},
	{"svg", "image/svg+xml"},
	{"ico", "image/vnd.microsoft.icon"},
	{"bmp", "image/bmp"},
	{"tif", "image/tiff"},
	{"tiff", "image/tiff"},
	{"woff", "font/woff"},
	{"woff2", "font/woff2"},
	{"ttf", "font/ttf"},
	{"otf", "font/otf"},
	{"mp3", "audio/mpeg"},
	{"m4a", "audio/mp4"},
	{"ogg", "audio/ogg"},
	{"opus", "audio/ogg"},
	{"wav", "audio/wav"},
	{"flac", "audio/flac"},
	{"mp4", "video/mp4"},
	{"webm", "video/webm"},
	{"mov", "video/quicktime"},
};

static const char *type_of(const zend_string *path)
{
	const char *dot = zend_memrchr(ZSTR_VAL(path), '.', ZSTR_LEN(path));
	size_t len;

	if (dot == NULL) {
		return "application/octet-stream";
	}

	dot++;
	len = (size_t) (ZSTR_VAL(path) + ZSTR_LEN(path) - dot);

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (evl_http1_same(dot, len, types[i].extension, strlen(types[i].extension))) {
			return types[i].type;
		}
	}

	return "application/octet-stream";
}

void evloop_http_file_release(evloop_http_file *file)
{
	if (--file->references == 0) {
		close(file->fd);
		efree(file);
	}
}

/* PHP's working directory and open_basedir count as for PHP's own functions. 0 or a negative errno. */
static int open_file(evl_file *file, const zend_string *path, const zend_string *root)
{
	const zend_string *checked = root != NULL ? root : path;
	char resolved[MAXPATHLEN];

	if (memchr(ZSTR_VAL(checked), '\0', ZSTR_LEN(checked)) != NULL ||
		expand_filepath(ZSTR_VAL(checked), resolved) == NULL || php_check_open_basedir(resolved) != 0) {
		return -ENOENT;
	}

	return root != NULL ? evl_file_open(file, resolved, ZSTR_VAL(path), ZSTR_LEN(path))
						: evl_file_open(file, NULL, resolved, strlen(resolved));
}

static evl_http1_value value_of(const zend_string *text)
{
	return text != NULL ? (evl_http1_value){ZSTR_VAL(text), ZSTR_LEN(text)} : (evl_http1_value){NULL, 0};
}

static int judge(
	const evloop_http_request *request, const evl_http1_validators *validators, uint64_t *first, uint64_t *length)
{
	static const char *const names[] = {
		"if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range", "range"};
	zend_string *values[sizeof(names) / sizeof(names[0])];
	evl_http1_conditions conditions;
	int status;

	if (request == NULL) {
		return 200;
	}

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		values[i] = evloop_http_request_header(request, names[i], strlen(names[i]));
	}

	conditions = (evl_http1_conditions){
		.if_match = value_of(values[0]),
		.if_none_match = value_of(values[1]),
		.if_modified_since = value_of(values[2]),
		.if_unmodified_since = value_of(values[3]),
		.if_range = value_of(values[4]),
		.range = value_of(values[5]),
		.get = request->method_id == EVL_HTTP1_GET,
		.safe = request->method_id == EVL_HTTP1_GET || request->method_id == EVL_HTTP1_HEAD,
	};
	status = evl_http1_judge_conditions(&conditions, validators, first, length);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (values[i] != NULL) {
			zend_string_release(values[i]);
		}
	}

	return status;
}

static void add_header(HashTable *headers, const char *name, zend_string *value)
{
	zval text;

	ZVAL_STR(&text, value);
	zend_hash_str_update(headers, name, strlen(name), &text);
}

static void add_text(HashTable *headers, const char *name, const char *value, size_t len)
{
	add_header(headers, name, zend_string_init(value, len, false));
}

/* Without the file: a line of text is the body. */
static evloop_http_response *respond(int status, HashTable *headers)
{
	evloop_http_response *response = evloop_http_response_new((uint16_t) status, headers, 1);

	if (status != 304) {
		response->body = zend_strpprintf(0, "%d %s\n", status, evl_http1_status_text(status));
	}

	return response;
}

/* The descriptor is taken over. */
static evloop_http_response *respond_with_file(int status, HashTable *headers, int fd, uint64_t first, uint64_t length)
{
	evloop_http_response *response = evloop_http_response_new((uint16_t) status, headers, 1);
	evloop_http_file *file = emalloc(sizeof(*file));

	*file = (evloop_http_file){.references = 1, .fd = fd, .offset = first, .length = length};
	response->file = file;
	response->length = length;
	response->flags |= EVLOOP_HTTP_HAS_LENGTH;
	return response;
}

static void add_dates_and_type(HashTable *headers, const zend_string *path, int64_t modified, int64_t now)
{
	char date[EVL_HTTP1_DATE_SIZE];

	/* RFC 9110 8.8.2.1: never later than the Date of the answer. */
	evl_http1_write_date(date, modified < now ? modified : now);
	add_text(headers, "Content-Type", type_of(path), strlen(type_of(path)));
	add_text(headers, "Last-Modified", date, sizeof(date));
}

static void add_part(HashTable *headers, int status, uint64_t first, uint64_t length, uint64_t size)
{
	if (status == 206) {
		add_header(headers, "Content-Range",
			zend_strpprintf(0, "bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64, first, first + length - 1, size));
	} else if (status == 416) {
		add_header(headers, "Content-Range", zend_strpprintf(0, "bytes */%" PRIu64, size));
	}

	if (status == 200 || status == 206 || status == 416) {
		add_text(headers, "Accept-Ranges", ZEND_STRL("bytes"));
	}
}

/* What is open. */
static evloop_http_response *respond_to(
	const evloop_http_request *request, const zend_string *path, const evl_file *file)
{
	char tag[TAG_SIZE];
	int64_t now = time(NULL);
	bool settled = now - file->modified >= SETTLED_AFTER;
	int tag_len = snprintf(tag, sizeof(tag), "%s\"%" PRIx64 "-%" PRIx64 "-%" PRIx64 "\"", settled ? "" : "W/",
		(uint64_t) file->modified * 1000000000 + file->modified_ns, file->size, file->inode);
	evl_http1_validators validators = {
		.tag = tag, .tag_len = (size_t) tag_len, .modified = file->modified, .settled = settled, .size = file->size};
	uint64_t first = 0, length = file->size;
	int status = judge(request, &validators, &first, &length);
	HashTable *headers = zend_new_array(5);

	if (status == 200 || status == 206) {
		add_dates_and_type(headers, path, file->modified, now);
	}

	if (status != 412 && status != 416) {
		add_text(headers, "ETag", tag, (size_t) tag_len);
	}

	add_part(headers, status, first, length, file->size);

	if (status == 200 || status == 206) {
		return respond_with_file(status, headers, file->fd, first, length);
	}

	close(file->fd);
	return respond(status, headers);
}

evloop_http_response *evloop_http_file_response(
	const zend_string *path, const evloop_http_request *request, const zend_string *root)
{
	evl_file file;
	int status = open_file(&file, path, root);

	if (status == 0) {
		return respond_to(request, path, &file);
	}

	if (EG(exception) != NULL) {
		return NULL;
	}

	if (!evl_file_is_missing(status)) {
		zend_throw_exception_ex(
			evloop_ce_stream_exception, -status, "open %s failed: %s", ZSTR_VAL(path), strerror(-status));
		return NULL;
	}

	return respond(404, zend_new_array(0));
}
