/* SPDX-License-Identifier: MIT */
/*
 * Registers the exceptions of the extension and makes them from the error numbers of libuv. PHP's thread only.
 */
#include "src/base/error.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <string.h>
#include <uv.h>

#include "stubs/Exceptions_arginfo.h"

zend_class_entry *evloop_ce_exception;
zend_class_entry *evloop_ce_loop_exception;
zend_class_entry *evloop_ce_stream_exception;
zend_class_entry *evloop_ce_closed_exception;
zend_class_entry *evloop_ce_pending_operation_exception;
zend_class_entry *evloop_ce_socket_exception;
zend_class_entry *evloop_ce_dns_exception;
zend_class_entry *evloop_ce_tls_exception;
zend_class_entry *evloop_ce_process_exception;
zend_class_entry *evloop_ce_job_exception;
zend_class_entry *evloop_ce_file_exception;
zend_class_entry *evloop_ce_protocol_exception;
zend_class_entry *evloop_ce_timeout_exception;
zend_class_entry *evloop_ce_deadlock_exception;
zend_class_entry *evloop_ce_channel_closed_exception;
zend_class_entry *evloop_ce_rejected_exception;
zend_class_entry *evloop_ce_aggregate_exception;
zend_class_entry *evloop_ce_scope_exception;
zend_class_entry *evloop_ce_cancelled_error;

static zend_object *exception_create(zend_class_entry *ce, zend_string *message)
{
	zval exception;

	object_init_ex(&exception, ce);
	/* The property is protected: Error and Exception each have their own. */
	zend_update_property_str(instanceof_function(ce, zend_ce_error) ? zend_ce_error : zend_ce_exception,
		Z_OBJ(exception), ZEND_STRL("message"), message);
	zend_string_release(message);
	return Z_OBJ(exception);
}

/* Those that a program meets and libuv has no name for. */
static const struct {
	int error;
	const char *name;
} more_names[] = {
	{ENOEXEC, "ENOEXEC"},
	{ECHILD, "ECHILD"},
	{EDQUOT, "EDQUOT"},
	{ESTALE, "ESTALE"},
	{EDEADLK, "EDEADLK"},
	{ENOLCK, "ENOLCK"},
};

/* Its name and its text: uv_err_name() would allocate one for what it does not know. */
static const char *error_name(int status, const char **text)
{
	for (size_t i = 0; i < sizeof(more_names) / sizeof(more_names[0]); i++) {
		if (status == -more_names[i].error) {
			*text = strerror(-status);
			return more_names[i].name;
		}
	}
	*text = uv_strerror(status);
	return uv_err_name(status);
}

static zend_object *create_from_status(zend_class_entry *ce, int status, const char *what, va_list arguments)
{
	zend_string *subject = zend_vstrpprintf(0, what, arguments);
	const char *text;
	const char *name = error_name(status, &text);
	zend_object *exception =
		exception_create(ce, zend_strpprintf(0, "%s failed: %s (%s)", ZSTR_VAL(subject), text, name));

	zend_string_release(subject);
	zend_update_property_long(zend_ce_exception, exception, ZEND_STRL("code"), -status);
	zend_update_property_string(ce, exception, ZEND_STRL("name"), name);
	return exception;
}

zend_object *evloop_error_create(zend_class_entry *ce, int status, const char *what, ...)
{
	va_list arguments;

	va_start(arguments, what);
	zend_object *exception = create_from_status(ce, status, what, arguments);
	va_end(arguments);
	return exception;
}

void evloop_error_throw(zend_class_entry *ce, int status, const char *what, ...)
{
	va_list arguments;

	va_start(arguments, what);
	zend_object *exception = create_from_status(ce, status, what, arguments);
	va_end(arguments);
	zend_throw_exception_internal(exception);
}

zend_object *evloop_error_new(zend_class_entry *ce, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	zend_string *message = zend_vstrpprintf(0, format, arguments);
	va_end(arguments);
	return exception_create(ce, message);
}

zend_object *evloop_error_cancelled(const char *message, zend_object *reason)
{
	zend_object *error = evloop_error_new(evloop_ce_cancelled_error, "%s", message);

	if (reason != NULL) {
		/* Takes over a reference. */
		GC_ADDREF(reason);
		zend_exception_set_previous(error, reason);
	}
	return error;
}

zend_object *evloop_error_aggregate(
	zend_class_entry *ce, zend_object **exceptions, uint32_t count, const char *format, ...)
{
	zend_object *aggregate;
	va_list arguments;
	zval list;

	va_start(arguments, format);
	aggregate = exception_create(ce, zend_vstrpprintf(0, format, arguments));
	va_end(arguments);
	array_init_size(&list, count);
	for (uint32_t i = 0; i < count; i++) {
		zval exception;

		GC_ADDREF(exceptions[i]);
		ZVAL_OBJ(&exception, exceptions[i]);
		add_next_index_zval(&list, &exception);
	}
	zend_update_property(evloop_ce_aggregate_exception, aggregate, ZEND_STRL("exceptions"), &list);
	zval_ptr_dtor(&list);
	/* Takes over a reference. */
	GC_ADDREF(exceptions[0]);
	zend_exception_set_previous(aggregate, exceptions[0]);
	return aggregate;
}

void evloop_error_add_frame(zval *frames, const evloop_site *site, const char *what)
{
	zval frame;

	array_init_size(&frame, 3);
	if (site->file != NULL) {
		add_assoc_str(&frame, "file", zend_string_copy(site->file));
		add_assoc_long(&frame, "line", site->line);
	}
	add_assoc_string(&frame, "function", what);
	add_next_index_zval(frames, &frame);
}

/* The exception's own property, whatever a subclass calls its own; one reference. False when somebody made something else of it. */
static bool read_trace(zend_object *exception, zval *trace)
{
	zval scratch;

	ZVAL_COPY_DEREF(
		trace, zend_read_property(zend_get_exception_base(exception), exception, ZEND_STRL("trace"), true, &scratch));
	if (EXPECTED(Z_TYPE_P(trace) == IS_ARRAY)) {
		return true;
	}
	zval_ptr_dtor(trace);
	return false;
}

void evloop_error_extend_trace(zend_object *exception, zend_array *frames)
{
	zval trace;
	zval *frame;

	if (!read_trace(exception, &trace)) {
		return;
	}
	SEPARATE_ARRAY(&trace);
	ZEND_HASH_FOREACH_VAL (frames, frame) {
		Z_TRY_ADDREF_P(frame);
		add_next_index_zval(&trace, frame);
	}
	ZEND_HASH_FOREACH_END();
	zend_update_property(zend_get_exception_base(exception), exception, ZEND_STRL("trace"), &trace);
	zval_ptr_dtor(&trace);
}

bool evloop_error_is_extended(zend_object *exception)
{
	zval trace;
	zval *last;
	zval *function;
	bool extended = false;

	if (!read_trace(exception, &trace)) {
		return true; /* by nobody, but it cannot be */
	}
	last = zend_hash_index_find(Z_ARR(trace), zend_hash_num_elements(Z_ARR(trace)) - 1);
	if (last != NULL && Z_TYPE_P(last) == IS_ARRAY) {
		function = zend_hash_find_known_hash(Z_ARR_P(last), ZSTR_KNOWN(ZEND_STR_FUNCTION));
		extended = function != NULL && Z_TYPE_P(function) == IS_STRING && Z_STRVAL_P(function)[0] == '[';
	}
	zval_ptr_dtor(&trace);
	return extended;
}

zend_object *evloop_error_take(void)
{
	zend_object *exception = EG(exception);

	if (exception == NULL) {
		return NULL;
	}
	GC_ADDREF(exception);
	zend_clear_exception();
	return exception;
}

bool evloop_error_is_unwind(zend_object *exception)
{
	return zend_is_unwind_exit(exception) || zend_is_graceful_exit(exception);
}

void evloop_error_rethrow(zend_object *exception)
{
	/* Not zend_throw_exception_object(): it insists on a Throwable, and an unwinding exit is none. */
	zend_throw_exception_internal(exception);
}

PHP_METHOD(Evloop_AggregateException, getExceptions)
{
	zval *exceptions;
	zval scratch;

	ZEND_PARSE_PARAMETERS_NONE();
	exceptions =
		zend_read_property(evloop_ce_aggregate_exception, Z_OBJ_P(ZEND_THIS), ZEND_STRL("exceptions"), true, &scratch);
	RETURN_COPY_DEREF(exceptions);
}

zend_result evloop_error_minit(int module_number)
{
	evloop_ce_exception = register_class_Evloop_Exception(zend_ce_throwable);
	evloop_ce_loop_exception = register_class_Evloop_LoopException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_stream_exception = register_class_Evloop_StreamException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_closed_exception = register_class_Evloop_ClosedException(evloop_ce_stream_exception);
	evloop_ce_pending_operation_exception = register_class_Evloop_PendingOperationException(evloop_ce_stream_exception);
	evloop_ce_socket_exception = register_class_Evloop_SocketException(evloop_ce_stream_exception);
	evloop_ce_dns_exception = register_class_Evloop_DnsException(evloop_ce_socket_exception);
	evloop_ce_tls_exception = register_class_Evloop_TlsException(evloop_ce_socket_exception);
	evloop_ce_process_exception = register_class_Evloop_ProcessException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_job_exception = register_class_Evloop_JobException(evloop_ce_process_exception);
	evloop_ce_file_exception = register_class_Evloop_FileException(evloop_ce_stream_exception);
	evloop_ce_protocol_exception =
		register_class_Evloop_ProtocolException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_timeout_exception = register_class_Evloop_TimeoutException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_deadlock_exception =
		register_class_Evloop_DeadlockException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_channel_closed_exception =
		register_class_Evloop_ChannelClosedException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_rejected_exception =
		register_class_Evloop_RejectedException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_aggregate_exception =
		register_class_Evloop_AggregateException(spl_ce_RuntimeException, evloop_ce_exception);
	evloop_ce_scope_exception = register_class_Evloop_ScopeException(evloop_ce_aggregate_exception);
	evloop_ce_cancelled_error = register_class_Evloop_CancelledError(zend_ce_error);
	return SUCCESS;
}
