/* SPDX-License-Identifier: MIT */
/*
 * file.h: opening a regular file for reading, optionally inside a folder that nothing may lead out of. Any thread.
 */
#ifndef EVLOOP_CORE_FILE_H
#define EVLOOP_CORE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct evl_file {
	int fd; /* the caller's to close */
	uint64_t size;
	uint64_t inode;
	int64_t modified; /* seconds since 1970 */
	uint32_t modified_ns;
} evl_file;

/*
 * 0 or a negative errno; -ENOENT for what is no regular file. Never waits for a pipe's other end.
 *
 * With a root `path` counts from there, leading slashes or not. Refused with -ENOENT is what has a part that begins
 * with a dot (so "..", "." and hidden files), holds a NUL, or leads out of the root by a symbolic link. Links that stay
 * inside are followed.
 */
int evl_file_open(evl_file *file, const char *root, const char *path, size_t len);

/* Whether -errno tells about the path (it is not there, or not for us), and not about this process. */
bool evl_file_is_missing(int status);

#endif
