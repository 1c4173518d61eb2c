/* SPDX-License-Identifier: MIT */
/*
 * The C library's allocator, with a count of live blocks and failures on request in debug builds. The counts are
 * atomic: other threads allocate too.
 */
#include "src/core/mem.h"

#include <stdbool.h>
#include <stdlib.h>

#ifdef EVLOOP_DEBUG
#include <stdatomic.h>

static atomic_long live_blocks;
static atomic_long allocations;
static atomic_long fail_each;

#define COUNT(delta) atomic_fetch_add_explicit(&live_blocks, (delta), memory_order_relaxed)

static bool is_to_fail(void)
{
	long each = atomic_load_explicit(&fail_each, memory_order_relaxed);

	return each > 0 && atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) % each == each - 1;
}
#else
#define COUNT(delta) ((void) 0)
#define is_to_fail() false
#endif

void *evl_malloc(size_t size)
{
	void *block = is_to_fail() ? NULL : malloc(size);

	if (block != NULL) {
		COUNT(1);
	}
	return block;
}

void *evl_calloc(size_t count, size_t size)
{
	void *block = is_to_fail() ? NULL : calloc(count, size);

	if (block != NULL) {
		COUNT(1);
	}
	return block;
}

void *evl_realloc(void *block, size_t size)
{
	void *moved = is_to_fail() ? NULL : realloc(block, size);

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

void evl_disown(const void *block)
{
	if (block != NULL) {
		COUNT(-1);
	}
}

void evl_mem_fail_each(long n)
{
#ifdef EVLOOP_DEBUG
	atomic_store_explicit(&fail_each, n, memory_order_relaxed);
#else
	(void) n;
#endif
}

long evl_mem_balance(void)
{
#ifdef EVLOOP_DEBUG
	return atomic_load_explicit(&live_blocks, memory_order_relaxed);
#else
	return 0;
#endif
}
