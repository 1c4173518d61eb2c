/* SPDX-License-Identifier: MIT */
/*
 * The idle and the total timeout of a stream, made for those that have one. When one has passed the stream is closed, and the
 * TimeoutException is its failure: operations throw it, "error" and "close" tell it. Coarse, in the loop's wheel; neither keeps the
 * loop alive. PHP's thread only; evloop_life_moved() may be called from inside the poll.
 */
#ifndef EVLOOP_IO_LIFE_H
#define EVLOOP_IO_LIFE_H

#include "php.h"

struct evloop_stream;

typedef struct evloop_life evloop_life;

/* The timeouts of the stream's settings begin now. False: no memory for them. */
bool evloop_life_start(struct evloop_stream *stream);

/* Bytes came or went. */
void evloop_life_moved(evloop_life *life);

/* The stream is closed. NULL is a stream without. */
void evloop_life_stop(evloop_life *life);
/* Its object goes. */
void evloop_life_free(evloop_life *life);

/* What closed the stream, with a reference for the caller; NULL: it was something else. */
zend_object *evloop_life_failure(const evloop_life *life, const char *operation);

#endif
