/* SPDX-License-Identifier: MIT */
/*
 * Dropping references along chains of any length. A promise frees its reactions, which drop the promises derived from it, which free
 * theirs; by evloop_release() a chain of a million goes with a bounded C stack: what lies deeper waits in a list for the outermost
 * call. PHP's thread only.
 */
#ifndef EVLOOP_BASE_RELEASE_H
#define EVLOOP_BASE_RELEASE_H

#include "php.h"

/* Drop what may be the last reference. May run destructors. */
void evloop_release_last(zend_object *object);

static inline void evloop_release(zend_object *object)
{
	if (EXPECTED(GC_REFCOUNT(object) > 1)) {
		OBJ_RELEASE(object);
	} else {
		evloop_release_last(object);
	}
}

/* A request begins: a fatal error may have left the list of the last one as it was. */
void evloop_release_rinit(void);

#endif
