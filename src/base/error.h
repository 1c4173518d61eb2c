/* SPDX-License-Identifier: MIT */
/*
 * The exceptions of the extension. Class entries are written once, in MINIT, and read by any thread.
 */
#ifndef EVLOOP_BASE_ERROR_H
#define EVLOOP_BASE_ERROR_H

#include "php.h"

extern zend_class_entry *evloop_ce_exception;

zend_result evloop_error_minit(int module_number);

#endif
