/* SPDX-License-Identifier: MIT */
/*
 * Autoloading by several coroutines: while one loads a class, another that needs the same class waits for it. The engine's own guard
 * against recursion knows no coroutines: it would tell the second one that the class does not exist.
 */
#ifndef EVLOOP_COROUTINE_AUTOLOAD_H
#define EVLOOP_COROUTINE_AUTOLOAD_H

#include "src/coroutine/scheduler.h"

void evloop_autoload_shutdown(evloop_scheduler *scheduler);

zend_result evloop_autoload_minit(int module_number);

#endif
