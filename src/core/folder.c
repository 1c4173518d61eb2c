/* SPDX-License-Identifier: MIT */
/*
 * folder.c: see folder.h. Owns a DIR from evl_folder_open() to evl_folder_close(). Any thread, one at a time.
 */
#include "src/core/folder.h"

#include "src/core/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct evl_folder {
	DIR *dir;
	const struct dirent *next; /* read, but there was no room for it */
};

static int failure(void)
{
	return errno != 0 ? -errno : -EIO;
}

static bool is_folder(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* One that somebody else makes at the same time is as good. */
static int make_one(const char *path, mode_t mode)
{
	if (mkdir(path, mode) == 0) {
		return 0;
	}
	/* A folder that is there may be told as EROFS or EACCES, too. */
	return errno != ENOENT && is_folder(path) ? 0 : failure();
}

/* `path` is ours to write in: each slash is the end of it for a moment. From the deepest one that is there downwards. */
static int make_parents(char *path, mode_t mode)
{
	size_t length = strlen(path);
	size_t end = length;
	int status = make_one(path, mode);

	while (status == -ENOENT) {
		while (end > 0 && path[end - 1] != '/') {
			end--;
		}
		while (end > 0 && path[end - 1] == '/') {
			end--;
		}
		if (end == 0) {
			return status;
		}
		path[end] = '\0';
		status = make_one(path, mode);
	}
	while (status == 0 && end < length) {
		path[end] = '/';
		end += strlen(path + end);
		status = make_one(path, mode);
	}
	return status;
}

int evl_folder_make(const char *path, mode_t mode, bool parents)
{
	size_t size = strlen(path) + 1;
	char *copy;
	int status;

	if (!parents) {
		return mkdir(path, mode) == 0 ? 0 : failure();
	}
	copy = evl_malloc(size);
	if (copy == NULL) {
		return -ENOMEM;
	}
	memcpy(copy, path, size);
	status = make_parents(copy, mode);
	evl_free(copy);
	return status;
}

static bool is_dots(const char *name)
{
	return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

static int remove_at(int folder, const char *name, const int *unwanted);

/* All that is in a folder, which is opened without following a link. */
static int empty(int parent, const char *name, const int *unwanted)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry;
	int status = 0;

	if (dir == NULL) {
		status = failure();
		if (fd >= 0) {
			(void) close(fd);
		}
		return status;
	}
	while (status == 0 && (errno = 0, entry = readdir(dir)) != NULL) {
		if (unwanted != NULL && __atomic_load_n(unwanted, __ATOMIC_RELAXED) != 0) {
			status = -ECANCELED;
		} else if (!is_dots(entry->d_name)) {
			status = remove_at(fd, entry->d_name, unwanted);
			/* Somebody else was faster. */
			status = status == -ENOENT ? 0 : status;
		}
	}
	if (status == 0 && errno != 0) {
		status = failure();
	}
	(void) closedir(dir);
	return status;
}

static int remove_at(int folder, const char *name, const int *unwanted)
{
	int status;

	if (unlinkat(folder, name, 0) == 0) {
		return 0;
	}
	/* POSIX says EPERM of a folder, Linux EISDIR. */
	if (errno != EISDIR && errno != EPERM) {
		return failure();
	}
	status = failure();
	if (unlinkat(folder, name, AT_REMOVEDIR) == 0) {
		return 0;
	}
	if (errno == ENOTDIR) {
		return status;
	}
	if (errno != ENOTEMPTY && errno != EEXIST) {
		return failure();
	}
	status = empty(folder, name, unwanted);
	return status != 0 ? status : unlinkat(folder, name, AT_REMOVEDIR) == 0 ? 0 : failure();
}

int evl_folder_remove(const char *path, bool all, const int *unwanted)
{
	int status;

	if (all) {
		return remove_at(AT_FDCWD, path, unwanted);
	}
	if (unlink(path) == 0) {
		return 0;
	}
	if (errno != EISDIR && errno != EPERM) {
		return failure();
	}
	status = failure();
	if (rmdir(path) == 0) {
		return 0;
	}
	return errno == ENOTDIR ? status : failure();
}

int evl_folder_open(evl_folder **folder, const char *path)
{
	evl_folder *self = evl_calloc(1, sizeof(*self));
	int status;

	*folder = NULL;
	if (self == NULL) {
		return -ENOMEM;
	}
	self->dir = opendir(path);
	if (self->dir == NULL) {
		status = failure();
		evl_free(self);
		return status;
	}
	*folder = self;
	return 0;
}

int evl_folder_read(evl_folder *folder, char *room, size_t size, size_t *used)
{
	*used = 0;
	for (;;) {
		size_t length;

		if (folder->next == NULL) {
			errno = 0;
			folder->next = readdir(folder->dir);
			if (folder->next == NULL) {
				/* Whatever failed, the names before it come first. */
				return errno != 0 && *used == 0 ? failure() : 0;
			}
		}
		length = strlen(folder->next->d_name) + 1;
		if (!is_dots(folder->next->d_name)) {
			if (*used + length > size) {
				return 0;
			}
			memcpy(room + *used, folder->next->d_name, length);
			*used += length;
		}
		folder->next = NULL;
	}
}

void evl_folder_close(evl_folder *folder)
{
	(void) closedir(folder->dir);
	evl_free(folder);
}
