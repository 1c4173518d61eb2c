/* SPDX-License-Identifier: MIT */
/*
 * The class Stream and what every kind of stream shares: reading, writing and closing over an evl_stream. A kind embeds
 * an evloop_stream as the last member of its own struct, and attaches the evl_stream once it is connected.
 *
 * The functions that wait may be called wherever evloop_park_wait() may; they return false with an exception thrown.
 * The caller holds a reference to the stream meanwhile. What they wait for is told from inside the poll, so what wakes
 * them (readable, drained) only pushes ready items. A stream that is closed by another has `stream` NULL when they
 * return.
 *
 * An idle stream is not referenced: it keeps the loop alive only while somebody waits to read, and by libuv's own
 * count while output is in flight.
 */
#ifndef EVLOOP_IO_STREAM_H
#define EVLOOP_IO_STREAM_H

#include "src/io/flow.h"
#include "src/io/life.h"
#include "src/io/options.h"
#include "src/io/sink.h"
#include "src/io/wait.h"
#include "src/reactor/stream.h"

typedef struct evloop_stream evloop_stream;

/* What differs between the kinds. */
typedef struct evloop_stream_kind {
	/* It was closed, or its object is freed. Once. May be NULL. */
	void (*closed)(evloop_stream *stream);
	/* Before an operation of each sort: false with an exception thrown. May be NULL. */
	bool (*may_read)(evloop_stream *stream, const char *operation);
	bool (*may_write)(evloop_stream *stream, const char *operation);
	/* All that write() was given is buffered; false with an exception thrown. May wait, may be NULL. */
	bool (*written)(evloop_stream *stream, const char *operation, double timeout);
	/* What the operating system's errors become; NULL: SocketException. */
	zend_class_entry **error;
} evloop_stream_kind;

/* Who waits to read; lives on its C stack. */
typedef struct evloop_reader {
	evloop_waiter waiter;
	size_t need; /* woken only when so many bytes are buffered, or no more come */
} evloop_reader;

/* Who waits until bytes have left; lives on its C stack. */
typedef struct evloop_drainer {
	evloop_waiter waiter;
	uint64_t mark; /* of evl_stream.written: up to there */
	bool left;     /* they had, when somebody closed the stream */
} evloop_drainer;

struct evloop_stream {
	evl_stream *stream;    /* NULL: closed, or not attached yet */
	evloop_reader *reader; /* there is one at most */
	evloop_limit reading;  /* how long it waits */
	evl_list writers;      /* evloop_waiter.link: who wait for room, in order; only the first one writes */
	evl_list drainers;     /* evloop_drainer.waiter.link: who wait until all is sent */
	evloop_stream_settings settings;
	const evloop_stream_kind *kind;
	evloop_flow *flow; /* the event style; NULL until somebody listens */
	zval *resource;    /* the PHP stream or Socket that it was made of; NULL for the others */
	evloop_life *life; /* the idle and the total timeout; NULL without */
	zend_string *name; /* of the peer, for messages; NULL or one reference */
	bool ended;        /* end() was called, if only to wait for its turn */
	bool unreadable;   /* opened for writing only */
	zend_object std;
};

extern zend_class_entry *evloop_ce_stream;
extern zend_class_entry *evloop_ce_readable_stream;
extern zend_class_entry *evloop_ce_writable_stream;
extern zend_class_entry *evloop_ce_duplex_stream;

static inline evloop_stream *evloop_stream_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_stream, std);
}

/* Zeroed memory to begin with; std is the kind's to initialise. */
void evloop_stream_init(evloop_stream *self, const evloop_stream_kind *kind);
/* Called by the kind's free_obj: closes, and lets an end that was asked for be sent. */
void evloop_stream_free(evloop_stream *self);

/* What evl_stream_open_tcp() and the like want to know. */
extern const evl_stream_ops evloop_stream_ops;

/* Take over an open evl_stream whose owner is `self` already. */
void evloop_stream_attach(evloop_stream *self, evl_stream *stream, const evloop_stream_settings *settings);

/* Throw for a status of its evl_stream: "read() from 127.0.0.1:80 failed: ...", where `direction` is "from". */
void evloop_stream_throw(const evloop_stream *self, int status, const char *operation, const char *direction);

/* What it was made of was closed: then it closes, too. */
void evloop_stream_look_at_resource(evloop_stream *self);

/* For messages: what it is connected to. */
const char *evloop_stream_name(const evloop_stream *self);

/* False with a ClosedException thrown. `operation` is "read()". */
bool evloop_stream_check_open(const evloop_stream *self, const char *operation);
/* After waiting: the same, saying that it was closed meanwhile. */
bool evloop_stream_check_still_open(const evloop_stream *self, const char *operation);

/* Negative timeouts are none. At most `length` bytes; `result` is NULL at the end. */
bool evloop_stream_read(evloop_stream *self, size_t length, double timeout, zval *result);
bool evloop_stream_read_line(evloop_stream *self, size_t max, zval *result);
bool evloop_stream_read_exactly(evloop_stream *self, size_t length, zval *result);
bool evloop_stream_read_all(evloop_stream *self, size_t limit, zval *result);
bool evloop_stream_is_readable(const evloop_stream *self);

/*
 * All that comes, to the sink; `count` says how many bytes. Bytes leave our buffer once the sink has taken them: when it fails, those
 * that it was given last are still there to be read.
 */
bool evloop_stream_pipe(evloop_stream *self, const evloop_sink *sink, zend_long *count);

/* Wait until so many bytes are buffered, or no more come. They stay there: take them before anything else is waited for. */
bool evloop_stream_gather(evloop_stream *self, size_t need, double timeout, const char *operation);

/* The same, but true also when nothing came for so long. */
bool evloop_stream_gather_for(evloop_stream *self, size_t need, double seconds, const char *operation);

/* Nobody reads or writes, or listens to "data". False with an exception thrown. */
bool evloop_stream_check_free(evloop_stream *self, const char *operation);

/* Open, not ended, and writing has not failed. False with an exception thrown. */
bool evloop_stream_check_writable(evloop_stream *self, const char *operation);

/* Nothing is buffered and no more comes: true for the peer's end, false with its failure thrown. */
bool evloop_stream_read_end(const evloop_stream *self, const char *operation);

/* `data` must stay as it is while this waits. */
bool evloop_stream_write(evloop_stream *self, const char *data, size_t size, double timeout);
/* 1: taken, 0: no room, -1: exception. */
int evloop_stream_try_write(evloop_stream *self, const char *data, size_t size);
bool evloop_stream_drain(evloop_stream *self, double timeout);
bool evloop_stream_end(evloop_stream *self, const char *data, size_t size);
bool evloop_stream_is_writable(const evloop_stream *self);

/* Silent when repeated. Output that the kernel takes at once is still sent. */
void evloop_stream_close(evloop_stream *self);

/* For the ops. */
void evloop_stream_on_readable(evl_stream *stream, void *owner);
void evloop_stream_on_drained(evl_stream *stream, void *owner);
void evloop_stream_on_secured(evl_stream *stream, void *owner, int status);

/* For the handlers of a kind's class. */
HashTable *evloop_stream_get_gc(zend_object *object, zval **table, int *count);
zend_object_iterator *evloop_stream_get_iterator(zend_class_entry *ce, zval *object, int by_reference);

/*
 * A Stream over one end of a pipe, which it takes over; it is closed on failure. NULL and a negative UV_E*. The name's reference is taken
 * over, too. There is a loop.
 */
evloop_stream *evloop_stream_of_pipe(int fd, zend_string *name, int *status);

/* Declared by the stub of Stream; live in stream_flow.c. */
PHP_METHOD(Evloop_Stream, on);
PHP_METHOD(Evloop_Stream, once);
PHP_METHOD(Evloop_Stream, off);
PHP_METHOD(Evloop_Stream, pause);
PHP_METHOD(Evloop_Stream, resume);
PHP_METHOD(Evloop_Stream, pipeTo);

/* The same; in resource.c. */
PHP_METHOD(Evloop_Stream, __construct);
PHP_METHOD(Evloop_Stream, stdin);
PHP_METHOD(Evloop_Stream, stdout);
PHP_METHOD(Evloop_Stream, stderr);
PHP_METHOD(Evloop_Stream, createPipe);

/* Stream::stdin() and so on, by descriptor; borrowed. NULL with an exception thrown. */
evloop_stream *evloop_stdio(int fd);

/* The request ends: let the standard streams go. */
void evloop_stdio_rshutdown(void);

zend_result evloop_stream_minit(int module_number);

#endif
