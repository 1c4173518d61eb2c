/* SPDX-License-Identifier: MIT */
/*
 * The watchdog looks several times within its limit: two looks at the same item with nothing polled between mean that it
 * runs all the time. Owns its thread, lock and condition. Open and close on the loop's thread.
 */
#include "src/reactor/watchdog.h"

#include "src/core/mem.h"

#include <signal.h>

#define LOOKS       8
#define SHORT_SLICE UINT64_C(500000)
#define LONG_SLICE  UINT64_C(100000000)

struct evl_watchdog {
	const evl_loop *loop;
	uint64_t limit;
	void (*fn)(uint64_t item, void *ctx);
	void *ctx;
	uv_thread_t thread;
	uv_mutex_t mutex; /* guards `ending` */
	uv_cond_t cond;
	bool ending;
};

static uint64_t slice_of(uint64_t limit)
{
	uint64_t slice = limit / LOOKS;

	return slice < SHORT_SLICE ? SHORT_SLICE : slice > LONG_SLICE ? LONG_SLICE : slice;
}

static void watch(void *argument)
{
	evl_watchdog *self = argument;
	uint64_t item = 0;
	uint64_t since = 0; /* 0: it does not run, or was told already */

	uv_mutex_lock(&self->mutex);
	while (!self->ending) {
		uint64_t running;

		(void) uv_cond_timedwait(&self->cond, &self->mutex, slice_of(self->limit));
		running = __atomic_load_n(&self->loop->tick.ran, __ATOMIC_RELAXED);
		if (__atomic_load_n(&self->loop->idle_now, __ATOMIC_RELAXED) || running != item) {
			item = running;
			since = uv_hrtime();
		} else if (since != 0 && uv_hrtime() - since >= self->limit && !self->ending) {
			since = 0;
			self->fn(item, self->ctx);
		}
	}
	uv_mutex_unlock(&self->mutex);
}

/* The program's signals are for its own threads. */
static int start_thread(evl_watchdog *self)
{
	sigset_t all, before;
	int status;

	(void) sigfillset(&all);
	(void) pthread_sigmask(SIG_SETMASK, &all, &before);
	status = uv_thread_create(&self->thread, watch, self);
	(void) pthread_sigmask(SIG_SETMASK, &before, NULL);
	return status;
}

int evl_watchdog_open(
	evl_watchdog **watchdog, const evl_loop *loop, uint64_t limit, void (*fn)(uint64_t item, void *ctx), void *ctx)
{
	evl_watchdog *self = evl_calloc(1, sizeof(*self));
	int status = UV_ENOMEM;

	*watchdog = NULL;
	if (self == NULL) {
		return status;
	}
	self->loop = loop;
	self->limit = limit;
	self->fn = fn;
	self->ctx = ctx;
	status = uv_mutex_init(&self->mutex);
	if (status != 0) {
		goto fail_mutex;
	}
	status = uv_cond_init(&self->cond);
	if (status != 0) {
		goto fail_cond;
	}
	status = start_thread(self);
	if (status != 0) {
		goto fail_thread;
	}
	*watchdog = self;
	return 0;

fail_thread:
	uv_cond_destroy(&self->cond);
fail_cond:
	uv_mutex_destroy(&self->mutex);
fail_mutex:
	evl_free(self);
	return status;
}

void evl_watchdog_close(evl_watchdog *watchdog)
{
	if (watchdog == NULL) {
		return;
	}
	uv_mutex_lock(&watchdog->mutex);
	watchdog->ending = true;
	uv_cond_signal(&watchdog->cond);
	uv_mutex_unlock(&watchdog->mutex);
	(void) uv_thread_join(&watchdog->thread);
	uv_cond_destroy(&watchdog->cond);
	uv_mutex_destroy(&watchdog->mutex);
	evl_free(watchdog);
}

void evl_watchdog_forget(evl_watchdog *watchdog)
{
	/* Its lock may be held for ever: it is not touched. */
	evl_free(watchdog);
}
