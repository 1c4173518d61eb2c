/* SPDX-License-Identifier: MIT */
/*
 * An answer: what a handler returned, brought to one form, and how it is written to a stream. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_ANSWER_H
#define EVLOOP_HTTP_ANSWER_H

#include "php.h"

#include "src/core/http1.h"
#include "src/http/response.h"
#include "src/reactor/stream.h"

typedef struct evloop_http_answer {
	evloop_http_response *response; /* one reference, or NULL: then the others count */
	zend_string *body;              /* one reference, or NULL = empty */
	zend_object *source;            /* a Traversable that the handler returned, one reference, or NULL */
	const char *type;               /* of the body; static text */
	const char *lines;              /* more header lines, each with CR LF; static text */
	uint16_t status;
	bool streams; /* the body comes piece by piece: body_out.c's work, here is only its head */
} evloop_http_answer;

/* What the connection and the request add to it. */
typedef struct evloop_http_framing {
	bool head_only; /* the answer to HEAD */
	bool close;     /* the last one of its connection */
	bool old;       /* to HTTP/1.0, where staying open must be said */
	bool chunked;   /* of a body that streams */
} evloop_http_framing;

/* The header lines that all answers of a server share. */
typedef struct evloop_http_common {
	int64_t second; /* that `date` was made for */
	char date[EVL_HTTP1_DATE_SIZE];
	const zend_string *server; /* "Server: name\r\n", or NULL; the options' */
} evloop_http_common;

/*
 * From what a handler returned (taken over). False with an exception thrown: a type that is no answer, or a value
 * that JSON cannot hold. May run PHP code.
 */
bool evloop_http_answer_from(evloop_http_answer *answer, zval *result);

/* A status with its phrase as text, and more header lines (static, each with CR LF) or "". */
void evloop_http_answer_status(evloop_http_answer *answer, uint16_t status, const char *lines);

void evloop_http_answer_free(evloop_http_answer *answer);

/* Whether the program itself asked to close behind this answer. */
static inline bool evloop_http_answer_closes(const evloop_http_answer *answer)
{
	return answer->response != NULL && (answer->response->flags & EVLOOP_HTTP_CLOSE);
}

/* The string that is the body, or NULL. */
zend_string *evloop_http_answer_body(const evloop_http_answer *answer);

/* How long a body that streams is going to be; false when nobody knows. */
bool evloop_http_answer_length(const evloop_http_answer *answer, uint64_t *length);

/* Whether RFC 9110 wants this answer to have no body, whatever the program gave. */
bool evloop_http_answer_is_bodiless(const evloop_http_answer *answer, bool head_only);

/* Append it, or only the head of one that streams, to the stream's output. 0 or the stream's error. */
int evloop_http_answer_write(
	const evloop_http_answer *answer, evl_stream *stream, evloop_http_framing framing, evloop_http_common *common);

#endif
