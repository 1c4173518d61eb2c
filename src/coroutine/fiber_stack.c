/* SPDX-License-Identifier: MIT */
/*
 * Where C stacks come from; see fiber_stack.h. On a piece of a slab a context is laid out as zend_fiber_init_context() does it, with
 * the engine's make_fcontext() and a first function of our own, and never given to zend_fiber_destroy_context(). PHP's thread only.
 */
#include "src/coroutine/fiber_stack.h"

#include "src/base/compat.h"
#include "src/base/error.h"
#include "src/base/runtime.h"
#include "src/core/system.h"
#include "zend_exceptions.h"
#include "zend_observer.h"

#ifdef EVLOOP_STACKS_MAY_BE_HUGE
#include <sys/mman.h>
#endif

/* Maps that are not stacks: libraries, heap chunks, files. */
#define SPARE_MAPS 2048

/*
 * Where the engine notes more of a stack than where it lies (for ucontext, or a shadow stack beside it), only the engine can make one.
 * Weak: a PHP whose symbols are hidden still loads us.
 */
#if defined(__linux__) && !defined(ZEND_FIBER_UCONTEXT) && !SHADOW_STACK_SYSCALL
#define CAN_SLAB 1

/* What the engine's assembler hands to the first function on a stack: who came, and with what. */
typedef struct arrival {
	void *handle;
	zend_fiber_transfer *transfer;
} arrival;

extern void *make_fcontext(void *top, size_t size, void (*first)(arrival)) __attribute__((weak));
extern void __asan_init(void) __attribute__((weak));
#endif

#if defined(__has_include) && !defined(NVALGRIND)
#if __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#endif
#endif
#ifndef RUNNING_ON_VALGRIND
#define RUNNING_ON_VALGRIND 0
#endif

static uint32_t plain_limit;
static bool huge_by_default;

/* The setting may change at any time: it is for stacks that are made from then on. */
static size_t wanted_size(void)
{
	return EVLOOP_G(stack_size) > 0 ? (size_t) EVLOOP_G(stack_size) : (size_t) EG(fiber_stack_size);
}

unsigned int evloop_fiber_stack_tell_valgrind(const zend_fiber_context *context)
{
#if defined(VALGRIND_STACK_REGISTER) && !defined(HAVE_VALGRIND)
	const evloop_stack_shape *shape = (const void *) context->stack;

	return VALGRIND_STACK_REGISTER(shape->memory, shape->memory + shape->size);
#else
	return 0;
#endif
}

void evloop_fiber_stack_untell_valgrind(unsigned int id)
{
#if defined(VALGRIND_STACK_REGISTER) && !defined(HAVE_VALGRIND)
	VALGRIND_STACK_DEREGISTER(id);
#endif
}

#ifdef CAN_SLAB
static ZEND_NORETURN void first_on_stack(arrival from)
{
	zend_fiber_transfer transfer = *from.transfer;

	transfer.context->handle = from.handle;
	if (UNEXPECTED(transfer.context->status == ZEND_FIBER_STATUS_DEAD)) {
		zend_fiber_destroy_context(transfer.context);
	}
	EG(current_fiber_context)->function(&transfer);
	abort(); /* it never returns */
}

static evloop_fiber_stack *open_in_slab(
	evloop_fiber_stacks *stacks, size_t size, zend_fiber_context *context, zend_fiber_coroutine entry)
{
	evloop_fiber_stack *stack;
	evl_slab_stack piece;
	int error = evl_slab_take(&stacks->slabs, wanted_size(), &piece);

	if (error != 0) {
		/* Without memory for a slab there may be some for a stack. */
		stacks->slabbed = error == -ENOMEM;
		return NULL;
	}
	piece.size -= ZEND_MM_ALIGNED_SIZE_EX(size, 64);
	stack = (evloop_fiber_stack *) ((char *) piece.memory + piece.size);
	stack->piece = piece;
	stack->shape.memory = piece.memory;
	stack->shape.size = piece.size;

	context->stack = (zend_fiber_stack *) &stack->shape;
	context->handle = make_fcontext(stack, piece.size, first_on_stack);
	context->kind = zend_ce_fiber;
	context->function = entry;
	context->status = ZEND_FIBER_STATUS_INIT;
	zend_observer_fiber_init_notify(context);
	return stack;
}
#endif

#ifdef EVLOOP_STACKS_MAY_BE_HUGE
/* One touched byte of a stack must not become a page of 2 MB. */
static void refuse_huge_pages(const zend_fiber_context *context)
{
	const evloop_stack_shape *shape = (const void *) context->stack;

	if (huge_by_default) {
		(void) madvise(shape->memory, shape->size, MADV_NOHUGEPAGE);
	}
}
#endif

static evloop_fiber_stack *open_plain(
	evloop_fiber_stacks *stacks, size_t size, zend_fiber_context *context, zend_fiber_coroutine entry)
{
	evloop_fiber_stack *stack;

	if (UNEXPECTED(stacks->plain_count >= plain_limit)) {
		zend_throw_exception_ex(evloop_ce_loop_exception, 0,
			"No stack for another coroutine: %" PRIu32 " stacks are the most that vm.max_map_count allows",
			plain_limit);
		return NULL;
	}
	if (UNEXPECTED(!EVLOOP_CONTEXT_MADE(zend_fiber_init_context(context, zend_ce_fiber, entry, wanted_size())))) {
		/* What the engine says becomes the previous one. */
		zend_throw_exception(
			evloop_ce_loop_exception, "No stack for another coroutine: the system refuses the memory", 0);
		return NULL;
	}
#ifdef EVLOOP_STACKS_MAY_BE_HUGE
	refuse_huge_pages(context);
#endif
	stacks->plain_count++;
	stack = ecalloc(1, size);
	stack->valgrind = evloop_fiber_stack_tell_valgrind(context);
	return stack;
}

void evloop_fiber_stacks_init(evloop_fiber_stacks *stacks)
{
	evl_slabs_init(&stacks->slabs);
	stacks->plain_count = 0;
#ifdef CAN_SLAB
	/* ASan, in us or in PHP, wants to know what only the engine notes of a stack; valgrind reads beyond the end of one, and dies. */
	stacks->slabbed = make_fcontext != NULL && __asan_init == NULL && !RUNNING_ON_VALGRIND;
#else
	stacks->slabbed = false;
#endif
}

evloop_fiber_stack *evloop_fiber_stack_open(
	evloop_fiber_stacks *stacks, size_t size, zend_fiber_context *context, zend_fiber_coroutine entry)
{
	evloop_fiber_stack *stack = NULL;

#ifdef CAN_SLAB
	if (EXPECTED(stacks->slabbed)) {
		stack = open_in_slab(stacks, size, context, entry);
	}
#endif
	return EXPECTED(stack != NULL) ? stack : open_plain(stacks, size, context, entry);
}

void evloop_fiber_stack_close(evloop_fiber_stacks *stacks, evloop_fiber_stack *stack, zend_fiber_context *context)
{
	evl_slab_stack piece = stack->piece;

	if (piece.slab == NULL) {
		evloop_fiber_stack_untell_valgrind(stack->valgrind);
		stacks->plain_count--;
		zend_fiber_destroy_context(context);
		efree(stack);
		return;
	}
	zend_observer_fiber_destroy_notify(context);
	evl_slab_give(&stacks->slabs, &piece);
}

void evloop_fiber_stack_set_limits(zend_fiber_context *context)
{
#ifdef ZEND_CHECK_STACK_LIMIT
	EG(stack_base) = zend_fiber_stack_base(context->stack);
	EG(stack_limit) = zend_fiber_stack_limit(context->stack);
#else
	(void) context;
#endif
}

void evloop_fiber_stack_minit(void)
{
	uint32_t maps = evl_system_map_limit();

	plain_limit = (maps > 2 * SPARE_MAPS ? maps - SPARE_MAPS : maps) / 2;
	huge_by_default = evl_system_has_huge_pages();
}
