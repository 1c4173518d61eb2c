/* SPDX-License-Identifier: MIT */
/*
 * file.c: see file.h.
 *
 * Inside a root the path is resolved first, then walked from the root folder by folder without following any link: who
 * exchanges a folder for a link in between gets nothing. Owns the descriptors of the walk only.
 */
#include "src/core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPEN_FILE (O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

#ifdef O_PATH
#define OPEN_FOLDER (O_PATH | O_DIRECTORY | O_CLOEXEC)
#else
#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#endif

/* The errno of the call that just failed, never 0. */
static int failure(void)
{
	return errno != 0 ? -errno : -EIO;
}

/* No part begins with a dot, and there is one. */
static bool is_plain(const char *path, size_t len)
{
	bool any = false;

	for (size_t i = 0; i < len; i++) {
		if (path[i] == '\0' || (path[i] == '.' && (i == 0 || path[i - 1] == '/'))) {
			return false;
		}
		any = any || path[i] != '/';
	}
	return any;
}

/* From the folder `base`, whose descriptor is closed, to a path without links. */
static int walk(int folder, const char *path)
{
	while (folder >= 0) {
		char part[NAME_MAX + 1];
		const char *slash = strchr(path, '/');
		size_t len = slash != NULL ? (size_t) (slash - path) : strlen(path);
		int next = -1, error = ENAMETOOLONG;

		if (len <= NAME_MAX) {
			memcpy(part, path, len);
			part[len] = '\0';
			next = openat(folder, part, (slash != NULL ? OPEN_FOLDER : OPEN_FILE) | O_NOFOLLOW);
			error = errno;
		}
		(void) close(folder);
		if (next < 0) {
			return -error;
		}
		if (slash == NULL) {
			return next;
		}
		folder = next;
		path = slash + 1;
	}
	return failure();
}

static int open_inside(const char *root, const char *path, size_t len)
{
	char base[PATH_MAX], joined[PATH_MAX * 2], real[PATH_MAX];
	size_t base_len;

	if (len >= PATH_MAX) {
		return -ENAMETOOLONG;
	}
	if (!is_plain(path, len)) {
		return -ENOENT;
	}
	if (realpath(root, base) == NULL) {
		return failure();
	}
	(void) snprintf(joined, sizeof(joined), "%s/%.*s", base, (int) len, path);
	if (realpath(joined, real) == NULL) {
		return failure();
	}
	base_len = strcmp(base, "/") == 0 ? 0 : strlen(base);
	if (strncmp(real, base, base_len) != 0 || real[base_len] != '/' || real[base_len + 1] == '\0') {
		return -ENOENT;
	}
	return walk(open(base, OPEN_FOLDER), real + base_len + 1);
}

static int open_path(const char *path, size_t len)
{
	int fd;

	if (memchr(path, '\0', len) != NULL) {
		return -ENOENT;
	}
	fd = open(path, OPEN_FILE);
	return fd >= 0 ? fd : failure();
}

int evl_file_open(evl_file *file, const char *root, const char *path, size_t len)
{
	struct stat facts;
	int fd = root != NULL ? open_inside(root, path, len) : open_path(path, len);

	if (fd < 0) {
		return fd;
	}
	if (fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode)) {
		(void) close(fd);
		return -ENOENT;
	}
	file->fd = fd;
	file->size = (uint64_t) facts.st_size;
	file->inode = (uint64_t) facts.st_ino;
	file->modified = (int64_t) facts.st_mtime;
#ifdef __APPLE__
	file->modified_ns = (uint32_t) facts.st_mtimespec.tv_nsec;
#else
	file->modified_ns = (uint32_t) facts.st_mtim.tv_nsec;
#endif
	return 0;
}

bool evl_file_is_missing(int status)
{
	switch (-status) {
	case ENOENT:
	case ENOTDIR:
	case EISDIR:
	case ELOOP:
	case ENAMETOOLONG:
	case EACCES:
	case EPERM:
	case ENXIO:
	case ENODEV: return true;
	default: return false;
	}
}
