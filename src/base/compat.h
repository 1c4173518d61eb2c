/* SPDX-License-Identifier: MIT */
/*
 * The differences between the supported PHP versions (8.2 to 8.5). This is the only file that may ask for
 * PHP_VERSION_ID; the rest of the code uses the names that it defines. Header only, any thread.
 */
#ifndef EVLOOP_BASE_COMPAT_H
#define EVLOOP_BASE_COMPAT_H

#include "php.h"

#if PHP_VERSION_ID < 80204
#error "evloop needs PHP 8.2.4 or newer"
#endif

#endif
