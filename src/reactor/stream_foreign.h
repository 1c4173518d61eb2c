/* SPDX-License-Identifier: MIT */
/*
 * The other backend of an evl_stream: a descriptor whose file others use too. libuv would make it non-blocking for all of them, and
 * cannot read regular files; here it is waited for in the private set (see poll.h), and read and written so that nothing blocks
 * whatever its flags say. Used by stream.c and stream_write.c only. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_STREAM_FOREIGN_H
#define EVLOOP_REACTOR_STREAM_FOREIGN_H

#include "src/reactor/poll.h"
#include "src/reactor/stream.h"

typedef enum evl_foreign_kind {
	EVL_FOREIGN_SOCKET,
	EVL_FOREIGN_FILE,       /* regular, or another that never blocks for long */
	EVL_FOREIGN_PIPE,       /* and other devices */
	EVL_FOREIGN_CONTROLLER, /* of a pseudo-terminal */
	EVL_FOREIGN_OWN,        /* a terminal that was opened anew: it does not block, and its flags are nobody else's */
} evl_foreign_kind;

typedef struct evl_foreign {
	evl_poll read;
	evl_poll write;
	evl_flush settle; /* polls are started and stopped between two turns of the set, never in one */
	evl_stream *stream;
	int fd;
	uint8_t kind; /* evl_foreign_kind */
	bool wants_read;
	bool wants_write;
	bool has_room; /* for the output, to be told when the polls are settled */
	/* For stream.c. */
	void (*on_input)(evl_stream *stream, ssize_t size, char *bytes);
	void (*on_room)(evl_stream *stream);
	bool (*is_gone)(void *owner); /* see evl_stream_watch_gone(); may be NULL */
} evl_foreign;

/* The descriptor is the struct's from here on. NULL: no memory; the descriptor is closed. */
evl_foreign *evl_foreign_new(evl_stream *stream, int fd);

/* Its stream closes. */
void evl_foreign_free(evl_foreign *foreign);

/* on_input() gets what comes, a size of 0 for the end, a negative errno for a failure; and on_room(), once, when output may be tried. */
void evl_foreign_want_read(evl_foreign *foreign, bool wanted);
void evl_foreign_want_write(evl_foreign *foreign);

/* As much as goes without blocking: the bytes taken, or a negative errno. */
ssize_t evl_foreign_write(evl_foreign *foreign, const char *data, size_t size);

/* In stream_write.c: output may be tried again. */
void evl_stream_on_room(evl_stream *stream);

void evl_foreign_reference(evl_foreign *foreign, bool referenced);

#endif
