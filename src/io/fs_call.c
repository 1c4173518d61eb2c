/* SPDX-License-Identifier: MIT */
/*
 * See fs_call.h. Who waits stands on the C stack, and lets the request go when the waiting ends without it. PHP's thread
 * only; on_done() runs inside the poll.
 */
#include "src/io/fs_call.h"

#include "src/base/error.h"
#include "fopen_wrappers.h"
#include "zend_exceptions.h"

#include <ctype.h>

#define FIRST_PAUSE   0.001
#define LONGEST_PAUSE 0.1

typedef struct caller {
	evloop_waiter waiter;
	evl_tick *tick;
	bool done;
} caller;

bool evloop_fs_check_text(const zend_string *text, uint32_t number)
{
	if (ZSTR_LEN(text) == 0 || strlen(ZSTR_VAL(text)) != ZSTR_LEN(text)) {
		zend_argument_value_error(
			number, ZSTR_LEN(text) == 0 ? "must not be empty" : "must not contain any null bytes");
		return false;
	}
	return true;
}

/* As PHP tells a stream wrapper from a path. */
static bool has_scheme(const char *path)
{
	size_t length = 0;

	while (isalnum((unsigned char) path[length]) || path[length] == '+' || path[length] == '-' || path[length] == '.') {
		length++;
	}
	return length > 1 && strncmp(path + length, "://", 3) == 0;
}

/*
 * Nothing in it is resolved: that is the operating system's, in the thread, and what ".." means behind a link is its, too.
 * `absolute` has room for MAXPATHLEN. False: it is too long.
 */
static bool make_absolute(char *absolute, const zend_string *path)
{
	size_t folder = 0;

	if (!IS_ABSOLUTE_PATH(ZSTR_VAL(path), ZSTR_LEN(path))) {
		if (VCWD_GETCWD(absolute, MAXPATHLEN - 1) == NULL) {
			return false;
		}
		folder = strlen(absolute);
		absolute[folder++] = '/';
	}
	if (ZSTR_LEN(path) >= MAXPATHLEN - folder) {
		return false;
	}
	memcpy(absolute + folder, ZSTR_VAL(path), ZSTR_LEN(path) + 1);
	return true;
}

/* `resolved` has room for MAXPATHLEN. */
static bool take_path(const evloop_fs_call *call, char *resolved, const zend_string *path, uint32_t number)
{
	if (!evloop_fs_check_text(path, number)) {
		return false;
	}
	if (has_scheme(ZSTR_VAL(path))) {
		zend_argument_value_error(
			number, "must be a path and not a URL: there are no stream wrappers here, \"%s\" given", ZSTR_VAL(path));
		return false;
	}
	if (!make_absolute(resolved, path)) {
		evloop_error_throw(evloop_ce_file_exception, UV_ENAMETOOLONG, "%s %.100s...", call->operation, ZSTR_VAL(path));
		return false;
	}
	if (php_check_open_basedir_ex(resolved, 0) != 0) {
		evloop_error_throw(evloop_ce_file_exception, UV_EPERM, "%s %s (which is outside of open_basedir)",
			call->operation, ZSTR_VAL(path));
		return false;
	}
	return true;
}

/* Not inlined: the paths are of no use once the request has its copies, and coroutines wait on small stacks. */
zend_never_inline evl_fs *evloop_fs_new(
	const evloop_fs_call *call, evl_fs_op op, const zend_string *path, const zend_string *path2, uint32_t number)
{
	char resolved[2][MAXPATHLEN];
	evl_fs *fs;

	if (!take_path(call, resolved[0], path, number) ||
		(path2 != NULL && !take_path(call, resolved[1], path2, number + 1))) {
		return NULL;
	}
	fs = evl_fs_new(op, resolved[0], path2 != NULL ? resolved[1] : NULL);
	if (fs == NULL) {
		evloop_fs_throw(call, UV_ENOMEM);
	}
	return fs;
}

void evloop_fs_throw(const evloop_fs_call *call, int status)
{
	evloop_error_throw(evloop_ce_file_exception, status, "%s %s", call->operation, call->subject);
}

static void on_done(evl_fs *fs, void *owner)
{
	caller *self = owner;

	self->done = true;
	evloop_waiter_wake(self->tick, &self->waiter);
}

static void throw_timeout(const evloop_fs_call *call)
{
	zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "%s %s: not done within %g seconds", call->operation,
		call->subject, call->timeout);
}

static evl_fs *wait_for(const evloop_fs_call *call, evl_fs *fs, caller *self)
{
	evloop_waited waited = evloop_waiter_wait(&self->waiter, call->object, call->operation, call->timeout);

	if (self->done && waited != EVLOOP_WAITED_THROWN) {
		return fs;
	}
	evl_fs_orphan(fs);
	if (waited == EVLOOP_WAITED_IN_VAIN) {
		throw_timeout(call);
	}
	return NULL;
}

evl_fs *evloop_fs_run(const evloop_fs_call *call, evl_fs *fs)
{
	caller self = {.done = false};
	evloop_scheduler *scheduler = fs != NULL ? evloop_scheduler_get() : NULL;
	int status;

	if (scheduler == NULL) {
		if (fs != NULL) {
			evl_fs_free(fs);
		} else if (EG(exception) == NULL) {
			evloop_fs_throw(call, UV_ENOMEM);
		}
		return NULL;
	}
	self.tick = &scheduler->runtime->loop.tick;
	status = evl_fs_start(fs, &scheduler->runtime->loop, on_done, &self);
	if (status != 0) {
		evloop_fs_throw(call, status);
		return NULL;
	}
	fs->work.request.on_frame = true;
	return wait_for(call, fs, &self);
}

evl_fs *evloop_fs_do(const evloop_fs_call *call, evl_fs *fs)
{
	evl_fs *done = evloop_fs_run(call, fs);

	if (done != NULL && done->work.status < 0) {
		evloop_fs_throw(call, done->work.status);
		evl_fs_free(done);
		return NULL;
	}
	return done;
}

bool evloop_fs_finish(const evloop_fs_call *call, evl_fs *fs)
{
	evl_fs *done = evloop_fs_do(call, fs);

	if (done != NULL) {
		evl_fs_free(done);
	}
	return done != NULL;
}

void evloop_fs_take_string(evl_fs *fs, const char *data, size_t size, zval *result)
{
	ZVAL_STRINGL_FAST(result, data, size);
	evl_fs_free(fs);
}

bool evloop_fs_pause(const evloop_fs_call *call, double *pause, uint64_t deadline)
{
	evloop_waiter waiter = {.waiting = false};
	double left = evloop_deadline_left(deadline);

	if (left == 0.0) {
		throw_timeout(call);
		return false;
	}
	*pause = *pause == 0.0 ? FIRST_PAUSE : MIN(2 * *pause, LONGEST_PAUSE);
	return evloop_waiter_wait(&waiter, call->object, call->operation, left > 0.0 && left < *pause ? left : *pause) !=
		   EVLOOP_WAITED_THROWN;
}
