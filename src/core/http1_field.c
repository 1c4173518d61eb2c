/* SPDX-License-Identifier: MIT */
/*
 * http1_field.c: the classes of bytes, and the parser of field lines that heads and trailers share.
 *
 * A field line is `name ":" OWS value OWS CR LF`. Refused are: an empty name, anything but a token as name, space
 * before the colon, obs-fold (a line that begins with white space), control characters, a CR without LF and a LF
 * without CR.
 */
#include "src/core/http1_field.h"

#include <string.h>

enum field_state {
	FIELD_LINE,  /* at the first byte of a line */
	FIELD_NAME,  /* fields->start is the name's first byte */
	FIELD_SPACE, /* between the colon and the value */
	FIELD_VALUE, /* fields->start is the value's first byte */
	FIELD_END,   /* the LF of the empty line is due */
};

/* clang-format off */
const uint8_t evl_http1_class[256] = {
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x22, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
	0x22, 0x2f, 0x02, 0x23, 0x2f, 0x27, 0x2f, 0x2f, 0x2e, 0x2e, 0x2f, 0x2f, 0x2e, 0x2f, 0x2f, 0x26,
	0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x26, 0x2e, 0x22, 0x2e, 0x22, 0x26,
	0x26, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f,
	0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x26, 0x06, 0x26, 0x27, 0x2f,
	0x27, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x3f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f,
	0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x2f, 0x26, 0x27, 0x26, 0x2f, 0x00,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
	0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
};
/* clang-format on */

/* A word whose bytes are all `byte`. */
static inline uint64_t field_repeat(uint8_t byte)
{
	return (uint64_t) byte * UINT64_C(0x0101010101010101);
}

/*
 * Skips whole words that hold no control character and no DEL (so a tab ends it, too); the rest is for the caller's
 * table.
 */
static inline const char *field_skip_words(const char *p, const char *end)
{
	const uint64_t ones = field_repeat(0x01), high = field_repeat(0x80);
	uint64_t word, del;

	while (end - p >= (ptrdiff_t) sizeof(word)) {
		memcpy(&word, p, sizeof(word));
		del = word ^ field_repeat(0x7f);

		if ((((word - field_repeat(0x20)) & ~word) | ((del - ones) & ~del)) & high) {
			break;
		}

		p += sizeof(word);
	}

	return p;
}

static inline const char *field_skip_value(const char *p, const char *end)
{
	for (;;) {
		p = field_skip_words(p, end);

		/* A word ends the skipping at a tab or at the end of the line; a tab is passed here. */
		for (int i = 0; i < (int) sizeof(uint64_t); i++, p++) {
			if (p == end || !evl_http1_byte_is(*p, EVL_HTTP1_BYTE_VALUE)) {
				return p;
			}
		}
	}
}

static evl_http1_step field_reject(evl_http1_fields *fields, uint16_t status, const char *reason)
{
	fields->status = status;
	fields->reason = reason;
	return EVL_HTTP1_STEP_REJECT;
}

static inline evl_http1_step field_more(evl_http1_fields *fields, enum field_state state, uint32_t at)
{
	fields->state = state;
	fields->at = at;
	return EVL_HTTP1_STEP_MORE;
}

static evl_http1_step field_end(evl_http1_fields *fields, const char *data, uint32_t at, uint32_t len)
{
	if (at == len) {
		return field_more(fields, FIELD_END, at);
	}

	if (data[at] != '\n') {
		return field_reject(fields, 400, "a CR without LF ends the field lines");
	}

	fields->at = at + 1;
	return EVL_HTTP1_STEP_END;
}

static evl_http1_step field_value(evl_http1_fields *fields, const char *data, uint32_t at, uint32_t len)
{
	evl_http1_field *field = &fields->list[fields->count];
	uint32_t cr = (uint32_t) (field_skip_value(data + at, data + len) - data), end;

	if (cr == len) {
		return field_more(fields, FIELD_VALUE, cr);
	}

	if (data[cr] != '\r') {
		return field_reject(fields, 400, "a control character stands in a field value");
	}

	if (cr + 1 == len) {
		return field_more(fields, FIELD_VALUE, cr);
	}

	if (data[cr + 1] != '\n') {
		return field_reject(fields, 400, "a CR without LF stands in a field value");
	}

	for (end = cr; end > fields->start && (data[end - 1] == ' ' || data[end - 1] == '\t');) {
		end--;
	}

	field->value.at = fields->start;
	field->value.len = end - fields->start;
	fields->count++;
	fields->state = FIELD_LINE;
	fields->at = cr + 2;
	return EVL_HTTP1_STEP_FIELD;
}

static evl_http1_step field_space(evl_http1_fields *fields, const char *data, uint32_t at, uint32_t len)
{
	while (at < len && (data[at] == ' ' || data[at] == '\t')) {
		at++;
	}

	if (at == len) {
		return field_more(fields, FIELD_SPACE, at);
	}

	fields->start = at;
	return field_value(fields, data, at, len);
}

static evl_http1_step field_name(evl_http1_fields *fields, const char *data, uint32_t at, uint32_t len)
{
	evl_http1_field *field = &fields->list[fields->count];

	while (at < len && evl_http1_byte_is(data[at], EVL_HTTP1_BYTE_TOKEN)) {
		at++;
	}

	if (at == len) {
		return field_more(fields, FIELD_NAME, at);
	}

	if (data[at] != ':' || at == fields->start) {
		return field_reject(fields, 400, "a field name is not a token followed by a colon");
	}

	field->name.at = fields->start;
	field->name.len = at - fields->start;
	return field_space(fields, data, at + 1, len);
}

static evl_http1_step field_line(evl_http1_fields *fields, const char *data, uint32_t at, uint32_t len)
{
	if (at == len) {
		return field_more(fields, FIELD_LINE, at);
	}

	if (data[at] == '\r') {
		return field_end(fields, data, at + 1, len);
	}

	if (data[at] == ' ' || data[at] == '\t') {
		return field_reject(fields, 400, "a field line begins with white space");
	}

	if (fields->count == fields->max) {
		return field_reject(fields, 431, "too many field lines");
	}

	fields->start = at;
	return field_name(fields, data, at, len);
}

void evl_http1_fields_init(evl_http1_fields *fields, evl_http1_field *list, uint32_t max)
{
	fields->list = list;
	fields->count = 0;
	fields->max = max;
	fields->start = 0;
	fields->at = 0;
	fields->state = FIELD_LINE;
	fields->status = 0;
	fields->reason = NULL;
}

evl_http1_step evl_http1_field_step(evl_http1_fields *fields, const char *data, uint32_t len)
{
	switch ((enum field_state) fields->state) {
	case FIELD_NAME: return field_name(fields, data, fields->at, len);
	case FIELD_SPACE: return field_space(fields, data, fields->at, len);
	case FIELD_VALUE: return field_value(fields, data, fields->at, len);
	case FIELD_END: return field_end(fields, data, fields->at, len);
	case FIELD_LINE:
	default: return field_line(fields, data, fields->at, len);
	}
}

int32_t evl_http1_find(const evl_http1_fields *fields, const char *data, const char *name, size_t len, uint32_t from)
{
	for (uint32_t i = from; i < fields->count; i++) {
		const evl_http1_span *span = &fields->list[i].name;

		if (evl_http1_same(data + span->at, span->len, name, len)) {
			return (int32_t) i;
		}
	}

	return -1;
}
