/* SPDX-License-Identifier: MIT */
/*
 * The list of unseen rejections is runtime->unhandled; its links lie in the promises, which it does not own. PHP's thread only.
 */
#include "src/promise/rejection.h"

#include "src/base/error.h"

static void unlist(evloop_promise *promise)
{
	if (promise->flags & EVLOOP_PROMISE_LISTED) {
		promise->flags &= ~EVLOOP_PROMISE_LISTED;
		evl_list_remove(&promise->unhandled);
	}
}

void evloop_rejection_watch(evloop_promise *promise)
{
	evloop_runtime *runtime = evloop_runtime_find(promise->runtime_id);

	if (runtime == NULL) {
		runtime = EVLOOP_G(runtime);
	}
	if (!(promise->flags & EVLOOP_PROMISE_HANDLED) && runtime != NULL &&
		!evloop_error_is_cancelled(Z_OBJ(promise->result))) {
		promise->flags |= EVLOOP_PROMISE_LISTED;
		evl_list_append(&runtime->unhandled, &promise->unhandled);
		GC_DEL_FLAGS(&promise->std, IS_OBJ_DESTRUCTOR_CALLED);
	}
}

void evloop_rejection_handle(evloop_promise *promise)
{
	promise->flags |= EVLOOP_PROMISE_HANDLED;
	unlist(promise);
}

void evloop_rejection_report(evloop_promise *promise, zend_object *coroutine)
{
	zend_object *reason = Z_OBJ(promise->result);

	evloop_rejection_handle(promise);
	GC_ADDREF(reason);
	evloop_runtime_report_made_at(reason, coroutine, &promise->site);
}

static void report_one(evloop_promise *promise)
{
	evloop_rejection_report(promise, promise->std.ce == evloop_ce_promise ? NULL : &promise->std);
}

void evloop_rejection_report_destroyed(evloop_promise *promise)
{
	if (UNEXPECTED(promise->flags & EVLOOP_PROMISE_LISTED)) {
		report_one(promise);
	}
}

void evloop_rejection_forget(evloop_promise *promise)
{
	if (UNEXPECTED(promise->flags & EVLOOP_PROMISE_LISTED) && EVLOOP_G(runtime) != NULL) {
		unlist(promise);
	}
}

void evloop_rejection_report_all(evloop_runtime *runtime)
{
	evl_list *node;

	while ((node = runtime->unhandled.next) != &runtime->unhandled) {
		report_one(EVL_CONTAINER_OF(node, evloop_promise, unhandled));
	}
}
