/* SPDX-License-Identifier: MIT */
/*
 * The exceptions of the extension, and the one place where an error of the lower layers (a negative UV_E*) becomes one. Class
 * entries are written once, in MINIT, and read by any thread; throwing is for PHP's thread.
 */
#ifndef EVLOOP_BASE_ERROR_H
#define EVLOOP_BASE_ERROR_H

#include "src/base/site.h"

extern zend_class_entry *evloop_ce_exception;
extern zend_class_entry *evloop_ce_loop_exception;
extern zend_class_entry *evloop_ce_stream_exception;
extern zend_class_entry *evloop_ce_closed_exception;
extern zend_class_entry *evloop_ce_pending_operation_exception;
extern zend_class_entry *evloop_ce_socket_exception;
extern zend_class_entry *evloop_ce_dns_exception;
extern zend_class_entry *evloop_ce_tls_exception;
extern zend_class_entry *evloop_ce_process_exception;
extern zend_class_entry *evloop_ce_job_exception;
extern zend_class_entry *evloop_ce_file_exception;
extern zend_class_entry *evloop_ce_protocol_exception;
extern zend_class_entry *evloop_ce_timeout_exception;
extern zend_class_entry *evloop_ce_deadlock_exception;
extern zend_class_entry *evloop_ce_channel_closed_exception;
extern zend_class_entry *evloop_ce_rejected_exception;
extern zend_class_entry *evloop_ce_aggregate_exception;
extern zend_class_entry *evloop_ce_scope_exception;
extern zend_class_entry *evloop_ce_cancelled_error;

/*
 * Throw `ce` (SocketException, FileException, ProcessException or a child of them) for a negative UV_E*: "<what> failed: connection refused (ECONNREFUSED)", the errno
 * as code and its name in $name. `what` names the operation and the object: "connect tcp://127.0.0.1:1".
 */
void evloop_error_throw(zend_class_entry *ce, int status, const char *what, ...) ZEND_ATTRIBUTE_FORMAT(printf, 3, 4);

/* The same as an object with one reference, for where nobody can catch yet. */
zend_object *evloop_error_create(zend_class_entry *ce, int status, const char *what, ...)
	ZEND_ATTRIBUTE_FORMAT(printf, 3, 4);

/* An exception object of any class with a message, not thrown. */
zend_object *evloop_error_new(zend_class_entry *ce, const char *format, ...) ZEND_ATTRIBUTE_FORMAT(printf, 2, 3);

/* A CancelledError, not thrown; `reason` (borrowed, may be NULL) is its previous. */
zend_object *evloop_error_cancelled(const char *message, zend_object *reason);

/* `ce` (AggregateException or a child) with these exceptions (borrowed), the first as its previous; not thrown. */
zend_object *evloop_error_aggregate(zend_class_entry *ce, zend_object **exceptions, uint32_t count, const char *format,
	...) ZEND_ATTRIBUTE_FORMAT(printf, 4, 5);

static inline bool evloop_error_is_cancelled(const zend_object *exception)
{
	return instanceof_function(exception->ce, evloop_ce_cancelled_error);
}

/* A line for a trace that stands for no call: `what` says in brackets what happened at the site. */
void evloop_error_add_frame(zval *frames, const evloop_site *site, const char *what);

/* Behind what the exception's getTrace() has. */
void evloop_error_extend_trace(zend_object *exception, zend_array *frames);

/* Whether that was done before. */
bool evloop_error_is_extended(zend_object *exception);

/* Take the pending exception: the caller owns it, EG(exception) is clear. NULL if there is none. */
zend_object *evloop_error_take(void);

/* What the engine throws to unwind for exit() or a destroyed fiber: must be passed on, never reported or kept. */
bool evloop_error_is_unwind(zend_object *exception);

/* Throw an exception object that the caller owns, whatever its class. */
void evloop_error_rethrow(zend_object *exception);

zend_result evloop_error_minit(int module_number);

#endif
