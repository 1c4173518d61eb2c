/* SPDX-License-Identifier: MIT */
/*
 * The pool of idle stacks. A stack costs two system calls and some page faults, so it is kept; but what a peak needed once is given
 * back: of the stacks that no moment of the last polls needed, half are freed. PHP's thread only.
 */
#include "src/coroutine/fiber.h"

#include "src/base/assert.h"

#define TRIM_EVERY 1024
#define KEEP       8
/* Idle stacks that an assert looks at after each poll. */
#define CHECKED 64

bool evloop_fibers_check(const evloop_fibers *fibers)
{
	const evloop_stack *stack = fibers->idle;
	uint32_t count = 0;

	for (; stack != NULL && count < CHECKED; stack = stack->next_idle, count++) {
		if (stack->busy || stack->coroutine != NULL || stack->park != NULL || stack->fibers != fibers) {
			return false;
		}
	}
	return (stack != NULL ? count < fibers->idle_count : count == fibers->idle_count) &&
		   fibers->idle_low <= fibers->idle_count && fibers->idle_count <= fibers->stack_count;
}

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
	assert(evloop_fibers_check(fibers));
	if (EXPECTED(++fibers->polls < TRIM_EVERY)) {
		return;
	}
	for (uint32_t spare = fibers->idle_low / 2; spare > KEEP; spare--) {
		evloop_stack_free(evloop_stack_get(fibers), true);
	}
	fibers->polls = 0;
	fibers->idle_low = fibers->idle_count;
}
