/* SPDX-License-Identifier: MIT */
/*
 * The Set-Cookie header (RFC 6265 4.1). PHP's thread only.
 */
#ifndef EVLOOP_HTTP_COOKIE_H
#define EVLOOP_HTTP_COOKIE_H

#include "php.h"

/*
 * Its value from the three parameters of Response::withCookie(), a new string. NULL with an exception thrown that names
 * the parameter.
 */
zend_string *evloop_http_cookie(const zend_string *name, const zend_string *value, HashTable *options);

#endif
