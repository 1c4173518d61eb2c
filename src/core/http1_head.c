/* SPDX-License-Identifier: MIT */
/*
 * http1_head.c: the parser of request heads.
 *
 * One state per element of the request line, then the field parser line by line; http1_judge.c says what the lines
 * mean. Elements whose length a peer chooses are scanned on from where the last call stopped, the ten bytes of the
 * version are looked at again. The limit of the head is applied by showing the parser no byte beyond it, so the
 * verdict depends on the bytes alone.
 */
#include "src/core/http1_field.h"

#include <string.h>

#define VERSION_SIZE 10 /* "HTTP/1.1\r\n" */

enum head_state {
	HEAD_START,    /* before the request line */
	HEAD_EMPTY_LF, /* the LF of an empty line before it is due */
	HEAD_METHOD,
	HEAD_TARGET,
	HEAD_VERSION,
	HEAD_FIELDS,
	HEAD_DONE,
	HEAD_REJECTED,
};

evl_http1_verdict evl_http1_head_reject(evl_http1_head *head, uint16_t status, const char *reason)
{
	head->state = HEAD_REJECTED;
	head->status = status;
	head->reason = reason;
	return EVL_HTTP1_REJECTED;
}

static evl_http1_method head_method_id(const char *text, uint32_t len)
{
	static const struct {
		char name[8];
		uint32_t len;
		evl_http1_method id;
	} methods[] = {{"GET", 3, EVL_HTTP1_GET}, {"POST", 4, EVL_HTTP1_POST}, {"HEAD", 4, EVL_HTTP1_HEAD},
		{"PUT", 3, EVL_HTTP1_PUT}, {"PATCH", 5, EVL_HTTP1_PATCH}, {"DELETE", 6, EVL_HTTP1_DELETE},
		{"OPTIONS", 7, EVL_HTTP1_OPTIONS}, {"TRACE", 5, EVL_HTTP1_TRACE}, {"CONNECT", 7, EVL_HTTP1_CONNECT}};

	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		if (methods[i].len == len && memcmp(methods[i].name, text, len) == 0) {
			return methods[i].id;
		}
	}

	return EVL_HTTP1_OTHER;
}

static void head_split_path(evl_http1_head *head, const char *data, uint32_t at)
{
	uint32_t end = head->target.at + head->target.len;
	const char *mark = at < end ? memchr(data + at, '?', end - at) : NULL;
	uint32_t path_end = mark ? (uint32_t) (mark - data) : end;

	head->path.at = at;
	head->path.len = path_end - at;
	head->query.at = mark ? path_end + 1 : end;
	head->query.len = end - head->query.at;
}

/* http://authority[/path][?query]; user information, which no request may carry, fails the check of the host. */
static evl_http1_verdict head_absolute(evl_http1_head *head, const char *data)
{
	const char *target = data + head->target.at;
	uint32_t len = head->target.len, scheme;

	if (len > 7 && evl_http1_same(target, 4, "http", 4) && memcmp(target + 4, "://", 3) == 0) {
		scheme = 7;
	} else if (len > 8 && evl_http1_same(target, 5, "https", 5) && memcmp(target + 5, "://", 3) == 0) {
		scheme = 8;
		head->flags |= EVL_HTTP1_HTTPS_SCHEME;
	} else {
		return evl_http1_head_reject(head, 400, "the request target has none of the allowed forms");
	}

	head->flags |= EVL_HTTP1_ABSOLUTE_FORM;
	head->authority.at = head->target.at + scheme;

	while (scheme < len && target[scheme] != '/' && target[scheme] != '?') {
		scheme++;
	}

	head->authority.len = head->target.at + scheme - head->authority.at;

	if (!evl_http1_is_host(data + head->authority.at, head->authority.len)) {
		return evl_http1_head_reject(head, 400, "the target's authority is not a host and port");
	}

	head_split_path(head, data, head->target.at + scheme);
	return EVL_HTTP1_MORE;
}

/* CONNECT is 501 and not 405, which would have to name the methods allowed: no resource here can be a tunnel. */
static evl_http1_verdict head_request_line(evl_http1_head *head, const char *data)
{
	char first = data[head->target.at];

	head->method_id = (uint8_t) head_method_id(data + head->method.at, head->method.len);

	if (head->method_id == EVL_HTTP1_CONNECT) {
		return evl_http1_head_reject(head, 501, "CONNECT is not supported");
	}

	if (first == '/') {
		head_split_path(head, data, head->target.at);
		return EVL_HTTP1_MORE;
	}

	if (first == '*' && head->target.len == 1) {
		if (head->method_id != EVL_HTTP1_OPTIONS) {
			return evl_http1_head_reject(head, 400, "the target * with a method other than OPTIONS");
		}

		head->flags |= EVL_HTTP1_ASTERISK_FORM;
		head_split_path(head, data, head->target.at);
		return EVL_HTTP1_MORE;
	}

	return head_absolute(head, data);
}

static evl_http1_verdict head_version(evl_http1_head *head, const char *data, uint32_t len)
{
	static const char form[VERSION_SIZE + 1] = "HTTP/0.0\r\n";
	const char *text = data + head->fields.start;
	uint32_t there = len - head->fields.start;

	if (there >= VERSION_SIZE && memcmp(text, "HTTP/1.1\r\n", VERSION_SIZE) == 0) {
		head->minor = 1;
	} else {
		for (uint32_t i = 0; i < there && i < VERSION_SIZE; i++) {
			if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) {
				return evl_http1_head_reject(head, 400, "the request line does not end with a version");
			}
		}

		if (there < VERSION_SIZE) {
			return EVL_HTTP1_MORE;
		}

		if (text[5] != '1') {
			return evl_http1_head_reject(head, 505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
		}

		head->minor = text[7] != '0';
	}

	head->fields.at = head->fields.start + VERSION_SIZE;
	head->state = HEAD_FIELDS;
	return head_request_line(head, data);
}

static evl_http1_verdict head_target(evl_http1_head *head, const char *data, uint32_t len)
{
	uint32_t at = head->fields.at, start = head->fields.start;
	uint32_t stop = len - start > head->limits.target ? start + head->limits.target + 1 : len;

	while (at < stop && evl_http1_byte_is(data[at], EVL_HTTP1_BYTE_TARGET)) {
		at++;
	}

	head->fields.at = at;

	if (at - start > head->limits.target) {
		return evl_http1_head_reject(head, 414, "the request target is too long");
	}

	if (at == len) {
		return EVL_HTTP1_MORE;
	}

	if (data[at] != ' ' || at == start) {
		return evl_http1_head_reject(head, 400, "the request target holds a character that must be encoded");
	}

	head->target.at = start;
	head->target.len = at - start;
	head->fields.start = at + 1;
	head->state = HEAD_VERSION;
	return EVL_HTTP1_MORE;
}

static evl_http1_verdict head_method(evl_http1_head *head, const char *data, uint32_t len)
{
	uint32_t at = head->fields.at, start = head->fields.start;

	while (at < len && at - start <= EVL_HTTP1_MAX_METHOD && evl_http1_byte_is(data[at], EVL_HTTP1_BYTE_TOKEN)) {
		at++;
	}

	head->fields.at = at;

	if (at - start > EVL_HTTP1_MAX_METHOD) {
		return evl_http1_head_reject(head, 501, "the method is too long");
	}

	if (at == len) {
		return EVL_HTTP1_MORE;
	}

	if (data[at] != ' ' || at == start) {
		return evl_http1_head_reject(head, 400, "the request line does not begin with a method and one space");
	}

	head->method.at = start;
	head->method.len = at - start;
	head->fields.start = head->fields.at = at + 1;
	head->state = HEAD_TARGET;
	return EVL_HTTP1_MORE;
}

static evl_http1_verdict head_start(evl_http1_head *head, const char *data)
{
	if (data[head->fields.at] != '\r') {
		head->fields.start = head->fields.at;
		head->state = HEAD_METHOD;
		return EVL_HTTP1_MORE;
	}

	if (head->empty_lines == EVL_HTTP1_MAX_EMPTY_LINES) {
		return evl_http1_head_reject(head, 400, "too many empty lines before the request line");
	}

	head->empty_lines++;
	head->fields.at++;
	head->state = HEAD_EMPTY_LF;
	return EVL_HTTP1_MORE;
}

static evl_http1_verdict head_empty_lf(evl_http1_head *head, const char *data)
{
	if (data[head->fields.at] != '\n') {
		return evl_http1_head_reject(head, 400, "a CR without LF before the request line");
	}

	head->fields.at++;
	head->state = HEAD_START;
	return EVL_HTTP1_MORE;
}

static evl_http1_verdict head_fields(evl_http1_head *head, const char *data, uint32_t len)
{
	for (;;) {
		switch (evl_http1_field_step(&head->fields, data, len)) {
		case EVL_HTTP1_STEP_FIELD:
			if (evl_http1_judge_field(head, data) == EVL_HTTP1_REJECTED) {
				return EVL_HTTP1_REJECTED;
			}
			break;
		case EVL_HTTP1_STEP_END:
			head->size = head->fields.at;
			head->state = HEAD_DONE;
			return evl_http1_judge_end(head, data);
		case EVL_HTTP1_STEP_REJECT: return evl_http1_head_reject(head, head->fields.status, head->fields.reason);
		case EVL_HTTP1_STEP_MORE:
		default: return EVL_HTTP1_MORE;
		}
	}
}

/* Steps from state to state as long as the state changes or consumes something. */
static evl_http1_verdict head_run(evl_http1_head *head, const char *data, uint32_t len)
{
	evl_http1_verdict verdict = EVL_HTTP1_MORE;
	uint8_t state;

	do {
		state = head->state;

		switch ((enum head_state) state) {
		case HEAD_START: verdict = head->fields.at < len ? head_start(head, data) : EVL_HTTP1_MORE; break;
		case HEAD_EMPTY_LF: verdict = head->fields.at < len ? head_empty_lf(head, data) : EVL_HTTP1_MORE; break;
		case HEAD_METHOD: verdict = head_method(head, data, len); break;
		case HEAD_TARGET: verdict = head_target(head, data, len); break;
		case HEAD_VERSION: verdict = head_version(head, data, len); break;
		case HEAD_FIELDS: return head_fields(head, data, len);
		case HEAD_DONE: return EVL_HTTP1_DONE;
		case HEAD_REJECTED:
		default: return EVL_HTTP1_REJECTED;
		}
	} while (verdict == EVL_HTTP1_MORE && head->state != state);

	return verdict;
}

/* Field by field: gcc clears a struct of this size with a string instruction that costs more than the rest of a small head. */
void evl_http1_head_init(evl_http1_head *head, const evl_http1_limits *limits, evl_http1_field *table)
{
	const evl_http1_span none = {0, 0};

	evl_http1_fields_init(&head->fields, table, limits->fields);
	head->limits = *limits;
	head->content_length = 0;
	head->size = 0;
	head->method = head->target = head->path = head->query = head->authority = none;
	head->host = -1;
	head->flags = 0;
	head->status = 0;
	head->minor = 0;
	head->method_id = EVL_HTTP1_OTHER;
	head->state = HEAD_START;
	head->empty_lines = 0;
	head->reason = NULL;
}

void evl_http1_head_move(evl_http1_head *to, const evl_http1_head *from, evl_http1_field *table)
{
	uint32_t used = from->fields.count < from->fields.max ? from->fields.count + 1 : from->fields.count;

	*to = *from;
	to->fields.list = table;
	memcpy(table, from->fields.list, used * sizeof(*table));
}

evl_http1_verdict evl_http1_head_parse(evl_http1_head *head, const char *data, size_t len)
{
	uint32_t shown = len < head->limits.head ? (uint32_t) len : head->limits.head;
	evl_http1_verdict verdict = head_run(head, data, shown);

	if (verdict != EVL_HTTP1_MORE || shown < head->limits.head) {
		return verdict;
	}

	if (head->state <= HEAD_TARGET) {
		return evl_http1_head_reject(head, 414, "the request line is too long");
	}

	return evl_http1_head_reject(head, 431, "the request head is too large");
}

bool evl_http1_head_is_idle(const evl_http1_head *head)
{
	return head->state <= HEAD_EMPTY_LF;
}

bool evl_http1_head_has_body(const evl_http1_head *head)
{
	return (head->flags & EVL_HTTP1_CHUNKED) || head->content_length > 0;
}
