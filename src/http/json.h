/* SPDX-License-Identifier: MIT */
/*
 * JSON by PHP's own encoder and decoder, with the options that fit HTTP. PHP's thread only; both may run PHP code.
 */
#ifndef EVLOOP_HTTP_JSON_H
#define EVLOOP_HTTP_JSON_H

#include "php.h"

/* A new string, or NULL with an exception thrown. */
zend_string *evloop_http_json_encode(zval *value);

/* `result` is left untouched when an exception was thrown. */
void evloop_http_json_decode(zval *result, const zend_string *text, bool associative);

#endif
