/* SPDX-License-Identifier: MIT */
/*
 * See process.h. The object owns the evl_process, and with it the life of the child: reactor/process.h says what releasing one does. Who
 * waits keeps the loop alive, a process by itself does not. PHP's thread only.
 */
#include "src/io/process.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/object.h"
#include "zend_exceptions.h"

#include <signal.h>

#include "stubs/Process_arginfo.h"

/* As the stub declares them; the three streams follow. */
enum { PROPERTY_PID, PROPERTY_STREAMS };

static zend_class_entry *ce_process;
static zend_object_handlers process_handlers;

static zend_object *process_create_object(zend_class_entry *ce)
{
	evloop_process *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &process_handlers;
	evl_list_init(&self->joiners);
	return &self->std;
}

static void process_free_object(zend_object *object)
{
	evloop_process *self = evloop_process_from_obj(object);

	if (self->process != NULL) {
		evl_process_release(self->process);
	}
	for (int i = 0; i < 3; i++) {
		evl_capture_close(&self->captures[i]);
	}
	if (self->input != NULL) {
		evl_stream_release(self->input);
	}
	zend_object_std_dtor(object);
}

static void on_ended(evl_process *process, void *owner)
{
	evloop_waiters_wake(&process->handle.loop->tick, &((evloop_process *) owner)->joiners);
}

static void on_captured(evl_capture *capture, void *owner)
{
	evloop_waiters_wake(&capture->stream->handle.loop->tick, &((evloop_process *) owner)->joiners);
}

static void on_input_readable(evl_stream *stream, void *owner)
{
}

/* All is taken, or nobody takes it any more: a pipe's end is its close. */
static void on_input_drained(evl_stream *stream, void *owner)
{
	evloop_process *self = owner;

	if (evl_stream_buffered(stream) == 0) {
		self->input = NULL;
		evl_stream_release(stream);
	}
}

static const evl_stream_ops input_ops = {.readable = on_input_readable, .drained = on_input_drained};

static int make_stream(evloop_process *self, const evloop_start *start, int fd, int number)
{
	static const char *const names[] = {"input", "output", "error"};
	int status;
	evloop_stream *stream =
		evloop_stream_of_pipe(fd, zend_strpprintf(0, "the standard %s of %s", names[number], start->program), &status);

	if (stream != NULL) {
		ZVAL_OBJ(OBJ_PROP_NUM(&self->std, PROPERTY_STREAMS + number), &stream->std);
	}
	return status;
}

static int keep(evloop_process *self, const evloop_start *start, const evloop_process_kept *kept, int fd, int number)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	evl_capture *capture = &self->captures[number];

	if (number == STDIN_FILENO) {
		return evl_stream_open_pipe(&self->input, loop, fd, &input_ops, self);
	}
	capture->changed = on_captured;
	capture->owner = self;
	return evl_capture_open(capture, loop, fd, start->settings.output_limit, kept->tail);
}

/* Our ends of the pipes, before anything is started. 0 or a negative UV_E*. */
static int take_pipes(evloop_process *self, evloop_start *start, const evloop_process_kept *kept)
{
	int status = 0;

	for (int i = 0; i < 3; i++) {
		ZVAL_NULL(OBJ_PROP_NUM(&self->std, PROPERTY_STREAMS + i));
	}
	for (int i = 0; i < 3 && status == 0; i++) {
		int fd = start->pipes[i];

		if (fd >= 0) {
			start->pipes[i] = -1;
			status = kept->streams[i] ? make_stream(self, start, fd, i) : keep(self, start, kept, fd, i);
		}
	}
	return status;
}

static int set_limit(evloop_process *self, const evloop_process_settings *settings)
{
	return settings->timeout < 0.0 ? 0
								   : evl_process_limit(self->process, evloop_duration_ns(settings->timeout),
										 evloop_duration_ns(settings->grace));
}

evloop_process *evloop_process_start(evloop_start *start, const evloop_process_kept *kept)
{
	evloop_process *self = evloop_process_from_obj(process_create_object(ce_process));
	evl_spawn_step step = EVL_SPAWN_START;
	int status = take_pipes(self, start, kept);

	if (status == 0) {
		status = evl_process_open(&self->process, &EVLOOP_G(runtime)->loop, &start->spawn, &step, on_ended, self);
	}
	if (status == 0) {
		ZVAL_LONG(OBJ_PROP_NUM(&self->std, PROPERTY_PID), self->process->pid);
		evloop_start_done(start);
		status = set_limit(self, &start->settings);
	}
	if (status != 0) {
		evloop_start_throw(start, status, step);
		OBJ_RELEASE(&self->std);
		return NULL;
	}
	return self;
}

/* While somebody waits, what is waited for keeps the loop alive. */
static void reference(evloop_process *self, bool referenced)
{
	evl_process_reference(self->process, referenced);
	for (int i = 0; i < 3; i++) {
		if (self->captures[i].stream != NULL) {
			evl_stream_reference(self->captures[i].stream, referenced);
		}
	}
}

evloop_waited evloop_process_wait(
	evloop_process *self, bool (*is_over)(const evloop_process *), const char *operation, uint64_t deadline)
{
	evloop_waited waited = EVLOOP_WAITED;

	while (!is_over(self) && waited == EVLOOP_WAITED) {
		evloop_waiter waiter = {.waiting = false};

		evl_list_append(&self->joiners, &waiter.link);
		reference(self, true);
		waited = evloop_waiter_wait(&waiter, &self->std, operation, evloop_deadline_left(deadline));
		evl_list_remove(&waiter.link);
		if (evl_list_is_empty(&self->joiners)) {
			reference(self, false);
		}
	}
	return waited == EVLOOP_WAITED_IN_VAIN && is_over(self) ? EVLOOP_WAITED : waited;
}

bool evloop_process_is_drained(const evloop_process *self)
{
	for (int i = 0; i < 3; i++) {
		if (self->captures[i].stream != NULL && !self->captures[i].ended) {
			return false;
		}
	}
	return true;
}

bool evloop_process_check_status(const evloop_process *self, const char *operation)
{
	if (self->process->state != EVL_PROCESS_LOST) {
		return true;
	}
	zend_throw_exception_ex(evloop_ce_process_exception, 0,
		self->process->parent == getpid()
			? "%s(): the status of process " ZEND_LONG_FMT " was taken by somebody else (pcntl_wait(), or SIGCHLD is "
			  "ignored), or its loop has ended"
			: "%s(): process " ZEND_LONG_FMT " is a child of the process that this one was forked from",
		operation, (zend_long) self->process->pid);
	return false;
}

bool evloop_process_join(evloop_process *self, const char *operation, double timeout, zend_long *code)
{
	switch (evloop_process_wait(self, evloop_process_has_ended, operation, evloop_deadline(timeout))) {
	case EVLOOP_WAITED: break;
	case EVLOOP_WAITED_IN_VAIN:
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "%s(): process %d did not end within %g seconds",
			operation, (int) self->process->pid, timeout);
		return false;
	default: return false;
	}
	*code = self->process->state == EVL_PROCESS_SIGNALED ? -self->process->status : self->process->status;
	return evloop_process_check_status(self, operation);
}

bool evloop_process_stop(evloop_process *self, const char *operation, double grace, zend_long *code)
{
	if (!evloop_process_has_ended(self)) {
		int status = evl_process_stop(self->process, evloop_duration_ns(grace));

		if (status != 0 && status != UV_ESRCH) {
			evloop_error_throw(evloop_ce_process_exception, status, "%s()", operation);
			return false;
		}
	}
	return evloop_process_join(self, operation, -1.0, code);
}

static evloop_process *this_process(zval *this)
{
	return evloop_process_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Process, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Process, spawn)
{
	static const evloop_process_kept kept = {.streams = {true, true, true}};
	evloop_process *self = NULL;
	zend_array *command;
	zend_object *options = NULL;
	evloop_start start;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(command)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_process_options)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	evloop_start_init(&start, "Process::spawn", 2, options);
	if (evloop_start_prepare(&start, command)) {
		self = evloop_process_start(&start, &kept);
	}
	evloop_start_free(&start);
	if (self != NULL) {
		RETURN_OBJ(&self->std);
	}
}

PHP_METHOD(Evloop_Process, join)
{
	double timeout = 0.0;
	bool no_timeout = true;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_timeout_take(&timeout, no_timeout, -1.0, 1) &&
		evloop_process_join(this_process(ZEND_THIS), "Process::join", timeout, &code)) {
		RETURN_LONG(code);
	}
}

PHP_METHOD(Evloop_Process, isRunning)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(!evloop_process_has_ended(this_process(ZEND_THIS)));
}

PHP_METHOD(Evloop_Process, getExitCode)
{
	const evl_process *process = this_process(ZEND_THIS)->process;

	ZEND_PARSE_PARAMETERS_NONE();
	if (process->state == EVL_PROCESS_EXITED) {
		RETURN_LONG(process->status);
	}
}

PHP_METHOD(Evloop_Process, getSignal)
{
	const evl_process *process = this_process(ZEND_THIS)->process;

	ZEND_PARSE_PARAMETERS_NONE();
	if (process->state == EVL_PROCESS_SIGNALED) {
		RETURN_LONG(process->status);
	}
}

PHP_METHOD(Evloop_Process, isTimedOut)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_process(ZEND_THIS)->process->timed_out);
}

PHP_METHOD(Evloop_Process, signal)
{
	evl_process *process = this_process(ZEND_THIS)->process;
	zend_long signum;
	int status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(signum)
	ZEND_PARSE_PARAMETERS_END();

	if (signum < 1 || signum >= NSIG) {
		zend_argument_value_error(1, "must be the number of a signal");
		RETURN_THROWS();
	}
	status = evl_process_signal(process, (int) signum);
	if (status != 0 && status != UV_ESRCH) {
		evloop_error_throw(evloop_ce_process_exception, status, "Process::signal() to process %d", (int) process->pid);
		RETURN_THROWS();
	}
	RETURN_BOOL(status == 0);
}

PHP_METHOD(Evloop_Process, kill)
{
	ZEND_PARSE_PARAMETERS_NONE();
	(void) evl_process_signal(this_process(ZEND_THIS)->process, SIGKILL);
}

PHP_METHOD(Evloop_Process, stop)
{
	double grace = 5.0;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(grace)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_duration_check(grace, 1) &&
		evloop_process_stop(this_process(ZEND_THIS), "Process::stop", grace, &code)) {
		RETURN_LONG(code);
	}
}

PHP_METHOD(Evloop_Process, detach)
{
	ZEND_PARSE_PARAMETERS_NONE();
	this_process(ZEND_THIS)->process->detached = true;
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

zend_result evloop_process_minit(int module_number)
{
	ce_process = register_class_Evloop_Process();
	ce_process->create_object = process_create_object;
	evloop_object_handlers(&process_handlers, XtOffsetOf(evloop_process, std));
	process_handlers.free_obj = process_free_object;
	return SUCCESS;
}
