/* SPDX-License-Identifier: MIT */
/*
 * The face that the extension turns to PHP's build: its version and its module entry, nothing else.
 * The code's own headers live in src/.
 */
#ifndef PHP_EVLOOP_H
#define PHP_EVLOOP_H

#include "php.h"

#define PHP_EVLOOP_VERSION "0.1.0-dev"

extern zend_module_entry evloop_module_entry;
#define phpext_evloop_ptr &evloop_module_entry

#endif
