/* SPDX-License-Identifier: MIT */
/*
 * select(): waiting for whatever of several arms comes first. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_SELECT_H
#define EVLOOP_COROUTINE_SELECT_H

#include "php.h"

/* Declared by the stub of the functions. */
PHP_FUNCTION(Evloop_select);

#endif
