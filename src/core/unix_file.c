/* SPDX-License-Identifier: MIT */
/*
 * See unix_file.h. Two processes that replace the same dead file at the same moment are told apart by its inode, as far
 * as the file system can: between the look and the unlink() there is no lock. Any thread.
 */
#include "src/core/unix_file.h"

#include "src/core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

struct evl_unix_file {
	dev_t device;
	ino_t inode;
	pid_t owner;
	char path[sizeof(((struct sockaddr_un *) 0)->sun_path) + 1];
};

static bool same_file(const char *path, dev_t device, ino_t inode)
{
	struct stat now;

	return lstat(path, &now) == 0 && S_ISSOCK(now.st_mode) && now.st_dev == device && now.st_ino == inode;
}

/* Whether nobody listens there. A listener whose backlog is full says EAGAIN, one of datagrams EPROTOTYPE. */
static bool is_dead(const struct sockaddr *address, socklen_t length)
{
	int probe = socket(AF_UNIX, SOCK_STREAM, 0);
	bool dead;

	if (probe < 0) {
		return false;
	}
	dead = fcntl(probe, F_SETFD, FD_CLOEXEC) == 0 && fcntl(probe, F_SETFL, O_NONBLOCK) == 0 &&
		   connect(probe, address, length) != 0 && errno == ECONNREFUSED;
	(void) close(probe);
	return dead;
}

/* bind(), in the place of a dead socket if there is one. */
static int bind_path(int fd, const char *path, const struct sockaddr *address, socklen_t length)
{
	struct stat found;

	if (bind(fd, address, length) == 0) {
		return 0;
	}
	if (errno != EADDRINUSE || lstat(path, &found) != 0) {
		return -errno;
	}
	if (!S_ISSOCK(found.st_mode) || !is_dead(address, length) || !same_file(path, found.st_dev, found.st_ino) ||
		unlink(path) != 0) {
		return -EADDRINUSE;
	}
	return bind(fd, address, length) == 0 ? 0 : -errno;
}

static int set_mode(const char *path, int mode)
{
	return mode == EVL_UNIX_MODE_DEFAULT || chmod(path, (mode_t) mode) == 0 ? 0 : -errno;
}

static int remember(evl_unix_file *file)
{
	struct stat made;

	if (lstat(file->path, &made) != 0) {
		return -errno;
	}
	file->device = made.st_dev;
	file->inode = made.st_ino;
	file->owner = getpid();
	return 0;
}

int evl_unix_file_bind(evl_unix_file **file, int fd, const struct sockaddr *address, socklen_t length, int mode)
{
	const char *path = ((const struct sockaddr_un *) address)->sun_path;
	size_t size = length - offsetof(struct sockaddr_un, sun_path);
	evl_unix_file *self;
	int status;

	*file = NULL;
	if (size == 0 || path[0] == '\0') {
		return bind(fd, address, length) == 0 ? 0 : -errno;
	}
	self = evl_calloc(1, sizeof(*self));
	if (self == NULL) {
		return -ENOMEM;
	}
	memcpy(self->path, path, size);
	status = bind_path(fd, self->path, address, length);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	status = remember(self);
	if (status == 0) {
		status = set_mode(self->path, mode);
	}
	if (status != 0) {
		evl_unix_file_remove(self);
		return status;
	}
	*file = self;
	return 0;
}

void evl_unix_file_remove(evl_unix_file *file)
{
	if (file == NULL) {
		return;
	}
	if (file->owner == getpid() && same_file(file->path, file->device, file->inode)) {
		(void) unlink(file->path);
	}
	evl_free(file);
}
