/* SPDX-License-Identifier: MIT */
/*
 * See life.h. The timers expire inside the poll, where nothing can be thrown or closed: they queue an item that does it. PHP's
 * thread only.
 */
#include "src/io/life.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/io/stream.h"

typedef enum life_end {
	GOES_ON,
	WAS_IDLE,
	WAS_OVER,
} life_end;

struct evloop_life {
	evl_timeout idle;
	evl_timeout total;
	evl_ready cut; /* queued once one of them has passed */
	evloop_stream *stream;
	uint64_t moved_at; /* when bytes came or went last, as far as we were told */
	uint64_t sent;     /* bytes that the kernel had taken by then */
	life_end end;
};

static uint64_t sent_by(const evl_stream *stream)
{
	return stream->written - evl_stream_buffered(stream);
}

static void expire(evloop_life *self, life_end end)
{
	self->end = end;
	evl_tick_push(&self->stream->stream->handle.loop->tick, &self->cut);
}

static void on_over(evl_timeout *timeout)
{
	evloop_life *self = EVL_CONTAINER_OF(timeout, evloop_life, total);

	if (self->end == GOES_ON) {
		expire(self, WAS_OVER);
	}
}

/* Of output that leaves little by little we are not told, so that is looked at; then again in shorter steps. */
static void on_idle(evl_timeout *timeout)
{
	evloop_life *self = EVL_CONTAINER_OF(timeout, evloop_life, idle);
	const evl_stream *stream = self->stream->stream;
	uint64_t limit = evloop_duration_ns(self->stream->settings.idle_timeout);
	uint64_t now = evl_loop_now();

	if (self->end != GOES_ON) {
		return;
	}
	if (sent_by(stream) != self->sent) {
		self->sent = sent_by(stream);
		self->moved_at = now;
	}
	if (now - self->moved_at >= limit ||
		evl_timeout_start(stream->handle.loop, timeout, MIN(limit / 4, limit - (now - self->moved_at))) != 0) {
		expire(self, WAS_IDLE);
	}
}

void evloop_life_moved(evloop_life *life)
{
	const evl_stream *stream = life->stream->stream;

	if (life->stream->settings.idle_timeout < 0.0 || life->end != GOES_ON) {
		return;
	}
	life->moved_at = evl_loop_now();
	life->sent = sent_by(stream);
	/* Moved to later, which needs no memory. */
	(void) evl_timeout_start(stream->handle.loop, &life->idle, evloop_duration_ns(life->stream->settings.idle_timeout));
}

zend_object *evloop_life_failure(const evloop_life *life, const char *operation)
{
	const evloop_stream *stream;

	if (EXPECTED(life == NULL || life->end == GOES_ON)) {
		return NULL;
	}
	stream = life->stream;
	return life->end == WAS_IDLE ? evloop_error_new(evloop_ce_timeout_exception,
									   "%s: the stream to %s was closed, since no byte came or went for %g seconds",
									   operation, evloop_stream_name(stream), stream->settings.idle_timeout)
								 : evloop_error_new(evloop_ce_timeout_exception,
									   "%s: the stream to %s was closed, since its %g seconds were over", operation,
									   evloop_stream_name(stream), stream->settings.total_timeout);
}

static void cut(evl_ready *item)
{
	evloop_life *self = EVL_CONTAINER_OF(item, evloop_life, cut);
	evloop_stream *stream = self->stream;

	if (stream->stream == NULL) {
		return;
	}
	GC_ADDREF(&stream->std);
	if (stream->flow != NULL) {
		evloop_flow_fail(
			stream->flow, evloop_life_failure(self, self->end == WAS_IDLE ? "idle timeout" : "total timeout"));
	}
	evloop_stream_close(stream);
	OBJ_RELEASE(&stream->std);
}

static evloop_life *life_of(evloop_stream *stream)
{
	if (stream->life == NULL) {
		stream->life = ecalloc(1, sizeof(*stream->life));
		stream->life->stream = stream;
		stream->life->cut = (evl_ready){.run = cut, .priority = EVL_PRIORITY_NORMAL};
		evl_timeout_init(&stream->life->idle, on_idle);
		evl_timeout_init(&stream->life->total, on_over);
	}
	return stream->life;
}

static bool set(evl_loop *loop, evl_timeout *timeout, double seconds)
{
	if (seconds < 0.0) {
		evl_timeout_stop(timeout);
		return true;
	}
	return evl_timeout_start(loop, timeout, evloop_duration_ns(seconds)) == 0;
}

bool evloop_life_start(evloop_stream *stream)
{
	evl_loop *loop = stream->stream->handle.loop;
	evloop_life *self;

	if (EXPECTED(stream->life == NULL && stream->settings.idle_timeout < 0.0 && stream->settings.total_timeout < 0.0)) {
		return true;
	}
	if (loop == NULL) {
		return true; /* it has ended; nothing will come or go */
	}
	self = life_of(stream);
	self->moved_at = evl_loop_now();
	self->sent = sent_by(stream->stream);
	return set(loop, &self->idle, stream->settings.idle_timeout) &&
		   set(loop, &self->total, stream->settings.total_timeout);
}

void evloop_life_stop(evloop_life *life)
{
	if (life != NULL && evloop_runtime_if_alive() != NULL) {
		evl_timeout_stop(&life->idle);
		evl_timeout_stop(&life->total);
	}
}

void evloop_life_free(evloop_life *life)
{
	if (life != NULL) {
		evloop_runtime_unqueue(&life->cut);
		efree(life);
	}
}
