/* SPDX-License-Identifier: MIT */
/*
 * http1_field.h: what the head and the body parser share: the classes of bytes and the parser of one field line.
 * For the http1_*.c files only; everybody else includes http1.h.
 */
#ifndef EVLOOP_CORE_HTTP1_FIELD_H
#define EVLOOP_CORE_HTTP1_FIELD_H

#include "src/core/http1.h"

/* Bits of evl_http1_class[byte]. */
enum evl_http1_byte {
	EVL_HTTP1_BYTE_TOKEN = 1,  /* tchar, RFC 9110 5.6.2 */
	EVL_HTTP1_BYTE_VALUE = 2,  /* HTAB, SP, VCHAR, obs-text: all but the other controls and DEL */
	EVL_HTTP1_BYTE_TARGET = 4, /* VCHAR without " # < >, which no URI and no browser's request holds */
	EVL_HTTP1_BYTE_HOST = 8,   /* unreserved and sub-delims, RFC 3986 */
	EVL_HTTP1_BYTE_HEX = 16,
	EVL_HTTP1_BYTE_QUOTED = 32, /* qdtext, RFC 9110 5.6.4 */
};

extern const uint8_t evl_http1_class[256];

typedef enum evl_http1_step {
	EVL_HTTP1_STEP_MORE,
	EVL_HTTP1_STEP_FIELD,  /* one more entry in the list */
	EVL_HTTP1_STEP_END,    /* the empty line; fields->at is behind it */
	EVL_HTTP1_STEP_REJECT, /* fields->status and reason are set */
} evl_http1_step;

static inline bool evl_http1_byte_is(char byte, int bits)
{
	return evl_http1_class[(uint8_t) byte] & bits;
}

void evl_http1_fields_init(evl_http1_fields *fields, evl_http1_field *list, uint32_t max);

/* Goes on at fields->at until a line is complete. `len` counts from where the offsets count from. */
evl_http1_step evl_http1_field_step(evl_http1_fields *fields, const char *data, uint32_t len);

/* Judges the field line that has just been completed. EVL_HTTP1_MORE: nothing against it. */
evl_http1_verdict evl_http1_judge_field(evl_http1_head *head, const char *data);

/* Judges the complete head. */
evl_http1_verdict evl_http1_judge_end(evl_http1_head *head, const char *data);

evl_http1_verdict evl_http1_head_reject(evl_http1_head *head, uint16_t status, const char *reason);

#endif
