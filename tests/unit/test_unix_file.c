/* SPDX-License-Identifier: MIT */
/* The file of a Unix socket: stale ones go, living ones stay, only its owner removes it. */
#include "src/core/unix_file.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/test.h"

static struct sockaddr_un address;
static socklen_t length;

static void name_it(void)
{
	memset(&address, 0, sizeof(address));
	address.sun_family = AF_UNIX;
	length =
		(socklen_t) (offsetof(struct sockaddr_un, sun_path) + 1 +
					 (size_t) snprintf(address.sun_path, sizeof(address.sun_path), "/tmp/evl-unix-file-%d", getpid()));
}

static int bound(evl_unix_file **file, int mode, int *status)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	CHECK(fd >= 0);
	*status = evl_unix_file_bind(file, fd, (struct sockaddr *) &address, length, mode);
	return fd;
}

static bool exists(void)
{
	struct stat found;

	return lstat(address.sun_path, &found) == 0;
}

TEST(unix_file_goes_with_its_owner)
{
	evl_unix_file *file;
	struct stat made;
	int status;
	int fd;

	name_it();
	fd = bound(&file, 0600, &status);
	CHECK_EQ(status, 0);
	CHECK_EQ(lstat(address.sun_path, &made), 0);
	CHECK_EQ(made.st_mode & 0777, 0600);
	close(fd);
	evl_unix_file_remove(file);
	CHECK(!exists());
	evl_unix_file_remove(NULL);
}

TEST(unix_file_of_the_dead_is_replaced)
{
	evl_unix_file *dead;
	evl_unix_file *living;
	evl_unix_file *refused;
	int status;
	int fd;
	int other;

	name_it();
	fd = bound(&dead, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, 0);
	close(fd); /* as after a crash: the file stays */
	CHECK(exists());

	fd = bound(&living, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, 0);
	CHECK_EQ(listen(fd, 1), 0);
	other = bound(&refused, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, -EADDRINUSE);
	CHECK(refused == NULL);
	close(other);

	/* The path is another's by now. Inodes are given out anew, so only a living file proves it. */
	CHECK_EQ(rename(address.sun_path, "/tmp/evl-unix-file-moved"), 0);
	other = bound(&refused, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, 0);
	evl_unix_file_remove(living);
	CHECK(exists());
	evl_unix_file_remove(refused);
	CHECK(!exists());
	unlink("/tmp/evl-unix-file-moved");
	evl_unix_file_remove(dead);
	close(fd);
	close(other);
}

TEST(unix_file_that_is_no_socket_stays)
{
	evl_unix_file *file;
	FILE *plain;
	int status;
	int fd;

	name_it();
	plain = fopen(address.sun_path, "w");
	CHECK(plain != NULL);
	fclose(plain);
	fd = bound(&file, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, -EADDRINUSE);
	close(fd);
	CHECK(exists());
	unlink(address.sun_path);
}

TEST(unix_file_is_not_a_forked_childs)
{
	evl_unix_file *file;
	int status;
	int fd;
	pid_t child;

	name_it();
	fd = bound(&file, EVL_UNIX_MODE_DEFAULT, &status);
	CHECK_EQ(status, 0);
	child = fork();
	if (child == 0) {
		evl_unix_file_remove(file);
		_exit(exists() ? 0 : 1);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(status, 0);
	CHECK(exists());
	close(fd);
	evl_unix_file_remove(file);
	CHECK(!exists());
}

#ifdef __linux__
TEST(unix_file_of_an_abstract_name_is_none)
{
	evl_unix_file *file;
	int status;
	int fd;

	name_it();
	address.sun_path[0] = '\0';
	length--;
	fd = bound(&file, 0600, &status);
	CHECK_EQ(status, 0);
	CHECK(file == NULL);
	close(fd);
}
#endif
