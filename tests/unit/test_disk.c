/* SPDX-License-Identifier: MIT */
/*
 * Whole files by blocking calls. This file's write() is cut short, interrupted or refused as `plan` says; it is the C
 * library's while there is none.
 */
#include "src/core/disk.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/core/mem.h"
#include "tests/unit/test.h"

static const ssize_t *plan; /* what the next writes return: bytes or a negative errno; -1000 ends it */
static char folder[64];
static char path[128];

ssize_t write(int fd, const void *data, size_t size)
{
	typedef ssize_t write_fn(int, const void *, size_t);
	static write_fn *real;

	if (real == NULL) {
		real = (write_fn *) dlsym(RTLD_NEXT, "write");
	}
	if (plan == NULL || *plan == -1000 || fd < 3) {
		return real(fd, data, size);
	}
	if (*plan < 0) {
		errno = (int) -*plan++;
		return -1;
	}
	return *plan == 0 ? (plan++, 0) : real(fd, data, (size_t) *plan < size ? (size_t) *plan++ : (plan++, size));
}

static void set_up(void)
{
	strcpy(folder, "/tmp/evloop-disk-XXXXXX");
	CHECK(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "%s/file", folder);
}

static void tear_down(void)
{
	plan = NULL;
	(void) unlink(path);
	CHECK_EQ(rmdir(folder), 0);
}

static void check_holds(const char *text)
{
	char *data;
	size_t size;

	CHECK_EQ(evl_disk_get(path, 1000, &data, &size, NULL), 0);
	CHECK_EQ(size, strlen(text));
	CHECK_EQ(memcmp(data, text, size), 0);
	evl_free(data);
}

TEST(disk_goes_on_after_short_and_interrupted_writes)
{
	static const ssize_t short_writes[] = {1, -EINTR, 3, -EINTR, 2, -1000};

	set_up();
	plan = short_writes;
	CHECK_EQ(evl_disk_append(path, "hello world", 11, true, NULL), 0);
	check_holds("hello world");
	tear_down();
}

TEST(disk_refused_in_the_middle_is_an_error)
{
	static const ssize_t full[] = {4, -ENOSPC, -1000};
	static const ssize_t quota[] = {-EDQUOT, -1000};
	static const ssize_t broken[] = {2, -EIO, -1000};
	static const ssize_t nothing[] = {0, -1000};
	const ssize_t *const plans[] = {full, quota, broken, nothing};
	const int errors[] = {-ENOSPC, -EDQUOT, -EIO, -EIO};

	set_up();
	for (int i = 0; i < 4; i++) {
		plan = plans[i];
		CHECK_EQ(evl_disk_append(path, "hello world", 11, false, NULL), errors[i]);
	}
	tear_down();
}

TEST(disk_get_knows_its_limit)
{
	char *data;
	size_t size;

	set_up();
	CHECK_EQ(evl_disk_append(path, "0123456789", 10, false, NULL), 0);
	CHECK_EQ(evl_disk_get(path, 9, &data, &size, NULL), -EFBIG);
	CHECK_EQ(evl_disk_get(path, 10, &data, &size, NULL), 0);
	CHECK_EQ(size, 10);
	evl_free(data);
	CHECK_EQ(evl_disk_get("/proc/self/status", 10, &data, &size, NULL), -EFBIG);
	CHECK_EQ(evl_disk_get("/proc/self/status", 1 << 20, &data, &size, NULL), 0);
	CHECK(size > 100);
	evl_free(data);
	CHECK_EQ(evl_disk_get(folder, 10, &data, &size, NULL), -EISDIR);
	CHECK_EQ(evl_disk_get("/dev/zero", 10, &data, &size, NULL), EVL_DISK_SPECIAL);
	CHECK_EQ(evl_disk_get("/none", 10, &data, &size, NULL), -ENOENT);
	tear_down();
}

TEST(disk_unwanted_work_ends)
{
	static const ssize_t one[] = {1, -1000};
	int unwanted = 1;

	set_up();
	plan = one;
	CHECK_EQ(evl_disk_append(path, "0123456789", 10, false, &unwanted), -ECANCELED);
	tear_down();
}

TEST(disk_pipe_without_a_reader_does_not_wait)
{
	char *data;
	size_t size;

	set_up();
	CHECK_EQ(mkfifo(path, 0600), 0);
	CHECK_EQ(evl_disk_open(path, O_WRONLY, 0), -ENXIO);
	CHECK_EQ(evl_disk_append(path, "x", 1, false, NULL), EVL_DISK_SPECIAL);
	CHECK_EQ(evl_disk_get(path, 10, &data, &size, NULL), EVL_DISK_SPECIAL);
	tear_down();
}

TEST(disk_temporary_files_have_names_of_their_own)
{
	char *first, *second;
	struct stat facts;
	int a, b;

	set_up();
	a = evl_disk_temp(folder, "t-", &first);
	b = evl_disk_temp(folder, "t-", &second);
	CHECK(a >= 0 && b >= 0 && strcmp(first, second) != 0);
	CHECK_EQ(strncmp(first, folder, strlen(folder)), 0);
	CHECK_EQ(fstat(a, &facts), 0);
	CHECK_EQ(facts.st_mode & 0777, 0600);
	CHECK_EQ(unlink(first) + unlink(second) + close(a) + close(b), 0);
	evl_free(first);
	evl_free(second);
	CHECK_EQ(evl_disk_temp("/none", "t-", &first), -ENOENT);
	tear_down();
}
