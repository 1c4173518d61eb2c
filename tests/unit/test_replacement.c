/* SPDX-License-Identifier: MIT */
/* Files that take another's place: whole or not at all. */
#include "src/core/replacement.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/core/mem.h"
#include "tests/unit/test.h"

static char folder[64];
static char path[128];
static char other[128];

static void set_up(void)
{
	strcpy(folder, "/tmp/evloop-replacement-XXXXXX");
	CHECK(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "%s/file", folder);
	snprintf(other, sizeof(other), "%s/other", folder);
}

static void tear_down(void)
{
	(void) unlink(path);
	(void) unlink(other);
	/* Fails if a temporary file is left. */
	CHECK_EQ(rmdir(folder), 0);
}

static void check_holds(const char *name, const char *text)
{
	char *data;
	size_t size;

	CHECK_EQ(evl_disk_get(name, 1000, &data, &size, NULL), 0);
	CHECK_EQ(size, strlen(text));
	CHECK_EQ(memcmp(data, text, size), 0);
	evl_free(data);
}

static mode_t mode_of(const char *name)
{
	struct stat facts;

	CHECK_EQ(stat(name, &facts), 0);
	return facts.st_mode & 07777;
}

TEST(replacement_keeps_permissions)
{
	set_up();
	(void) umask(022);
	CHECK_EQ(evl_disk_put(path, "one", 3, -1, true, NULL), 0);
	CHECK_EQ(mode_of(path), 0644);
	CHECK_EQ(chmod(path, 0640), 0);
	CHECK_EQ(evl_disk_put(path, "two", 3, -1, false, NULL), 0);
	CHECK_EQ(mode_of(path), 0640);
	check_holds(path, "two");
	CHECK_EQ(evl_disk_put(path, "", 0, 0600, false, NULL), 0);
	CHECK_EQ(mode_of(path), 0600);
	check_holds(path, "");
	tear_down();
}

TEST(replacement_follows_links)
{
	struct stat facts;

	set_up();
	CHECK_EQ(evl_disk_put(path, "one", 3, -1, false, NULL), 0);
	CHECK_EQ(symlink("file", other), 0);
	CHECK_EQ(evl_disk_put(other, "two", 3, -1, false, NULL), 0);
	CHECK_EQ(lstat(other, &facts), 0);
	CHECK(S_ISLNK(facts.st_mode));
	check_holds(path, "two");
	tear_down();
}

TEST(replacement_that_is_aborted_leaves_the_old_file)
{
	evl_replacement replacement;
	int unwanted = 1;

	set_up();
	CHECK_EQ(evl_disk_put(path, "old", 3, -1, false, NULL), 0);
	CHECK_EQ(evl_replacement_begin(&replacement, path, -1), 0);
	CHECK_EQ(write(replacement.fd, "new", 3), 3);
	check_holds(path, "old");
	evl_replacement_abort(&replacement);
	CHECK_EQ(evl_disk_put(path, "new", 3, -1, false, &unwanted), -ECANCELED);
	check_holds(path, "old");
	tear_down();
}

TEST(replacement_of_a_parent_is_left_by_its_child)
{
	evl_replacement replacement;
	int status;
	pid_t child;

	set_up();
	CHECK_EQ(evl_replacement_begin(&replacement, path, -1), 0);
	child = fork();
	if (child == 0) {
		evl_replacement_abort(&replacement);
		_exit(0);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(write(replacement.fd, "new", 3), 3);
	CHECK_EQ(evl_replacement_commit(&replacement, false), 0);
	check_holds(path, "new");
	tear_down();
}

TEST(replacement_of_what_is_no_file)
{
	evl_replacement replacement;

	set_up();
	CHECK_EQ(evl_replacement_begin(&replacement, folder, -1), -EISDIR);
	CHECK_EQ(evl_replacement_begin(&replacement, "/dev/null", -1), EVL_DISK_SPECIAL);
	CHECK_EQ(evl_replacement_begin(&replacement, "/none/file", -1), -ENOENT);
	tear_down();
}

TEST(replacement_copies_a_file)
{
	uint64_t size;
	char *big = evl_calloc(1, 10 << 20);

	set_up();
	CHECK_EQ(evl_disk_put(path, big, 10 << 20, 0750, false, NULL), 0);
	evl_free(big);
	CHECK_EQ(evl_disk_copy(path, other, &size, NULL), 0);
	CHECK_EQ(size, 10 << 20);
	CHECK_EQ(mode_of(other), 0750);
	CHECK_EQ(evl_disk_copy("/proc/self/status", other, &size, NULL), 0);
	CHECK(size > 100);
	CHECK_EQ(evl_disk_copy(folder, other, &size, NULL), -EISDIR);
	CHECK_EQ(evl_disk_copy("/none", other, &size, NULL), -ENOENT);
	tear_down();
}
