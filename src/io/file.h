/* SPDX-License-Identifier: MIT */
/*
 * The class File: a Stream whose evl_stream reads and writes in the thread pool (see stream_disk.h), or waits for a pipe
 * or terminal as any. What it does as a stream is the stream's; a File adds when that may be, that a write() has reached
 * the operating system when it returns, a position, and what one does to files. PHP's thread only.
 */
#ifndef EVLOOP_IO_FILE_H
#define EVLOOP_IO_FILE_H

#include "src/io/fs_call.h"
#include "src/io/stream.h"

typedef struct evloop_file {
	zend_string *path; /* absolute; NULL until it is open */
	pid_t removes_it;  /* the process that removes it when it is closed; 0: none */
	bool writable;
	evloop_stream stream;
} evloop_file;

extern zend_class_entry *evloop_ce_file;

static inline evloop_file *evloop_file_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(evloop_stream_from_obj(object), evloop_file, stream);
}

/*
 * Open with fopen()'s letters. NULL with an exception thrown. `name` is what messages say; the caller has checked neither
 * the path nor the mode, which are arguments 1 and 2.
 */
evloop_file *evloop_file_open(
	const evloop_fs_call *call, const zend_string *path, const char *mode, const evloop_stream_settings *settings);

/* Nothing is read or written, and what was written has left. False with an exception thrown. */
bool evloop_file_settle(evloop_file *self, const char *operation);

/* Permissions: of argument `number`. False with an exception thrown. */
bool evloop_file_check_mode(zend_long mode, uint32_t number);

/* Of an operation on an open file, and what it asks for: NULL for want of memory, or of a descriptor. In file_position.c. */
evloop_fs_call evloop_file_call(evloop_file *self, const char *operation, double timeout);
evl_fs *evloop_file_request(evloop_file *self, evl_fs_op op);

zend_result evloop_file_minit(int module_number);

/* Declared by the stub of File; live in file_position.c. */
PHP_METHOD(Evloop_File, seek);
PHP_METHOD(Evloop_File, tell);
PHP_METHOD(Evloop_File, truncate);
PHP_METHOD(Evloop_File, sync);
PHP_METHOD(Evloop_File, fstat);
PHP_METHOD(Evloop_File, readAt);
PHP_METHOD(Evloop_File, writeAt);

/* In file_lock.c. */
PHP_METHOD(Evloop_File, lock);
PHP_METHOD(Evloop_File, flock);
PHP_METHOD(Evloop_File, tryLock);
PHP_METHOD(Evloop_File, unlock);

/* The same; in file_whole.c. */
PHP_METHOD(Evloop_File, get);
PHP_METHOD(Evloop_File, put);
PHP_METHOD(Evloop_File, append);

/* In file_path.c. */
PHP_METHOD(Evloop_File, stat);
PHP_METHOD(Evloop_File, lstat);
PHP_METHOD(Evloop_File, exists);
PHP_METHOD(Evloop_File, copy);
PHP_METHOD(Evloop_File, rename);
PHP_METHOD(Evloop_File, remove);
PHP_METHOD(Evloop_File, mkdir);
PHP_METHOD(Evloop_File, symlink);
PHP_METHOD(Evloop_File, readLink);
PHP_METHOD(Evloop_File, chmod);

/* In file_list.c. */
PHP_METHOD(Evloop_File, list);

/* In file_watch.c. */
PHP_METHOD(Evloop_File, watch);

#endif
