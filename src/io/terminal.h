/* SPDX-License-Identifier: MIT */
/*
 * The classes Terminal and TerminalSize. PHP's thread only.
 */
#ifndef EVLOOP_IO_TERMINAL_H
#define EVLOOP_IO_TERMINAL_H

#include "php.h"

/* The request ends: the terminal is given back, if a fatal error has jumped over who would have done it. */
void evloop_terminal_rshutdown(void);

zend_result evloop_terminal_minit(int module_number);

#endif
