/* SPDX-License-Identifier: MIT */
/*
 * What browsers put into requests: forms with their files, and cookies. PHP's thread only; runs no PHP code.
 */
#ifndef EVLOOP_HTTP_FORM_H
#define EVLOOP_HTTP_FORM_H

#include "src/http/request.h"

/* The fields of a form into an array. False with an exception thrown; request->failure has the status then. */
bool evloop_http_form_parse(evloop_http_request *request, zend_string *body, zval *result);

void evloop_http_cookies_parse(const evloop_http_request *request, zval *result);

zend_result evloop_http_form_minit(int module_number);

#endif
