/* SPDX-License-Identifier: MIT */
/*
 * See file.h: opening, and what a File adds to reading and writing. PHP's thread only.
 */
#include "src/io/file.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/reactor/stream_disk.h"
#include "main/php_open_temporary_file.h"
#include "zend_exceptions.h"

#include <fcntl.h>
#include <unistd.h>

#include "stubs/File_arginfo.h"

zend_class_entry *evloop_ce_file;
static zend_object_handlers file_handlers;

static evloop_file *file_of(evloop_stream *stream)
{
	return EVL_CONTAINER_OF(stream, evloop_file, stream);
}

/* A file of temp() goes with its descriptor; not that of a child that was forked meanwhile. */
static void file_closed(evloop_stream *stream)
{
	evloop_file *self = file_of(stream);
	evloop_runtime *runtime = evloop_runtime_if_alive();
	evl_fs *fs;

	if (self->removes_it != getpid()) {
		return;
	}
	self->removes_it = 0;
	fs = runtime != NULL ? evl_fs_new(EVL_FS_REMOVE, ZSTR_VAL(self->path), NULL) : NULL;
	if (fs != NULL && !runtime->loop.muted) {
		evl_fs_start_alone(fs, &runtime->loop);
		return;
	}
	if (fs != NULL) {
		evl_fs_free(fs);
	}
	(void) unlink(ZSTR_VAL(self->path));
}

/* Who writes, or waits for what was written. NULL: nobody. */
static evloop_waiter *first_writer(const evloop_stream *stream)
{
	const evl_list *queue = !evl_list_is_empty(&stream->writers) ? &stream->writers : &stream->drainers;

	return evl_list_is_empty(queue) ? NULL : EVL_CONTAINER_OF(queue->next, evloop_waiter, link);
}

static bool throw_pending(const evloop_stream *stream, const evloop_waiter *waiter, const char *operation)
{
	evloop_waiter_throw_pending(waiter, operation, evloop_stream_name(stream));
	return false;
}

/* The end is looked for anew when all before it was read, and a failure that was told is over. */
static bool file_may_read(evloop_stream *stream, const char *operation)
{
	evl_stream *file = stream->stream;

	if (UNEXPECTED(stream->unreadable)) {
		evloop_stream_throw(stream, UV_EBADF, operation, "from");
		return false;
	}
	if (file->disk == NULL) {
		return true;
	}
	if (UNEXPECTED(evl_stream_buffered(file) > 0 || first_writer(stream) != NULL)) {
		if (first_writer(stream) != NULL) {
			return throw_pending(stream, first_writer(stream), operation);
		}
		if (!evloop_stream_drain(stream, -1.0)) {
			return false;
		}
	}
	file->disk->once = true;
	if (file->in.length > 0) {
		return true;
	}
	if (file->read_status == UV_EOF || file->disk->failure_told) {
		evl_disk_look_again(file);
	}
	evl_disk_read_cached(file);
	return true;
}

static bool file_may_write(evloop_stream *stream, const char *operation)
{
	evl_stream *file = stream->stream;

	if (UNEXPECTED(!file_of(stream)->writable)) {
		evloop_stream_throw(stream, UV_EBADF, operation, "to");
		return false;
	}
	if (file->disk == NULL) {
		return true;
	}
	if (UNEXPECTED(stream->reader != NULL)) {
		return throw_pending(stream, &stream->reader->waiter, operation);
	}
	/* Those who still wait have not seen it yet. */
	if (UNEXPECTED(file->disk->failure_told) && first_writer(stream) == NULL) {
		evl_disk_look_again(file);
	}
	return true;
}

/* All that was buffered until now has left, or failed. */
static bool file_written(evloop_stream *stream, const char *operation, double timeout)
{
	uint64_t deadline = evloop_deadline(timeout);
	uint64_t mark = stream->stream->written;

	while (stream->stream->disk != NULL) {
		const evl_stream *file = stream->stream;
		evloop_drainer drainer = {.mark = mark};
		evloop_waited waited;

		if (UNEXPECTED(file->disk->failed_from < mark && mark <= file->disk->failed_to)) {
			evloop_stream_throw(stream, file->disk->failed_status, operation, "to");
			return false;
		}
		if (file->written - evl_stream_buffered(file) >= mark) {
			return true;
		}
		evl_list_append(&stream->drainers, &drainer.waiter.link);
		waited = evloop_waiter_wait(&drainer.waiter, &stream->std, operation, evloop_deadline_left(deadline));
		evl_list_remove(&drainer.waiter.link);
		if (waited == EVLOOP_WAITED_THROWN) {
			return false;
		}
		if (stream->stream == NULL) {
			return drainer.left || evloop_stream_check_still_open(stream, operation);
		}
		if (waited == EVLOOP_WAITED_IN_VAIN) {
			zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "%s() to %s: not written within %g seconds",
				operation, evloop_stream_name(stream), timeout);
			return false;
		}
	}
	return true;
}

static const evloop_stream_kind file_kind = {
	.closed = file_closed,
	.may_read = file_may_read,
	.may_write = file_may_write,
	.written = file_written,
	.error = &evloop_ce_file_exception,
};

bool evloop_file_settle(evloop_file *self, const char *operation)
{
	evloop_stream *stream = &self->stream;

	if (!evloop_stream_check_open(stream, operation)) {
		return false;
	}
	if (stream->reader != NULL) {
		return throw_pending(stream, &stream->reader->waiter, operation);
	}
	if (first_writer(stream) != NULL) {
		return throw_pending(stream, first_writer(stream), operation);
	}
	return evl_stream_buffered(stream->stream) == 0 || evloop_stream_drain(stream, -1.0);
}

/* fopen()'s letters; -1 for others. */
static int flags_of(const char *mode)
{
	static const struct {
		char letter;
		int flags;
	} modes[] = {
		{'r', 0}, {'w', O_CREAT | O_TRUNC}, {'a', O_CREAT | O_APPEND}, {'x', O_CREAT | O_EXCL}, {'c', O_CREAT}};
	int flags = -1;

	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (mode[0] == modes[i].letter) {
			flags = modes[i].flags;
		}
	}
	if (flags < 0 || strlen(mode) > 5 || strspn(mode + 1, "+bten") != strlen(mode + 1)) {
		return -1;
	}
	return flags | (strchr(mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY);
}

static zend_object *file_create_object(zend_class_entry *ce)
{
	evloop_file *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->stream.std, ce);
	self->stream.std.handlers = &file_handlers;
	evloop_stream_init(&self->stream, &file_kind);
	return &self->stream.std;
}

static void file_free_object(zend_object *object)
{
	evloop_file *self = evloop_file_from_obj(object);
	zend_string *path = self->path;

	evloop_stream_free(&self->stream);
	if (path != NULL) {
		zend_string_release(path);
	}
}

/* What the poller can wait for is not given to a thread, which it could hold for ever. */
static bool is_waited_for(const evl_fs *fs)
{
	return S_ISFIFO(fs->facts.st_mode) || S_ISSOCK(fs->facts.st_mode) || (S_ISCHR(fs->facts.st_mode) && fs->flag);
}

/* Over what the request has opened; it is freed. NULL with an exception thrown. */
static evloop_file *attach(
	const evloop_fs_call *call, evl_fs *fs, const zend_string *path, int flags, const evloop_stream_settings *settings)
{
	evloop_file *self = evloop_file_from_obj(file_create_object(evloop_ce_file));
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	evl_stream *stream;
	int status;

	status = is_waited_for(fs) ? evl_stream_open_pipe(&stream, loop, fs->fd, &evloop_stream_ops, &self->stream)
							   : evl_stream_open_disk(&stream, loop, fs->fd, fs->offset >= 0, fs->offset,
									 (flags & O_APPEND) != 0, &evloop_stream_ops, &self->stream);
	fs->fd = -1;
	if (status != 0) {
		evloop_fs_throw(call, status);
		evl_fs_free(fs);
		OBJ_RELEASE(&self->stream.std);
		return NULL;
	}
	evloop_stream_attach(&self->stream, stream, settings);
	self->stream.unreadable = (flags & O_ACCMODE) == O_WRONLY;
	self->writable = (flags & O_ACCMODE) != O_RDONLY;
	self->stream.ended = !self->writable;
	self->stream.name = zend_string_copy((zend_string *) path);
	self->path = fs->op == EVL_FS_TEMP ? zend_string_init(fs->data, fs->size, false)
									   : zend_string_init(fs->path, strlen(fs->path), false);
	self->removes_it = fs->op == EVL_FS_TEMP ? getpid() : 0;
	evl_fs_free(fs);
	return self;
}

/* Nobody reads a pipe yet, or somebody has a lease on the file. */
static bool is_to_be_tried_again(int status)
{
	return status == UV_ENXIO || status == UV_EAGAIN;
}

evloop_file *evloop_file_open(
	const evloop_fs_call *call, const zend_string *path, const char *mode, const evloop_stream_settings *settings)
{
	uint64_t deadline = evloop_deadline(call->timeout);
	int flags = flags_of(mode);
	double pause = 0.0;

	if (flags < 0) {
		zend_argument_value_error(
			2, "must be a mode of fopen(): one of r, w, a, x and c, and behind it +, b, t, e or n, \"%s\" given", mode);
		return NULL;
	}
	for (;;) {
		evl_fs *fs = evloop_fs_new(call, EVL_FS_OPEN, path, NULL, 1);

		if (fs == NULL) {
			return NULL;
		}
		fs->flags = flags;
		fs->mode = 0666;
		fs = evloop_fs_run(call, fs);
		if (fs == NULL) {
			return NULL;
		}
		if (fs->work.status == 0) {
			return attach(call, fs, path, flags, settings);
		}
		if (!is_to_be_tried_again(fs->work.status)) {
			evloop_fs_throw(call, fs->work.status);
			evl_fs_free(fs);
			return NULL;
		}
		evl_fs_free(fs);
		if (!evloop_fs_pause(call, &pause, deadline)) {
			return NULL;
		}
	}
}

PHP_METHOD(Evloop_File, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_File, open)
{
	evloop_fs_call call = {.operation = "open"};
	evloop_stream_settings settings;
	zend_string *path;
	char *mode = "r";
	size_t mode_length = 1;
	zend_object *options = NULL;
	bool no_timeout = true;
	evloop_file *file;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_STRING(mode, mode_length)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_stream_options)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 4)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	evloop_stream_settings_read(&settings, options, NULL);
	file = evloop_file_open(&call, path, mode, &settings);
	if (file == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ(&file->stream.std);
}

static evloop_file *open_temp(const evloop_fs_call *call, zend_string *folder, const char *prefix, zend_object *options)
{
	evloop_stream_settings settings;
	evl_fs *fs = evloop_fs_new(call, EVL_FS_TEMP, folder, NULL, 1);
	evloop_file *file;
	zend_string *path;

	if (fs == NULL) {
		return NULL;
	}
	if (!evl_fs_set_second(fs, prefix)) {
		evl_fs_free(fs);
		fs = NULL;
	}
	fs = evloop_fs_do(call, fs);
	if (fs == NULL) {
		return NULL;
	}
	evloop_stream_settings_read(&settings, options, NULL);
	path = zend_string_init(fs->data, fs->size, false);
	file = attach(call, fs, path, O_RDWR, &settings);
	zend_string_release(path);
	return file;
}

PHP_METHOD(Evloop_File, temp)
{
	evloop_fs_call call = {.operation = "temp", .timeout = -1.0};
	zend_string *folder = NULL;
	zend_string *prefix = NULL;
	zend_object *options = NULL;
	zend_string *standard;
	evloop_file *file;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(folder)
		Z_PARAM_STR(prefix)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_stream_options)
	ZEND_PARSE_PARAMETERS_END();

	if (prefix != NULL && (strlen(ZSTR_VAL(prefix)) != ZSTR_LEN(prefix) || strchr(ZSTR_VAL(prefix), '/') != NULL)) {
		zend_argument_value_error(2, "must be the beginning of a name, without a slash or a null byte");
		RETURN_THROWS();
	}
	standard = zend_string_init(php_get_temporary_directory(), strlen(php_get_temporary_directory()), false);
	call.subject = ZSTR_VAL(folder != NULL ? folder : standard);
	file = open_temp(&call, folder != NULL ? folder : standard, prefix != NULL ? ZSTR_VAL(prefix) : "evloop-", options);
	zend_string_release(standard);
	if (file == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ(&file->stream.std);
}

PHP_METHOD(Evloop_File, path)
{
	const evloop_file *self = evloop_file_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (self->path == NULL) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR_COPY(self->path);
}

zend_result evloop_file_minit(int module_number)
{
	evloop_ce_file = register_class_Evloop_File(evloop_ce_stream);
	evloop_ce_file->create_object = file_create_object;
	evloop_object_handlers(&file_handlers, XtOffsetOf(evloop_file, stream) + XtOffsetOf(evloop_stream, std));
	file_handlers.free_obj = file_free_object;
	file_handlers.get_gc = evloop_stream_get_gc;
	return SUCCESS;
}
