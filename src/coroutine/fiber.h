/* SPDX-License-Identifier: MIT */
/*
 * Pooled C stacks, each with a plain \Fiber of its own, and the switching between them. Only this and fiber_stack touch
 * zend_fiber.
 *
 * A stack lives until the pool is trimmed or the request ends. Its Fiber is what Fiber::getCurrent() returns inside. As long as nobody
 * else has seen that Fiber it stays on for the next piece of work, so running one costs no set-up; once somebody holds it, it is
 * retired at the end of the work (it says "terminated") and the stack gets a fresh one.
 *
 * The reference a stack has to its Fiber is reported by the coroutine that occupies the stack. The Fiber reports the frames. After a
 * raw Fiber::suspend() the scheduler's reference to the coroutine moves into the Fiber: whoever holds the Fiber can wake it.
 */
#ifndef EVLOOP_COROUTINE_FIBER_H
#define EVLOOP_COROUTINE_FIBER_H

#include "php.h"

#include "src/core/list.h"
#include "src/coroutine/fiber_stack.h"
#include "src/coroutine/frame.h"
#include "src/coroutine/state.h"
#include "src/reactor/tick.h"
#include "zend_fibers.h"

typedef struct _zend_fiber_context evloop_context;

struct evloop_park;

typedef struct evloop_stack {
	evloop_fiber_stack memory; /* first: this lies in it */
	struct evloop_fibers *fibers;
	evl_list link; /* in fibers->stacks */
	struct evloop_stack *next_idle;
	zend_object *fiber;         /* its \Fiber, one reference */
	zend_object *coroutine;     /* who occupies it; NULL while idle, and for a callback that has not parked yet */
	evloop_context orphan;      /* after a fatal error: its context, which the Fiber has given up */
	evl_ready *item;            /* handed over by who switches to an idle stack */
	struct evloop_park *park;   /* while its occupant itself is parked */
	struct evloop_park *inner;  /* while a plain Fiber is parked that runs inside of its occupant */
	struct evloop_scope *scope; /* the innermost one whose body runs on it, see scope.h */
	zend_array *values;         /* the context values of its occupant; NULL = none */
	zend_execute_data *root;    /* the bottom frame */
	evl_list endings;           /* evloop_ending.link: who wants to know when its work ends */
	int output_level;           /* output handlers below this level belong to others */
	bool busy;                  /* work is going on (or parked) on it */
	bool cancelled;             /* every suspension of its occupant throws, see evloop_coroutine_cancel() */
	bool scope_due;             /* its occupant has a scope of its own as soon as it needs one */
} evloop_stack;

/* What the scheduler provides. */
typedef struct evloop_fibers_ops {
	/* What a stack runs; never returns. */
	void (*work)(evloop_stack *stack);
	/* A raw Fiber::suspend() left this stack: the coroutine on it, whose scheduler's reference the Fiber gets. */
	zend_object *(*occupant)(evloop_stack *stack);
	/* Where to go after that. */
	evloop_context *(*next)(void);
} evloop_fibers_ops;

typedef struct evloop_fibers {
	evl_list stacks;
	evloop_fiber_stacks memory;
	const evloop_fibers_ops *ops;
	evloop_stack *idle; /* LIFO: the warmest first */
	uint32_t stack_count;
	uint32_t idle_count;
	uint32_t idle_low;      /* fewest idle since the last trim: so many were not needed */
	uint32_t polls;         /* since the last trim */
	bool standing;          /* an isolated loop runs inside: to that one these stacks are outside */
	struct evloop_hub *hub; /* where a raw Fiber::suspend() lands */
	evloop_reporting reporting;
} evloop_fibers;

/* False with an exception thrown. */
bool evloop_fibers_init(evloop_fibers *fibers, const evloop_fibers_ops *ops);

/*
 * Free all stacks without unwinding them: what could be unwound was, in the engine's destructor step. `clean` is false after a fatal
 * error, when PHP's heap is left alone.
 */
void evloop_fibers_destroy(evloop_fibers *fibers, bool clean);

/* A new stack, not in the pool. NULL with an exception thrown when the kernel's or our limit is reached. */
evloop_stack *evloop_stack_new(evloop_fibers *fibers);
void evloop_stack_free(evloop_stack *stack, bool clean);

/* An idle stack, taken off the pool, or a new one (or NULL as above). */
evloop_stack *evloop_stack_get(evloop_fibers *fibers);
void evloop_stack_put(evloop_fibers *fibers, evloop_stack *stack);

/* Once a poll: free stacks that a while of polls did not need. */
void evloop_fibers_trim(evloop_fibers *fibers);

/* For assert: that idle stacks are idle, and the counts. */
bool evloop_fibers_check(const evloop_fibers *fibers);

/* The stack whose work we are in, asked of the engine and not tracked: raw resumes switch without telling. NULL in {main}. */
evloop_stack *evloop_stack_current(void);

static inline evloop_context *evloop_context_current(void)
{
	return EG(current_fiber_context);
}

static inline evloop_context *evloop_context_main(void)
{
	return EG(main_fiber_context);
}

evloop_context *evloop_stack_context(const evloop_stack *stack);

/* The rest of a switch that came back with a value, an exception or a fatal error. */
bool evloop_context_arrive(zend_fiber_transfer *transfer);

/*
 * Switch. `error` (taken over) is thrown there, unless NULL. False when it came back with an exception, which is pending then. A fatal
 * error elsewhere goes on from here as a bailout.
 */
static zend_always_inline bool evloop_context_switch(evloop_context *to, zend_object *error)
{
	/* Here and not in the .c: behind a switch the processor predicts every return wrong, so a frame less is several ns. */
	zend_execute_data *frame = EG(current_execute_data);
	zend_fiber_transfer transfer = {.context = to};

	if (UNEXPECTED(error != NULL)) {
		transfer.flags = ZEND_FIBER_TRANSFER_FLAG_ERROR;
		ZVAL_OBJ(&transfer.value, error);
	} else {
		ZVAL_NULL(&transfer.value);
	}

	EG(current_execute_data) = evloop_frame_observable(frame);
	zend_fiber_switch_context(&transfer);
	EG(current_execute_data) = frame;

	return EXPECTED(transfer.flags == 0 && !Z_REFCOUNTED(transfer.value)) || evloop_context_arrive(&transfer);
}

/* NULL, or why the engine does not allow to switch here: destructors and GC before 8.4, ticks, a fiber that is being destroyed. */
const char *evloop_context_refusal(void);

/* No switch is allowed until it is unblocked: PHP code runs where nobody expects one. Nests. */
static inline void evloop_context_block(void)
{
	zend_fiber_switch_block();
}

static inline void evloop_context_unblock(void)
{
	zend_fiber_switch_unblock();
}

/*
 * The current context is about to switch away: let ReflectionFiber and the collector see its frames, and cut them off from those of
 * who resumed it, which at the end of the request may be unwound first. When it goes on and there was something to cut off (true),
 * join them again; `outermost` is for that.
 */
bool evloop_context_publish_frames(zend_execute_data **outermost);
void evloop_context_rejoin_frames(zend_execute_data *outermost);

/* Begin a piece of work: engine state as a fresh fiber has it. */
void evloop_stack_begin(evloop_stack *stack);

/* What ReflectionFiber::getCallable() says of this work (copied). */
void evloop_stack_show_callable(evloop_stack *stack, const zval *callable);

typedef struct evloop_stack_end {
	evloop_context *resumer; /* the caller of a foreign Fiber::resume() or of the destructor, to return to; else NULL */
	bool destroyed;          /* the work was unwound by its Fiber's destructor */
} evloop_stack_end;

/* How the work on this stack came to its end. */
evloop_stack_end evloop_stack_how_ended(const evloop_stack *stack);

/* After the work: `result` is what the Fiber returned, for those who kept it; NULL if it threw. May run destructors. */
void evloop_stack_finish(evloop_stack *stack, zval *result);

/* Whether the Fiber holds the coroutine (see above); and give that reference back to the scheduler. */
bool evloop_stack_holds_coroutine(const evloop_stack *stack);

/* The dtor_obj of a coroutine that is on a stack: throw a graceful exit into it. */
void evloop_stack_unwind(evloop_stack *stack);

/* The innermost frame of a stack that is parked. */
zend_execute_data *evloop_stack_frame(const evloop_stack *stack);

/* The innermost user frame of a stack that is not running; NULL when there is none. */
const zend_execute_data *evloop_stack_user_frame(const evloop_stack *stack);

zend_result evloop_fiber_minit(int module_number);

#endif
