/* SPDX-License-Identifier: MIT */
/*
 * See watched.h: a sorted array, since the kernel numbers what it watches upwards. Loop's thread only.
 */
#include "src/reactor/watched.h"

#include "src/core/mem.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

char *evl_path_join(const char *folder, const char *name)
{
	size_t length = strlen(folder);
	size_t size = strlen(name) + 1;
	char *path = evl_malloc(length + 1 + size);

	if (path == NULL) {
		return NULL;
	}
	memcpy(path, folder, length);
	if (length > 0) {
		path[length++] = '/';
	}
	memcpy(path + length, name, size);
	return path;
}

static int compare(const void *left, const void *right)
{
	return ((const evl_watched *) left)->wd - ((const evl_watched *) right)->wd;
}

evl_watched *evl_watched_find(const evl_watched_table *table, int wd)
{
	const evl_watched key = {.wd = wd, .path = NULL};

	return table->count == 0 ? NULL : bsearch(&key, table->folders, table->count, sizeof(key), compare);
}

/* Each once: what is watched again has its descriptor already. */
static void drop_twins(evl_watched_table *table)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < table->count; i++) {
		if (kept > 0 && table->folders[kept - 1].wd == table->folders[i].wd) {
			evl_free(table->folders[i].path);
		} else {
			table->folders[kept++] = table->folders[i];
		}
	}
	table->count = kept;
}

bool evl_watched_add(evl_watched_table *table, evl_watched *added, uint32_t count)
{
	uint32_t total = table->count;

	if (count > 0) {
		evl_watched *grown = evl_realloc(table->folders, (table->count + count) * sizeof(*grown));

		if (grown == NULL) {
			return false;
		}
		table->folders = grown;
	}
	for (uint32_t i = 0; i < count; i++) {
		evl_watched *old = added[i].wd >= 0 ? evl_watched_find(table, added[i].wd) : NULL;

		if (added[i].wd < 0) {
			continue;
		}
		if (old != NULL) {
			evl_free(old->path);
			old->path = added[i].path;
		} else {
			table->folders[total++] = added[i];
		}
		added[i].path = NULL;
	}
	table->count = total;
	if (total > 0) {
		qsort(table->folders, total, sizeof(*table->folders), compare);
	}
	drop_twins(table);
	return true;
}

void evl_watched_remove(evl_watched_table *table, evl_watched *folder)
{
	size_t index = (size_t) (folder - table->folders);

	evl_free(folder->path);
	table->count--;
	memmove(folder, folder + 1, (table->count - index) * sizeof(*folder));
}

/* The folder itself, or what is in it: what stands behind the folder's path, or NULL. */
static const char *inside(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/') ? path + length : NULL;
}

void evl_watched_remove_tree(
	evl_watched_table *table, const char *path, void (*leave)(void *context, int wd), void *context)
{
	for (uint32_t i = table->count; i-- > 0;) {
		if (inside(table->folders[i].path, path) != NULL) {
			leave(context, table->folders[i].wd);
			evl_watched_remove(table, &table->folders[i]);
		}
	}
}

int evl_watched_move_tree(evl_watched_table *table, const char *from, const char *to)
{
	int moved = 0;

	for (uint32_t i = 0; i < table->count; i++) {
		const char *rest = inside(table->folders[i].path, from);
		char *path;

		if (rest == NULL) {
			continue;
		}
		path = evl_path_join(to, *rest == '/' ? rest + 1 : rest);
		if (path == NULL) {
			return -1;
		}
		/* Without the slash behind the folder itself. */
		path[strlen(to) + strlen(rest)] = '\0';
		evl_free(table->folders[i].path);
		table->folders[i].path = path;
		moved++;
	}
	return moved;
}

void evl_watched_free(evl_watched_table *table)
{
	for (uint32_t i = 0; i < table->count; i++) {
		evl_free(table->folders[i].path);
	}
	evl_free(table->folders);
	*table = (evl_watched_table){.folders = NULL};
}
