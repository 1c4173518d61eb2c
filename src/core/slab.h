/* SPDX-License-Identifier: MIT */
/*
 * Memory for many C stacks: 64 a mapping, each with a page below it that nobody can touch. A guard made by mprotect() would cost two
 * memory maps a stack, of which a process may have some 65,000; this one (MADV_GUARD_INSTALL, Linux 6.13) costs none, and neighbouring
 * slabs become one map. There is no stack without its guard: where the kernel cannot install one, taking a stack fails.
 *
 * A slab is unmapped with its last stack. One thread at a time.
 */
#ifndef EVLOOP_CORE_SLAB_H
#define EVLOOP_CORE_SLAB_H

#include "src/core/list.h"

#include <stdint.h>

typedef struct evl_slab evl_slab;

typedef struct evl_slabs {
	evl_list open; /* those with a stack that is free */
	evl_list full;
	size_t page;
} evl_slabs;

typedef struct evl_slab_stack {
	void *memory; /* its lowest byte; the guard ends here */
	size_t size;  /* whole pages, at least what was asked for */
	evl_slab *slab;
} evl_slab_stack;

void evl_slabs_init(evl_slabs *slabs);

/* 0, -ENOMEM, or -ENOTSUP where there are no such guards: on older kernels and other systems. */
int evl_slab_take(evl_slabs *slabs, size_t size, evl_slab_stack *stack);

/* Gives its pages back to the kernel. */
void evl_slab_give(evl_slabs *slabs, const evl_slab_stack *stack);

#endif
