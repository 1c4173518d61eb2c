/* SPDX-License-Identifier: MIT */
/*
 * Locks on whole files. Who waits for one holds no thread: the system is asked now and then whether it is free. PHP's
 * thread only.
 */
#include "src/base/error.h"
#include "src/io/file.h"

#include <sys/file.h>

/*
 * 1: done, 0: somebody else has it, -1: an exception is thrown. The timeout is not looked at: nobody is left with a lock
 * that he does not know of, and one that is free is had within no time at all.
 */
static int try_lock(evloop_file *self, const evloop_fs_call *call, int flags)
{
	evloop_fs_call once = *call;
	evl_fs *fs;
	int status;

	if (!evloop_stream_check_open(&self->stream, call->operation)) {
		return -1;
	}
	fs = evloop_file_request(self, EVL_FS_LOCK);
	if (fs != NULL) {
		fs->flags = flags;
	}
	once.timeout = -1.0;
	fs = evloop_fs_run(&once, fs);
	if (fs == NULL) {
		return -1;
	}
	status = fs->work.status;
	evl_fs_free(fs);
	if (status != 0 && status != UV_EAGAIN) {
		evloop_fs_throw(call, status);
		return -1;
	}
	return status == 0;
}

/* False with an exception thrown. */
static bool wait_for_lock(evloop_file *self, const evloop_fs_call *call, bool shared, uint64_t deadline)
{
	double pause = 0.0;
	int locked;

	do {
		locked = try_lock(self, call, shared ? LOCK_SH : LOCK_EX);
	} while (locked == 0 && evloop_fs_pause(call, &pause, deadline));
	return locked == 1;
}

PHP_METHOD(Evloop_File, lock)
{
	evloop_fs_call call = {.operation = "lock"};
	evloop_fs_call opening;
	evloop_stream_settings settings;
	zend_string *path;
	bool shared = false;
	bool no_timeout = true;
	uint64_t deadline;
	evloop_file *file;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(shared)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	deadline = evloop_deadline(call.timeout);
	evloop_stream_settings_read(&settings, NULL, NULL);
	opening = call;
	opening.timeout = -1.0;
	file = evloop_file_open(&opening, path, "c+", &settings);
	if (file == NULL) {
		RETURN_THROWS();
	}
	call.object = &file->stream.std;
	if (!wait_for_lock(file, &call, shared, deadline)) {
		OBJ_RELEASE(&file->stream.std);
		RETURN_THROWS();
	}
	RETURN_OBJ(&file->stream.std);
}

PHP_METHOD(Evloop_File, flock)
{
	evloop_file *self = evloop_file_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_fs_call call = evloop_file_call(self, "flock", -1.0);
	bool shared = false;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(shared)
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 2)) {
		RETURN_THROWS();
	}
	wait_for_lock(self, &call, shared, evloop_deadline(call.timeout));
}

PHP_METHOD(Evloop_File, tryLock)
{
	evloop_file *self = evloop_file_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_fs_call call = evloop_file_call(self, "tryLock", -1.0);
	bool shared = false;
	int locked;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(shared)
	ZEND_PARSE_PARAMETERS_END();

	locked = try_lock(self, &call, shared ? LOCK_SH : LOCK_EX);
	if (locked < 0) {
		RETURN_THROWS();
	}
	RETURN_BOOL(locked);
}

PHP_METHOD(Evloop_File, unlock)
{
	evloop_file *self = evloop_file_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_fs_call call = evloop_file_call(self, "unlock", -1.0);

	ZEND_PARSE_PARAMETERS_NONE();
	try_lock(self, &call, LOCK_UN);
}
