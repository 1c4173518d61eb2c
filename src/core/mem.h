/* SPDX-License-Identifier: MIT */
/*
 * Memory of the two lower layers: what a thread, a late close callback or another process may touch must not come from
 * PHP's allocator. NULL means out of memory and is for the caller to handle. Debug builds count the live blocks. Any
 * thread.
 */
#ifndef EVLOOP_CORE_MEM_H
#define EVLOOP_CORE_MEM_H

#include <stddef.h>

void *evl_malloc(size_t size);
void *evl_calloc(size_t count, size_t size);
void *evl_realloc(void *block, size_t size);
void evl_free(void *block);

/* Not counted from here on: a thread that nobody waits for will free() it. */
void evl_disown(const void *block);

/* For tests, in debug builds only: from now on each `n`-th allocation fails; 0 = none does. */
void evl_mem_fail_each(long n);

/* Live blocks in debug builds (EVLOOP_DEBUG), 0 in others. */
long evl_mem_balance(void);

#endif
