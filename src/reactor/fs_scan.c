/* SPDX-License-Identifier: MIT */
/*
 * See fs_scan.h. The list of folders is the list of what is to do, too: it grows while it is worked through. Owns what the
 * struct holds; run() is for a thread, all others for the loop's.
 */
#include "src/reactor/fs_scan.h"

#include "src/core/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#else
#define IN_DONT_FOLLOW 0
static int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
	errno = ENOSYS;
	return -1;
}
#endif

static bool grow(void **list, uint32_t *capacity, uint32_t count, size_t size)
{
	uint32_t wanted = *capacity > 0 ? 2 * *capacity : 16;
	void *grown;

	if (count < *capacity) {
		return true;
	}
	grown = evl_realloc(*list, wanted * size);
	if (grown == NULL) {
		return false;
	}
	*list = grown;
	*capacity = wanted;
	return true;
}

/* Takes the path over, which may be NULL. */
static bool add_folder(evl_scan *scan, char *path)
{
	if (path == NULL ||
		!grow((void **) &scan->folders, &scan->folder_capacity, scan->folder_count, sizeof(evl_watched))) {
		evl_free(path);
		scan->incomplete = true;
		return false;
	}
	scan->folders[scan->folder_count++] = (evl_watched){.wd = -1, .path = path};
	return true;
}

static void add_found(evl_scan *scan, char *path, bool is_folder)
{
	if (path == NULL || !grow((void **) &scan->found, &scan->found_capacity, scan->found_count, sizeof(evl_found))) {
		evl_free(path);
		scan->incomplete = true;
		return;
	}
	scan->found[scan->found_count++] = (evl_found){.path = path, .is_folder = is_folder};
}

static bool is_folder(DIR *dir, const struct dirent *entry)
{
	struct stat facts;

	if (entry->d_type != DT_UNKNOWN) {
		return entry->d_type == DT_DIR;
	}
	return fstatat(dirfd(dir), entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
}

/* Of a folder that is watched already. What is gone meanwhile is told by the kernel. */
static void read_names(evl_scan *scan, const char *path, const char *absolute)
{
	DIR *dir = opendir(absolute);
	const struct dirent *entry;

	if (dir == NULL) {
		return;
	}
	while ((entry = readdir(dir)) != NULL) {
		bool folder;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
			continue;
		}
		folder = is_folder(dir, entry);
		if (scan->reports) {
			add_found(scan, evl_path_join(path, entry->d_name), folder);
		}
		if (folder && scan->recursive) {
			(void) add_folder(scan, evl_path_join(path, entry->d_name));
		}
	}
	(void) closedir(dir);
}

/* 0 or a negative errno. */
static int watch_folder(evl_scan *scan, uint32_t index)
{
	const char *path = scan->folders[index].path;
	char absolute[PATH_MAX];
	int length = snprintf(absolute, sizeof(absolute), "%s%s%s", scan->root, *path != '\0' ? "/" : "", path);
	int wd;

	if (length < 0 || (size_t) length >= sizeof(absolute)) {
		return -ENAMETOOLONG;
	}
	/* The root may be a link; what lies in it is not followed. */
	wd = inotify_add_watch(scan->inotify->fd, absolute, scan->mask | (*path != '\0' ? IN_DONT_FOLLOW : 0));
	if (wd < 0) {
		return -errno;
	}
	scan->folders[index].wd = wd;
	if (scan->recursive || scan->reports) {
		read_names(scan, path, absolute);
	}
	return 0;
}

static void run(evl_work *work)
{
	evl_scan *scan = EVL_CONTAINER_OF(work, evl_scan, work);

	work->status = 0;
	for (uint32_t i = 0; i < scan->folder_count && evl_work_is_wanted(work); i++) {
		int status = i < scan->most ? watch_folder(scan, i) : -ENOSPC;

		if (i == 0) {
			work->status = status;
		}
		if (status == -ENOSPC || status == -ENOMEM || status == -ENAMETOOLONG) {
			scan->incomplete = true;
			return;
		}
	}
}

static void told(evl_work *work, void *owner)
{
	evl_scan *scan = EVL_CONTAINER_OF(work, evl_scan, work);

	scan->done(scan, owner);
}

static void destroy(evl_work *work)
{
	evl_scan *scan = EVL_CONTAINER_OF(work, evl_scan, work);

	for (uint32_t i = 0; i < scan->folder_count; i++) {
		evl_free(scan->folders[i].path);
	}
	for (uint32_t i = 0; i < scan->found_count; i++) {
		evl_free(scan->found[i].path);
	}
	evl_free(scan->folders);
	evl_free(scan->found);
	evl_free(scan->root);
	evl_fd_release(scan->inotify, NULL);
}

static const evl_work_kind scan_kind = {.run = run, .done = told, .destroy = destroy};

evl_scan *evl_scan_new(const char *root, evl_fd *inotify, uint32_t mask)
{
	evl_scan *scan = evl_calloc(1, sizeof(*scan));

	if (scan == NULL) {
		return NULL;
	}
	scan->work.kind = &scan_kind;
	scan->inotify = inotify;
	inotify->references++;
	scan->mask = mask;
	scan->root = evl_path_join("", root);
	if (scan->root == NULL) {
		evl_work_free(&scan->work);
		return NULL;
	}
	return scan;
}

bool evl_scan_add(evl_scan *scan, const char *path)
{
	return add_folder(scan, evl_path_join("", path));
}

int evl_scan_start(evl_scan *scan, evl_loop *loop, void (*done)(evl_scan *scan, void *owner), void *owner)
{
	scan->done = done;
	return evl_work_start(&scan->work, loop, owner);
}
