/* SPDX-License-Identifier: MIT */
/*
 * Loop::isolate(): a loop within the loop. PHP's thread only.
 */
#ifndef EVLOOP_LOOP_ISOLATE_H
#define EVLOOP_LOOP_ISOLATE_H

#include "src/base/callback.h"

/* Run `main` (taken over) in a fresh loop, then close that. `result` is its, or an exception is thrown. */
void evloop_isolate(evloop_callback *main, zval *result);

#endif
