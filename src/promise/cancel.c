/* SPDX-License-Identifier: MIT */
/*
 * A promise's list of what to call when it is cancelled, in the order it was added; and the spreading of a cancellation, first come,
 * first cancelled. PHP's thread only.
 */
#include "src/promise/cancel.h"

#include "src/base/error.h"
#include "src/base/release.h"
#include "src/promise/deferred.h"
#include "src/promise/rejection.h"
#include "zend_exceptions.h"

typedef struct evloop_cancel {
	struct evloop_cancel *next;
	evloop_callback callback;
	bool own; /* the $onCancel of who made the promise */
} evloop_cancel_entry;

static void worklist_push(evloop_worklist *list, evloop_promise *promise)
{
	if (list->count == list->size) {
		list->size = list->size > 0 ? list->size * 2 : 8;
		list->promises = safe_erealloc(list->promises, list->size, sizeof(*list->promises), 0);
	}
	list->promises[list->count++] = promise;
}

static void hold_source(evloop_reaction *reaction, evloop_worklist *list)
{
	evloop_promise *child;

	if (reaction->ops->child == NULL) {
		return;
	}
	evloop_cancel_own_source(reaction);
	child = reaction->ops->child(reaction);
	if (!(child->flags & EVLOOP_PROMISE_HELD) && evloop_promise_is_pending(child)) {
		child->flags |= EVLOOP_PROMISE_HELD;
		worklist_push(list, child);
	}
}

/* All that comes from what is in the list. */
static void hold_further(evloop_worklist *list)
{
	while (list->count > 0) {
		evloop_promise *promise = list->promises[--list->count];

		for (evl_list *node = promise->reactions.next; node != &promise->reactions; node = node->next) {
			hold_source(EVL_CONTAINER_OF(node, evloop_reaction, link), list);
		}
	}
	if (list->promises != NULL) {
		efree(list->promises);
	}
}

void evloop_cancel_hold_source(evloop_reaction *reaction)
{
	evloop_worklist list = {0};

	hold_source(reaction, &list);
	hold_further(&list);
}

static void hold(evloop_promise *promise)
{
	evloop_worklist list = {0};

	if (!(promise->flags & EVLOOP_PROMISE_HELD)) {
		promise->flags |= EVLOOP_PROMISE_HELD;
		worklist_push(&list, promise);
		hold_further(&list);
	}
}

void evloop_cancel_add(evloop_promise *promise, evloop_callback *callback, bool own)
{
	evloop_cancel_entry *entry = emalloc(sizeof(*entry));
	evloop_cancel_entry **end = &promise->cancels;

	entry->next = NULL;
	entry->own = own;
	entry->callback = *callback;
	while (*end != NULL) {
		end = &(*end)->next;
	}
	*end = entry;
	hold(promise);
}

void evloop_cancel_drop_added(evloop_promise *promise, bool own_only)
{
	evloop_cancel_entry *dropped = NULL;
	evloop_cancel_entry **link = &promise->cancels;

	while (*link != NULL) {
		evloop_cancel_entry *entry = *link;

		if (own_only && !entry->own) {
			link = &entry->next;
			continue;
		}
		*link = entry->next;
		entry->next = dropped;
		dropped = entry;
	}
	/* The list is in order again: releasing runs destructors. */
	while (dropped != NULL) {
		evloop_cancel_entry *entry = dropped;

		dropped = entry->next;
		evloop_callback_free(&entry->callback);
		efree(entry);
	}
}

void evloop_cancel_gc(evloop_promise *promise, zend_get_gc_buffer *buffer)
{
	for (evloop_cancel_entry *entry = promise->cancels; entry != NULL; entry = entry->next) {
		evloop_callback_gc(&entry->callback, buffer);
	}
}

static void call(evloop_promise *promise, const evloop_cancel_entry *entry, zend_object *error)
{
	zval arguments[3];
	zval result;

	ZVAL_OBJ(&arguments[2], error);
	if (!entry->own) {
		evloop_callback_call(&entry->callback, &result, 1, &arguments[2]);
		zval_ptr_dtor(&result);
		return;
	}
	evloop_deferred_functions(promise, &arguments[0], &arguments[1]);
	evloop_callback_call(&entry->callback, &result, 3, arguments);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	zval_ptr_dtor(&result);
}

zend_object *evloop_cancel_call(evloop_promise *promise, zend_object *error)
{
	zend_object *thrown = NULL;

	while (promise->cancels != NULL && EG(exception) == NULL) {
		evloop_cancel_entry *entry = promise->cancels;

		promise->cancels = entry->next;
		call(promise, entry, error);
		evloop_callback_free(&entry->callback);
		efree(entry);
		if (EXPECTED(EG(exception) == NULL) || evloop_error_is_unwind(EG(exception))) {
			continue;
		}
		if (thrown == NULL) {
			thrown = evloop_error_take();
		} else {
			evloop_runtime_report(evloop_error_take(), NULL);
		}
	}
	return thrown;
}

void evloop_cancel_release_source(evloop_reaction *reaction)
{
	if (reaction->owns_source) {
		reaction->owns_source = false;
		evloop_release(&reaction->source->std);
	}
}

void evloop_cancel_leave(evloop_cancellation *cancellation, evloop_reaction *reaction)
{
	evloop_promise *source = reaction->source;

	evl_list_remove(&reaction->link);
	/* A coroutine is never cancelled by its children. */
	if (evloop_promise_is_pending(source) && evl_list_is_empty(&source->reactions) &&
		source->std.ce == evloop_ce_promise) {
		GC_ADDREF(&source->std);
		worklist_push(&cancellation->unwanted, source);
	}
	evloop_cancel_release_source(reaction);
}

void evloop_cancel_forget(evloop_reaction *reaction)
{
	evl_list_remove(&reaction->link);
	reaction->source->flags |= EVLOOP_PROMISE_HANDLED;
	evloop_cancel_release_source(reaction);
}

/* Leave what would have settled it, and reject it; in this order, since rejecting may run destructors, which find nothing half done. */
static void reject_cancelled(evloop_cancellation *cancellation, evloop_promise *promise, zend_object *reason)
{
	evloop_cause *cause = promise->cause;

	promise->cause = NULL;
	if (cause != NULL) {
		cause->ops->cancelled(cause, cancellation);
	}
	evloop_promise_reject(promise, reason);
}

static void cancel_one(evloop_cancellation *cancellation, evloop_promise *promise)
{
	bool followed = (promise->flags & EVLOOP_PROMISE_RESOLVED) != 0;
	bool settled_by_it;
	zend_object *thrown;

	promise->flags |= EVLOOP_PROMISE_CANCELS;
	thrown = evloop_cancel_call(promise, cancellation->error);
	promise->flags &= ~EVLOOP_PROMISE_CANCELS;
	settled_by_it = !evloop_promise_is_pending(promise) || (!followed && (promise->flags & EVLOOP_PROMISE_RESOLVED));
	if (settled_by_it || UNEXPECTED(EG(exception) != NULL)) {
		if (thrown != NULL) {
			evloop_runtime_report(thrown, NULL);
		}
	} else if (thrown != NULL) {
		reject_cancelled(cancellation, promise, thrown);
	} else {
		GC_ADDREF(cancellation->error);
		reject_cancelled(cancellation, promise, cancellation->error);
	}
}

/* Not from inside of its own $onCancel, which has the first word. */
static bool can_be_cancelled(const evloop_promise *promise)
{
	return evloop_promise_is_pending(promise) && !(promise->flags & EVLOOP_PROMISE_CANCELS);
}

void evloop_cancel(evloop_promise *promise, zend_object *reason)
{
	evloop_cancellation cancellation = {0};

	if (!can_be_cancelled(promise)) {
		return;
	}
	cancellation.error = evloop_error_cancelled("The promise was cancelled", reason);
	cancel_one(&cancellation, promise);

	for (uint32_t i = 0; i < cancellation.unwanted.count; i++) {
		evloop_promise *unwanted = cancellation.unwanted.promises[i];

		if (can_be_cancelled(unwanted) && evl_list_is_empty(&unwanted->reactions) && EG(exception) == NULL) {
			/* Whatever its $onCancel rejects it with: those who wanted to know are cancelled. */
			evloop_rejection_handle(unwanted);
			cancel_one(&cancellation, unwanted);
		}
		evloop_release(&unwanted->std);
	}
	if (cancellation.unwanted.promises != NULL) {
		efree(cancellation.unwanted.promises);
	}
	OBJ_RELEASE(cancellation.error);
}

void evloop_cancel_method(INTERNAL_FUNCTION_PARAMETERS, void (*cancel)(evloop_promise *promise, zend_object *reason))
{
	zend_object *reason = NULL;
	zend_object *self = Z_OBJ_P(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	GC_ADDREF(self);
	cancel(evloop_promise_from_obj(self), reason);
	OBJ_RELEASE(self);
}

PHP_METHOD(Evloop_Promise, cancel)
{
	evloop_cancel_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, evloop_cancel);
}

PHP_METHOD(Evloop_Promise, onCancel)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback callback;
	evloop_promise *promise = evloop_promise_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_promise_is_pending(promise)) {
		evloop_callback_init(&callback, &fci, &fcc);
		evloop_cancel_add(promise, &callback, false);
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
