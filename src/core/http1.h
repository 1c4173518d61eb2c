/* SPDX-License-Identifier: MIT */
/*
 * http1.h: HTTP/1.x request heads and bodies, and the few texts an answer is made of.
 *
 * The parsers are incremental and never allocate: the caller keeps the received bytes in one contiguous buffer, calls
 * again with all that is not yet consumed, and gets offsets into it, so that the buffer may be moved between calls
 * and the head may be copied afterwards. Any split of the input gives the same verdict, a bad byte is refused as soon
 * as it has arrived, and every byte is looked at a bounded number of times. Strict by RFC 9110 and RFC 9112; there is
 * no lenient mode. Nothing here has state of its own: any thread may call anything on its own structs.
 */
#ifndef EVLOOP_CORE_HTTP1_H
#define EVLOOP_CORE_HTTP1_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EVL_HTTP1_MAX_METHOD      32   /* a longer method is answered 501 */
#define EVL_HTTP1_MAX_EMPTY_LINES 2    /* tolerated before a request line */
#define EVL_HTTP1_MAX_EXTENSIONS  4096 /* bytes of chunk extensions in one body */
#define EVL_HTTP1_DATE_SIZE       29
#define EVL_HTTP1_DECIMAL_SIZE    20 /* digits of the largest uint64_t */

typedef enum evl_http1_verdict {
	EVL_HTTP1_MORE,     /* keep what was not consumed and call again with more behind it */
	EVL_HTTP1_DONE,     /* the head or the body is complete */
	EVL_HTTP1_DATA,     /* a slice of the body is handed out; call again */
	EVL_HTTP1_REJECTED, /* status and reason are set; nothing behind this byte may be interpreted */
} evl_http1_verdict;

typedef enum evl_http1_method {
	EVL_HTTP1_OTHER,
	EVL_HTTP1_GET,
	EVL_HTTP1_HEAD,
	EVL_HTTP1_POST,
	EVL_HTTP1_PUT,
	EVL_HTTP1_PATCH,
	EVL_HTTP1_DELETE,
	EVL_HTTP1_OPTIONS,
	EVL_HTTP1_TRACE,
	EVL_HTTP1_CONNECT,
} evl_http1_method;

/* Facts about a complete head. All are set by the parser only. */
enum evl_http1_flag {
	EVL_HTTP1_KEEP_ALIVE = 1 << 0,     /* by version and Connection */
	EVL_HTTP1_CHUNKED = 1 << 1,        /* the body is chunked */
	EVL_HTTP1_HAS_LENGTH = 1 << 2,     /* Content-Length was given */
	EVL_HTTP1_EXPECTS_100 = 1 << 3,    /* Expect: 100-continue in 1.1 */
	EVL_HTTP1_UPGRADE = 1 << 4,        /* Upgrade together with Connection: upgrade, in 1.1 */
	EVL_HTTP1_ABSOLUTE_FORM = 1 << 5,  /* the target names scheme and authority */
	EVL_HTTP1_ASTERISK_FORM = 1 << 6,  /* OPTIONS * */
	EVL_HTTP1_HTTPS_SCHEME = 1 << 7,   /* absolute-form with https */
	EVL_HTTP1_SAW_CLOSE = 1 << 8,      /* Connection: close */
	EVL_HTTP1_SAW_KEEP_ALIVE = 1 << 9, /* Connection: keep-alive */
	EVL_HTTP1_SAW_UPGRADE = 1 << 10,   /* Connection: upgrade */
	EVL_HTTP1_SAW_PROTOCOL = 1 << 11,  /* an Upgrade field */
	EVL_HTTP1_SAW_EXPECT = 1 << 12,    /* Expect: 100-continue, in any version */
	EVL_HTTP1_SAW_CODING = 1 << 13,    /* a Transfer-Encoding field */
	EVL_HTTP1_BAD_CODING = 1 << 14,    /* Transfer-Encoding is malformed, or something follows chunked */
	EVL_HTTP1_ODD_CODING = 1 << 15,    /* Transfer-Encoding names a coding that is not known here */
	EVL_HTTP1_BAD_EXPECT = 1 << 16,    /* Expect with anything but 100-continue */
};

/* A piece of the parsed bytes, counted from their start. */
typedef struct evl_http1_span {
	uint32_t at;
	uint32_t len;
} evl_http1_span;

typedef struct evl_http1_field {
	evl_http1_span name;
	evl_http1_span value; /* without the whitespace around it */
} evl_http1_field;

/* A growing table of field lines in the caller's memory. */
typedef struct evl_http1_fields {
	evl_http1_field *list;
	uint32_t count;
	uint32_t max;
	uint32_t start;     /* private: where the current element begins */
	uint32_t at;        /* private: what lies before is looked at already */
	uint8_t state;      /* private */
	uint16_t status;    /* of a refusal, else 0 */
	const char *reason; /* static text of a refusal */
} evl_http1_fields;

typedef struct evl_http1_limits {
	uint32_t target; /* bytes; beyond it 414 */
	uint32_t head;   /* bytes with the empty line; beyond it 431 */
	uint32_t fields; /* lines; beyond it 431 */
} evl_http1_limits;

typedef struct evl_http1_head {
	evl_http1_fields fields;
	evl_http1_limits limits;
	uint64_t content_length; /* 0 without HAS_LENGTH; UINT64_MAX: does not fit, refused at the end */
	uint32_t size;           /* of the whole head, once it is complete: the body begins there */
	evl_http1_span method;
	evl_http1_span target;
	evl_http1_span path;      /* of an absolute-form it may be empty, which means "/" */
	evl_http1_span query;     /* without the question mark */
	evl_http1_span authority; /* of an absolute-form, else empty */
	int32_t host;             /* index of the Host field, or -1 */
	uint32_t flags;           /* enum evl_http1_flag */
	uint16_t status;          /* of a refusal, else 0 */
	uint8_t minor;            /* 0 for HTTP/1.0, 1 for 1.1 and the later 1.x, which speak 1.1 to us */
	uint8_t method_id;        /* evl_http1_method */
	uint8_t state;            /* private */
	uint8_t empty_lines;      /* private: seen before the request line */
	const char *reason;       /* static text of a refusal */
} evl_http1_head;

typedef struct evl_http1_body {
	uint64_t left;  /* of the fixed body or of the current chunk */
	uint64_t total; /* payload announced so far: lengths of the chunks that were begun */
	uint64_t max_body;
	uint32_t extensions;   /* bytes seen */
	uint32_t max_trailers; /* bytes of the trailer section */
	uint32_t trailer_size; /* of the trailer section, once it is complete */
	uint16_t status;       /* of a refusal, else 0 */
	uint8_t state;         /* private */
	uint8_t digits;        /* private: of the current chunk size */
	const char *reason;
	evl_http1_fields trailers; /* offsets count from where the trailer section begins */
} evl_http1_body;

/*
 * Prepares for a new head; `table` must hold limits.fields entries, and so must any that replaces head->fields.list
 * later.
 */
void evl_http1_head_init(evl_http1_head *head, const evl_http1_limits *limits, evl_http1_field *table);

/* `data` begins where the head (or the empty lines before it) begins. Never returns EVL_HTTP1_DATA. */
evl_http1_verdict evl_http1_head_parse(evl_http1_head *head, const char *data, size_t len);

/*
 * Goes on with a head elsewhere: `to` becomes what `from` is, with `table` (of limits.fields entries) in the place of
 * its own. The line that is being read has its name in the table already.
 */
void evl_http1_head_move(evl_http1_head *to, const evl_http1_head *from, evl_http1_field *table);

/* Whether nothing but empty lines has arrived, so that the connection still counts as idle. */
bool evl_http1_head_is_idle(const evl_http1_head *head);

/* True if a body of at least one byte or of unknown length follows the head. */
bool evl_http1_head_has_body(const evl_http1_head *head);

/* The first field of that (lower-case) name, or -1; `from` allows to go on behind an earlier hit. */
int32_t evl_http1_find(const evl_http1_fields *fields, const char *data, const char *name, size_t len, uint32_t from);

/*
 * Prepares for the body that follows a complete head. Trailer fields go to `table` of `capacity` entries, more of
 * them are refused. A length above max_body is refused by the first evl_http1_body_next; body->status says so at
 * once.
 */
void evl_http1_body_init(evl_http1_body *body, const evl_http1_head *head, uint64_t max_body, uint32_t max_trailers,
	evl_http1_field *table, uint32_t capacity);

/*
 * `*consumed` bytes of the input are done with, whatever the verdict. EVL_HTTP1_DATA hands out a slice of the input;
 * the caller is done with it before the input goes. After EVL_HTTP1_MORE the bytes that were not consumed (a part of
 * the trailer section) must stand at the start of the next call. EVL_HTTP1_DONE leaves in the trailers offsets into
 * the input, counted from *slice.
 */
evl_http1_verdict evl_http1_body_next(
	evl_http1_body *body, const char *data, size_t len, size_t *consumed, const char **slice, size_t *slice_len);

/* Validators for what a program wants to send. */
bool evl_http1_is_token(const char *text, size_t len);
bool evl_http1_is_field_value(const char *text, size_t len); /* no CR, LF, NUL or other control but the tab */
bool evl_http1_is_host(const char *text, size_t len);        /* uri-host [":" port], not empty */

/* ASCII case-insensitive comparison with a lower-case text of letters, digits and hyphens. */
bool evl_http1_same(const char *text, size_t len, const char *lower, size_t lower_len);

/* The reason phrase, or "" for a status that has none. */
const char *evl_http1_status_text(int status);

/*
 * An IMF-fixdate, EVL_HTTP1_DATE_SIZE bytes without a NUL; `seconds` since 1970, clamped to the years 1970 to 9999.
 */
void evl_http1_write_date(char *out, int64_t seconds);

/* Decimal digits without a NUL; returns their number, at most EVL_HTTP1_DECIMAL_SIZE. */
size_t evl_http1_write_decimal(char *out, uint64_t value);

/* Lower-case hexadecimal digits without a NUL; returns their number, at most 16. */
size_t evl_http1_write_hex(char *out, uint64_t value);

#endif
