/* SPDX-License-Identifier: MIT */
/*
 * The class Watcher: a callback and the source that makes it ready. What differs between a deferred callback, a timer and a signal
 * stands in a table of functions. PHP's thread only.
 */
#ifndef EVLOOP_LOOP_WATCHER_H
#define EVLOOP_LOOP_WATCHER_H

#include "src/base/pin.h"
#include "src/reactor/signal.h"
#include "src/reactor/timer.h"

typedef struct evloop_watcher evloop_watcher;

typedef struct evloop_watcher_kind {
	/* Let the source make it ready. False with an exception thrown. */
	bool (*start)(evloop_watcher *watcher);
	void (*stop)(evloop_watcher *watcher);
	/* The source keeps the loop alive, or not. */
	void (*reference)(evloop_watcher *watcher, bool referenced);
	/* The callback's arguments but for the watcher itself, which is the last. Returns how many. */
	uint32_t (*arguments)(evloop_watcher *watcher, zval *arguments);
	/* Give the source up. */
	void (*free)(evloop_watcher *watcher);
	bool once; /* cancelled after it has fired */
} evloop_watcher_kind;

typedef enum evloop_watcher_flag {
	EVLOOP_WATCHER_ENABLED = 1 << 0,
	EVLOOP_WATCHER_UNREFERENCED = 1 << 1,
	EVLOOP_WATCHER_CANCELLED = 1 << 2,
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
	};
	uint32_t flags; /* evloop_watcher_flag */
	zend_object std;
};

extern zend_class_entry *evloop_ce_watcher;

/* The kinds. */
extern const evloop_watcher_kind evloop_watcher_deferred;
extern const evloop_watcher_kind evloop_watcher_delayed;
extern const evloop_watcher_kind evloop_watcher_repeated;
extern const evloop_watcher_kind evloop_watcher_signalled;

/* A watcher that is not enabled yet (one reference); the callback is taken over. NULL with an exception thrown (then it is not). */
evloop_watcher *evloop_watcher_new(
	const evloop_watcher_kind *kind, const zend_fcall_info *fci, zend_fcall_info_cache *fcc);

/* False with an exception thrown. Silent when it is enabled. */
bool evloop_watcher_enable(evloop_watcher *watcher);
void evloop_watcher_cancel(evloop_watcher *watcher);

static inline evloop_watcher *evloop_watcher_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_watcher, std);
}

zend_result evloop_watcher_minit(int module_number);

#endif
