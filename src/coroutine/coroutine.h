/* SPDX-License-Identifier: MIT */
/*
 * The class Coroutine: a promise with a task. It waits in the ready queue until a stack takes it, occupies that stack until its
 * function ends, and settles.
 *
 * References: the scheduler holds one from spawn to end. While the coroutine is parked that same reference belongs to whoever will
 * wake it: a timer or descriptor is a root, a promise reports it from its reaction, and a Fiber that was suspended raw holds it itself.
 */
#ifndef EVLOOP_COROUTINE_COROUTINE_H
#define EVLOOP_COROUTINE_COROUTINE_H

#include "src/coroutine/scheduler.h"
#include "src/promise/promise.h"

/* Who has the body of a scope called in a coroutine, instead of in place. On its C stack while it waits. */
typedef struct evloop_caller {
	zend_array **values;        /* its context values */
	struct evloop_scope *scope; /* that it is in; NULL: none */
} evloop_caller;

typedef struct evloop_coroutine {
	evl_ready ready;
	evloop_stack *stack;  /* from its start to its end */
	evloop_callback task; /* until it ends; unset for a callback that became a coroutine by parking */
	zval *arguments;      /* owned, until it starts */
	uint32_t argument_count;
	bool literal; /* what the task returns is the result, even a promise or a Generator */
	zend_string *name;
	zend_object *cancelled;     /* owned; NULL, or why it was cancelled: the previous of what its suspensions throw */
	struct evloop_scope *scope; /* that it was started in, one reference, until it ends; NULL: the root scope */
	evl_list sibling;           /* in scope->children */
	evloop_caller *caller;      /* who waits for this body; NULL: it is none, or nobody does */
	evloop_promise promise;     /* last: its zend_object is this object's */
} evloop_coroutine;

#define EVLOOP_CANCELLED "The coroutine was cancelled"

extern zend_class_entry *evloop_ce_coroutine;

static inline evloop_coroutine *evloop_coroutine_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(evloop_promise_from_obj(object), evloop_coroutine, promise);
}

/* Who waits for the body on the stack; NULL: it is none. */
static inline const evloop_caller *evloop_coroutine_caller(const evloop_stack *stack)
{
	return stack->coroutine != NULL ? evloop_coroutine_from_obj(stack->coroutine)->caller : NULL;
}

/* Of who occupies the stack; NULL: outside of all. */
static inline uint8_t evloop_coroutine_priority(const evloop_stack *stack)
{
	return EXPECTED(stack != NULL && stack->coroutine != NULL)
			   ? evloop_coroutine_from_obj(stack->coroutine)->ready.priority
			   : EVL_PRIORITY_NORMAL;
}

/*
 * Queue a new coroutine (one reference for the caller), a child of `scope`; NULL is the root scope. The task is taken over, the
 * arguments are copied. NULL: exception thrown.
 */
evloop_coroutine *evloop_coroutine_spawn(
	evloop_callback *task, uint32_t argc, const zval *argv, struct evloop_scope *scope);

/* The coroutine on a stack; a callback that has none yet becomes one. No reference is added. */
zend_object *evloop_coroutine_of(evloop_stack *stack);

/*
 * The work on this stack ended: settle what is not settled, unless it was `unwound` (destroyed, or by exit()); let the stack go, drop
 * the scheduler's reference. Runs destructors.
 */
void evloop_coroutine_end(evloop_stack *stack, bool unwound);

/* To be told, once, when the work on a stack ends, however it does. Embedded; unlink it to be told nothing. Runs no PHP code. */
typedef struct evloop_ending {
	evl_list link;
	void (*ended)(struct evloop_ending *ending);
} evloop_ending;

static inline void evloop_coroutine_watch_end(evloop_stack *stack, evloop_ending *ending)
{
	evl_list_append(&stack->endings, &ending->link);
}

/* A ready item that could not get a stack: true if it is a coroutine, which is rejected with `reason` (taken over). */
bool evloop_coroutine_fail(evl_ready *item, zend_object *reason);

/* A ready item that will never run: release it if it is a coroutine. */
void evloop_coroutine_drop(evl_ready *item);

/*
 * Cancel it: one that is queued never starts; in one that is on a stack every suspension throws from now on, the one that it is in
 * included. `reason` (borrowed) may be NULL. Runs PHP code, so the caller holds the coroutine.
 */
void evloop_coroutine_cancel(evloop_coroutine *coroutine, zend_object *reason);

/* Throw what a suspension on this stack, whose occupant is cancelled, throws. */
void evloop_coroutine_throw_cancelled(const evloop_stack *stack);

/* The coroutine that a ready item is the beginning of, or NULL. */
evloop_coroutine *evloop_coroutine_from_ready(evl_ready *item);

/* One line about each coroutine that waits, for deadlock reports; see dump.h for more. */
zend_string *evloop_coroutine_list_waiting(const evloop_scheduler *scheduler);

zend_result evloop_coroutine_minit(int module_number);

#endif
