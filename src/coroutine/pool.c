/* SPDX-License-Identifier: MIT */
/*
 * The pool of idle stacks. A stack costs two system calls and some page faults, so it is kept; but what a peak needed once is given
 * back: of the stacks that no moment of the last polls needed, half are freed. PHP's thread only.
 */
#include "src/coroutine/fiber.h"

#define TRIM_EVERY 1024
#define KEEP       8

evloop_stack *evloop_stack_get(evloop_fibers *fibers)
{
	evloop_stack *stack = fibers->idle;

	if (UNEXPECTED(stack == NULL)) {
		return evloop_stack_new(fibers);
	}
	fibers->idle = stack->next_idle;
	fibers->idle_count--;
	if (fibers->idle_count < fibers->idle_low) {
		fibers->idle_low = fibers->idle_count;
	}
	return stack;
}

void evloop_stack_put(evloop_fibers *fibers, evloop_stack *stack)
{
	stack->next_idle = fibers->idle;
	fibers->idle = stack;
	fibers->idle_count++;
}

void evloop_fibers_trim(evloop_fibers *fibers)
{
	if (EXPECTED(++fibers->polls < TRIM_EVERY)) {
		return;
	}
	for (uint32_t spare = fibers->idle_low / 2; spare > KEEP; spare--) {
		evloop_stack_free(evloop_stack_get(fibers), true);
	}
	fibers->polls = 0;
	fibers->idle_low = fibers->idle_count;
}
