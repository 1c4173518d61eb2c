/* SPDX-License-Identifier: MIT */
/*
 * A cancellation on its way down the tree of scopes and coroutines, see scope.h. First it marks all that it reaches, going through a
 * list and not by recursion, while no PHP code runs; then it calls what wanted to be called. So nobody sees a tree that is half
 * cancelled, and no depth of nesting matters. PHP's thread only.
 */
#include "src/coroutine/scope.h"

#include "src/base/error.h"
#include "src/promise/cancel.h"

typedef struct spreading {
	zend_object *reason;
	evl_list scopes;       /* evloop_scope.marked: to be gone through */
	zend_object **callers; /* coroutines with something to call, one reference each */
	uint32_t caller_count;
	uint32_t caller_size;
} spreading;

static zend_object *hold(zend_object *object)
{
	GC_ADDREF(object);
	return object;
}

static void mark_scope(spreading *spread, evloop_scope *scope)
{
	if (scope->reason == NULL) {
		scope->reason = hold(spread->reason);
		evl_list_append(&spread->scopes, &scope->marked);
	}
}

/* The next scope inwards on a stack, or, behind the innermost, what runs there. */
static void reach(spreading *spread, evloop_stack *stack, evloop_scope *inner)
{
	if (inner == NULL) {
		stack->cancelled = true;
		if (stack->park != NULL) {
			evloop_park_cancel(&EVLOOP_G(runtime)->loop.tick, stack->park);
		}
		if (stack->inner != NULL) {
			evloop_park_cancel(&EVLOOP_G(runtime)->loop.tick, stack->inner);
		}
	} else if (!(inner->flags & EVLOOP_SCOPE_SHIELD) || inner->reason != NULL ||
			   !evloop_scope_wait_outside(inner, spread->reason)) {
		mark_scope(spread, inner);
	}
}

static void add_caller(spreading *spread, evloop_coroutine *coroutine)
{
	if (spread->caller_count == spread->caller_size) {
		spread->caller_size = spread->caller_size > 0 ? spread->caller_size * 2 : 8;
		spread->callers = safe_erealloc(spread->callers, spread->caller_size, sizeof(*spread->callers), 0);
	}
	spread->callers[spread->caller_count++] = hold(&coroutine->promise.std);
}

static void mark_coroutine(spreading *spread, evloop_coroutine *coroutine)
{
	if (coroutine->cancelled != NULL) {
		return;
	}
	coroutine->cancelled = hold(spread->reason);
	if (coroutine->promise.cancels != NULL) {
		add_caller(spread, coroutine);
	}
	if (coroutine->stack != NULL) {
		reach(spread, coroutine->stack, evloop_scope_outermost(coroutine->stack));
	}
}

static void mark_below(spreading *spread, evloop_scope *scope)
{
	for (evl_list *node = scope->children.next; node != &scope->children; node = node->next) {
		mark_coroutine(spread, EVL_CONTAINER_OF(node, evloop_coroutine, sibling));
	}
	if (scope->stack != NULL) {
		reach(spread, scope->stack, scope->inner);
	}
}

/* Coroutines settle by themselves, so what the called throw is nobody's. */
static void call_callers(spreading *spread)
{
	for (uint32_t i = 0; i < spread->caller_count; i++) {
		evloop_coroutine *coroutine = evloop_coroutine_from_obj(spread->callers[i]);
		zend_object *error = evloop_error_cancelled(EVLOOP_CANCELLED, spread->reason);
		zend_object *thrown = evloop_cancel_call(&coroutine->promise, error);

		if (thrown != NULL) {
			evloop_runtime_report(thrown, spread->callers[i]);
		}
		OBJ_RELEASE(error);
		OBJ_RELEASE(spread->callers[i]);
	}
	if (spread->callers != NULL) {
		efree(spread->callers);
	}
}

static void spread_out(spreading *spread)
{
	evl_list *node;

	while ((node = evl_list_shift(&spread->scopes)) != NULL) {
		mark_below(spread, EVL_CONTAINER_OF(node, evloop_scope, marked));
	}
	hold(spread->reason);
	call_callers(spread);
	OBJ_RELEASE(spread->reason);
}

void evloop_scope_cancel(evloop_scope *scope, zend_object *reason)
{
	spreading spread = {.reason = reason};

	evl_list_init(&spread.scopes);
	mark_scope(&spread, scope);
	spread_out(&spread);
}

void evloop_scope_cancel_coroutine(evloop_coroutine *coroutine, zend_object *reason)
{
	spreading spread = {.reason = reason};

	evl_list_init(&spread.scopes);
	mark_coroutine(&spread, coroutine);
	spread_out(&spread);
}
