/* SPDX-License-Identifier: MIT */
/*
 * See work.h. Owns nothing: each piece of work is its owner's or, once that has let go, its own. All but run_work() is
 * for the loop's thread.
 */
#include "src/reactor/work.h"

#include "src/core/mem.h"

/* What stands for the owner of work that nobody waits for. */
static char nobody;

static void run_work(uv_work_t *uv)
{
	evl_work *work = EVL_CONTAINER_OF(uv, evl_work, uv);

	work->kind->run(work);
}

static void finish(uv_work_t *uv, int status)
{
	evl_work *work = EVL_CONTAINER_OF(uv, evl_work, uv);
	evl_loop *loop = work->request.loop;

	if (status != 0) {
		work->status = status;
	}
	if (evl_request_complete(&work->request)) {
		if (work->request.on_frame) {
			/* A fatal error may jump over its owner before that has freed it. */
			evl_list_append(&loop->held, &work->request.link);
		}
		work->kind->done(work, work->request.owner);
	}
}

static void on_done(uv_work_t *uv, int status)
{
	evl_work *work = EVL_CONTAINER_OF(uv, evl_work, uv);

	if (status == UV_ECANCELED && work->promised) {
		work->kind->run(work);
		status = 0;
	}
	finish(uv, status);
}

/* In a forked child, whose parent carries it out. */
static void on_cancelled(uv_req_t *uv)
{
	finish((uv_work_t *) uv, UV_ECANCELED);
}

static void destroy(evl_request *request)
{
	evl_work *work = EVL_CONTAINER_OF(request, evl_work, request);

	if (work->kind->destroy != NULL) {
		work->kind->destroy(work);
	}
}

void evl_work_free(evl_work *work)
{
	if (evl_list_is_linked(&work->request.link)) {
		evl_list_remove(&work->request.link);
	}
	destroy(&work->request);
	evl_free(work);
}

int evl_work_start(evl_work *work, evl_loop *loop, void *owner)
{
	int status = loop->muted ? UV_ECANCELED : uv_queue_work(&loop->uv, &work->uv, run_work, on_done);

	if (status != 0) {
		evl_work_free(work);
		return status;
	}
	evl_request_open(&work->request, loop, (uv_req_t *) &work->uv, owner, on_cancelled);
	work->request.destroy = destroy;
	return 0;
}

void evl_work_start_alone(evl_work *work, evl_loop *loop)
{
	if (evl_work_start(work, loop, &nobody) == 0) {
		evl_work_disown(work);
	}
}

void evl_works_free(evl_loop *loop)
{
	while (!evl_list_is_empty(&loop->held)) {
		evl_work_free(EVL_CONTAINER_OF(loop->held.next, evl_work, request.link));
	}
}

void evl_work_orphan(evl_work *work)
{
	__atomic_store_n(&work->unwanted, 1, __ATOMIC_RELAXED);
	evl_request_orphan(&work->request);
}
