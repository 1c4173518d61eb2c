/* SPDX-License-Identifier: MIT */
/*
 * replacement.h: putting and copying whole files, so that a file is never seen half written. By calls that block, as
 * those of disk.h. Any thread.
 */
#ifndef EVLOOP_CORE_REPLACEMENT_H
#define EVLOOP_CORE_REPLACEMENT_H

#include "src/core/disk.h"

/*
 * A file that is written beside another and then takes its place at once: who opens the path sees the old one or the
 * whole new one. It gets the other's permissions and, where we may, its owner; `mode` if that is not negative. Links are
 * followed.
 */
typedef struct evl_replacement {
	int fd;
	char *path; /* the regular file, behind all links; evl_malloc'd */
	char *temp; /* evl_malloc'd */
	pid_t process;
} evl_replacement;

/* 0, EVL_DISK_SPECIAL or a negative errno: then there is nothing to end. */
int evl_replacement_begin(evl_replacement *self, const char *path, int mode);
/* Ends it either way. `sync`: the file and its folder are on the medium. */
int evl_replacement_commit(evl_replacement *self, bool sync);
void evl_replacement_abort(evl_replacement *self);

int evl_disk_put(const char *path, const char *data, size_t size, int mode, bool sync, const int *unwanted);

/* A copy that takes the place of `to` at once, with the permissions of `from`. */
int evl_disk_copy(const char *from, const char *to, uint64_t *size, const int *unwanted);

#endif
