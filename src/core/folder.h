/* SPDX-License-Identifier: MIT */
/*
 * folder.h: folders, by calls that block: for threads that may. Functions return 0 or a negative errno. Any thread.
 */
#ifndef EVLOOP_CORE_FOLDER_H
#define EVLOOP_CORE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* `parents`: also those above it that are missing; then it is no error that it is there. */
int evl_folder_make(const char *path, mode_t mode, bool parents);

/*
 * A file, a link (never what it leads to) or an empty folder; `all`: with all that is in it. What is exchanged for a link
 * meanwhile is not followed.
 */
int evl_folder_remove(const char *path, bool all, const int *unwanted);

typedef struct evl_folder evl_folder;

/* `folder` is evl_folder_close()'s. */
int evl_folder_open(evl_folder **folder, const char *path);

/*
 * Some of the names that were not read yet, "." and ".." left out, each with its NUL, into `room` of at least
 * EVL_FOLDER_ROOM_MIN bytes. `used` is 0 at the end.
 */
int evl_folder_read(evl_folder *folder, char *room, size_t size, size_t *used);
void evl_folder_close(evl_folder *folder);

#define EVL_FOLDER_ROOM_MIN 1024

#endif
