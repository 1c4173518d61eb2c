/* SPDX-License-Identifier: MIT */
/*
 * http1_body.c: the decoder of request bodies, of a fixed length or chunked, with its trailers.
 *
 * Payload is handed out as slices of the input and never copied. The lines around chunks are read byte by byte by the
 * grammar of RFC 9112 7.1, extensions included: they carry nothing for us, but what a laxer reader would take for a
 * line end must be refused. Everything a peer may repeat is bounded: digits of a size, extensions of a message,
 * trailer bytes and lines, the body itself.
 */
#include "src/core/http1_field.h"

#include <string.h>

#define MAX_DIGITS 16

enum body_state {
	BODY_FIXED,
	BODY_SIZE,           /* the hex digits of a chunk size */
	BODY_EXT_NEXT,       /* behind an extension's quoted value */
	BODY_EXT_SPACE,      /* white space before a semicolon, which must come */
	BODY_EXT_NAME_START, /* behind the semicolon */
	BODY_EXT_NAME,
	BODY_EXT_NAME_SPACE,  /* white space behind a name */
	BODY_EXT_VALUE_START, /* behind the equals sign */
	BODY_EXT_VALUE,
	BODY_EXT_QUOTED,
	BODY_EXT_PAIR, /* behind a backslash in a quoted value */
	BODY_SIZE_LF,
	BODY_CHUNK,
	BODY_CHUNK_CR,
	BODY_CHUNK_LF,
	BODY_TRAILERS,
	BODY_DONE,
	BODY_REJECTED,
};

static evl_http1_verdict body_reject(evl_http1_body *body, uint16_t status, const char *reason)
{
	body->state = BODY_REJECTED;
	body->status = status;
	body->reason = reason;
	return EVL_HTTP1_REJECTED;
}

static evl_http1_verdict body_bad_line(evl_http1_body *body)
{
	return body_reject(body, 400, "the line before a chunk is malformed");
}

static evl_http1_verdict body_goes(evl_http1_body *body, enum body_state state)
{
	body->state = (uint8_t) state;
	return EVL_HTTP1_MORE;
}

/* Behind something that may end an extension. */
static evl_http1_verdict body_ext_next(evl_http1_body *body, char c)
{
	switch (c) {
	case ';': return body_goes(body, BODY_EXT_NAME_START);
	case '\r': return body_goes(body, BODY_SIZE_LF);
	case ' ':
	case '\t': return body_goes(body, BODY_EXT_SPACE);
	default: return body_bad_line(body);
	}
}

static evl_http1_verdict body_size(evl_http1_body *body, char c)
{
	uint64_t digit;

	if (!evl_http1_byte_is(c, EVL_HTTP1_BYTE_HEX)) {
		return body->digits > 0 ? body_ext_next(body, c) : body_bad_line(body);
	}

	if (body->digits == MAX_DIGITS) {
		return body_reject(body, 400, "a chunk size has too many digits");
	}

	digit = (uint64_t) (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	body->digits++;

	if (body->left > (UINT64_MAX >> 4) || (body->left << 4 | digit) > body->max_body - body->total) {
		return body_reject(body, 413, "the body is too large");
	}

	body->left = body->left << 4 | digit;
	return EVL_HTTP1_MORE;
}

/* The states between the size and its line end: *( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] ). */
static evl_http1_verdict body_extension(evl_http1_body *body, char c)
{
	bool space = c == ' ' || c == '\t', token = evl_http1_byte_is(c, EVL_HTTP1_BYTE_TOKEN);

	switch ((enum body_state) body->state) {
	case BODY_EXT_SPACE:
		return space ? EVL_HTTP1_MORE : (c == ';' ? body_goes(body, BODY_EXT_NAME_START) : body_bad_line(body));
	case BODY_EXT_NAME_START:
		return space ? EVL_HTTP1_MORE : (token ? body_goes(body, BODY_EXT_NAME) : body_bad_line(body));
	case BODY_EXT_NAME:
		if (token) {
			return EVL_HTTP1_MORE;
		}
		if (c == '=') {
			return body_goes(body, BODY_EXT_VALUE_START);
		}
		return space ? body_goes(body, BODY_EXT_NAME_SPACE) : body_ext_next(body, c);
	case BODY_EXT_NAME_SPACE:
		if (c == '=') {
			return body_goes(body, BODY_EXT_VALUE_START);
		}
		return space ? EVL_HTTP1_MORE : (c == ';' ? body_goes(body, BODY_EXT_NAME_START) : body_bad_line(body));
	case BODY_EXT_VALUE_START:
		if (c == '"') {
			return body_goes(body, BODY_EXT_QUOTED);
		}
		return space ? EVL_HTTP1_MORE : (token ? body_goes(body, BODY_EXT_VALUE) : body_bad_line(body));
	case BODY_EXT_VALUE: return token ? EVL_HTTP1_MORE : body_ext_next(body, c);
	case BODY_EXT_QUOTED:
		if (c == '"') {
			return body_goes(body, BODY_EXT_NEXT);
		}
		if (c == '\\') {
			return body_goes(body, BODY_EXT_PAIR);
		}
		return evl_http1_byte_is(c, EVL_HTTP1_BYTE_QUOTED) ? EVL_HTTP1_MORE : body_bad_line(body);
	case BODY_EXT_PAIR:
		return evl_http1_byte_is(c, EVL_HTTP1_BYTE_VALUE) ? body_goes(body, BODY_EXT_QUOTED) : body_bad_line(body);
	default: return body_ext_next(body, c);
	}
}

static evl_http1_verdict body_size_lf(evl_http1_body *body, char c)
{
	if (c != '\n') {
		return body_bad_line(body);
	}

	body->digits = 0;
	body->total += body->left;
	return body_goes(body, body->left > 0 ? BODY_CHUNK : BODY_TRAILERS);
}

static evl_http1_verdict body_chunk_end(evl_http1_body *body, char c)
{
	if (body->state == BODY_CHUNK_CR) {
		return c == '\r' ? body_goes(body, BODY_CHUNK_LF) : body_reject(body, 400, "a chunk is not followed by CR LF");
	}

	return c == '\n' ? body_goes(body, BODY_SIZE) : body_reject(body, 400, "a chunk is not followed by CR LF");
}

/* One byte of what stands around the chunks. */
static evl_http1_verdict body_byte(evl_http1_body *body, char c)
{
	evl_http1_verdict verdict;

	switch ((enum body_state) body->state) {
	case BODY_SIZE: verdict = body_size(body, c); break;
	case BODY_SIZE_LF: return body_size_lf(body, c);
	case BODY_CHUNK_CR:
	case BODY_CHUNK_LF: return body_chunk_end(body, c);
	default: verdict = body_extension(body, c); break;
	}

	if (body->state >= BODY_EXT_NEXT && body->state <= BODY_EXT_PAIR && ++body->extensions > EVL_HTTP1_MAX_EXTENSIONS) {
		return body_reject(body, 400, "the chunk extensions are too long");
	}

	return verdict;
}

/*
 * Framing and routing never stand in trailers: somebody smuggles. Others that must not are left out (RFC 9110 6.5.1).
 */
static bool trailer_is_framing(const evl_http1_span *name, const char *data)
{
	return evl_http1_same(data + name->at, name->len, "content-length", 14) ||
		   evl_http1_same(data + name->at, name->len, "transfer-encoding", 17) ||
		   evl_http1_same(data + name->at, name->len, "host", 4);
}

static bool trailer_is_forbidden(const evl_http1_span *name, const char *data)
{
	static const char *const names[] = {"authorization", "cache-control", "connection", "content-encoding",
		"content-range", "content-type", "cookie", "expect", "if-match", "if-modified-since", "if-none-match",
		"if-range", "if-unmodified-since", "keep-alive", "max-forwards", "pragma", "proxy-authorization",
		"proxy-connection", "range", "set-cookie", "te", "trailer", "upgrade"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (evl_http1_same(data + name->at, name->len, names[i], strlen(names[i]))) {
			return true;
		}
	}

	return false;
}

/* `data` is the trailer section from its first byte on. */
static evl_http1_verdict body_trailers(evl_http1_body *body, const char *data, size_t len)
{
	uint32_t limit = body->max_trailers + 2; /* the empty line is not counted */
	uint32_t shown = len < limit ? (uint32_t) len : limit;
	evl_http1_fields *fields = &body->trailers;

	for (;;) {
		evl_http1_step step = evl_http1_field_step(fields, data, shown);

		if (step == EVL_HTTP1_STEP_REJECT) {
			return body_reject(body, fields->status, fields->reason);
		}

		if (step == EVL_HTTP1_STEP_END) {
			body->trailer_size = fields->at;
			body->state = BODY_DONE;
			return EVL_HTTP1_DONE;
		}

		if (step == EVL_HTTP1_STEP_MORE) {
			return shown < limit ? EVL_HTTP1_MORE : body_reject(body, 431, "the trailers are too large");
		}

		if (trailer_is_framing(&fields->list[fields->count - 1].name, data)) {
			return body_reject(body, 400, "a trailer field would change the framing");
		}

		if (trailer_is_forbidden(&fields->list[fields->count - 1].name, data)) {
			fields->count--;
		}
	}
}

static evl_http1_verdict body_slice(evl_http1_body *body, size_t there, size_t *slice_len)
{
	*slice_len = there < body->left ? there : (size_t) body->left;
	body->left -= *slice_len;

	if (body->left == 0 && body->state == BODY_CHUNK) {
		body->state = BODY_CHUNK_CR;
	}

	return EVL_HTTP1_DATA;
}

void evl_http1_body_init(evl_http1_body *body, const evl_http1_head *head, uint64_t max_body, uint32_t max_trailers,
	evl_http1_field *table, uint32_t capacity)
{
	memset(body, 0, sizeof(*body));
	body->max_body = max_body;
	body->max_trailers = max_trailers < UINT32_MAX - 2 ? max_trailers : UINT32_MAX - 2;
	evl_http1_fields_init(&body->trailers, table, capacity);

	if (head->flags & EVL_HTTP1_CHUNKED) {
		body->state = BODY_SIZE;
	} else if (head->content_length > max_body) {
		body_reject(body, 413, "the body is too large");
	} else {
		body->state = head->content_length > 0 ? BODY_FIXED : BODY_DONE;
		body->left = body->total = head->content_length;
	}
}

evl_http1_verdict evl_http1_body_next(
	evl_http1_body *body, const char *data, size_t len, size_t *consumed, const char **slice, size_t *slice_len)
{
	evl_http1_verdict verdict = EVL_HTTP1_MORE;
	size_t at = 0;

	*slice = NULL;
	*slice_len = 0;

	while (verdict == EVL_HTTP1_MORE) {
		if (body->state == BODY_DONE || (body->state == BODY_FIXED && body->left == 0)) {
			body->state = BODY_DONE;
			verdict = EVL_HTTP1_DONE;
		} else if (body->state == BODY_REJECTED) {
			verdict = EVL_HTTP1_REJECTED;
		} else if (body->state == BODY_TRAILERS) {
			*slice = data + at;
			verdict = body_trailers(body, data + at, len - at);
			at += verdict == EVL_HTTP1_DONE ? body->trailer_size : 0;
			break;
		} else if (at == len) {
			break;
		} else if (body->state == BODY_FIXED || body->state == BODY_CHUNK) {
			*slice = data + at;
			verdict = body_slice(body, len - at, slice_len);
			at += *slice_len;
		} else {
			verdict = body_byte(body, data[at++]);
		}
	}

	*consumed = at;
	return verdict;
}
