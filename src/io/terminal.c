/* SPDX-License-Identifier: MIT */
/*
 * The class Terminal: what reactor/terminal.h and core/key.h do, for PHP. A mode that is on belongs to the call of raw() or readSecret(),
 * which leaves it when its body has returned or unwinds; a fatal error jumps over that, and the end of the request leaves it then. PHP's
 * thread only.
 */
#include "src/io/terminal.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/core/key.h"
#include "src/io/stream.h"
#include "src/loop/watcher.h"
#include "src/reactor/terminal.h"
#include "zend_exceptions.h"

#include <signal.h>
#include <unistd.h>

#include "stubs/TerminalSize_arginfo.h"
#include "stubs/Terminal_arginfo.h"

#define COLUMNS 80
#define ROWS    24
/* So long after an ESC nothing has to follow that it is the key. */
#define ESCAPE_SECONDS 0.05
#define SECRET_MAX     4096

static zend_class_entry *ce_terminal_size;
static zend_object_handlers terminal_size_handlers;
/* As evloop_watcher_signalled, whose arguments it has instead of the signal's; written in MINIT. */
static evloop_watcher_kind resize_kind;

PHP_METHOD(Evloop_Terminal, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_TerminalSize, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *terminal_size_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &terminal_size_handlers;
	return object;
}

/* From the environment, where the terminal does not say it. */
static unsigned number_from(const char *variable, unsigned fallback)
{
	const char *text = getenv(variable);
	unsigned long number = text != NULL ? strtoul(text, NULL, 10) : 0;

	return number > 0 && number <= 100000 ? (unsigned) number : fallback;
}

static void make_size(zval *result, const int *fds, size_t count)
{
	unsigned columns = 0, rows = 0;
	size_t i = 0;

	while (i < count && evl_terminal_size(fds[i], &columns, &rows) != 0) {
		i++;
	}
	object_init_ex(result, ce_terminal_size);
	ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(result), 0), columns > 0 ? columns : number_from("COLUMNS", COLUMNS));
	ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(result), 1), rows > 0 ? rows : number_from("LINES", ROWS));
}

static void make_standard_size(zval *result)
{
	static const int fds[] = {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO};

	make_size(result, fds, sizeof(fds) / sizeof(fds[0]));
}

static int descriptor_of(const evloop_stream *stream)
{
	return stream->stream != NULL ? evl_stream_fd(stream->stream) : -1;
}

PHP_METHOD(Evloop_Terminal, isTerminal)
{
	zend_object *stream;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(stream, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	RETURN_BOOL(evl_terminal_is(descriptor_of(evloop_stream_from_obj(stream))));
}

PHP_METHOD(Evloop_Terminal, size)
{
	zend_object *stream = NULL;
	int fd;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(stream, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	if (stream == NULL) {
		make_standard_size(return_value);
		return;
	}
	fd = descriptor_of(evloop_stream_from_obj(stream));
	make_size(return_value, &fd, 1);
}

static uint32_t resize_arguments(evloop_watcher *watcher, zval *arguments)
{
	make_standard_size(&arguments[0]);
	return 1;
}

PHP_METHOD(Evloop_Terminal, onResize)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_watcher *watcher;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	watcher = evloop_watcher_new(&resize_kind, &fci, &fcc);
	if (watcher == NULL) {
		RETURN_THROWS();
	}
	watcher->signum = SIGWINCH;
	watcher->flags |= EVLOOP_WATCHER_UNREFERENCED;
	if (!evloop_watcher_enable(watcher)) {
		evloop_watcher_cancel(watcher);
		OBJ_RELEASE(&watcher->std);
		RETURN_THROWS();
	}
	RETURN_OBJ(&watcher->std);
}

/* The one that was given, or the standard input; borrowed. NULL with an exception thrown. */
static evloop_stream *terminal_or_stdin(zend_object *given)
{
	return given != NULL ? evloop_stream_from_obj(given) : evloop_stdio(STDIN_FILENO);
}

static evl_loop *loop_now(void)
{
	return EVLOOP_G(runtime) != NULL ? &EVLOOP_G(runtime)->loop : NULL;
}

/* False with an exception thrown. */
static bool enter(unsigned *ticket, const evloop_stream *stream, unsigned flags, const char *operation)
{
	int status;

	if (!evloop_stream_check_open(stream, operation)) {
		return false;
	}
	status = evl_terminal_enter(ticket, loop_now(), evl_stream_fd(stream->stream), flags);
	if (status == 0) {
		return true;
	}
	if (status == UV_EBUSY) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0,
			"Terminal::%s(): another terminal is in use, or too many calls inside each other", operation);
	} else if (!evl_terminal_is(evl_stream_fd(stream->stream))) {
		zend_throw_exception_ex(
			evloop_ce_stream_exception, 0, "Terminal::%s(): %s is no terminal", operation, evloop_stream_name(stream));
	} else {
		evloop_error_throw(evloop_ce_socket_exception, status, "Terminal::%s()", operation);
	}
	return false;
}

PHP_METHOD(Evloop_Terminal, raw)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	bool signals = true;
	zend_object *given = NULL;
	evloop_callback body;
	evloop_stream *stream;
	unsigned ticket;
	zval argument;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(signals)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(given, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	stream = terminal_or_stdin(given);
	if (stream == NULL || !enter(&ticket, stream, signals ? EVL_TERMINAL_SIGNALS : 0, "raw")) {
		RETURN_THROWS();
	}
	ZVAL_OBJ_COPY(&argument, &stream->std);
	evloop_callback_init_now(&body, &fci, &fcc);
	evloop_callback_call(&body, return_value, 1, &argument);
	evl_terminal_leave(ticket, loop_now());
	evloop_callback_free(&body);
	zval_ptr_dtor(&argument);
}

/* The first key of what is there or comes. False with an exception thrown; null at the end. */
static bool read_key(evloop_stream *self, double timeout, zval *result)
{
	size_t length, buffered;

	if (!evloop_stream_gather(self, 1, timeout, "readKey")) {
		return false;
	}
	for (;;) {
		evl_buf *in = &self->stream->in;

		buffered = in->length;
		length = evl_key_length(evl_buf_data(in), buffered);
		if (length > 0 || buffered == 0 || self->stream->read_status != 0) {
			break;
		}
		if (!evloop_stream_gather_for(self, buffered + 1, ESCAPE_SECONDS, "readKey")) {
			return false;
		}
		if (self->stream->in.length == buffered) {
			break;
		}
	}
	if (buffered == 0) {
		ZVAL_NULL(result);
		return evloop_stream_read_end(self, "readKey");
	}
	if (length == 0) {
		length = buffered;
	}
	ZVAL_STRINGL_FAST(result, evl_buf_data(&self->stream->in), length);
	evl_stream_consume(self->stream, length);
	return true;
}

PHP_METHOD(Evloop_Terminal, readKey)
{
	double timeout = -1.0;
	bool no_timeout = true;
	zend_object *given = NULL;
	evloop_stream *stream;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(given, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 1)) {
		RETURN_THROWS();
	}
	stream = terminal_or_stdin(given);
	if (stream == NULL) {
		RETURN_THROWS();
	}
	GC_ADDREF(&stream->std);
	read_key(stream, timeout, return_value);
	OBJ_RELEASE(&stream->std);
}

static bool write_prompt(zend_string *prompt)
{
	evloop_stream *stderr_stream = ZSTR_LEN(prompt) > 0 ? evloop_stdio(STDERR_FILENO) : NULL;

	if (ZSTR_LEN(prompt) == 0) {
		return true;
	}
	return stderr_stream != NULL && evloop_stream_write(stderr_stream, ZSTR_VAL(prompt), ZSTR_LEN(prompt), -1.0);
}

PHP_METHOD(Evloop_Terminal, readSecret)
{
	zend_string *prompt = ZSTR_EMPTY_ALLOC();
	evloop_stream *stream;
	unsigned ticket = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(prompt)
	ZEND_PARSE_PARAMETERS_END();

	stream = evloop_stdio(STDIN_FILENO);
	if (stream == NULL || !evloop_stream_check_open(stream, "readSecret")) {
		RETURN_THROWS();
	}
	if (!evl_terminal_is(evl_stream_fd(stream->stream))) {
		evloop_stream_read_line(stream, SECRET_MAX, return_value);
		return;
	}
	if (!enter(&ticket, stream, EVL_TERMINAL_LINES | EVL_TERMINAL_SIGNALS, "readSecret")) {
		RETURN_THROWS();
	}
	GC_ADDREF(&stream->std);
	if (write_prompt(prompt)) {
		evloop_stream_read_line(stream, SECRET_MAX, return_value);
	}
	evl_terminal_leave(ticket, loop_now());
	OBJ_RELEASE(&stream->std);
}

void evloop_terminal_rshutdown(void)
{
	evl_terminal_reset(loop_now());
}

zend_result evloop_terminal_minit(int module_number)
{
	register_class_Evloop_Terminal();
	ce_terminal_size = register_class_Evloop_TerminalSize();
	ce_terminal_size->create_object = terminal_size_create_object;
	evloop_object_handlers(&terminal_size_handlers, 0);
	resize_kind = evloop_watcher_signalled;
	resize_kind.arguments = resize_arguments;
	return SUCCESS;
}
