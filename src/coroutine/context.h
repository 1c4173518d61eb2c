/* SPDX-License-Identifier: MIT */
/*
 * The class Context: values that a coroutine hands down to what it starts. They are an array that is shared until somebody writes, so
 * handing them down is one reference. Who runs has them in a slot of its stack ({main}: of the globals); callbacks bring their own,
 * see base/callback.h. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_CONTEXT_H
#define EVLOOP_COROUTINE_CONTEXT_H

#include "php.h"

/* A request ends: {main}'s values go. */
void evloop_context_rshutdown(void);

zend_result evloop_context_minit(int module_number);

#endif
