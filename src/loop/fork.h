/* SPDX-License-Identifier: MIT */
/*
 * pcntl_fork() with a loop: in {main} with no coroutine alive, and the child begins with no loop at all.
 */
#ifndef EVLOOP_LOOP_FORK_H
#define EVLOOP_LOOP_FORK_H

#include "php.h"

zend_result evloop_fork_minit(int module_number);

#endif
