/* SPDX-License-Identifier: MIT */
/*
 * http1_drive.c: see http1_drive.h. Test code: it ends the process when memory is short.
 */
#include "tests/unit/http1_drive.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELDS 128
#define JUNK       0xee

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#endif

#ifdef HAVE_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, size)   ((void) (at), (void) (size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void) (at), (void) (size))
#endif

const http1_drive_limits http1_drive_default = {{8192, 65536, MAX_FIELDS}, 1 << 20, 8192, MAX_FIELDS};
const http1_drive_limits http1_drive_small = {{12, 80, 3}, 20, 16, 2};

/*
 * The memory that the parsers see is allocated once: a fuzzer comes by here a hundred times for each of its inputs.
 * Both tables end with their array, so a sanitizer sees an entry too many whatever the limit is.
 */
static evl_http1_field table_a[MAX_FIELDS], table_b[MAX_FIELDS];

typedef struct drive {
	http1_trace *trace;
	const http1_drive_limits *limits;
	evl_http1_head head;
	evl_http1_body body;
	evl_http1_field *table; /* another one for each call */
	evl_http1_field *spare; /* holds JUNK only */
	evl_http1_field trailers[MAX_FIELDS];
	http1_trace payload;
	char *room; /* a block of its own */
	size_t room_size;
	bool in_body;
	bool over; /* refused, or the connection is not kept */
} drive;

static void *drive_alloc(void *block, size_t size)
{
	block = realloc(block, size ? size : 1);

	if (block == NULL) {
		abort();
	}

	return block;
}

static void trace_bytes(http1_trace *trace, const char *data, size_t len)
{
	if (trace->length + len + 1 > trace->capacity) {
		trace->capacity = (trace->length + len + 1) * 2;
		trace->text = drive_alloc(trace->text, trace->capacity);
	}

	if (len) {
		memcpy(trace->text + trace->length, data, len);
	}

	trace->length += len;
	trace->text[trace->length] = '\0';
}

__attribute__((format(printf, 2, 3))) static void trace_format(http1_trace *trace, const char *format, ...)
{
	char line[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	trace_bytes(trace, line, strlen(line));
}

static void trace_span(http1_trace *trace, const char *label, const char *data, evl_http1_span span)
{
	trace_bytes(trace, label, strlen(label));
	trace_bytes(trace, data + span.at, span.len);
}

static void trace_fields(http1_trace *trace, const char *label, const evl_http1_fields *fields, const char *data)
{
	for (uint32_t i = 0; i < fields->count; i++) {
		trace_span(trace, label, data, fields->list[i].name);
		trace_span(trace, "=[", data, fields->list[i].value);
		trace_bytes(trace, "]\n", 2);
	}
}

static void trace_head(http1_trace *trace, const evl_http1_head *head, const char *data)
{
	trace_span(trace, "head ", data, head->method);
	trace_span(trace, " ", data, head->target);
	trace_span(trace, " path=", data, head->path);
	trace_span(trace, " query=", data, head->query);
	trace_span(trace, " authority=", data, head->authority);
	trace_format(trace, " 1.%u method=%u host=%d size=%u length=%llu%s%s%s%s%s%s%s\n", head->minor, head->method_id,
		head->host, head->size, (unsigned long long) head->content_length,
		head->flags & EVL_HTTP1_KEEP_ALIVE ? " keep-alive" : "", head->flags & EVL_HTTP1_CHUNKED ? " chunked" : "",
		head->flags & EVL_HTTP1_HAS_LENGTH ? " has-length" : "",
		head->flags & EVL_HTTP1_EXPECTS_100 ? " expects-100" : "", head->flags & EVL_HTTP1_UPGRADE ? " upgrade" : "",
		head->flags & EVL_HTTP1_ABSOLUTE_FORM ? " absolute" : "",
		head->flags & EVL_HTTP1_ASTERISK_FORM ? " asterisk" : "");
	trace_fields(trace, "field ", &head->fields, data);
}

static void drive_refused(drive *d, uint16_t status, const char *reason)
{
	trace_format(d->trace, "refused %u %s\n", status, reason);
	d->over = true;
}

/* The first call has to find it so. */
static void drive_clear_tables(drive *d)
{
	size_t fields = d->limits->head.fields;

	d->table = table_a + MAX_FIELDS - fields;
	d->spare = table_b + MAX_FIELDS - fields;
	memset(d->table, JUNK, fields * sizeof(*d->table));
	memset(d->spare, JUNK, fields * sizeof(*d->spare));
}

/* Of the table that is left. */
static void drive_wipe_table(evl_http1_field *table, const evl_http1_fields *fields)
{
	memset(table, JUNK, (fields->count < fields->max ? fields->count + 1 : fields->count) * sizeof(*table));
}

static void drive_next_head(drive *d)
{
	d->in_body = false;
	evl_http1_head_init(&d->head, &d->limits->head, d->table);
}

static void drive_body_is_over(drive *d, const char *section)
{
	trace_format(d->trace, "body %zu [", d->payload.length);
	trace_bytes(d->trace, d->payload.text, d->payload.length);
	trace_bytes(d->trace, "]\n", 2);

	if (section) {
		trace_fields(d->trace, "trailer ", &d->body.trailers, section);
	}

	d->payload.length = 0;
}

/* Nothing in the parser may point into what it was called with before. */
static void drive_move_head(drive *d)
{
	evl_http1_field *table = d->table;
	evl_http1_head before = d->head;

	memset(&d->head, JUNK, sizeof(d->head));
	evl_http1_head_move(&d->head, &before, d->spare);
	d->table = d->spare;
	d->spare = table;
	drive_wipe_table(table, &before.fields);
}

/*
 * The input as a parser gets it: it ends where its block ends, and what was there before it is gone. It moves from call
 * to call since its length changes.
 */
static const char *drive_show(drive *d, const char *data, size_t len)
{
	size_t before = d->room_size - len, junk = before < 16 ? before : 16;

	ASAN_UNPOISON_MEMORY_REGION(d->room, d->room_size);
	memset(d->room + before - junk, JUNK, junk);
	memcpy(d->room + before, data, len);
	ASAN_POISON_MEMORY_REGION(d->room, before);
	return d->room + before;
}

/* One call into a parser; returns what it consumed. `*wants` becomes true when it needs more input. */
static size_t drive_step(drive *d, const char *data, size_t len, bool *wants)
{
	size_t consumed = 0, slice_len;
	const char *slice;

	if (!d->in_body) {
		drive_move_head(d);

		switch (evl_http1_head_parse(&d->head, data, len)) {
		case EVL_HTTP1_DONE:
			trace_head(d->trace, &d->head, data);
			evl_http1_body_init(
				&d->body, &d->head, d->limits->body, d->limits->trailers, d->trailers, d->limits->trailer_fields);
			d->in_body = true;
			return d->head.size;
		case EVL_HTTP1_REJECTED: drive_refused(d, d->head.status, d->head.reason); return 0;
		default: *wants = true; return 0;
		}
	}

	switch (evl_http1_body_next(&d->body, data, len, &consumed, &slice, &slice_len)) {
	case EVL_HTTP1_DATA: trace_bytes(&d->payload, slice, slice_len); break;
	case EVL_HTTP1_DONE:
		drive_body_is_over(d, slice);
		d->over = !(d->head.flags & EVL_HTTP1_KEEP_ALIVE);
		drive_wipe_table(d->table, &d->head.fields);
		drive_next_head(d);
		break;
	case EVL_HTTP1_REJECTED:
		drive_body_is_over(d, NULL);
		drive_refused(d, d->body.status, d->body.reason);
		break;
	default: *wants = true; break;
	}

	return consumed;
}

void http1_drive(http1_trace *trace, const char *data, size_t len, const http1_drive_limits *limits,
	http1_cutter cutter, void *state)
{
	static drive d;
	size_t fed = 0, start = 0;

	d.trace = trace;
	d.limits = limits;
	d.over = false;
	d.payload.length = 0;
	d.room = drive_alloc(NULL, len);
	d.room_size = len;
	drive_clear_tables(&d);
	drive_next_head(&d);

	while (fed < len && !d.over) {
		size_t end = cutter(state, fed, len), at = 0;
		const char *shown = drive_show(&d, data + start, end - start);
		bool wants = false;

		fed = end;

		while (!wants && !d.over) {
			at += drive_step(&d, shown + at, end - start - at, &wants);
		}

		start += at;
	}

	if (!d.over && d.in_body) {
		drive_body_is_over(&d, NULL);
	}

	trace_format(
		trace, "%s", d.over ? "over\n" : (d.in_body || !evl_http1_head_is_idle(&d.head) ? "more\n" : "idle\n"));
	ASAN_UNPOISON_MEMORY_REGION(d.room, len);
	free(d.room);
}

void http1_trace_free(http1_trace *trace)
{
	free(trace->text);
	memset(trace, 0, sizeof(*trace));
}
