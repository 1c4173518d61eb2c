/* SPDX-License-Identifier: MIT */
/*
 * The C library's allocator, with a count of live blocks in debug builds. The count is atomic: libuv's thread pool allocates too.
 */
#include "src/core/mem.h"

#include <stdlib.h>

#ifdef EVLOOP_DEBUG
#include <stdatomic.h>

static atomic_long live_blocks;

#define COUNT(delta) atomic_fetch_add_explicit(&live_blocks, (delta), memory_order_relaxed)
#else
#define COUNT(delta) ((void) 0)
#endif

void *evl_malloc(size_t size)
{
	void *block = malloc(size);

	if (block != NULL) {
		COUNT(1);
	}
	return block;
}

void *evl_calloc(size_t count, size_t size)
{
	void *block = calloc(count, size);

	if (block != NULL) {
		COUNT(1);
	}
	return block;
}

void *evl_realloc(void *block, size_t size)
{
	void *moved = realloc(block, size);

	if (moved != NULL && block == NULL) {
		COUNT(1);
	}
	return moved;
}

void evl_free(void *block)
{
	if (block != NULL) {
		COUNT(-1);
	}
	free(block);
}

long evl_mem_balance(void)
{
#ifdef EVLOOP_DEBUG
	return atomic_load_explicit(&live_blocks, memory_order_relaxed);
#else
	return 0;
#endif
}
