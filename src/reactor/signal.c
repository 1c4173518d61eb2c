/* SPDX-License-Identifier: MIT */
/*
 * Signals by uv_signal_t: libuv's handler writes to a pipe that the poll reads, so nothing runs in signal context. Owns
 * its memory until both lives are over. Loop's thread only.
 *
 * libuv leaves the default behind when the last watcher of a signal goes. The program had its own handler (PHP has one
 * for each signal that it knows, and complains at the end of a request when it is gone), so the loop remembers what was
 * there before the first watcher and puts it back after the last.
 */
#include "src/reactor/signal.h"

#include "src/core/mem.h"

#include <signal.h>

struct evl_signals_before {
	uint32_t watchers[NSIG];
	uint32_t told[NSIG];           /* of the watchers, in this delivery */
	struct sigaction action[NSIG]; /* of each signal with watchers */
};

static int remember(evl_loop *loop, int signum)
{
	if (loop->signals_before == NULL) {
		loop->signals_before = evl_calloc(1, sizeof(*loop->signals_before));
		if (loop->signals_before == NULL) {
			return UV_ENOMEM;
		}
	}
	if (loop->signals_before->watchers[signum]++ == 0) {
		(void) sigaction(signum, NULL, &loop->signals_before->action[signum]);
	}
	return 0;
}

static void put_back(evl_loop *loop, int signum)
{
	struct evl_signals_before *before = loop->signals_before;
	struct sigaction now;

	if (--before->watchers[signum] > 0) {
		return;
	}
	/* Anything but the default is libuv's, which another loop or its own waiting for children needs, or a newer one. */
	if (sigaction(signum, NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
		(void) sigaction(signum, &before->action[signum], NULL);
	}
}

/* After libuv has let go of the signal. */
static void stopped(evl_signal *self)
{
	if (self->started) {
		self->started = false;
		put_back(self->handle.loop, self->signum);
	}
}

static void on_closing(evl_handle *handle)
{
	stopped(EVL_CONTAINER_OF(handle, evl_signal, handle));
}

static const evl_handle_kind signal_kind = {.closing = on_closing};

static void on_signal(uv_signal_t *uv, int signum)
{
	evl_signal *self = uv->data;
	struct evl_signals_before *before = self->handle.loop->signals_before;

	self->last = ++before->told[signum] >= before->watchers[signum];
	if (self->last) {
		before->told[signum] = 0;
	}
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
	int status;

	if (evl_handle_is_closing(&signal->handle)) {
		return UV_ECANCELED;
	}
	if (!signal->started) {
		status = remember(signal->handle.loop, signal->signum);
		if (status != 0) {
			return status;
		}
		signal->started = true;
	}
	status = uv_signal_start(&signal->uv, on_signal, signal->signum);
	if (status != 0) {
		stopped(signal);
	}
	return status;
}

void evl_signal_stop(evl_signal *signal)
{
	if (!evl_handle_is_closing(&signal->handle)) {
		(void) uv_signal_stop(&signal->uv);
		stopped(signal);
	}
}

bool evl_signal_previous(const evl_loop *loop, int signum, struct sigaction *action)
{
	const struct evl_signals_before *before = loop->signals_before;

	if (before == NULL || before->watchers[signum] == 0) {
		return false;
	}
	*action = before->action[signum];
	return true;
}

void evl_signal_set_previous(evl_loop *loop, int signum, const struct sigaction *action)
{
	loop->signals_before->action[signum] = *action;
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
