/* SPDX-License-Identifier: MIT */
/*
 * A request to the file system that a coroutine waits for, and the paths that PHP gives. Whatever ends the waiting, the
 * request is freed or left to end by itself; one that is complete is the loop's to free if a fatal error jumps over who
 * has it. PHP's thread only.
 */
#ifndef EVLOOP_IO_FS_CALL_H
#define EVLOOP_IO_FS_CALL_H

#include "src/io/wait.h"
#include "src/reactor/fs.h"

typedef struct evloop_fs_call {
	const char *operation; /* "stat", for messages */
	const char *subject;   /* the path as it was given */
	zend_object *object;   /* held meanwhile; may be NULL */
	double timeout;        /* seconds, negative: none */
} evloop_fs_call;

/*
 * A request for one path (argument `number`) or two (`path2`, which may be NULL, is the next argument), which become
 * absolute. NULL with an exception thrown: it is no path, or open_basedir forbids it.
 */
evl_fs *evloop_fs_new(
	const evloop_fs_call *call, evl_fs_op op, const zend_string *path, const zend_string *path2, uint32_t number);

/* For what is no path of our own file system: a NUL in it is refused with a ValueError for argument `number`. */
bool evloop_fs_check_text(const zend_string *text, uint32_t number);

/*
 * Start it and wait: it is complete then and the caller's, its status whatever it is. NULL with an exception thrown; `fs`
 * may be NULL, for want of memory.
 */
evl_fs *evloop_fs_run(const evloop_fs_call *call, evl_fs *fs);

/* The same, but a negative status is thrown, too. */
evl_fs *evloop_fs_do(const evloop_fs_call *call, evl_fs *fs);

/* For whom only the success counts. */
bool evloop_fs_finish(const evloop_fs_call *call, evl_fs *fs);

/* "<operation> <subject> failed: ..." */
void evloop_fs_throw(const evloop_fs_call *call, int status);

/* A string of what it has brought; then it is freed. */
void evloop_fs_take_string(evl_fs *fs, const char *data, size_t size, zval *result);

/*
 * Wait a little, since somebody else has what we want, and longer the next time: `pause`, in seconds, is 0 at first.
 * False with an exception thrown: a TimeoutException when the deadline has passed (see evloop_deadline()).
 */
bool evloop_fs_pause(const evloop_fs_call *call, double *pause, uint64_t deadline);

#endif
