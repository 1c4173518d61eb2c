/* SPDX-License-Identifier: MIT */
/*
 * The byte queue. Bytes are moved to the front of the block only when that costs no more than what was consumed before
 * them, so appending and consuming are constant per byte however large the backlog is. One thread.
 */
#include "src/core/buf.h"

#include "src/core/block.h"
#include "src/core/mem.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#define FIRST_CAPACITY 128

static void block_free(const evl_buf *buf)
{
	if (buf->capacity == EVL_BLOCK) {
		evl_block_free(buf->block);
	} else {
		evl_free(buf->block);
	}
}

static int buf_grow(evl_buf *buf, size_t needed)
{
	size_t capacity = buf->capacity > 0 ? buf->capacity : FIRST_CAPACITY;
	char *block;

	while (capacity < needed) {
		capacity *= 2;
	}
	if (buf->start == 0 && capacity != EVL_BLOCK) {
		block = evl_realloc(buf->block, capacity);
		if (block == NULL) {
			return -ENOMEM;
		}
	} else {
		block = capacity == EVL_BLOCK ? evl_block_new() : evl_malloc(capacity);
		if (block == NULL) {
			return -ENOMEM;
		}
		if (buf->length > 0) {
			memcpy(block, buf->block + buf->start, buf->length);
		}
		block_free(buf);
		buf->start = 0;
	}
	buf->block = block;
	buf->capacity = capacity;
	return 0;
}

char *evl_buf_reserve(evl_buf *buf, size_t size)
{
	if (size > SIZE_MAX / 4 || buf->length > SIZE_MAX / 4) {
		return NULL;
	}
	if (buf->capacity - buf->start - buf->length >= size && buf->block != NULL) {
		return buf->block + buf->start + buf->length;
	}
	if (buf->capacity - buf->length >= size && buf->length <= buf->start && buf->block != NULL) {
		memmove(buf->block, buf->block + buf->start, buf->length);
		buf->start = 0;
		return buf->block + buf->length;
	}
	if (buf_grow(buf, buf->length + size) != 0) {
		return NULL;
	}
	return buf->block + buf->start + buf->length;
}

int evl_buf_append(evl_buf *buf, const char *data, size_t size)
{
	char *room;

	if (size == 0) {
		return 0;
	}
	room = evl_buf_reserve(buf, size);
	if (room == NULL) {
		return -ENOMEM;
	}
	memcpy(room, data, size);
	buf->length += size;
	return 0;
}

void evl_buf_consume(evl_buf *buf, size_t size)
{
	if (size < buf->length) {
		buf->start += size;
		buf->length -= size;
		return;
	}
	buf->start = 0;
	buf->length = 0;
	if (buf->capacity > EVL_BUF_KEEP) {
		evl_buf_free(buf);
	}
}

void evl_buf_free(evl_buf *buf)
{
	block_free(buf);
	*buf = (evl_buf){0};
}
