/* SPDX-License-Identifier: MIT */
/*
 * disk.h: whole files, by calls that block: for threads that may. Nothing is ever half done and called a success; what
 * is interrupted or cut short goes on. Functions return 0 (or what they say) or a negative errno. Any thread.
 *
 * `unwanted` points to a flag that another thread may set: then the work ends with -ECANCELED at its next step. It may be
 * NULL.
 */
#ifndef EVLOOP_CORE_DISK_H
#define EVLOOP_CORE_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* It is no regular file (a pipe, a device): to be read and written by who can wait for it. */
#define EVL_DISK_SPECIAL 1

/* What of a file's mode chmod() takes. */
#define EVL_DISK_MODE_MASK 07777

/* A descriptor, close-on-exec. Never waits for the other end of a pipe: -ENXIO when nobody reads it. */
int evl_disk_open(const char *path, int flags, mode_t mode);

/*
 * All of it, at `offset`, or where the descriptor stands if that is negative. `written` says how much in any case.
 */
int evl_disk_write(int fd, const char *data, size_t size, int64_t offset, size_t *written, const int *unwanted);

/* How many bytes came, fewer than `size` only at the end. A negative offset: as above. */
ssize_t evl_disk_read(int fd, char *room, size_t size, int64_t offset, const int *unwanted);

/* A whole file of at most `limit` bytes (more: -EFBIG), also one whose size nobody knows. The block is evl_malloc's. */
int evl_disk_get(const char *path, size_t limit, char **data, size_t *size, const int *unwanted);

/*
 * At the end of a file, which is made if there is none. `sync`: on return it is on the medium. An error may leave a part
 * of it there.
 */
int evl_disk_append(const char *path, const char *data, size_t size, bool sync, const int *unwanted);

/*
 * Close what was written, a descriptor that `status` is the state of so far, and say how that ended: file systems on the
 * net tell some errors only now. `sync`: what is written is on the medium before.
 */
int evl_disk_close(int fd, int status, bool sync);

/* A descriptor of a new file "<folder><prefix>XXXXXXXXXXXX<suffix>", open for both; its name is evl_malloc'd. */
int evl_disk_make(
	const char *folder, size_t folder_length, const char *prefix, const char *suffix, mode_t mode, char **path);

/* The same with "/" in between, for the process's user only. */
int evl_disk_temp(const char *folder, const char *prefix, char **path);

#endif
