/* SPDX-License-Identifier: MIT */
/*
 * See change_queue.h. With a time to settle, a change that something more happens to moves to the end, so the first is
 * always the next that is due. Loop's thread only.
 */
#include "src/reactor/change_queue.h"

#include "src/core/mem.h"

#include <string.h>

/* So many times the time to settle, and it is told although it goes on. */
#define PATIENCE 10

static uint32_t bucket_of(const char *path)
{
	uint32_t value = 2166136261u;

	for (; *path != '\0'; path++) {
		value = (value ^ (unsigned char) *path) * 16777619u;
	}
	return value % EVL_CHANGE_BUCKETS;
}

void evl_change_queue_init(evl_change_queue *queue, uint32_t most, uint64_t settle)
{
	evl_list_init(&queue->all);
	for (uint32_t i = 0; i < EVL_CHANGE_BUCKETS; i++) {
		evl_list_init(&queue->buckets[i]);
	}
	queue->count = 0;
	queue->most = most;
	queue->settle = settle;
}

static evl_change *change_of(evl_list *link)
{
	return EVL_CONTAINER_OF(link, evl_change, link);
}

static void unlink_change(evl_change_queue *queue, evl_change *change)
{
	evl_list_remove(&change->link);
	evl_list_remove(&change->bucket);
	queue->count--;
}

void evl_change_queue_free(evl_change_queue *queue)
{
	while (!evl_list_is_empty(&queue->all)) {
		evl_change *change = change_of(queue->all.next);

		unlink_change(queue, change);
		evl_free(change);
	}
}

/* What happened to the path last. A rename stands between what was before and what comes. */
static evl_change *find(evl_change_queue *queue, const char *path)
{
	evl_list *bucket = &queue->buckets[bucket_of(path)];

	for (evl_list *node = bucket->prev; node != bucket; node = node->prev) {
		evl_change *change = EVL_CONTAINER_OF(node, evl_change, bucket);

		if (strcmp(change->path, path) == 0) {
			return change->kind <= EVL_CHANGE_REMOVED ? change : NULL;
		}
	}
	return NULL;
}

typedef enum merged {
	APART,
	NOTHING, /* of both */
	ONE,
} merged;

static merged merge(evl_change_kind *before, evl_change_kind kind, bool settles)
{
	if (kind == *before || (kind == EVL_CHANGE_CHANGED && *before == EVL_CHANGE_CREATED)) {
		return ONE;
	}
	if (!settles) {
		return APART;
	}
	if (kind == EVL_CHANGE_REMOVED && *before == EVL_CHANGE_CREATED) {
		return NOTHING;
	}
	if (kind == EVL_CHANGE_CREATED && *before == EVL_CHANGE_REMOVED) {
		*before = EVL_CHANGE_CHANGED;
		return ONE;
	}
	if (kind == EVL_CHANGE_REMOVED && *before == EVL_CHANGE_CHANGED) {
		*before = EVL_CHANGE_REMOVED;
		return ONE;
	}
	return APART;
}

/* Whether that was all. */
static bool merge_into(evl_change_queue *queue, evl_change *before, evl_change_kind kind, uint64_t now)
{
	switch (merge(&before->kind, kind, queue->settle > 0)) {
	case APART: return false;
	case NOTHING:
		unlink_change(queue, before);
		evl_free(before);
		return true;
	default:
		if (queue->settle > 0 && now - before->first < PATIENCE * queue->settle) {
			before->due = now + queue->settle;
			evl_list_remove(&before->link);
			evl_list_append(&queue->all, &before->link);
		}
		return true;
	}
}

static void append(
	evl_change_queue *queue, evl_change_kind kind, const char *path, const char *old_path, bool is_folder, uint64_t now)
{
	size_t size = strlen(path) + 1;
	size_t old_size = old_path != NULL ? strlen(old_path) + 1 : 0;
	evl_change *change = evl_malloc(sizeof(*change) + size + old_size);

	if (change == NULL) {
		return;
	}
	memset(change, 0, sizeof(*change));
	change->kind = kind;
	change->is_folder = is_folder;
	change->first = now;
	change->due = now + queue->settle;
	memcpy(change->path, path, size);
	if (old_path != NULL) {
		change->old_path = change->path + size;
		memcpy(change->old_path, old_path, old_size);
	}
	evl_list_append(&queue->all, &change->link);
	evl_list_append(&queue->buckets[bucket_of(path)], &change->bucket);
	queue->count++;
}

void evl_change_queue_add(
	evl_change_queue *queue, evl_change_kind kind, const char *path, const char *old_path, bool is_folder, uint64_t now)
{
	evl_change *before = kind <= EVL_CHANGE_REMOVED ? find(queue, path) : NULL;

	if (before != NULL && merge_into(queue, before, kind, now)) {
		return;
	}
	/* One more than `most`: the overflow has always room, once. */
	if (queue->count > 0 && change_of(queue->all.prev)->kind == EVL_CHANGE_OVERFLOW && queue->count >= queue->most) {
		return;
	}
	if (queue->count >= queue->most) {
		append(queue, EVL_CHANGE_OVERFLOW, "", NULL, false, now);
		return;
	}
	append(queue, kind, path, old_path, is_folder, now);
}

evl_change *evl_change_queue_take(evl_change_queue *queue, uint64_t now)
{
	evl_change *first = evl_list_is_empty(&queue->all) ? NULL : change_of(queue->all.next);

	if (first == NULL || first->due > now) {
		return NULL;
	}
	unlink_change(queue, first);
	return first;
}

uint64_t evl_change_queue_due(const evl_change_queue *queue)
{
	return evl_list_is_empty(&queue->all) ? 0 : change_of(queue->all.next)->due;
}
