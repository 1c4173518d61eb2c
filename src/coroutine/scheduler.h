/* SPDX-License-Identifier: MIT */
/*
 * Symmetric scheduling: the context that blocks takes the next ready item itself and goes on with it, and with nothing ready it polls
 * on its own stack. {main} is one more context. There is no scheduler fiber and no PHP code inside uv_run.
 *
 * An item of the ready queue with a `run` function is run in place on a pooled stack (it is a new coroutine or a callback, so it may
 * park); one without is a parked context to switch to.
 *
 * The driver is the outermost context that blocks outside of all pooled stacks ({main}, or a plain \Fiber that {main} waits for). It
 * is where an error that nobody took is thrown, and it is woken when nothing else can ever happen.
 */
#ifndef EVLOOP_COROUTINE_SCHEDULER_H
#define EVLOOP_COROUTINE_SCHEDULER_H

#include "src/base/runtime.h"
#include "src/coroutine/fiber.h"
#include "src/reactor/timer.h"

/*
 * One wait of one context; lives on that context's C stack. Whoever will wake it keeps a pointer to it, and the waiter takes that
 * pointer away again when evloop_park_wait() returns, for whatever reason.
 */
typedef struct evloop_park {
	evl_ready ready; /* queued = woken and waiting for its turn */
	evloop_context *context;
	evl_tick *tick;     /* of the loop it waits in, once it waits: who wakes it may be in an isolated one */
	const char *reason; /* static text for dumps: "delay", "Promise" */
	zend_object
		*subject; /* what is waited for, reported by the parked coroutine's get_gc; owned by the waiter; may be NULL */
	zend_array *subjects; /* the same for several things */
	bool steadfast;       /* cancellation does not end it */
	bool woken;           /* has its turn */
	bool cancelled;       /* woken by evloop_park_cancel(): the wait throws */
} evloop_park;

typedef enum evloop_outcome {
	EVLOOP_WOKEN,
	EVLOOP_THROWN,  /* an exception is pending: destroyed, exit(), refused to suspend, or an error that nobody took */
	EVLOOP_IDLE,    /* only for a driver: nothing is left that could wake it */
	EVLOOP_STOPPED, /* only for a driver that asked for it */
} evloop_outcome;

typedef enum evloop_drive {
	EVLOOP_DRIVE_AWAIT, /* until woken */
	EVLOOP_DRIVE_RUN,   /* until nothing is left, or Loop::stop() */
	EVLOOP_DRIVE_ONCE,  /* one tick */
} evloop_drive;

typedef struct evloop_scheduler {
	evloop_runtime *runtime;
	evloop_fibers fibers;
	evloop_park *driver;
	evloop_drive drive;            /* what the driver wants */
	evloop_outcome driver_outcome; /* left for the driver by who found it out; EVLOOP_WOKEN = nothing */
	HashTable *autoloading;        /* class name => who is loading it, and who waits; NULL until needed */
	uint32_t coroutines;           /* alive: queued, running or parked */
	bool stopping;                 /* Loop::stop() was called in this run */
	bool stopped;                  /* the last run ended by it */
} evloop_scheduler;

/* The request's scheduler, made if there is none; NULL with an exception thrown. */
evloop_scheduler *evloop_scheduler_get(void);

/* Wait until evloop_park_wake() (or see evloop_outcome). Zero the park first. */
evloop_outcome evloop_park_wait(evloop_park *park);

/* Idempotent. From PHP's thread or a reactor callback. */
static inline void evloop_park_wake(evl_tick *tick, evloop_park *park)
{
	if (!park->woken && !evl_ready_is_queued(&park->ready)) {
		evl_tick_push(park->tick != NULL ? park->tick : tick, &park->ready);
	}
}

/* Wake it to throw a CancelledError, unless it is woken already: then what it waited for has happened, and is told. */
static inline void evloop_park_cancel(evl_tick *tick, evloop_park *park)
{
	if (!park->steadfast && !park->woken && !evl_ready_is_queued(&park->ready)) {
		park->cancelled = true;
		evl_tick_push(park->tick != NULL ? park->tick : tick, &park->ready);
	}
}

/* Let the others run once. False with an exception thrown. */
bool evloop_scheduler_suspend(void);

/* Wait with a deadline: a park and its timer in one. `timed_out` says which it was when it returns EVLOOP_WOKEN. */
typedef struct evloop_timed_park {
	evloop_park park;
	evl_timer timer;
	bool timed_out;
} evloop_timed_park;

/* `timeout` in seconds; negative = none. Throws for values that are no duration (see evloop_seconds_check()). */
evloop_outcome evloop_timed_park_wait(evloop_timed_park *park, double timeout);

/* Drive the loop from outside of it: Loop::run(), Loop::runOnce(), the automatic run. False with an exception thrown. */
bool evloop_scheduler_drive(evloop_drive drive);

/* Whether we are in a coroutine or callback of the loop. */
static inline bool evloop_scheduler_is_inside(void)
{
	return evloop_stack_current() != NULL;
}

/*
 * From the `run` of a ready item: call back into user code. Nobody wants the result; an exception is reported, unless it unwinds
 * (exit, destruction), then it stays pending for the scheduler.
 */
void evloop_scheduler_run_callback(const evloop_callback *callback, uint32_t argc, zval *argv);

/* Whether something referenced is left to do. */
bool evloop_scheduler_has_work(const evloop_scheduler *scheduler);

/*
 * Put a fresh loop in front of the present one, which stands still until it is left again. Leave: what is left in it is dropped;
 * `runtime` is the one that was entered. NULL with an exception thrown.
 */
evloop_scheduler *evloop_scheduler_enter(void);
void evloop_scheduler_leave(evloop_runtime *runtime);

/*
 * The request is ending: if a fatal error jumped over frames of a driver, outside of all stacks, nothing runs in its loop any more. (In
 * those of a stack that is known at once.)
 */
void evloop_scheduler_find_broken(void);

/* Release the coroutines that have not begun. */
void evloop_scheduler_drop_queued(evloop_scheduler *scheduler);

/* RSHUTDOWN: end the loop, the stacks, the runtime. */
void evloop_scheduler_shutdown(void);

#endif
