/* SPDX-License-Identifier: MIT */
/*
 * The list of requests in the thread pool. Owns the link, not the memory: that is the completion callback's. Loop's
 * thread only.
 */
#include "src/reactor/req.h"

#include "src/core/count.h"
#include "src/core/mem.h"

#include <assert.h>

/* Whether there are threads: libuv's, for the whole process, and so is this. Written and read by any thread. */
static bool has_threads;

void evl_request_open(evl_request *request, evl_loop *loop, uv_req_t *uv, void *owner, void (*cancelled)(uv_req_t *uv))
{
	assert(owner != NULL);
	request->loop = loop;
	request->owner = owner;
	request->on_frame = false;
	request->destroy = NULL;
	request->uv = uv;
	request->cancelled = cancelled;
	uv->data = request;
	__atomic_store_n(&has_threads, true, __ATOMIC_RELAXED);
	evl_list_append(&loop->requests, &request->link);
	evl_count(EVL_COUNT_REQUESTS, 1);
}

void evl_request_cancel(evl_request *request)
{
	/* UV_EBUSY when a thread works on it: it completes in its own time. */
	(void) uv_cancel(request->uv);
}

/* What it holds, and its memory. */
static void request_free(evl_request *request)
{
	if (request->destroy != NULL) {
		request->destroy(request);
	}
	evl_free(request);
}

void evl_request_disown(evl_request *request)
{
	assert(request->owner != NULL);
	request->owner = NULL;
	if (request->loop == NULL) {
		if (evl_list_is_linked(&request->link)) {
			evl_list_remove(&request->link); /* see work.c */
		}
		request_free(request);
	}
}

void evl_request_orphan(evl_request *request)
{
	if (request->loop != NULL) {
		evl_request_cancel(request);
	}
	evl_request_disown(request);
}

bool evl_request_complete(evl_request *request)
{
	bool muted = request->loop->muted;

	evl_list_remove(&request->link);
	evl_count(EVL_COUNT_REQUESTS, -1);
	request->loop = NULL;
	if (request->owner == NULL) {
		request_free(request);
		return false;
	}
	return !muted;
}

static void work_nothing(uv_work_t *work)
{
}

static void after_nothing(uv_work_t *work, int status)
{
}

void evl_requests_forked(void)
{
	uv_loop_t loop;
	uv_work_t work;

	if (!__atomic_load_n(&has_threads, __ATOMIC_RELAXED) || uv_loop_init(&loop) != 0) {
		return;
	}
	if (uv_queue_work(&loop, &work, work_nothing, after_nothing) == 0) {
		(void) uv_run(&loop, UV_RUN_DEFAULT);
	}
	(void) uv_loop_close(&loop);
}
