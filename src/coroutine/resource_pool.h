/* SPDX-License-Identifier: MIT */
/*
 * The class Pool: what it keeps, and who has it. A resource is idle, lent, doomed (to be destroyed), or pending: made, checked or on
 * its way to a waiter. All of these count, so that there are never more than `max`. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_RESOURCE_POOL_H
#define EVLOOP_COROUTINE_RESOURCE_POOL_H

#include "src/base/pin.h"
#include "src/coroutine/wait_queue.h"

typedef enum evloop_pooled_state {
	EVLOOP_POOLED_PENDING,
	EVLOOP_POOLED_IDLE,
	EVLOOP_POOLED_LENT,
} evloop_pooled_state;

struct evloop_resource_pool;

typedef struct evloop_pooled {
	evl_list link; /* in pool->idle or pool->doomed */
	struct evloop_resource_pool *pool;
	zend_object *object; /* owned */
	evloop_pooled_state state;
	uint64_t lease;       /* of the pool's, counted: tells one lending from the next */
	uint64_t idle_since;  /* while idle */
	evloop_ending ending; /* while lent to a coroutine */
} evloop_pooled;

typedef struct evloop_resource_pool {
	HashTable known;  /* handle => evloop_pooled, all but the doomed */
	evl_list idle;    /* the one used last first */
	evl_list doomed;  /* in the order that they are destroyed in */
	evl_list waiters; /* while one can be woken, nothing is idle and there is no room for more */
	uint32_t size;    /* of all states, and of those that are being made */
	uint32_t idle_count;
	uint32_t lent_count;
	uint32_t doomed_count; /* being destroyed included */
	uint32_t min;
	uint32_t max;
	uint64_t idle_limit; /* nanoseconds; 0 = none */
	uint64_t leases;
	uint64_t created;
	uint64_t destroyed;
	evloop_callback create;
	evloop_callback check;   /* may be unset */
	evloop_callback destroy; /* may be unset */
	evl_timer timer;         /* unreferenced: when the one that is idle longest has been so for too long */
	evl_ready reaper;        /* destroys the doomed, on a stack of its own */
	evloop_pin pin;          /* while the reaper is queued */
	bool closed;
	zend_object std;
} evloop_resource_pool;

void evloop_resource_pool_init(evloop_resource_pool *pool);
void evloop_resource_pool_free(evloop_resource_pool *pool);
void evloop_resource_pool_gc(evloop_resource_pool *pool, zend_get_gc_buffer *buffer);

/* Lend one to the present coroutine, waiting for it if need be. NULL: an exception is thrown. */
evloop_pooled *evloop_resource_pool_borrow(evloop_resource_pool *pool, double timeout);

/* What is lent as this object; NULL if it is not. */
evloop_pooled *evloop_resource_pool_lent(const evloop_resource_pool *pool, const zend_object *object);

/* It comes back: to the next, or, if it is of no use, to be destroyed. */
void evloop_resource_pool_take_back(evloop_pooled *pooled, bool usable);

void evloop_resource_pool_close(evloop_resource_pool *pool);

zend_result evloop_pool_minit(int module_number);

#endif
