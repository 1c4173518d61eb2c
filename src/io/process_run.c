/* SPDX-License-Identifier: MIT */
/*
 * Process::run() and its result: one process, its input and both outputs at once, in the coroutine that called. When that is unwound,
 * the process goes with it. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/base/object.h"
#include "src/io/process.h"
#include "zend_exceptions.h"

#include <signal.h>

#include "stubs/ProcessResult_arginfo.h"

enum { RESULT_STDOUT, RESULT_STDERR, RESULT_EXIT_CODE, RESULT_SIGNAL };

static zend_class_entry *ce_result;

/* NULL: it was not kept. */
static const evl_capture *kept_output(const evloop_process *self, int number)
{
	return self->captures[number].stream != NULL ? &self->captures[number] : NULL;
}

static const evl_capture *find_overflow(const evloop_process *self)
{
	for (int i = 1; i < 3; i++) {
		if (kept_output(self, i) != NULL && self->captures[i].overflowed) {
			return &self->captures[i];
		}
	}
	return NULL;
}

/* Ended, and so have its outputs, which others may hold open; or there is a reason not to wait for those. */
static bool is_over(const evloop_process *self)
{
	return find_overflow(self) != NULL ||
		   (evloop_process_has_ended(self) && (self->process->timed_out || evloop_process_is_drained(self)));
}

static zend_string *output_of(const evloop_process *self, int number)
{
	const evl_capture *capture = kept_output(self, number);
	size_t length = 0;
	const char *data = capture != NULL ? evl_capture_data(capture, &length) : NULL;

	return length > 0 ? zend_string_init(data, length, 0) : ZSTR_EMPTY_ALLOC();
}

static void make_result(const evloop_process *self, zval *result)
{
	const evl_process *process = self->process;
	zend_object *object;

	object_init_ex(result, ce_result);
	object = Z_OBJ_P(result);
	ZVAL_STR(OBJ_PROP_NUM(object, RESULT_STDOUT), output_of(self, 1));
	ZVAL_STR(OBJ_PROP_NUM(object, RESULT_STDERR), output_of(self, 2));
	ZVAL_NULL(OBJ_PROP_NUM(object, RESULT_EXIT_CODE));
	ZVAL_NULL(OBJ_PROP_NUM(object, RESULT_SIGNAL));
	ZVAL_LONG(OBJ_PROP_NUM(object, process->state == EVL_PROCESS_SIGNALED ? RESULT_SIGNAL : RESULT_EXIT_CODE),
		process->status);
}

static void throw_timeout(const evloop_start *start)
{
	zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "Process::run(): %s did not end within %g seconds",
		start->program, start->settings.timeout);
}

/* What is not taken is no failure. False with an exception thrown. */
static bool give_input(evloop_process *self, const zend_string *input)
{
	if (self->input == NULL) {
		return true;
	}
	if (ZSTR_LEN(input) == 0) {
		evl_stream_release(self->input);
		self->input = NULL;
	} else if (evl_stream_write_at_once(self->input, ZSTR_VAL(input), ZSTR_LEN(input)) == UV_ENOMEM) {
		evloop_error_throw(evloop_ce_process_exception, UV_ENOMEM, "Process::run(): keeping the input");
		return false;
	}
	return true;
}

/* False with an exception thrown. */
static bool run(evloop_process *self, const evloop_start *start, const zend_string *input)
{
	double timeout = start->settings.timeout;
	const evl_capture *overflow;

	if (!give_input(self, input)) {
		return false;
	}
	/* The time is the process's own; when that has ended, others that hold its outputs have no more of it. */
	if (timeout >= 0.0) {
		timeout += start->settings.grace + 1.0;
	}
	switch (evloop_process_wait(self, is_over, "Process::run", evloop_deadline(timeout))) {
	case EVLOOP_WAITED: break;
	case EVLOOP_WAITED_IN_VAIN: throw_timeout(start); return false;
	default: return false;
	}
	overflow = find_overflow(self);
	if (overflow != NULL) {
		zend_throw_exception_ex(evloop_ce_process_exception, 0,
			"Process::run(): %s wrote more than %zu bytes to its standard %s, and was killed", start->program,
			overflow->limit, overflow == &self->captures[1] ? "output" : "error");
		return false;
	}
	if (self->process->timed_out) {
		throw_timeout(start);
		return false;
	}
	return evloop_process_check_status(self, "Process::run");
}

PHP_METHOD(Evloop_Process, run)
{
	static const evloop_process_kept kept = {.tail = false};
	evloop_process *self = NULL;
	zend_array *command;
	zend_string *input = ZSTR_EMPTY_ALLOC();
	zend_object *options = NULL;
	evloop_start start;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ARRAY_HT(command)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(input)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_process_options)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	evloop_start_init(&start, "Process::run", 3, options);
	if (ZSTR_LEN(input) > 0 && start.settings.standard[0] != NULL &&
		evloop_source_kind_of(start.settings.standard[0]) != EVLOOP_SOURCE_PIPE) {
		zend_argument_value_error(2, "must be empty where the options name a stdin");
		RETURN_THROWS();
	}
	if (evloop_start_prepare(&start, command)) {
		self = evloop_process_start(&start, &kept);
	}
	if (self != NULL) {
		if (run(self, &start, input)) {
			make_result(self, return_value);
		}
		OBJ_RELEASE(&self->std);
	}
	evloop_start_free(&start);
}

PHP_METHOD(Evloop_ProcessResult, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_ProcessResult, isSuccess)
{
	const zval *code = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), RESULT_EXIT_CODE);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(Z_TYPE_P(code) == IS_LONG && Z_LVAL_P(code) == 0);
}

static zend_object *result_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	return object;
}

zend_result evloop_process_run_minit(int module_number)
{
	ce_result = register_class_Evloop_ProcessResult();
	/* With a function of its own a final class cannot be instantiated around its constructor. */
	ce_result->create_object = result_create_object;
	return SUCCESS;
}
