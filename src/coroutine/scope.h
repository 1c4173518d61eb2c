/* SPDX-License-Identifier: MIT */
/*
 * Scopes. Cancellation runs down one tree: a scope holds the coroutines that were started in it, a coroutine's stack holds the scopes
 * whose bodies run on it, one inside the other. It is marked eagerly and level-triggered: a stack whose innermost scope is cancelled
 * throws at every suspension. A shield is a scope that cancellation from outside does not enter until its body, or its time, is over.
 *
 * Who holds whom: the C frame that runs the body holds the scope, and so does each child. The scope holds whom it may cancel: the
 * coroutine that its body runs in and the children; what may cancel the scope holds that: its token, and its timer, which makes it a
 * root. The parked frame, which the end of the last child wakes, is reported by the scope. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_SCOPE_H
#define EVLOOP_COROUTINE_SCOPE_H

#include "src/coroutine/coroutine.h"
#include "src/coroutine/token.h"

typedef enum evloop_scope_flag {
	EVLOOP_SCOPE_SUPERVISED = 1 << 0, /* a child's failure is its promise's */
	EVLOOP_SCOPE_SHIELD = 1 << 1,
	EVLOOP_SCOPE_ENDED = 1 << 2,
	EVLOOP_SCOPE_CANCELLED = 1 << 3, /* it had a reason when it ended */
} evloop_scope_flag;

typedef struct evloop_scope {
	evloop_stack
		*stack; /* that its body runs on, from enter to leave; NULL: outside of coroutines (gather() in {main}) */
	struct evloop_scope *outer; /* on the same stack */
	struct evloop_scope *inner;
	evl_list children;      /* evloop_coroutine.sibling */
	evl_list marked;        /* while a cancellation goes through it */
	zend_object *reason;    /* owned; why it is cancelled, NULL = it is not */
	zend_object *waiting;   /* owned; a shield: why it was cancelled outside */
	zend_object **failures; /* owned, in the order they came */
	uint32_t failure_count;
	uint32_t loop;     /* the runtime of the timer */
	uint64_t deadline; /* when it is cancelled; 0 = never */
	double seconds;    /* its own time; a shield: how long a cancellation waits; negative = none */
	evl_timer timer;
	evl_ready expired;    /* queued by the timer */
	evloop_park *join;    /* who waits for the children */
	evloop_callback body; /* while it runs: the collector does not look into the frame of scope() */
	evloop_token *token;  /* owned; NULL = none */
	evloop_token_watch watch;
	evloop_site site; /* where it was opened */
	uint8_t flags;
	zend_object std;
} evloop_scope;

extern zend_class_entry *evloop_ce_scope;

static inline evloop_scope *evloop_scope_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_scope);
}

/* One reference. `seconds`: see there. */
evloop_scope *evloop_scope_new(uint8_t flags, double seconds);

/*
 * What the caller runs from now on, on its own stack or outside of all, is the body. False with an exception thrown, and nothing to be
 * left: no memory for the timer.
 */
bool evloop_scope_enter(evloop_scope *scope, evloop_token *token);

/*
 * The body has ended: with an exception, which is pending, or without. Wait for the children, leave the scope, throw what it came to.
 * False with an exception thrown.
 */
bool evloop_scope_leave(evloop_scope *scope);

/*
 * What the occupant of this stack (which has no scope yet) runs from now on is the body of one. It is made by the first who asks for
 * it: most handlers of requests never do.
 */
static inline void evloop_scope_enter_late(evloop_stack *stack)
{
	stack->scope_due = true;
}

/* The end of that, as evloop_scope_leave() if somebody asked; else true if no exception is pending. May be called again. */
bool evloop_scope_leave_late(evloop_stack *stack);

/* The innermost around the caller (borrowed), or NULL: the root scope. */
evloop_scope *evloop_scope_current(void);

/* Cancel it and all below it; `reason` (borrowed) must not be NULL. Runs PHP code. */
void evloop_scope_cancel(evloop_scope *scope, zend_object *reason);

/* Something of the scope failed: as when a child does. The first failure cancels all. Runs PHP code. */
void evloop_scope_fail(evloop_scope *scope, zend_object *failure);

static inline bool evloop_scope_is_failed(const evloop_scope *scope)
{
	return scope->failure_count > 0;
}

/* Of the scopes whose bodies run on a stack, the one around the others; NULL: there is none. */
static inline evloop_scope *evloop_scope_outermost(const evloop_stack *stack)
{
	evloop_scope *scope = stack->scope;

	while (scope != NULL && scope->outer != NULL) {
		scope = scope->outer;
	}
	return scope;
}

/* For coroutine.c. */

/* A new coroutine is a child of this scope. */
void evloop_scope_adopt(evloop_scope *scope, evloop_coroutine *coroutine);

/*
 * A child has ended, `failure` (borrowed) says how, NULL = well. True when the failure is the scope's affair. May cancel its siblings
 * and so run PHP code.
 */
bool evloop_scope_child_ended(evloop_coroutine *coroutine, zend_object *failure);

/* Cancel one coroutine, with all below it: mark it, wake who waits, call what wanted to be called. Runs PHP code. */
void evloop_scope_cancel_coroutine(evloop_coroutine *coroutine, zend_object *reason);

/* Why what runs on this stack is cancelled (borrowed), or NULL. */
zend_object *evloop_scope_reason(const evloop_stack *stack);

/*
 * A cancellation has come from outside and waits, if it is the first, for as long as this shield allows. False when it cannot wait: no
 * memory for the timer.
 */
bool evloop_scope_wait_outside(evloop_scope *shield, zend_object *reason);

/* For scope.c: time and token. Start: false with an exception thrown; `parent` has the deadline that is inherited, or is NULL. */
void evloop_scope_expiry_init(evloop_scope *scope);
bool evloop_scope_expiry_start(evloop_scope *scope, const evloop_scope *parent, evloop_token *token);
void evloop_scope_expiry_stop(evloop_scope *scope);

/* What the frames on a stack hold, for its coroutine's get_gc. */
void evloop_scope_gc_stack(const evloop_stack *stack, zend_get_gc_buffer *buffer);

zend_result evloop_scope_minit(int module_number);

#endif
