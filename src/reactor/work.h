/* SPDX-License-Identifier: MIT */
/*
 * Blocking work in libuv's thread pool. A piece of work is a struct that begins with an evl_work, in memory of its own;
 * what it needs it holds itself, since its owner may go before it ends. See req.h for its life.
 *
 * run() is called in a thread, which sees nothing but that struct. Nobody waits any more: evl_work_is_wanted() says so,
 * and what takes long looks now and then.
 */
#ifndef EVLOOP_REACTOR_WORK_H
#define EVLOOP_REACTOR_WORK_H

#include "src/reactor/req.h"

typedef struct evl_work evl_work;

typedef struct evl_work_kind {
	void (*run)(evl_work *work);               /* in a thread; leaves its result in the struct, an error in `status` */
	void (*done)(evl_work *work, void *owner); /* the loop's thread; the owner calls evl_work_free(), now or later */
	void (*destroy)(evl_work *work);           /* frees what it holds; the loop's thread. May be NULL */
} evl_work_kind;

struct evl_work {
	evl_request request;
	uv_work_t uv;
	const evl_work_kind *kind;
	int status;    /* 0 or a negative UV_E*; UV_ECANCELED when it never ran */
	bool promised; /* it is carried out whatever comes: in the loop's thread when that ends before a thread had it */
	int unwanted;  /* atomic */
};

/* 0 or a negative UV_E*: then it was freed. The kind is set. */
int evl_work_start(evl_work *work, evl_loop *loop, void *owner);

/* Carried out for nobody. It is freed in any case, what it was to do then is destroy()'s. */
void evl_work_start_alone(evl_work *work, evl_loop *loop);

/* Nobody waits: it stops as soon as it can, and is freed then. At once if it is done. */
void evl_work_orphan(evl_work *work);

/* The same, but it is carried out. */
static inline void evl_work_disown(evl_work *work)
{
	work->promised = true;
	evl_request_disown(&work->request);
}

/* One that is done, or was never started. */
void evl_work_free(evl_work *work);

/* For the loop, which ends: those whose owners a fatal error has jumped over. */
void evl_works_free(evl_loop *loop);

/* For run(). */
static inline bool evl_work_is_wanted(const evl_work *work)
{
	return __atomic_load_n(&work->unwanted, __ATOMIC_RELAXED) == 0;
}

#endif
