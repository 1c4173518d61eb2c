/* SPDX-License-Identifier: MIT */
/*
 * The classes CancellationSource and Cancellation: a flag that is set once, with a reason, and those who want to be told. A token that
 * comes from a time or from other tokens listens to those only while somebody listens to it, so one that is merely kept holds neither
 * the loop nor its sources. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_TOKEN_H
#define EVLOOP_COROUTINE_TOKEN_H

#include "src/base/pin.h"
#include "src/reactor/timer.h"

typedef struct evloop_token evloop_token;
typedef struct evloop_token_watch evloop_token_watch;

typedef struct evloop_token_watch_ops {
	/* The token was cancelled; the watch is off its list. Must not run PHP code. `reason` is borrowed. */
	void (*cancelled)(evloop_token_watch *watch, zend_object *reason);
	/* Report what the token keeps alive through the watch; NULL = nothing. */
	void (*gc)(evloop_token_watch *watch, zend_get_gc_buffer *buffer);
} evloop_token_watch_ops;

struct evloop_token_watch {
	evl_list link; /* in token->watches */
	const evloop_token_watch_ops *ops;
};

typedef struct evloop_token_source evloop_token_source;

struct evloop_token {
	zend_object *reason; /* owned; NULL = not cancelled */
	evl_list watches;
	evloop_token_source *sources; /* what it listens to, when it was made by any() */
	uint32_t source_count;
	uint32_t loop;     /* whose the timer is, see evloop_runtime_find() */
	uint64_t deadline; /* when it was made by timeout(); 0 = none */
	uint64_t since;    /* when it was cancelled */
	double seconds;
	evl_timer timer;
	evl_ready expired; /* queued by the timer */
	evloop_pin pin;    /* while the timer runs */
	zend_long last_id; /* of onCancel() */
	bool attached;     /* listens to its time or sources */
	zend_object std;
};

extern zend_class_entry *evloop_ce_token;

static inline evloop_token *evloop_token_from_obj(zend_object *object)
{
	return (evloop_token *) ((char *) object - XtOffsetOf(evloop_token, std));
}

static inline evloop_token *evloop_token_from_obj_or_null(zend_object *object)
{
	return object != NULL ? evloop_token_from_obj(object) : NULL;
}

/* Why it is cancelled (borrowed), or NULL. */
zend_object *evloop_token_reason(evloop_token *token);

/* Listen. The token must not be cancelled, and be held. False with an exception thrown. */
bool evloop_token_listen(evloop_token *token, evloop_token_watch *watch);

/* Idempotent. May drop what the token listened to. */
void evloop_token_unlisten(evloop_token *token, evloop_token_watch *watch);

zend_result evloop_token_minit(int module_number);

#endif
