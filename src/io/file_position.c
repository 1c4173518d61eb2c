/* SPDX-License-Identifier: MIT */
/*
 * What one does to an open File beside reading and writing it in order: the position, reading and writing elsewhere, its
 * size. What moves the position or the size is done alone: a read or write of others is refused meanwhile, as
 * if one of them were pending. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/io/file.h"
#include "src/io/file_stat.h"
#include "src/reactor/stream_disk.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <fcntl.h>

static evloop_file *this_file(zval *this)
{
	return evloop_file_from_obj(Z_OBJ_P(this));
}

evloop_fs_call evloop_file_call(evloop_file *self, const char *operation, double timeout)
{
	return (evloop_fs_call){
		.operation = operation,
		.subject = evloop_stream_name(&self->stream),
		.object = &self->stream.std,
		.timeout = timeout,
	};
}

evl_fs *evloop_file_request(evloop_file *self, evl_fs_op op)
{
	evl_stream *file = self->stream.stream;
	evl_fs *fs;
	int fd;

	if (file->disk != NULL) {
		return evl_disk_request(file, op);
	}
	fs = evl_fs_new(op, NULL, NULL);
	fd = fs != NULL ? fcntl(evl_stream_fd(file), F_DUPFD_CLOEXEC, 3) : -1;
	if (fd >= 0) {
		fs->file = evl_fd_new(fd);
	}
	if (fs != NULL && fs->file == NULL) {
		evl_fs_free(fs);
		fs = NULL;
	}
	return fs;
}

/* A pipe or a terminal has no position. False with an exception thrown. */
static bool check_seekable(const evloop_file *self, const evloop_fs_call *call)
{
	const evl_stream *file = self->stream.stream;

	if (file->disk != NULL && file->disk->seekable) {
		return true;
	}
	evloop_fs_throw(call, UV_ESPIPE);
	return false;
}

/* Nobody reads or writes meanwhile. As evloop_fs_do(). */
static evl_fs *do_alone(evloop_file *self, const evloop_fs_call *call, evl_fs *fs)
{
	evloop_reader busy = {.need = SIZE_MAX};

	evloop_waiter_mark(&busy.waiter, call->operation);
	self->stream.reader = &busy;
	fs = evloop_fs_do(call, fs);
	self->stream.reader = NULL;
	return fs;
}

/* The size now. False with an exception thrown. */
static bool find_end(evloop_file *self, const evloop_fs_call *call, int64_t *end)
{
	evl_fs *fs = do_alone(self, call, evloop_file_request(self, EVL_FS_FSTAT));

	if (fs == NULL) {
		return false;
	}
	*end = (int64_t) fs->facts.st_size;
	evl_fs_free(fs);
	return evloop_stream_check_still_open(&self->stream, call->operation);
}

static bool seek(evloop_file *self, zend_long offset, zend_long whence, zval *result)
{
	evloop_fs_call call = evloop_file_call(self, "seek", -1.0);
	int64_t base = 0;

	if (!evloop_file_settle(self, "seek") || !check_seekable(self, &call)) {
		return false;
	}
	if (whence == SEEK_CUR) {
		base = evl_disk_position(self->stream.stream);
	} else if (whence == SEEK_END && !find_end(self, &call, &base)) {
		return false;
	}
	if (offset < -base || (offset > 0 && base > ZEND_LONG_MAX - offset)) {
		evloop_fs_throw(&call, UV_EINVAL);
		return false;
	}
	evl_disk_seek(self->stream.stream, base + offset);
	ZVAL_LONG(result, base + offset);
	return true;
}

PHP_METHOD(Evloop_File, seek)
{
	zend_long offset;
	zend_long whence = SEEK_SET;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(offset)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(whence)
	ZEND_PARSE_PARAMETERS_END();

	if (whence != SEEK_SET && whence != SEEK_CUR && whence != SEEK_END) {
		zend_argument_value_error(2, "must be SEEK_SET, SEEK_CUR or SEEK_END");
		RETURN_THROWS();
	}
	seek(this_file(ZEND_THIS), offset, whence, return_value);
}

PHP_METHOD(Evloop_File, tell)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "tell", -1.0);

	ZEND_PARSE_PARAMETERS_NONE();

	if (!evloop_stream_check_open(&self->stream, "tell") || !check_seekable(self, &call)) {
		RETURN_THROWS();
	}
	RETURN_LONG(
		(zend_long) (evl_disk_position(self->stream.stream) + (int64_t) evl_stream_buffered(self->stream.stream)));
}

PHP_METHOD(Evloop_File, truncate)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "truncate", -1.0);
	zend_long size;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(size)
	ZEND_PARSE_PARAMETERS_END();

	if (size < 0) {
		zend_argument_value_error(1, "must be at least 0");
		RETURN_THROWS();
	}
	if (!evloop_file_settle(self, "truncate")) {
		RETURN_THROWS();
	}
	fs = evloop_file_request(self, EVL_FS_TRUNCATE);
	if (fs != NULL) {
		fs->number = size;
	}
	fs = do_alone(self, &call, fs);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	evl_fs_free(fs);
	if (self->stream.stream != NULL && self->stream.stream->disk != NULL) {
		/* What was read ahead may not be there any more. */
		evl_disk_seek(self->stream.stream, evl_disk_position(self->stream.stream));
	}
}

PHP_METHOD(Evloop_File, sync)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "sync", -1.0);
	bool data_only = false;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(data_only)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_stream_check_open(&self->stream, "sync") || !evloop_stream_drain(&self->stream, -1.0)) {
		RETURN_THROWS();
	}
	fs = evloop_file_request(self, EVL_FS_SYNC);
	if (fs != NULL) {
		fs->flag = data_only;
	}
	evloop_fs_finish(&call, fs);
}

PHP_METHOD(Evloop_File, fstat)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "fstat", -1.0);
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!evloop_stream_check_open(&self->stream, "fstat")) {
		RETURN_THROWS();
	}
	fs = evloop_fs_do(&call, evloop_file_request(self, EVL_FS_FSTAT));
	if (fs == NULL) {
		RETURN_THROWS();
	}
	evloop_file_stat_make(return_value, &fs->facts);
	evl_fs_free(fs);
}

/* Of argument 1. */
static bool check_place(evloop_file *self, const evloop_fs_call *call, zend_long offset)
{
	if (offset < 0) {
		zend_argument_value_error(1, "must be at least 0");
		return false;
	}
	return evloop_stream_check_open(&self->stream, call->operation) && check_seekable(self, call);
}

PHP_METHOD(Evloop_File, readAt)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "readAt", -1.0);
	zend_long offset;
	zend_long length;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_LONG(offset)
		Z_PARAM_LONG(length)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (length < 1) {
		zend_argument_value_error(2, "must be at least 1");
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3) || !check_place(self, &call, offset)) {
		RETURN_THROWS();
	}
	fs = evloop_file_request(self, EVL_FS_READ);
	if (fs != NULL && evl_buf_reserve(&fs->buffer, (size_t) length) == NULL) {
		evl_fs_free(fs);
		fs = NULL;
	}
	if (fs != NULL) {
		fs->number = offset;
		fs->size = (size_t) length;
	}
	fs = evloop_fs_do(&call, fs);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	evloop_fs_take_string(fs, evl_buf_data(&fs->buffer), fs->buffer.length, return_value);
}

PHP_METHOD(Evloop_File, writeAt)
{
	evloop_file *self = this_file(ZEND_THIS);
	evloop_fs_call call = evloop_file_call(self, "writeAt", -1.0);
	zend_long offset;
	zend_string *data;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_LONG(offset)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3) || !check_place(self, &call, offset)) {
		RETURN_THROWS();
	}
	fs = evloop_file_request(self, EVL_FS_WRITE);
	if (fs != NULL && evl_buf_append(&fs->buffer, ZSTR_VAL(data), ZSTR_LEN(data)) != 0) {
		evl_fs_free(fs);
		fs = NULL;
	}
	if (fs != NULL) {
		fs->number = offset;
	}
	evloop_fs_finish(&call, fs);
}
