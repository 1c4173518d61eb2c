/* SPDX-License-Identifier: MIT */
/*
 * The Request object. It owns one copy of its head, and makes PHP values of it only when they are asked for: the
 * declared properties start unset and are filled on first use. While its answer is due it also stands in its
 * connection's queue. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_REQUEST_H
#define EVLOOP_HTTP_REQUEST_H

#include "php.h"

#include "src/core/http1.h"
#include "src/core/list.h"
#include "src/http/answer.h"
#include "src/http/incoming.h"
#include "src/reactor/tick.h"

struct evloop_http_connection;
struct evloop_http_sending;

typedef struct evloop_http_request {
	evl_list link;                             /* in connection->requests until answered */
	struct evloop_http_connection *connection; /* NULL once answered, or when the connection is gone */
	evloop_http_answer answer;                 /* while `answered` and not its turn yet */
	struct evloop_http_sending *sending;       /* who sends the answer piece by piece, or waits to; else NULL */
	struct evloop_stack *stack;                /* where it is handled, until that is over; else NULL */
	evl_ready gone;                            /* cancels what goes on there */
	zend_string *remote;                       /* the peer's address, one reference */
	struct evloop_http_incoming *incoming;     /* a body that was not here with the head; else NULL */
	zend_string *body;                         /* that was, or was read as a whole; else NULL */
	size_t taken;                              /* what body() gave of `body` */
	HashTable *trailers;                       /* NULL = none */
	char *head;                                /* behind the properties, in the same block */
	evl_http1_field *fields;
	uint32_t field_count;
	evl_http1_span method;
	evl_http1_span target;
	evl_http1_span path;
	evl_http1_span query;
	uint8_t method_id;
	uint8_t minor;
	bool answered;
	bool kept;        /* the whole body was asked for: it stays */
	bool streamed;    /* it is read through body() */
	bool closed;      /* body()->close() */
	uint16_t failure; /* status for a form that is none, say; else 0 */
	zend_object std;
} evloop_http_request;

extern zend_class_entry *evloop_ce_http_request;

/* From a complete head, whose bytes are copied. One reference, the caller's. */
evloop_http_request *evloop_http_request_create(const evl_http1_head *head, const char *data, zend_string *remote);

/* What the client did wrong as its body was read: the status to answer with, or 0. */
uint16_t evloop_http_request_failure(const evloop_http_request *request);

/* The whole body, borrowed; NULL with an exception thrown. `operation` is "text". May wait. */
zend_string *evloop_http_request_text(evloop_http_request *request, const char *operation);

/* Lower-case names with lists of values. */
HashTable *evloop_http_request_fields(const evl_http1_field *fields, uint32_t count, const char *data);

/* All values of a name (in any case), joined by ", ": a new string, or NULL if there is none. */
zend_string *evloop_http_request_header(const evloop_http_request *self, const char *name, size_t len);

zend_result evloop_http_request_minit(int module_number);

#endif
