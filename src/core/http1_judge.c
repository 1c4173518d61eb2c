/* SPDX-License-Identifier: MIT */
/*
 * http1_judge.c: what the fields of a request head mean to the server itself: Host, framing, connection, expectation.
 *
 * Each field line is judged as soon as it is complete; what needs the whole head (Host is there, the framing is
 * unambiguous, the authority agrees) is judged at the empty line. Where two readers could understand a message
 * differently it is refused.
 */
#include "src/core/http1_field.h"

#include <string.h>

static inline bool span_is(const evl_http1_span *span, const char *data, const char *lower, size_t len)
{
	return evl_http1_same(data + span->at, span->len, lower, len);
}

/*
 * Takes the next element of a comma-separated list off `rest`, without white space around it; false once the list is
 * over.
 */
static bool list_next(const char *data, evl_http1_span *rest, evl_http1_span *item, bool *over)
{
	const char *start = data + rest->at, *comma;
	uint32_t len;

	if (*over) {
		return false;
	}

	comma = rest->len ? memchr(start, ',', rest->len) : NULL;
	len = comma ? (uint32_t) (comma - start) : rest->len;
	*over = comma == NULL;
	item->at = rest->at;
	item->len = len;
	rest->at += len + 1;
	rest->len -= *over ? len : len + 1;

	while (item->len > 0 && (data[item->at] == ' ' || data[item->at] == '\t')) {
		item->at++;
		item->len--;
	}

	while (item->len > 0 && (data[item->at + item->len - 1] == ' ' || data[item->at + item->len - 1] == '\t')) {
		item->len--;
	}

	return true;
}

static void head_connection(evl_http1_head *head, const char *data, evl_http1_span rest)
{
	evl_http1_span item;
	bool over = false;

	while (list_next(data, &rest, &item, &over)) {
		if (span_is(&item, data, "close", 5)) {
			head->flags |= EVL_HTTP1_SAW_CLOSE;
		} else if (span_is(&item, data, "keep-alive", 10)) {
			head->flags |= EVL_HTTP1_SAW_KEEP_ALIVE;
		} else if (span_is(&item, data, "upgrade", 7)) {
			head->flags |= EVL_HTTP1_SAW_UPGRADE;
		}
	}
}

/*
 * What one element of Transfer-Encoding adds to the flags: nothing may follow chunked, and chunked takes no
 * parameters.
 */
static uint32_t head_coding_item(const char *text, uint32_t len)
{
	uint32_t token = 0;

	while (token < len && evl_http1_byte_is(text[token], EVL_HTTP1_BYTE_TOKEN)) {
		token++;
	}

	if (token == 0) {
		return EVL_HTTP1_BAD_CODING;
	}

	if (evl_http1_same(text, token, "chunked", 7)) {
		return token == len ? EVL_HTTP1_CHUNKED : EVL_HTTP1_BAD_CODING;
	}

	while (token < len && (text[token] == ' ' || text[token] == '\t')) {
		token++;
	}

	return token == len || text[token] == ';' ? EVL_HTTP1_ODD_CODING : EVL_HTTP1_BAD_CODING;
}

static void head_coding(evl_http1_head *head, const char *data, evl_http1_span rest)
{
	evl_http1_span item;
	bool over = false;

	while (list_next(data, &rest, &item, &over)) {
		if (head->flags & EVL_HTTP1_CHUNKED) {
			head->flags |= EVL_HTTP1_BAD_CODING;
		}

		head->flags |= head_coding_item(data + item.at, item.len);
	}

	head->flags |= EVL_HTTP1_SAW_CODING;
}

static evl_http1_verdict head_length(evl_http1_head *head, const char *text, uint32_t len)
{
	uint64_t value = 0;

	if (len == 0) {
		return evl_http1_head_reject(head, 400, "Content-Length is empty");
	}

	for (uint32_t i = 0; i < len; i++) {
		unsigned digit = (unsigned) (uint8_t) text[i] - '0';

		if (digit > 9) {
			return evl_http1_head_reject(head, 400, "Content-Length is not a plain number");
		}

		value = value > (UINT64_MAX - digit) / 10 ? UINT64_MAX : value * 10 + digit;
	}

	if ((head->flags & EVL_HTTP1_HAS_LENGTH) && head->content_length != value) {
		return evl_http1_head_reject(head, 400, "Content-Length is given twice with different values");
	}

	head->flags |= EVL_HTTP1_HAS_LENGTH;
	head->content_length = value;
	return EVL_HTTP1_MORE;
}

static evl_http1_verdict head_host(evl_http1_head *head, const char *text, uint32_t len)
{
	if (head->host >= 0) {
		return evl_http1_head_reject(head, 400, "Host is given twice");
	}

	if (!evl_http1_is_host(text, len)) {
		return evl_http1_head_reject(head, 400, "Host is not a host and port");
	}

	head->host = (int32_t) head->fields.count - 1;
	return EVL_HTTP1_MORE;
}

/* Judges the field line that has just been completed; only the fields that the server itself must understand. */
evl_http1_verdict evl_http1_judge_field(evl_http1_head *head, const char *data)
{
	const evl_http1_field *field = &head->fields.list[head->fields.count - 1];
	const char *value = data + field->value.at;

	switch (field->name.len) {
	case 4:
		if (span_is(&field->name, data, "host", 4)) {
			return head_host(head, value, field->value.len);
		}
		break;
	case 6:
		if (span_is(&field->name, data, "expect", 6)) {
			bool known = span_is(&field->value, data, "100-continue", 12);

			head->flags |= known ? EVL_HTTP1_SAW_EXPECT : EVL_HTTP1_BAD_EXPECT;
		}
		break;
	case 7:
		if (span_is(&field->name, data, "upgrade", 7)) {
			head->flags |= EVL_HTTP1_SAW_PROTOCOL;
		}
		break;
	case 10:
		if (span_is(&field->name, data, "connection", 10)) {
			head_connection(head, data, field->value);
		}
		break;
	case 14:
		if (span_is(&field->name, data, "content-length", 14)) {
			return head_length(head, value, field->value.len);
		}
		break;
	case 17:
		if (span_is(&field->name, data, "transfer-encoding", 17)) {
			head_coding(head, data, field->value);
		}
		break;
	default: break;
	}

	return EVL_HTTP1_MORE;
}

/* The length of an authority without a port that says no more than the scheme does. */
static uint32_t authority_length(const char *text, uint32_t len, const char *port)
{
	uint32_t at = len;

	while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') {
		at--;
	}

	if (at == 0 || text[at - 1] != ':') {
		return len;
	}

	return at == len || (len - at == strlen(port) && memcmp(text + at, port, len - at) == 0) ? at - 1 : len;
}

static bool authority_agrees(const evl_http1_head *head, const char *data)
{
	const evl_http1_span *host = &head->fields.list[head->host].value;
	const char *port = head->flags & EVL_HTTP1_HTTPS_SCHEME ? "443" : "80";
	const char *a = data + head->authority.at, *b = data + host->at;
	uint32_t len = authority_length(a, head->authority.len, port);

	if (len != authority_length(b, host->len, port)) {
		return false;
	}

	for (uint32_t i = 0; i < len; i++) {
		bool letter = (a[i] | 0x20) >= 'a' && (a[i] | 0x20) <= 'z';

		if (letter ? (a[i] | 0x20) != (b[i] | 0x20) : a[i] != b[i]) {
			return false;
		}
	}

	return true;
}

/*
 * Transfer-Encoding is a way to smuggle: whatever is not exactly one chunked in a 1.1 request without Content-Length
 * is refused.
 */
static evl_http1_verdict head_end_coding(evl_http1_head *head)
{
	if (head->flags & EVL_HTTP1_BAD_CODING) {
		return evl_http1_head_reject(head, 400, "Transfer-Encoding is malformed or does not end with one chunked");
	}

	if (head->minor == 0) {
		return evl_http1_head_reject(head, 400, "Transfer-Encoding in an HTTP/1.0 request");
	}

	if (head->flags & EVL_HTTP1_HAS_LENGTH) {
		return evl_http1_head_reject(head, 400, "Transfer-Encoding together with Content-Length");
	}

	if (head->flags & EVL_HTTP1_ODD_CODING) {
		return evl_http1_head_reject(head, 501, "Transfer-Encoding names an unknown coding");
	}

	return EVL_HTTP1_MORE;
}

evl_http1_verdict evl_http1_judge_end(evl_http1_head *head, const char *data)
{
	uint32_t flags = head->flags;

	if (head->host < 0 && head->minor > 0) {
		return evl_http1_head_reject(head, 400, "Host is missing");
	}

	if ((flags & EVL_HTTP1_SAW_CODING) && head_end_coding(head) == EVL_HTTP1_REJECTED) {
		return EVL_HTTP1_REJECTED;
	}

	if ((flags & EVL_HTTP1_ABSOLUTE_FORM) && head->host >= 0 && !authority_agrees(head, data)) {
		return evl_http1_head_reject(head, 400, "Host differs from the target's authority");
	}

	if (head->content_length == UINT64_MAX) {
		return evl_http1_head_reject(head, 413, "Content-Length is too large");
	}

	if (head->minor > 0) {
		if (flags & EVL_HTTP1_BAD_EXPECT) {
			return evl_http1_head_reject(head, 417, "Expect names something other than 100-continue");
		}

		flags |= flags & EVL_HTTP1_SAW_EXPECT ? EVL_HTTP1_EXPECTS_100 : 0;
		flags |= (flags & EVL_HTTP1_SAW_UPGRADE) && (flags & EVL_HTTP1_SAW_PROTOCOL) ? EVL_HTTP1_UPGRADE : 0;
	}

	if (!(flags & EVL_HTTP1_SAW_CLOSE) && (head->minor > 0 || (flags & EVL_HTTP1_SAW_KEEP_ALIVE))) {
		flags |= EVL_HTTP1_KEEP_ALIVE;
	}

	head->flags = flags;
	return EVL_HTTP1_DONE;
}
