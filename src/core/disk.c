/* SPDX-License-Identifier: MIT */
/*
 * disk.c: see disk.h. Owns nothing beyond a call. Any thread.
 */
#include "src/core/disk.h"

#include "src/core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Of one system call: between two of them a flag is looked at. */
#define STEP (4u << 20)
/* What is read first of a file that says nothing about its size. */
#define FIRST_ROOM 16384

static int failure(void)
{
	return errno != 0 ? -errno : -EIO;
}

static bool is_unwanted(const int *unwanted)
{
	return unwanted != NULL && __atomic_load_n(unwanted, __ATOMIC_RELAXED) != 0;
}

int evl_disk_open(const char *path, int flags, mode_t mode)
{
	int fd;

	do {
		fd = open(path, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode);
	} while (fd < 0 && errno == EINTR);
	return fd >= 0 ? fd : failure();
}

int evl_disk_write(int fd, const char *data, size_t size, int64_t offset, size_t *written, const int *unwanted)
{
	size_t done = 0;
	int status = 0;

	while (done < size && status == 0) {
		size_t step = size - done < STEP ? size - done : STEP;
		ssize_t count = offset < 0 ? write(fd, data + done, step)
								   : pwrite(fd, data + done, step, (off_t) (offset + (int64_t) done));

		if (count > 0) {
			done += (size_t) count;
		} else if (count == 0) {
			status = -EIO; /* taken nothing, said nothing: for ever */
		} else if (errno != EINTR) {
			status = failure();
		}
		if (status == 0 && done < size && is_unwanted(unwanted)) {
			status = -ECANCELED;
		}
	}
	*written = done;
	return status;
}

ssize_t evl_disk_read(int fd, char *room, size_t size, int64_t offset, const int *unwanted)
{
	size_t done = 0;

	while (done < size) {
		size_t step = size - done < STEP ? size - done : STEP;
		ssize_t count =
			offset < 0 ? read(fd, room + done, step) : pread(fd, room + done, step, (off_t) (offset + (int64_t) done));

		if (count == 0) {
			break;
		}
		if (count > 0) {
			done += (size_t) count;
		} else if (errno != EINTR) {
			return failure();
		}
		if (done < size && is_unwanted(unwanted)) {
			return -ECANCELED;
		}
	}
	return (ssize_t) done;
}

/* One byte more than there should be is asked for, so that a file that says its size truly needs no second block. */
static int read_all(int fd, size_t expected, size_t limit, char **data, size_t *size, const int *unwanted)
{
	size_t capacity = expected > 0 && expected < limit ? expected : FIRST_ROOM < limit ? FIRST_ROOM : limit;
	size_t length = 0;
	char *block = NULL;

	for (;;) {
		char *grown = evl_realloc(block, capacity + 1);
		ssize_t count;

		if (grown == NULL) {
			evl_free(block);
			return -ENOMEM;
		}
		block = grown;
		count = evl_disk_read(fd, block + length, capacity + 1 - length, -1, unwanted);
		if (count < 0 || length + (size_t) count > limit) {
			evl_free(block);
			return count < 0 ? (int) count : -EFBIG;
		}
		length += (size_t) count;
		if (length <= capacity) {
			*data = block;
			*size = length;
			return 0;
		}
		capacity = capacity > limit / 2 ? limit : capacity * 2;
	}
}

int evl_disk_get(const char *path, size_t limit, char **data, size_t *size, const int *unwanted)
{
	int fd = evl_disk_open(path, O_RDONLY, 0);
	struct stat facts;
	int status;

	if (fd < 0) {
		return fd;
	}
	if (fstat(fd, &facts) != 0) {
		status = failure();
	} else if (S_ISDIR(facts.st_mode)) {
		status = -EISDIR;
	} else if (!S_ISREG(facts.st_mode)) {
		status = EVL_DISK_SPECIAL;
	} else if (facts.st_size > 0 && (uint64_t) facts.st_size > limit) {
		status = -EFBIG;
	} else {
		status = read_all(fd, (size_t) facts.st_size, limit, data, size, unwanted);
	}
	(void) close(fd);
	return status;
}

int evl_disk_close(int fd, int status, bool sync)
{
	if (status == 0 && sync && fsync(fd) != 0) {
		status = failure();
	}
	if (close(fd) != 0 && status == 0 && errno != EINTR) {
		status = failure();
	}
	return status;
}

int evl_disk_append(const char *path, const char *data, size_t size, bool sync, const int *unwanted)
{
	int fd = evl_disk_open(path, O_WRONLY | O_CREAT | O_APPEND, 0666);
	struct stat facts;
	size_t written;
	int status;

	if (fd < 0) {
		return fd == -ENXIO ? EVL_DISK_SPECIAL : fd;
	}
	if (fstat(fd, &facts) != 0) {
		status = failure();
	} else if (S_ISREG(facts.st_mode)) {
		status = evl_disk_write(fd, data, size, -1, &written, unwanted);
	} else {
		status = EVL_DISK_SPECIAL;
	}
	return evl_disk_close(fd, status, sync);
}

/* Not to be guessed is no aim: O_EXCL sees to names that exist, and follows no link. */
static void random_name(char *to, size_t size)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	static uint64_t last; /* of the process */
	struct timespec now;
	uint64_t state;

	(void) clock_gettime(CLOCK_REALTIME, &now);
	state = (uint64_t) now.tv_nsec ^ ((uint64_t) now.tv_sec << 20) ^ ((uint64_t) getpid() << 40);
	state += __atomic_add_fetch(&last, 0x9e3779b97f4a7c15u, __ATOMIC_RELAXED);
	for (size_t i = 0; i < size; i++) {
		/* SplitMix64 */
		uint64_t mixed = state += 0x9e3779b97f4a7c15u;

		mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
		mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
		to[i] = letters[(mixed >> 33) % (sizeof(letters) - 1)];
	}
}

#define RANDOM_LETTERS 12
#define TRIES          100

int evl_disk_make(
	const char *folder, size_t folder_length, const char *prefix, const char *suffix, mode_t mode, char **path)
{
	size_t prefix_length = strlen(prefix);
	char *name = evl_malloc(folder_length + prefix_length + RANDOM_LETTERS + strlen(suffix) + 1);
	int fd = -EEXIST;

	if (name == NULL) {
		return -ENOMEM;
	}
	memcpy(name, folder, folder_length);
	memcpy(name + folder_length, prefix, prefix_length);
	strcpy(name + folder_length + prefix_length + RANDOM_LETTERS, suffix);
	for (int i = 0; i < TRIES && fd == -EEXIST; i++) {
		random_name(name + folder_length + prefix_length, RANDOM_LETTERS);
		fd = evl_disk_open(name, O_RDWR | O_CREAT | O_EXCL, mode);
	}
	if (fd < 0) {
		evl_free(name);
		return fd;
	}
	*path = name;
	return fd;
}

int evl_disk_temp(const char *folder, const char *prefix, char **path)
{
	size_t length = strlen(folder);
	char *with_slash = evl_malloc(length + 2);
	int fd;

	if (with_slash == NULL) {
		return -ENOMEM;
	}
	memcpy(with_slash, folder, length);
	memcpy(with_slash + length, "/", 2);
	fd = evl_disk_make(with_slash, length + 1, prefix, "", 0600, path);
	evl_free(with_slash);
	return fd;
}
