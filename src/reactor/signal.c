/* SPDX-License-Identifier: MIT */
/*
 * Signals by uv_signal_t: libuv's handler writes to a pipe that the poll reads, so nothing runs in signal context. Owns
 * its memory until both lives are over. Loop's thread only.
 */
#include "src/reactor/signal.h"

#include "src/core/mem.h"

#include <signal.h>

static const evl_handle_kind signal_kind = {0};

static void on_signal(uv_signal_t *uv, int signum)
{
	evl_signal *self = uv->data;

	if (evl_handle_is_heard(&self->handle)) {
		self->fn(self, self->handle.owner);
	}
}

int evl_signal_open(evl_signal **signal, evl_loop *loop, int signum, void (*fn)(evl_signal *, void *), void *owner)
{
	evl_signal *self;
	int status;

	*signal = NULL;
	if (signum <= 0 || signum >= NSIG || signum == SIGKILL || signum == SIGSTOP) {
		return UV_EINVAL;
	}
	self = evl_calloc(1, sizeof(*self));
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->fn = fn;
	self->signum = signum;
	status = uv_signal_init(&loop->uv, &self->uv);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &signal_kind, NULL, owner);
	*signal = self;
	return 0;
}

int evl_signal_start(evl_signal *signal)
{
	if (evl_handle_is_closing(&signal->handle)) {
		return UV_ECANCELED;
	}
	return uv_signal_start(&signal->uv, on_signal, signal->signum);
}

void evl_signal_stop(evl_signal *signal)
{
	if (!evl_handle_is_closing(&signal->handle)) {
		(void) uv_signal_stop(&signal->uv);
	}
}

void evl_signal_reference(evl_signal *signal, bool referenced)
{
	if (evl_handle_is_closing(&signal->handle)) {
		return;
	}
	if (referenced) {
		uv_ref((uv_handle_t *) &signal->uv);
	} else {
		uv_unref((uv_handle_t *) &signal->uv);
	}
}
