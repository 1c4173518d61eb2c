/* SPDX-License-Identifier: MIT */
/* Opening files, and what a root keeps in. */
#include "src/core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/test.h"

static char root[64], outside[64];

static void make(const char *folder, const char *name, const char *text)
{
	char path[128];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
	CHECK(fd >= 0);
	CHECK_EQ(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static void make_link(const char *target, const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", root, name);
	CHECK_EQ(symlink(target, path), 0);
}

static void set_up(void)
{
	char path[128];

	strcpy(root, "/tmp/evloop-root-XXXXXX");
	strcpy(outside, "/tmp/evloop-outside-XXXXXX");
	CHECK(mkdtemp(root) != NULL && mkdtemp(outside) != NULL);
	snprintf(path, sizeof(path), "%s/sub", root);
	CHECK_EQ(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/pipe", root);
	CHECK_EQ(mkfifo(path, 0600), 0);
	make(root, "a.txt", "hello");
	make(root, "sub/b.txt", "b");
	make(root, ".hidden", "h");
	make(outside, "secret", "s");
	make_link("a.txt", "inside");
	make_link("sub", "folder");
	make_link(outside, "out");
	snprintf(path, sizeof(path), "%s/secret", outside);
	make_link(path, "out.txt");
	make_link("loop", "loop");
}

static void tear_down(void)
{
	char command[200];

	snprintf(command, sizeof(command), "rm -r %s %s", root, outside);
	CHECK_EQ(system(command), 0);
}

static int try_open(const char *from, const char *path, size_t len)
{
	evl_file file;
	int status = evl_file_open(&file, from, path, len);

	if (status == 0) {
		CHECK(fcntl(file.fd, F_GETFD) & FD_CLOEXEC);
		close(file.fd);
	}
	return status;
}

#define TRY(path) try_open(root, path, sizeof(path) - 1)

TEST(file_opens_what_is_inside)
{
	evl_file file;

	set_up();
	CHECK_EQ(evl_file_open(&file, root, "a.txt", 5), 0);
	CHECK_EQ(file.size, 5);
	CHECK(file.modified > 1000000000 && file.inode > 0);
	close(file.fd);
	CHECK_EQ(TRY("/a.txt"), 0);
	CHECK_EQ(TRY("//sub//b.txt"), 0);
	CHECK_EQ(TRY("inside"), 0);
	CHECK_EQ(TRY("folder/b.txt"), 0);
	tear_down();
}

TEST(file_keeps_to_its_root)
{
	set_up();
	CHECK_EQ(TRY("../etc/passwd"), -ENOENT);
	CHECK_EQ(TRY("sub/../a.txt"), -ENOENT);
	CHECK_EQ(TRY("./a.txt"), -ENOENT);
	CHECK_EQ(TRY(".hidden"), -ENOENT);
	CHECK_EQ(TRY("a.txt\0.png"), -ENOENT);
	CHECK_EQ(TRY("out.txt"), -ENOENT);
	CHECK_EQ(TRY("out/secret"), -ENOENT);
	CHECK_EQ(TRY(""), -ENOENT);
	CHECK_EQ(TRY("/"), -ENOENT);
	CHECK_EQ(TRY("sub"), -ENOENT);
	CHECK_EQ(TRY("a.txt/"), -ENOTDIR);
	CHECK_EQ(TRY("pipe"), -ENOENT);
	CHECK_EQ(TRY("loop"), -ELOOP);
	CHECK_EQ(TRY("nothing"), -ENOENT);
	CHECK_EQ(try_open("/nowhere/at/all", "a.txt", 5), -ENOENT);
	tear_down();
}

TEST(file_in_the_root_of_all)
{
	CHECK_EQ(try_open("/", "/dev/null", 9), -ENOENT);
	CHECK_EQ(try_open("/", "proc/self/status", 16), 0);
}

TEST(file_names_have_limits)
{
	static char longer[100000];

	memset(longer, 'x', sizeof(longer));
	set_up();
	CHECK_EQ(try_open(root, longer, sizeof(longer)), -ENAMETOOLONG);
	CHECK_EQ(try_open(root, longer, 300), -ENAMETOOLONG);
	tear_down();
}

TEST(file_without_a_root_is_anywhere)
{
	char path[128];

	set_up();
	snprintf(path, sizeof(path), "%s/.hidden", root);
	CHECK_EQ(try_open(NULL, path, strlen(path)), 0);
	CHECK_EQ(try_open(NULL, root, strlen(root)), -ENOENT);
	CHECK_EQ(try_open(NULL, path, strlen(path) + 1), -ENOENT);
	CHECK_EQ(try_open(NULL, "/dev/null", 9), -ENOENT);
	tear_down();
}

TEST(file_errors_are_of_two_kinds)
{
	CHECK(evl_file_is_missing(-ENOENT));
	CHECK(evl_file_is_missing(-EACCES));
	CHECK(!evl_file_is_missing(-EMFILE));
	CHECK(!evl_file_is_missing(-EIO));
}
