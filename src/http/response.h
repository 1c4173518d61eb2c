/* SPDX-License-Identifier: MIT */
/*
 * The Response object: checked and laid out when it is made, so that sending it is copying. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_RESPONSE_H
#define EVLOOP_HTTP_RESPONSE_H

#include "php.h"

/* What the program's own headers say already. */
enum evloop_http_response_flag {
	EVLOOP_HTTP_HAS_TYPE = 1 << 0,
	EVLOOP_HTTP_HAS_DATE = 1 << 1,
	EVLOOP_HTTP_HAS_SERVER = 1 << 2,
	EVLOOP_HTTP_HAS_LENGTH = 1 << 3, /* kept in `length`, not in `lines` */
	EVLOOP_HTTP_CLOSE = 1 << 4,      /* Connection: close; not in `lines` */
};

struct evloop_http_file;

typedef struct evloop_http_response {
	zend_string *lines;            /* header lines as they are sent, each with CR LF; NULL = none */
	zend_string *body;             /* NULL = none */
	zend_object *source;           /* a Traversable in the body's place, one reference; NULL = none */
	struct evloop_http_file *file; /* in the body\'s place, one reference; NULL = none */
	uint64_t length;
	uint16_t status;
	uint8_t flags; /* evloop_http_response_flag */
	zend_object std;
} evloop_http_response;

extern zend_class_entry *evloop_ce_http_response;

/* A string above this is sent piece by piece, as the client takes it: else the rest would be copied for a slow one. */
#define EVLOOP_HTTP_LARGE_BODY 262144

/* Whether the body goes piece by piece. */
static inline bool evloop_http_response_streams(const evloop_http_response *response)
{
	return response->source != NULL || response->file != NULL ||
		   (response->body != NULL && ZSTR_LEN(response->body) > EVLOOP_HTTP_LARGE_BODY);
}

/*
 * The headers are taken over; `arg` is the number of the parameter that they came by. NULL with an exception thrown.
 */
evloop_http_response *evloop_http_response_new(uint16_t status, HashTable *headers, uint32_t arg);

/* Check and lay out. False with an exception thrown; the object is of no use then. */
bool evloop_http_response_set_headers(evloop_http_response *self, HashTable *headers, uint32_t arg);

zend_result evloop_http_response_minit(int module_number);

#endif
