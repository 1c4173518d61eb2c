/* SPDX-License-Identifier: MIT */
/*
 * Waking a loop from outside. Owns its memory until both lives are over; a thread that may still send must be gone
 * before the close. Loop's thread only, but for evl_wakeup_send().
 */
#include "src/reactor/wakeup.h"

#include "src/core/mem.h"

static const evl_handle_kind wakeup_kind = {0};

static void on_wakeup(uv_async_t *uv)
{
	evl_wakeup *wakeup = uv->data;

	if (evl_handle_is_heard(&wakeup->handle)) {
		wakeup->fn(wakeup, wakeup->handle.owner);
	}
}

int evl_wakeup_open(evl_wakeup **wakeup, evl_loop *loop, void (*fn)(evl_wakeup *, void *), void *owner)
{
	evl_wakeup *self = evl_calloc(1, sizeof(*self));
	int status;

	*wakeup = NULL;
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->fn = fn;
	status = uv_async_init(&loop->uv, &self->uv, on_wakeup);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	uv_unref((uv_handle_t *) &self->uv);
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &wakeup_kind, NULL, owner);
	*wakeup = self;
	return 0;
}

void evl_wakeup_send(evl_wakeup *wakeup)
{
	(void) uv_async_send(&wakeup->uv);
}
