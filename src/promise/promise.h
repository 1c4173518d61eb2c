/* SPDX-License-Identifier: MIT */
/*
 * Promises: a state that changes once and an intrusive list of reactions. A promise knows nothing of coroutines: whoever wants to be
 * told embeds an evloop_reaction; await adds one that wakes a parked context.
 *
 * Settling runs no PHP code and does not recurse: reactions either wake somebody or queue a microtask. A coroutine embeds the struct
 * as its last member, so evloop_promise_from_obj() serves both classes. PHP's thread only.
 */
#ifndef EVLOOP_PROMISE_PROMISE_H
#define EVLOOP_PROMISE_PROMISE_H

#include "src/base/object.h"
#include "src/base/runtime.h"
#include "src/base/site.h"

typedef struct evloop_promise evloop_promise;
typedef struct evloop_reaction evloop_reaction;
typedef struct evloop_cause evloop_cause;
struct evloop_cancel;
struct evloop_cancellation;

typedef struct evloop_reaction_ops {
	/* The promise has settled; the reaction is off its list. Must not run PHP code. */
	void (*settled)(evloop_reaction *reaction, evloop_promise *promise);
	/* Report what the reaction keeps alive. */
	void (*gc)(evloop_reaction *reaction, zend_get_gc_buffer *buffer);
	/* The promise is freed while pending: it will never be settled. */
	void (*abandoned)(evloop_reaction *reaction);
	/* The promise that it settles; NULL if it is no such reaction. Then `settled` and `abandoned` drop the source, if it is owned. */
	evloop_promise *(*child)(evloop_reaction *reaction);
} evloop_reaction_ops;

struct evloop_reaction {
	evl_list link; /* in source->reactions while the source is pending */
	const evloop_reaction_ops *ops;
	evloop_promise *source;
	/*
	 * The source has something to run when it is cancelled, or comes from a promise that has, so its child, through which it may
	 * be, must hold it. Else it is the source that holds its children and nothing holds the source: a pending chain that nobody
	 * can settle is no cycle.
	 */
	bool owns_source;
};

/* What will settle a pending promise: a reaction on another one, or on several. Embedded in whatever that is. */
typedef struct evloop_cause_ops {
	/* The promise is cancelled: end the work, name those who may be cancelled for it. It is rejected after that. */
	void (*cancelled)(evloop_cause *cause, struct evloop_cancellation *cancellation);
	/* Report what the promise holds through its cause. */
	void (*gc)(evloop_cause *cause, zend_get_gc_buffer *buffer);
	/* The promise is freed while pending. */
	void (*gone)(evloop_cause *cause);
} evloop_cause_ops;

struct evloop_cause {
	const evloop_cause_ops *ops;
};

typedef enum evloop_promise_state {
	EVLOOP_PROMISE_PENDING,
	EVLOOP_PROMISE_FULFILLED,
	EVLOOP_PROMISE_REJECTED,
} evloop_promise_state;

typedef enum evloop_promise_flag {
	EVLOOP_PROMISE_RESOLVED = 1 << 0, /* its fate is sealed: settled, or adopting another one */
	EVLOOP_PROMISE_HANDLED = 1 << 1,  /* somebody looks (or will look) at a rejection */
	EVLOOP_PROMISE_LISTED = 1 << 2,   /* stands in runtime->unhandled */
	EVLOOP_PROMISE_HELD = 1 << 3,     /* its children hold it, see evloop_reaction.owns_source */
	EVLOOP_PROMISE_CANCELS = 1 << 4,  /* what is to be called when it is cancelled runs */
} evloop_promise_flag;

struct evloop_promise {
	zval result; /* the value, or the reason; UNDEF while pending */
	union {
		evl_list reactions; /* while pending */
		evl_list unhandled; /* while listed */
	};
	evloop_site site;              /* where it was made */
	evloop_cause *cause;           /* while pending; NULL: whoever holds its functions, or nobody, settles it */
	struct evloop_cancel *cancels; /* what to call when it is cancelled, see cancel.h; NULL once settled */
	uint8_t state;                 /* evloop_promise_state */
	uint8_t flags;                 /* evloop_promise_flag */
	uint32_t runtime_id;           /* of the loop it was made in; 0 = there was none */
	zend_object std;
};

extern zend_class_entry *evloop_ce_promise;
extern zend_class_entry *evloop_ce_promise_state;

static inline evloop_promise *evloop_promise_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_promise);
}

/* A pending promise with one reference. */
evloop_promise *evloop_promise_new(void);

/* For classes that embed one: everything but `std` and the memory itself. */
void evloop_promise_init(evloop_promise *promise);
void evloop_promise_free(evloop_promise *promise);
void evloop_promise_gc(evloop_promise *promise, zend_get_gc_buffer *buffer);

/* Settle with a value that is not looked into (copied) or a reason (taken over). Ignored unless pending. */
void evloop_promise_fulfill(evloop_promise *promise, zval *value);
void evloop_promise_reject(evloop_promise *promise, zend_object *reason);

/* The resolve procedure of Promises/A+ 2.3: promises and thenables are adopted. May run the then() of a foreign object later. */
void evloop_promise_resolve(evloop_promise *promise, zval *value);

/* Be told when it settles; at once (from inside this call) if it has. */
void evloop_promise_react(evloop_promise *promise, evloop_reaction *reaction);

/* Whether an object has a public then(), as the promises of React and Guzzle have. */
bool evloop_promise_is_thenable(zend_object *object);

/* A promise, or such an object. */
static inline bool evloop_promise_is_awaitable(zend_object *object)
{
	return instanceof_function(object->ce, evloop_ce_promise) || evloop_promise_is_thenable(object);
}

/* `to` gets the result of `from`, which has settled. Ignored unless pending. */
void evloop_promise_pass_on(evloop_promise *from, evloop_promise *to);

/* The enum case of a state; one reference. */
zend_object *evloop_promise_state_case(evloop_promise_state state);

/* A new promise for any value, as Promise::resolve(); one reference. NULL: an exception is thrown. */
evloop_promise *evloop_promise_for(zval *value);

/* The same, but a promise is taken as it is. */
static inline evloop_promise *evloop_promise_of(zval *value)
{
	if (Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), evloop_ce_promise)) {
		GC_ADDREF(Z_OBJ_P(value));
		return evloop_promise_from_obj(Z_OBJ_P(value));
	}
	return evloop_promise_for(value);
}

static inline bool evloop_promise_is_pending(const evloop_promise *promise)
{
	return promise->state == EVLOOP_PROMISE_PENDING;
}

/* Declared by the stub of Promise; lives in coroutine/await.c, since a promise does not know coroutines. */
PHP_METHOD(Evloop_Promise, await);

zend_result evloop_promise_minit(int module_number);

#endif
