/* SPDX-License-Identifier: MIT */
/*
 * The class RequestBody: a request's body as a ReadableStream. It holds its request and has no state of its own.
 */
#ifndef EVLOOP_HTTP_REQUEST_BODY_H
#define EVLOOP_HTTP_REQUEST_BODY_H

#include "src/http/request.h"

/* One reference, the caller's. */
zend_object *evloop_http_request_body_create(evloop_http_request *request);

zend_result evloop_http_request_body_minit(int module_number);

#endif
