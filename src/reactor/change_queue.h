/* SPDX-License-Identifier: MIT */
/*
 * Changes of files that wait to be told, in order, each path's put together: two changes of contents are one, what is
 * created and changed was created. With a time to settle each waits until nothing more has happened to its path for so
 * long (ten times that at most); then what is created and removed again is nothing, and what is removed and created again
 * has changed. The queue is bounded: what does not fit is lost, and EVL_CHANGE_OVERFLOW stands in its place.
 *
 * Owns the changes until they are taken. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_CHANGE_QUEUE_H
#define EVLOOP_REACTOR_CHANGE_QUEUE_H

#include "src/core/list.h"

#include <stdint.h>

typedef enum evl_change_kind {
	EVL_CHANGE_CREATED,
	EVL_CHANGE_CHANGED,
	EVL_CHANGE_REMOVED,
	EVL_CHANGE_RENAMED,
	EVL_CHANGE_OVERFLOW,
} evl_change_kind;

typedef struct evl_change {
	evl_list link;   /* in the queue */
	evl_list bucket; /* by its path */
	uint64_t first;  /* when it began, */
	uint64_t due;    /* and when it is to be told */
	evl_change_kind kind;
	bool is_folder;
	char *old_path; /* of EVL_CHANGE_RENAMED; NULL for the others. Behind `path` in the same block */
	char path[];
} evl_change;

#define EVL_CHANGE_BUCKETS 256

typedef struct evl_change_queue {
	evl_list all;
	evl_list buckets[EVL_CHANGE_BUCKETS];
	uint32_t count;
	uint32_t most;
	uint64_t settle; /* nanoseconds */
} evl_change_queue;

void evl_change_queue_init(evl_change_queue *queue, uint32_t most, uint64_t settle);
void evl_change_queue_free(evl_change_queue *queue);

/* For want of memory it is lost, and an overflow is told. `old_path` may be NULL. */
void evl_change_queue_add(evl_change_queue *queue, evl_change_kind kind, const char *path, const char *old_path,
	bool is_folder, uint64_t now);

/* The first, if it is due: the caller's, by evl_free(). NULL: none. */
evl_change *evl_change_queue_take(evl_change_queue *queue, uint64_t now);

/* When there is one to take; 0: the queue is empty. */
uint64_t evl_change_queue_due(const evl_change_queue *queue);

#endif
