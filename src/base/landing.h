/* SPDX-License-Identifier: MIT */
/*
 * The landing that a loop is lent (see reactor/landing.h): a string that PHP code will get as it is when it reads in bulk.
 * There is one a loop, made when somebody begins to wait for bytes. PHP's thread only, never inside the poll.
 */
#ifndef EVLOOP_BASE_LANDING_H
#define EVLOOP_BASE_LANDING_H

#include "php.h"

#include "src/reactor/landing.h"

/* Out of line: evloop_landing_prepare() is for callers. */
void evloop_landing_make(evl_loop *loop);

/* Somebody will wait for bytes. */
static inline void evloop_landing_prepare(evl_loop *loop)
{
	if (UNEXPECTED(loop->landing == NULL)) {
		evloop_landing_make(loop);
	}
}

/* All that the stream has buffered, when that can be had without a copy; else NULL. */
zend_string *evloop_landing_take(evl_stream *stream);

/* The loop is gone; `clean`: PHP's heap is still to be used. */
void evloop_landing_free(evl_loop *loop, bool clean);

#endif
