/* SPDX-License-Identifier: MIT */
/*
 * The memory of C stacks, and the contexts that begin on it. A stack is a piece of a slab where that can be; elsewhere, and when there
 * is no room for a slab, it is made by the engine and costs two memory maps, of which a process may have some 65,000. Neither is ever
 * without a guard page: when all is used up, opening one fails with an exception. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_FIBER_STACK_H
#define EVLOOP_COROUTINE_FIBER_STACK_H

#include "php.h"

#include "src/core/slab.h"
#include "zend_fibers.h"

/* How the engine's zend_fiber_stack begins. It does not say what follows, and looks there only to free what it made itself. */
typedef struct evloop_stack_shape {
	char *memory;
	size_t size;
} evloop_stack_shape;

/* What is known of a stack: the head of a larger struct, which lies at the top of a piece of a slab, where a page is touched anyway. */
typedef struct evloop_fiber_stack {
	evloop_stack_shape shape; /* of the piece, without the struct; unused in the engine's memory */
	evl_slab_stack piece;     /* its slab is NULL in the engine's memory */
	unsigned int valgrind;    /* of the engine's */
} evloop_fiber_stack;

typedef struct evloop_fiber_stacks {
	evl_slabs slabs;
	bool slabbed;         /* until a slab is refused for good */
	uint32_t plain_count; /* of the engine's */
} evloop_fiber_stacks;

void evloop_fiber_stacks_init(evloop_fiber_stacks *stacks);

/*
 * A context of a Fiber that will begin with `entry`, which never returns. What comes back begins a zeroed struct of `size` bytes that
 * lives as long as the stack; NULL with a LoopException thrown when there is no memory for it.
 */
evloop_fiber_stack *evloop_fiber_stack_open(
	evloop_fiber_stacks *stacks, size_t size, zend_fiber_context *context, zend_fiber_coroutine entry);
void evloop_fiber_stack_close(evloop_fiber_stacks *stacks, evloop_fiber_stack *stack, zend_fiber_context *context);

/* A switch to a stack of the engine's that valgrind does not know looks to it like an overflow. */
unsigned int evloop_fiber_stack_tell_valgrind(const zend_fiber_context *context);
void evloop_fiber_stack_untell_valgrind(unsigned int id);

/* For the engine's own check of the depth of calls (8.3), on the stack itself. */
void evloop_fiber_stack_set_limits(zend_fiber_context *context);

void evloop_fiber_stack_minit(void);

#endif
