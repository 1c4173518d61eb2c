/* SPDX-License-Identifier: MIT */
/*
 * Watching a file, a folder or a tree, by inotify: libuv's own watcher does not go into folders, and tells neither which
 * names belong to a rename nor that events were lost. A single file is watched in its folder, so that it is followed when
 * another takes its place. A folder that is new in a tree is watched and looked into at once (see fs_scan.h); meanwhile
 * events stay in the kernel. On systems without inotify there is none: UV_ENOSYS.
 *
 * Paths of changes count from the root; "" is the root itself. The owner lets go by evl_watch_free(), which may be after
 * the loop has ended. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_FS_WATCH_H
#define EVLOOP_REACTOR_FS_WATCH_H

#include "src/reactor/change_queue.h"
#include "src/reactor/loop.h"

typedef struct evl_watch evl_watch;

typedef struct evl_watch_settings {
	bool recursive;
	uint32_t max_folders;
	uint32_t queue;  /* changes that may wait */
	uint64_t settle; /* nanoseconds, see change_queue.h */
} evl_watch_settings;

typedef struct evl_watch_ops {
	/* Watching has begun with 0, or failed. Once. */
	void (*begun)(evl_watch *watch, void *owner, int status);
	/* There is something to take, or it has ended. */
	void (*happened)(evl_watch *watch, void *owner);
} evl_watch_ops;

/* `root` is a folder; `name` is the one in it that counts, or NULL for all. 0 or a negative UV_E*: then there is none. */
int evl_watch_open(evl_watch **watch, evl_loop *loop, const char *root, const char *name,
	const evl_watch_settings *settings, const evl_watch_ops *ops, void *owner);

/* `alive`: its loop is. Nothing is told any more. */
void evl_watch_free(evl_watch *watch, bool alive);

/* The next change that is due, by evl_free(); NULL: none. */
evl_change *evl_watch_take(evl_watch *watch);

/* The root is gone, or watching has failed: what is queued is the last. */
bool evl_watch_has_ended(const evl_watch *watch);

/* Whether it keeps the loop alive. */
void evl_watch_reference(evl_watch *watch, bool referenced);

#endif
