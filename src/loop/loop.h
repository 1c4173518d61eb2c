/* SPDX-License-Identifier: MIT */
/*
 * The class Loop, and the automatic run at the end of the main script.
 */
#ifndef EVLOOP_LOOP_LOOP_H
#define EVLOOP_LOOP_LOOP_H

#include "php.h"

/* RINIT: the first of the shutdown functions runs what the script left to do. */
void evloop_loop_rinit(void);

zend_result evloop_loop_minit(int module_number);

#endif
