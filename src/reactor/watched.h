/* SPDX-License-Identifier: MIT */
/*
 * The folders that an inotify instance watches, by its descriptors of them. Paths count from the root of what is watched;
 * "" is the root. Owns the paths. Loop's thread only, but evl_path_join().
 */
#ifndef EVLOOP_REACTOR_WATCHED_H
#define EVLOOP_REACTOR_WATCHED_H

#include <stdbool.h>
#include <stdint.h>

typedef struct evl_watched {
	int wd;     /* -1: it is not watched yet */
	char *path; /* evl_malloc'd */
} evl_watched;

typedef struct evl_watched_table {
	evl_watched *folders; /* by wd */
	uint32_t count;
} evl_watched_table;

/* NULL: it is not watched (any more). */
evl_watched *evl_watched_find(const evl_watched_table *table, int wd);

/* Those that are watched by now go into the table, with their paths; one that is there has a new path. False: no memory. */
bool evl_watched_add(evl_watched_table *table, evl_watched *added, uint32_t count);

void evl_watched_remove(evl_watched_table *table, evl_watched *folder);

/* It has left what is watched, with all that is in it: `leave` is called for each of their descriptors. */
void evl_watched_remove_tree(
	evl_watched_table *table, const char *path, void (*leave)(void *context, int wd), void *context);

/* It has another path, and all that is in it. How many that were; -1: no memory for a path. */
int evl_watched_move_tree(evl_watched_table *table, const char *from, const char *to);

void evl_watched_free(evl_watched_table *table);

/* "folder/name", or the name alone where the folder is "". evl_malloc'd; NULL: no memory. Any thread. */
char *evl_path_join(const char *folder, const char *name);

#endif
