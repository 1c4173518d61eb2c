/* SPDX-License-Identifier: MIT */
/*
 * Whole files: get(), put() and append(). Each is one request, but for what is no regular file, which is opened and read
 * or written as a stream, and for put() of more than a string. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/base/iterate.h"
#include "src/io/file.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <fcntl.h>

/* What is open as a File for one call. */
static evloop_file *open_special(const evloop_fs_call *call, const zend_string *path, const char *mode)
{
	evloop_stream_settings settings;

	evloop_stream_settings_read(&settings, NULL, NULL);
	settings.read_timeout = settings.write_timeout = call->timeout;
	return evloop_file_open(call, path, mode, &settings);
}

static bool read_special(const evloop_fs_call *call, const zend_string *path, size_t limit, zval *result)
{
	evloop_file *file = open_special(call, path, "r");
	bool ok;

	if (file == NULL) {
		return false;
	}
	ok = evloop_stream_read_all(&file->stream, limit, result);
	OBJ_RELEASE(&file->stream.std);
	return ok;
}

static bool write_special(
	const evloop_fs_call *call, const zend_string *path, const char *mode, const zend_string *data)
{
	evloop_file *file = open_special(call, path, mode);
	bool ok;

	if (file == NULL) {
		return false;
	}
	ok = evloop_stream_write(&file->stream, ZSTR_VAL(data), ZSTR_LEN(data), call->timeout) &&
		 evloop_stream_drain(&file->stream, call->timeout);
	OBJ_RELEASE(&file->stream.std);
	return ok;
}

static void get(const evloop_fs_call *call, const zend_string *path, size_t limit, zval *result)
{
	evl_fs *fs = evloop_fs_new(call, EVL_FS_GET, path, NULL, 1);
	int status;

	if (fs == NULL) {
		return;
	}
	fs->number = (int64_t) limit;
	fs = evloop_fs_run(call, fs);
	if (fs == NULL) {
		return;
	}
	status = fs->work.status;
	if (status == 0) {
		evloop_fs_take_string(fs, fs->data, fs->size, result);
		return;
	}
	evl_fs_free(fs);
	if (status == EVL_DISK_SPECIAL) {
		(void) read_special(call, path, limit, result);
	} else if (status == UV_EFBIG) {
		evloop_error_throw(evloop_ce_file_exception, status, "%s %s, which has more than %zu bytes,", call->operation,
			call->subject, limit);
	} else {
		evloop_fs_throw(call, status);
	}
}

PHP_METHOD(Evloop_File, get)
{
	evloop_fs_call call = {.operation = "get"};
	zend_string *path;
	zend_long limit = 16777216;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (limit < 0) {
		zend_argument_value_error(2, "must be at least 0");
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	get(&call, path, (size_t) limit, return_value);
}

/* A request that writes the string, or to what is no regular file by a stream. The request may be NULL, as in evloop_fs_run(). */
static bool write_string(
	const evloop_fs_call *call, evl_fs *fs, const zend_string *path, const char *mode, const zend_string *data)
{
	if (!evl_fs_set_data(fs, ZSTR_VAL(data), ZSTR_LEN(data))) {
		evl_fs_free(fs);
		fs = NULL;
	}
	fs = evloop_fs_do(call, fs);
	if (fs == NULL) {
		return false;
	}
	if (fs->work.status == EVL_DISK_SPECIAL) {
		evl_fs_free(fs);
		return write_special(call, path, mode, data);
	}
	evl_fs_free(fs);
	return true;
}

static void put_string(const evloop_fs_call *call, const zend_string *path, const zend_string *data, zend_long mode,
	bool sync, zval *result)
{
	evl_fs *fs = evloop_fs_new(call, EVL_FS_PUT, path, NULL, 1);

	if (fs == NULL) {
		return;
	}
	fs->number = mode;
	fs->flag = sync;
	if (write_string(call, fs, path, "w", data)) {
		ZVAL_LONG(result, (zend_long) ZSTR_LEN(data));
	}
}

/* -1 with an exception thrown, which may be the pieces' own; else the bytes written. `piece` is released. */
static zend_long write_piece(const evloop_fs_call *call, evl_fd *file, zval *piece)
{
	zend_string *text;
	zend_long size = -1;
	evl_fs *fs;

	if (!zend_parse_arg_str(piece, &text, false, 2)) {
		if (EG(exception) == NULL) {
			zend_type_error(
				"Evloop\\File::put(): Argument #2 ($data) must give strings, %s given", zend_zval_type_name(piece));
		}
		zval_ptr_dtor(piece);
		return -1;
	}
	fs = evl_fs_new(EVL_FS_WRITE, NULL, NULL);
	if (fs != NULL && evl_buf_append(&fs->buffer, ZSTR_VAL(text), ZSTR_LEN(text)) != 0) {
		evl_fs_free(fs);
		fs = NULL;
	}
	if (fs != NULL) {
		fs->file = file;
		file->references++;
		fs->number = -1;
	}
	if (evloop_fs_finish(call, fs)) {
		size = (zend_long) ZSTR_LEN(text);
	}
	zval_ptr_dtor(piece);
	return size;
}

/* Strings one after the other, behind what the file has. The same. */
static zend_long write_pieces(const evloop_fs_call *call, evl_fd *file, evloop_iteration *pieces)
{
	zend_long total = 0;

	for (;;) {
		zend_long size;
		zval piece;

		ZVAL_UNDEF(&piece);
		if (!evloop_iteration_next(pieces, &piece)) {
			return -1;
		}
		if (Z_ISUNDEF(piece)) {
			return total;
		}
		size = write_piece(call, file, &piece);
		if (size < 0) {
			return -1;
		}
		total += size;
	}
}

/* `begun` holds a replacement, and is freed: what is not committed is aborted with it. */
static void put_pieces_into(
	const evloop_fs_call *call, evl_fs *begun, evloop_iteration *pieces, bool sync, zval *result)
{
	int fd = fcntl(begun->replacement.fd, F_DUPFD_CLOEXEC, 3);
	zend_long total = -1;
	evl_fs *commit;

	begun->file = fd >= 0 ? evl_fd_new(fd) : NULL;
	if (begun->file != NULL) {
		total = write_pieces(call, begun->file, pieces);
	} else {
		evloop_fs_throw(call, fd < 0 ? -errno : UV_ENOMEM);
	}
	commit = total >= 0 ? evl_fs_new(EVL_FS_COMMIT, NULL, NULL) : NULL;
	if (commit != NULL) {
		commit->replacement = begun->replacement;
		begun->replacement = (evl_replacement){.fd = -1};
		commit->flag = sync;
	}
	evl_fs_free(begun);
	if (total >= 0 && evloop_fs_finish(call, commit)) {
		ZVAL_LONG(result, total);
	}
}

static void put_pieces(
	const evloop_fs_call *call, const zend_string *path, zval *data, zend_long mode, bool sync, zval *result)
{
	evloop_iteration pieces;
	evl_fs *fs = evloop_fs_new(call, EVL_FS_BEGIN, path, NULL, 1);

	if (fs == NULL) {
		return;
	}
	fs->number = mode;
	fs = evloop_fs_do(call, fs);
	if (fs == NULL) {
		return;
	}
	if (fs->work.status == EVL_DISK_SPECIAL) {
		evl_fs_free(fs);
		evloop_fs_throw(call, UV_EINVAL);
		return;
	}
	if (evloop_iteration_init(&pieces, data)) {
		put_pieces_into(call, fs, &pieces, sync, result);
		evloop_iteration_free(&pieces);
	} else {
		evl_fs_free(fs);
	}
}

PHP_METHOD(Evloop_File, put)
{
	evloop_fs_call call = {.operation = "put"};
	zend_string *path;
	zval *data;
	bool sync = false;
	zend_long mode = -1;
	bool no_mode = true;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_STR(path)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(sync)
		Z_PARAM_LONG_OR_NULL(mode, no_mode)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (no_mode) {
		mode = -1;
	} else if (!evloop_file_check_mode(mode, 4)) {
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 5)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	if (zend_is_iterable(data)) {
		put_pieces(&call, path, data, mode, sync, return_value);
		return;
	}
	if (Z_TYPE_P(data) != IS_STRING) {
		zend_argument_type_error(2, "must be of type Traversable|array|string, %s given", zend_zval_type_name(data));
		RETURN_THROWS();
	}
	put_string(&call, path, Z_STR_P(data), mode, sync, return_value);
}

PHP_METHOD(Evloop_File, append)
{
	evloop_fs_call call = {.operation = "append"};
	zend_string *path;
	zend_string *data;
	bool sync = false;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(path)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(sync)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 4)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	fs = evloop_fs_new(&call, EVL_FS_APPEND, path, NULL, 1);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs->flag = sync;
	if (!write_string(&call, fs, path, "a", data)) {
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long) ZSTR_LEN(data));
}
