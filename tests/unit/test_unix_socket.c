/* SPDX-License-Identifier: MIT */
/* Unix sockets of our own making: connecting, a full backlog, pairs. */
#include "src/reactor/unix_socket.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/un.h>
#include <unistd.h>
#include <uv.h>

#include "tests/unit/test.h"

static struct sockaddr_un address;
static socklen_t length;

static int listening(int backlog)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memset(&address, 0, sizeof(address));
	address.sun_family = AF_UNIX;
	length = (socklen_t) (offsetof(struct sockaddr_un, sun_path) + 1 +
						  (size_t) snprintf(address.sun_path, sizeof(address.sun_path), "/tmp/evl-unix-%d", getpid()));
	CHECK_EQ(bind(fd, (struct sockaddr *) &address, length), 0);
	CHECK_EQ(listen(fd, backlog), 0);
	return fd;
}

static void check_flags(int fd)
{
	CHECK(fd >= 0);
	CHECK(fcntl(fd, F_GETFL) & O_NONBLOCK);
	CHECK(fcntl(fd, F_GETFD) & FD_CLOEXEC);
}

TEST(unix_socket_connects_or_says_why)
{
	int server = listening(0);
	int first = evl_unix_socket_connect((struct sockaddr *) &address, length);
	int status;

	check_flags(first);
	/* Linux takes one more than the backlog says. */
	while ((status = evl_unix_socket_connect((struct sockaddr *) &address, length)) >= 0) {
		close(status);
	}
	CHECK_EQ(status, UV_EAGAIN);
	close(server);
	CHECK_EQ(evl_unix_socket_connect((struct sockaddr *) &address, length), UV_ECONNREFUSED);
	unlink(address.sun_path);
	CHECK_EQ(evl_unix_socket_connect((struct sockaddr *) &address, length), UV_ENOENT);
	close(first);
}

TEST(unix_socket_pairs_are_connected)
{
	char byte = 0;
	int fds[2];

	CHECK_EQ(evl_unix_socket_pair(fds), 0);
	check_flags(fds[0]);
	check_flags(fds[1]);
	CHECK_EQ(write(fds[0], "x", 1), 1);
	CHECK_EQ(read(fds[1], &byte, 1), 1);
	CHECK_EQ(byte, 'x');
	close(fds[0]);
	close(fds[1]);
}
