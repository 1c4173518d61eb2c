/* SPDX-License-Identifier: MIT */
/*
 * The class Watcher: a callback and the source that makes it ready. What differs between a deferred callback, a timer, a signal and
 * a descriptor stands in a table of functions. PHP's thread only.
 *
 * A watcher belongs to the loop it was made in, which may be an isolated one and end before it.
 */
#ifndef EVLOOP_LOOP_WATCHER_H
#define EVLOOP_LOOP_WATCHER_H

#include "src/base/pin.h"
#include "src/base/site.h"
#include "src/reactor/poll.h"
#include "src/reactor/signal.h"
#include "src/reactor/timer.h"
#include "zend_smart_str.h"

typedef struct evloop_watcher evloop_watcher;

typedef struct evloop_watcher_kind {
	const char *name; /* as metrics() and dump() say it */
	/* Let the source make it ready. False with an exception thrown. */
	bool (*start)(evloop_watcher *watcher, evl_loop *loop);
	void (*stop)(evloop_watcher *watcher, evl_loop *loop);
	/* The source keeps the loop alive, or not. */
	void (*reference)(evloop_watcher *watcher, evl_loop *loop, bool referenced);
	/* The callback's arguments (a reference each) but for the watcher itself, which is the last. Returns how many. */
	uint32_t (*arguments)(evloop_watcher *watcher, zval *arguments);
	/* Give the source up, which is stopped or gone with its loop. */
	void (*free)(evloop_watcher *watcher);
	/* What it waits for, for dump(). */
	void (*describe)(const evloop_watcher *watcher, smart_str *text);
	/* Around the callback; either may be NULL. Before: false = it must not be called. */
	bool (*before)(evloop_watcher *watcher);
	void (*after)(evloop_watcher *watcher);
	bool once; /* cancelled when it fires */
} evloop_watcher_kind;

typedef enum evloop_watcher_flag {
	EVLOOP_WATCHER_ENABLED = 1 << 0,
	EVLOOP_WATCHER_UNREFERENCED = 1 << 1,
	EVLOOP_WATCHER_CANCELLED = 1 << 2,
	EVLOOP_WATCHER_GONE = 1 << 3, /* its descriptor was closed: it fires once more, to say so */
} evloop_watcher_flag;

struct evloop_watcher {
	evl_ready ready;
	evloop_pin pin; /* set while enabled: the loop holds it */
	const evloop_watcher_kind *kind;
	evloop_callback callback;
	union {
		struct {
			evl_timer timer;
			uint64_t interval; /* nanoseconds */
		};
		struct {
			evl_signal *signal;
			int signum;
		};
		struct {
			evl_poll poll;
			zval source; /* owned: the stream, Socket or number that the user gave */
		};
	};
	evloop_site site;
	uint32_t runtime_id;
	uint32_t flags; /* evloop_watcher_flag */
	zend_object std;
};

extern zend_class_entry *evloop_ce_watcher;

/* The kinds. */
extern const evloop_watcher_kind evloop_watcher_deferred;
extern const evloop_watcher_kind evloop_watcher_delayed;
extern const evloop_watcher_kind evloop_watcher_repeated;
extern const evloop_watcher_kind evloop_watcher_signalled;
extern const evloop_watcher_kind evloop_watcher_readable;
extern const evloop_watcher_kind evloop_watcher_writable;

/* A watcher that is not enabled yet (one reference); the callback is taken over. NULL with an exception thrown (then it is not). */
evloop_watcher *evloop_watcher_new(
	const evloop_watcher_kind *kind, const zend_fcall_info *fci, zend_fcall_info_cache *fcc);

/* False with an exception thrown. Silent when it is enabled. */
bool evloop_watcher_enable(evloop_watcher *watcher);
void evloop_watcher_cancel(evloop_watcher *watcher);

/* For the kinds: it fires in this tick, or in the next if the tick is over. From reactor callbacks too. */
void evloop_watcher_make_ready(evloop_watcher *watcher);

/*
 * Set the kind's own fields of a new watcher. For a descriptor that includes looking whether it can be watched: false with an
 * exception thrown.
 */
void evloop_watcher_set_timer(evloop_watcher *watcher, double seconds);
bool evloop_watcher_set_source(evloop_watcher *watcher, zval *source);

/* The one line of dump(). */
void evloop_watcher_describe(const evloop_watcher *watcher, smart_str *text);

/* The loop of a watcher; NULL when it is gone. */
static inline evl_loop *evloop_watcher_loop(const evloop_watcher *watcher)
{
	evloop_runtime *runtime = evloop_runtime_find(watcher->runtime_id);

	return runtime != NULL ? &runtime->loop : NULL;
}

static inline evloop_watcher *evloop_watcher_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_watcher, std);
}

zend_result evloop_watcher_minit(int module_number);

#endif
