/* SPDX-License-Identifier: MIT */
/*
 * The block kept for libuv, one for the process, filled again by the next reallocation that succeeds. It is plain malloc's, so that
 * libuv may free it as any other. Any thread.
 */
#include "src/reactor/reserve.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#ifdef __linux__
#include <malloc.h>
#else
/* Other C libraries call it differently: without it what libuv has is not moved, and it aborts as it would. */
#define malloc_usable_size(block) 0
#endif

static _Atomic(void *) reserve;

/* Before libuv, which may be others' too, is left with functions of a library that is gone. */
__attribute__((destructor)) static void put_back(void)
{
	(void) uv_replace_allocator(malloc, realloc, calloc, free);
	free(atomic_exchange(&reserve, NULL));
}

int evl_reserve_fill(void)
{
	void *none = NULL;
	void *block;

	if (atomic_load(&reserve) != NULL) {
		return 0;
	}
	(void) uv_replace_allocator(malloc, evl_reserve_realloc, calloc, free);
	block = malloc(EVL_RESERVE_SIZE);
	if (block == NULL) {
		return UV_ENOMEM;
	}
	if (!atomic_compare_exchange_strong(&reserve, &none, block)) {
		free(block); /* another thread was faster */
	}
	return 0;
}

void *evl_reserve_realloc(void *block, size_t size)
{
	size_t held = block != NULL ? malloc_usable_size(block) : 0;
	void *moved = realloc(block, size);

	if (moved != NULL || size == 0) {
		if (atomic_load(&reserve) == NULL) {
			(void) evl_reserve_fill();
		}
		return moved;
	}
	if (size > EVL_RESERVE_SIZE || (block != NULL && held == 0)) {
		return NULL;
	}
	moved = atomic_exchange(&reserve, NULL);
	if (moved != NULL && block != NULL) {
		memcpy(moved, block, held < size ? held : size);
		free(block);
	}
	return moved;
}
