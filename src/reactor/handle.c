/* SPDX-License-Identifier: MIT */
/*
 * Opening, closing and letting go of handles: see the two lives in handle.h. This file owns the link of a handle in its
 * loop and the moment its memory goes. Loop's thread only.
 */
#include "src/reactor/handle.h"

#include "src/core/count.h"
#include "src/core/mem.h"

#include <assert.h>

static void handle_free(evl_handle *handle)
{
	if (handle->kind->destroy != NULL) {
		handle->kind->destroy(handle);
	}
	evl_free(handle);
}

static void handle_on_close(uv_handle_t *uv)
{
	evl_handle *handle = uv->data;
	bool muted = handle->loop->muted;

	evl_list_remove(&handle->link);
	handle->loop->handles_closed++;
	evl_count(EVL_COUNT_HANDLES, -1);
	handle->loop = NULL;
	handle->flags |= EVL_HANDLE_CLOSED;
	if (handle->owner == NULL) {
		handle_free(handle);
	} else if (!muted && handle->ops != NULL && handle->ops->closed != NULL) {
		/* Last: the owner may release in it. */
		handle->ops->closed(handle, handle->owner);
	}
}

void evl_handle_open(evl_handle *handle, evl_loop *loop, uv_handle_t *uv, const evl_handle_kind *kind,
	const evl_handle_ops *ops, void *owner)
{
	assert(owner != NULL);
	handle->loop = loop;
	handle->owner = owner;
	handle->ops = ops;
	handle->kind = kind;
	handle->uv = uv;
	handle->flags = 0;
	uv->data = handle;
	evl_list_append(&loop->handles, &handle->link);
	loop->handles_opened++;
	evl_count(EVL_COUNT_HANDLES, 1);
}

void evl_handle_close(evl_handle *handle)
{
	if (evl_handle_is_closing(handle)) {
		return;
	}
	handle->flags |= EVL_HANDLE_CLOSING;
	uv_close(handle->uv, handle_on_close);
	if (handle->kind->closing != NULL) {
		handle->kind->closing(handle);
	}
}

void evl_handle_close_bare(uv_handle_t *uv)
{
	uv_close(uv, NULL);
}

void evl_handle_release(evl_handle *handle)
{
	assert(handle->owner != NULL);
	handle->owner = NULL;
	if (handle->flags & EVL_HANDLE_CLOSED) {
		handle_free(handle);
		return;
	}
	evl_handle_close(handle);
}

void evl_handle_reference(evl_handle *handle, bool referenced)
{
	if (handle->loop == NULL) {
		return;
	}
	if (referenced) {
		uv_ref(handle->uv);
	} else {
		uv_unref(handle->uv);
	}
}
