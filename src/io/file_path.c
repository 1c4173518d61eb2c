/* SPDX-License-Identifier: MIT */
/*
 * What File does to paths: each method is one request. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/io/file.h"
#include "src/io/file_stat.h"
#include "fopen_wrappers.h"
#include "zend_exceptions.h"

bool evloop_file_check_mode(zend_long mode, uint32_t number)
{
	if (mode < 0 || mode > EVL_DISK_MODE_MASK) {
		zend_argument_value_error(number, "must be between 0 and 07777");
		return false;
	}
	return true;
}

/* (path, timeout): parse, and make the request. NULL with an exception thrown. */
static evl_fs *take_one(INTERNAL_FUNCTION_PARAMETERS, evloop_fs_call *call, evl_fs_op op)
{
	zend_string *path;
	bool no_timeout = true;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "S|d!", &path, &call->timeout, &no_timeout) != SUCCESS ||
		!evloop_timeout_take(&call->timeout, no_timeout, -1.0, 2)) {
		return NULL;
	}
	call->subject = ZSTR_VAL(path);
	return evloop_fs_new(call, op, path, NULL, 1);
}

static void stat_path(INTERNAL_FUNCTION_PARAMETERS, const char *operation, bool of_link)
{
	evloop_fs_call call = {.operation = operation};
	evl_fs *fs = take_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, &call, EVL_FS_STAT);

	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs->flag = of_link;
	fs = evloop_fs_do(&call, fs);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	evloop_file_stat_make(return_value, &fs->facts);
	evl_fs_free(fs);
}

PHP_METHOD(Evloop_File, stat)
{
	stat_path(INTERNAL_FUNCTION_PARAM_PASSTHRU, "stat", false);
}

PHP_METHOD(Evloop_File, lstat)
{
	stat_path(INTERNAL_FUNCTION_PARAM_PASSTHRU, "lstat", true);
}

PHP_METHOD(Evloop_File, exists)
{
	evloop_fs_call call = {.operation = "exists"};
	evl_fs *fs = take_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, &call, EVL_FS_STAT);
	int status;

	fs = fs != NULL ? evloop_fs_run(&call, fs) : NULL;
	if (fs == NULL) {
		RETURN_THROWS();
	}
	status = fs->work.status;
	evl_fs_free(fs);
	if (status != 0 && status != UV_ENOENT && status != UV_ENOTDIR) {
		evloop_fs_throw(&call, status);
		RETURN_THROWS();
	}
	RETURN_BOOL(status == 0);
}

/* (from, to, timeout). `name` is what messages say, to be released if there is a request. */
static evl_fs *take_two(INTERNAL_FUNCTION_PARAMETERS, evloop_fs_call *call, evl_fs_op op, zend_string **name)
{
	zend_string *from;
	zend_string *to;
	bool no_timeout = true;
	evl_fs *fs;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "SS|d!", &from, &to, &call->timeout, &no_timeout) != SUCCESS ||
		!evloop_timeout_take(&call->timeout, no_timeout, -1.0, 3)) {
		return NULL;
	}
	/* Before the request, which a fatal error would leave behind. */
	*name = zend_strpprintf(0, "%s to %s", ZSTR_VAL(from), ZSTR_VAL(to));
	call->subject = ZSTR_VAL(*name);
	fs = evloop_fs_new(call, op, from, to, 1);
	if (fs == NULL) {
		zend_string_release(*name);
	}
	return fs;
}

PHP_METHOD(Evloop_File, copy)
{
	evloop_fs_call call = {.operation = "copy"};
	zend_string *name;
	evl_fs *fs = take_two(INTERNAL_FUNCTION_PARAM_PASSTHRU, &call, EVL_FS_COPY, &name);

	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs = evloop_fs_do(&call, fs);
	if (fs != NULL) {
		RETVAL_LONG((zend_long) fs->number);
		evl_fs_free(fs);
	}
	zend_string_release(name);
}

PHP_METHOD(Evloop_File, rename)
{
	evloop_fs_call call = {.operation = "rename"};
	zend_string *name;
	evl_fs *fs = take_two(INTERNAL_FUNCTION_PARAM_PASSTHRU, &call, EVL_FS_RENAME, &name);

	if (fs == NULL) {
		RETURN_THROWS();
	}
	evloop_fs_finish(&call, fs);
	zend_string_release(name);
}

PHP_METHOD(Evloop_File, remove)
{
	evloop_fs_call call = {.operation = "remove"};
	zend_string *path;
	bool recursive = false;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(recursive)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	fs = evloop_fs_new(&call, EVL_FS_REMOVE, path, NULL, 1);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs->flag = recursive;
	evloop_fs_finish(&call, fs);
}

PHP_METHOD(Evloop_File, mkdir)
{
	evloop_fs_call call = {.operation = "mkdir"};
	zend_string *path;
	zend_long mode = 0777;
	bool recursive = false;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(mode)
		Z_PARAM_BOOL(recursive)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_file_check_mode(mode, 2) || !evloop_timeout_take(&call.timeout, no_timeout, -1.0, 4)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	fs = evloop_fs_new(&call, EVL_FS_MKDIR, path, NULL, 1);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs->mode = (mode_t) mode;
	fs->flag = recursive;
	evloop_fs_finish(&call, fs);
}

/* As symlink() of PHP's: what it leads to must be inside of open_basedir, too. `link` is absolute. */
static zend_never_inline bool check_target(const evloop_fs_call *call, const zend_string *target, const char *link)
{
	size_t length = (size_t) (strrchr(link, '/') - link);
	char folder[MAXPATHLEN];
	char resolved[MAXPATHLEN];

	if (PG(open_basedir) == NULL || *PG(open_basedir) == '\0') {
		return true;
	}
	/* It has to end where PHP is told that it does. */
	(void) snprintf(folder, sizeof(folder), "%.*s", (int) MAX(length, 1), link);
	if (length >= sizeof(folder) || expand_filepath_ex(ZSTR_VAL(target), resolved, folder, strlen(folder)) == NULL) {
		evloop_fs_throw(call, UV_ENAMETOOLONG);
		return false;
	}
	if (php_check_open_basedir_ex(resolved, 0) != 0) {
		evloop_fs_throw(call, UV_EPERM);
		return false;
	}
	return true;
}

PHP_METHOD(Evloop_File, symlink)
{
	evloop_fs_call call = {.operation = "symlink"};
	zend_string *target;
	zend_string *link;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(target)
		Z_PARAM_STR(link)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_fs_check_text(target, 1) || !evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(link);
	fs = evloop_fs_new(&call, EVL_FS_SYMLINK, link, NULL, 2);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	if (!check_target(&call, target, fs->path)) {
		evl_fs_free(fs);
		RETURN_THROWS();
	}
	if (!evl_fs_set_second(fs, ZSTR_VAL(target))) {
		evl_fs_free(fs);
		fs = NULL;
	}
	evloop_fs_finish(&call, fs);
}

PHP_METHOD(Evloop_File, readLink)
{
	evloop_fs_call call = {.operation = "readLink"};
	evl_fs *fs = take_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, &call, EVL_FS_READLINK);

	fs = fs != NULL ? evloop_fs_do(&call, fs) : NULL;
	if (fs == NULL) {
		RETURN_THROWS();
	}
	evloop_fs_take_string(fs, fs->data, fs->size, return_value);
}

PHP_METHOD(Evloop_File, chmod)
{
	evloop_fs_call call = {.operation = "chmod"};
	zend_string *path;
	zend_long mode;
	bool no_timeout = true;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(path)
		Z_PARAM_LONG(mode)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_file_check_mode(mode, 2) || !evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	fs = evloop_fs_new(&call, EVL_FS_CHMOD, path, NULL, 1);
	if (fs == NULL) {
		RETURN_THROWS();
	}
	fs->mode = (mode_t) mode;
	evloop_fs_finish(&call, fs);
}
