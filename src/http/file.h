/* SPDX-License-Identifier: MIT */
/*
 * Responses with a file: what the request's conditions and range make of it. The file is opened when the response is
 * made and shared by its copies, so that all of them send the same one. PHP's thread only.
 */
#ifndef EVLOOP_HTTP_FILE_H
#define EVLOOP_HTTP_FILE_H

#include "src/http/request.h"
#include "src/http/response.h"

/* The part of a file that is a response's body. */
typedef struct evloop_http_file {
	uint32_t references;
	int fd;
	uint64_t offset;
	uint64_t length;
} evloop_http_file;

void evloop_http_file_release(evloop_http_file *file);

/*
 * 200, 206, 304, 404, 412 or 416. `request` and `root` may be NULL. NULL with an exception thrown: the file cannot be
 * opened although it may be there.
 */
evloop_http_response *evloop_http_file_response(
	const zend_string *path, const evloop_http_request *request, const zend_string *root);

#endif
