/* SPDX-License-Identifier: MIT */
/*
 * A byte queue in one contiguous block: append at the end, consume at the front. Zeroed memory is an empty queue. The
 * block is the queue's own; pointers into it are good until the next append, reserve or free. One thread.
 */
#ifndef EVLOOP_CORE_BUF_H
#define EVLOOP_CORE_BUF_H

#include <stdbool.h>
#include <stddef.h>

typedef struct evl_buf {
	char *block;
	size_t start;    /* first byte not yet consumed */
	size_t length;   /* bytes held */
	size_t capacity; /* size of block */
} evl_buf;

/* A pointer to room for `size` bytes behind the held ones, or NULL when out of memory (the queue is unchanged). */
char *evl_buf_reserve(evl_buf *buf, size_t size);

/* 0 or -ENOMEM. */
int evl_buf_append(evl_buf *buf, const char *data, size_t size);

/* Drop the first `size` bytes (at most what is held). The last byte gone, a block over EVL_BUF_KEEP is given back. */
void evl_buf_consume(evl_buf *buf, size_t size);

void evl_buf_free(evl_buf *buf);

/* What an empty queue may keep allocated: thousands of idle connections have two each. */
#define EVL_BUF_KEEP 1024

static inline char *evl_buf_data(const evl_buf *buf)
{
	/* No arithmetic on the NULL of an empty queue. */
	return buf->start > 0 ? buf->block + buf->start : buf->block;
}

/* For assert: what it holds lies inside the block. */
static inline bool evl_buf_check(const evl_buf *buf)
{
	return buf->start <= buf->capacity && buf->length <= buf->capacity - buf->start &&
		   (buf->block != NULL) == (buf->capacity > 0);
}

/* Count bytes written behind the held ones after evl_buf_reserve(). */
static inline void evl_buf_commit(evl_buf *buf, size_t size)
{
	buf->length += size;
}

#endif
