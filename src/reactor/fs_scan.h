/* SPDX-License-Identifier: MIT */
/*
 * Folders that are to be watched: a thread adds them to an inotify instance, and with them all that lie in them. Each is
 * added before its names are read, so what is made in between is told by the kernel or found here (or both).
 */
#ifndef EVLOOP_REACTOR_FS_SCAN_H
#define EVLOOP_REACTOR_FS_SCAN_H

#include "src/reactor/fs.h"
#include "src/reactor/watched.h"

typedef struct evl_found {
	char *path; /* evl_malloc'd */
	bool is_folder;
} evl_found;

typedef struct evl_scan {
	evl_work work;
	void (*done)(struct evl_scan *scan, void *owner);
	evl_fd *inotify; /* a reference */
	uint32_t mask;
	char *root; /* owned: where the paths begin */
	bool recursive;
	bool reports;         /* what lies in the folders is new, and told in `found` */
	uint32_t most;        /* folders */
	evl_watched *folders; /* owned: those to begin with have a wd of -1 */
	uint32_t folder_count;
	uint32_t folder_capacity;
	evl_found *found; /* owned */
	uint32_t found_count;
	uint32_t found_capacity;
	bool incomplete; /* there are more folders than may be watched, or than there was memory for */
} evl_scan;

/* NULL: no memory. */
evl_scan *evl_scan_new(const char *root, evl_fd *inotify, uint32_t mask);

/* Begin with this folder, too. False: no memory. */
bool evl_scan_add(evl_scan *scan, const char *path);

/* As evl_fs_start(). `work.status` is what the first folder failed with. */
int evl_scan_start(evl_scan *scan, evl_loop *loop, void (*done)(evl_scan *scan, void *owner), void *owner);

#endif
