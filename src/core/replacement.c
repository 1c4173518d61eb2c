/* SPDX-License-Identifier: MIT */
/*
 * replacement.c: see replacement.h. Owns a replacement's descriptor and names from its beginning to its end. Any thread.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* copy_file_range */
#endif

#include "src/core/replacement.h"

#include "src/core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of one copy_file_range(): between two of them a flag is looked at. */
#define STEP (4u << 20)

static int failure(void)
{
	return errno != 0 ? -errno : -EIO;
}

static bool is_unwanted(const int *unwanted)
{
	return unwanted != NULL && __atomic_load_n(unwanted, __ATOMIC_RELAXED) != 0;
}

static char *copy_text(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = evl_malloc(size);

	if (copy != NULL) {
		memcpy(copy, text, size);
	}
	return copy;
}

/* Where the path leads, also if there is nothing yet. A link to nothing is left to be replaced by the file. */
static char *resolve(const char *path)
{
	char *resolved = realpath(path, NULL);
	char *copy = copy_text(resolved != NULL ? resolved : path);

	free(resolved);
	return copy;
}

/* Beside the file, so that a rename gets it there: in the same folder, under a name that `ls` does not show. */
static int begin_beside(evl_replacement *self, mode_t mode)
{
	const char *slash = strrchr(self->path, '/');
	size_t folder = slash != NULL ? (size_t) (slash - self->path) + 1 : 0;
	char prefix[64];

	(void) snprintf(prefix, sizeof(prefix), ".%.40s.", self->path + folder);
	self->fd = evl_disk_make(self->path, folder, prefix, ".tmp", mode, &self->temp);
	return self->fd < 0 ? self->fd : 0;
}

static int take_over(const evl_replacement *self, const struct stat *old, int mode)
{
	mode_t wanted = mode >= 0 ? (mode_t) mode : old->st_mode & EVL_DISK_MODE_MASK;
	struct stat now;

	if (fstat(self->fd, &now) != 0) {
		return failure();
	}
	if (old != NULL && (old->st_uid != now.st_uid || old->st_gid != now.st_gid) &&
		fchown(self->fd, old->st_uid, old->st_gid) != 0 && errno != EPERM && errno != EINVAL) {
		return failure();
	}
	return fchmod(self->fd, wanted) == 0 ? 0 : failure();
}

int evl_replacement_begin(evl_replacement *self, const char *path, int mode)
{
	struct stat old;
	bool exists;
	int status;

	*self = (evl_replacement){.fd = -1, .process = getpid()};
	self->path = resolve(path);
	if (self->path == NULL) {
		return -ENOMEM;
	}
	exists = stat(self->path, &old) == 0;
	if (exists && !S_ISREG(old.st_mode)) {
		status = S_ISDIR(old.st_mode) ? -EISDIR : EVL_DISK_SPECIAL;
	} else if (exists && access(self->path, W_OK) != 0) {
		status = failure(); /* a folder that may be written to is no leave to replace what may not */
	} else {
		status = begin_beside(self, exists ? 0600 : 0666);
	}
	if (status == 0 && (exists || mode >= 0)) {
		status = take_over(self, exists ? &old : NULL, mode);
	}
	if (status != 0) {
		evl_replacement_abort(self);
	}
	return status;
}

void evl_replacement_abort(evl_replacement *self)
{
	if (self->fd >= 0) {
		(void) close(self->fd);
		/* A forked child has a copy of this, but its parent goes on. */
		if (self->process == getpid()) {
			(void) unlink(self->temp);
		}
	}
	evl_free(self->temp);
	evl_free(self->path);
	*self = (evl_replacement){.fd = -1};
}

static int sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = copy_text(slash != NULL ? path : ".");
	int fd;
	int status;

	if (folder == NULL) {
		return -ENOMEM;
	}
	if (slash != NULL) {
		folder[slash == path ? 1 : slash - path] = '\0';
	}
	fd = evl_disk_open(folder, O_RDONLY | O_DIRECTORY, 0);
	evl_free(folder);
	if (fd < 0) {
		return fd;
	}
	/* Some file systems have nothing to sync in a folder. */
	status = fsync(fd) == 0 || errno == EINVAL ? 0 : failure();
	(void) close(fd);
	return status;
}

int evl_replacement_commit(evl_replacement *self, bool sync)
{
	int status = evl_disk_close(self->fd, 0, sync);

	self->fd = -1;
	if (status == 0 && rename(self->temp, self->path) != 0) {
		status = failure();
	}
	if (status != 0) {
		(void) unlink(self->temp);
	} else if (sync) {
		status = sync_folder_of(self->path);
	}
	evl_replacement_abort(self);
	return status;
}

static int commit_if(evl_replacement *self, int status, bool sync, const int *unwanted)
{
	if (status == 0 && is_unwanted(unwanted)) {
		status = -ECANCELED;
	}
	if (status == 0) {
		return evl_replacement_commit(self, sync);
	}
	evl_replacement_abort(self);
	return status;
}

int evl_disk_put(const char *path, const char *data, size_t size, int mode, bool sync, const int *unwanted)
{
	evl_replacement replacement;
	size_t written;
	int status = evl_replacement_begin(&replacement, path, mode);

	if (status != 0) {
		return status;
	}
	status = evl_disk_write(replacement.fd, data, size, -1, &written, unwanted);
	return commit_if(&replacement, status, sync, unwanted);
}

/* By a buffer, for what the kernel does not copy itself. */
static int64_t copy_by_hand(int from, int to, const int *unwanted)
{
	char *room = evl_malloc(1 << 17);
	int64_t total = 0;
	ssize_t count = 0;
	int status = 0;

	if (room == NULL) {
		return -ENOMEM;
	}
	while (status == 0 && (count = evl_disk_read(from, room, 1 << 17, -1, unwanted)) > 0) {
		size_t written;

		status = evl_disk_write(to, room, (size_t) count, -1, &written, unwanted);
		total += count;
	}
	evl_free(room);
	return status != 0 ? status : count < 0 ? count : total;
}

static int64_t copy_bytes(int from, int to, const int *unwanted)
{
	int64_t total = 0;
#ifdef __linux__
	for (;;) {
		ssize_t count = copy_file_range(from, NULL, to, NULL, STEP, 0);

		if (count > 0) {
			total += count;
		} else if (count == 0 || errno != EINTR) {
			/* Files without a size (of /proc) give nothing this way, others are on different or old file systems. */
			break;
		}
		if (is_unwanted(unwanted)) {
			return -ECANCELED;
		}
	}
	if (total > 0) {
		/* Whatever stopped it, or the end: both descriptors stand where it goes on. */
		int64_t rest = copy_by_hand(from, to, unwanted);

		return rest < 0 ? rest : total + rest;
	}
#endif
	return copy_by_hand(from, to, unwanted);
}

int evl_disk_copy(const char *from, const char *to, uint64_t *size, const int *unwanted)
{
	int source = evl_disk_open(from, O_RDONLY, 0);
	evl_replacement replacement;
	struct stat facts;
	int64_t copied;
	int status;

	if (source < 0) {
		return source;
	}
	status = fstat(source, &facts) != 0 ? failure()
			 : S_ISREG(facts.st_mode)   ? 0
			 : S_ISDIR(facts.st_mode)   ? -EISDIR
										: -EINVAL;
	if (status == 0) {
		status = evl_replacement_begin(&replacement, to, (int) (facts.st_mode & 0777));
		status = status == EVL_DISK_SPECIAL ? -EINVAL : status;
	}
	if (status == 0) {
		copied = copy_bytes(source, replacement.fd, unwanted);
		status = commit_if(&replacement, copied < 0 ? (int) copied : 0, false, unwanted);
		*size = copied < 0 ? 0 : (uint64_t) copied;
	}
	(void) close(source);
	return status;
}
