/* SPDX-License-Identifier: MIT */
/*
 * The one place of mutable state: the module globals, one set a thread in ZTS builds. They hold the INI settings, which
 * are range-checked when they are set, and the pointer to what lives for one request.
 */
#ifndef EVLOOP_BASE_GLOBALS_H
#define EVLOOP_BASE_GLOBALS_H

#include "php.h"

#include "src/core/list.h"

struct evl_tls_context;
struct evloop_runtime;

/* What happens when everybody waits and nothing can wake them. */
typedef enum evloop_deadlock_mode {
	EVLOOP_DEADLOCK_WARN,
	EVLOOP_DEADLOCK_THROW,
	EVLOOP_DEADLOCK_OFF,
} evloop_deadlock_mode;

ZEND_BEGIN_MODULE_GLOBALS(evloop)
	zend_long io_budget;        /* ready items that may run before the poller is asked again */
	zend_long microtask_budget; /* microtasks in a row before other items get their turn */
	zend_long stack_size;       /* bytes of a coroutine's C stack, 0 = fiber.stack_size */
	zend_long max_coroutines;   /* 0 = no limit */
	zend_long dns_cache_ttl;    /* seconds for which the answer of a look-up is good; 0 = not kept */
	zend_long block_warn_ms;    /* report callbacks that hold the loop longer; 0 = off */
	evloop_deadlock_mode deadlock;
	struct evloop_runtime *runtime;     /* the request's loop and scheduler; NULL until first used */
	uint32_t runtimes;                  /* made so far */
	bool closed;                        /* the request's runtime is gone and must not come back */
	bool exited;                        /* exit() was called: the loop is not run at the end of the script */
	zend_object *stdio[3];              /* Stream::stdin() and so on; NULL until asked for */
	evl_list progresses;                /* of the class Progress, on a terminal; the last one is shown */
	zend_array *values;                 /* the context values of {main}; NULL = none */
	bool values_used;                   /* somebody has set a context value in this request */
	uint64_t random;                    /* state of the generator of select(); 0: not seeded */
	zval user_error_handler;            /* what set_error_handler() has set, owned; UNDEF = nothing */
	uint32_t releases;                  /* evloop_release_last() calls that nest in each other */
	struct evl_tls_context *tls_client; /* of connections without TlsOptions; NULL until there is one */
	zend_object **put_off;              /* references that the outermost of them drops */
	uint32_t put_off_count;
	uint32_t put_off_size;
ZEND_END_MODULE_GLOBALS(evloop)

ZEND_EXTERN_MODULE_GLOBALS(evloop)

#define EVLOOP_G(name) ZEND_MODULE_GLOBALS_ACCESSOR(evloop, name)

#if defined(ZTS) && defined(COMPILE_DL_EVLOOP)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

/* Sets every field to its start value; the settings come with evloop_globals_minit(). */
void evloop_globals_ctor(zend_evloop_globals *globals);

zend_result evloop_globals_minit(int module_number);
void evloop_globals_mshutdown(int module_number);

#endif
