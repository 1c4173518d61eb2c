/* SPDX-License-Identifier: MIT */
/*
 * See unix_socket.h. Owns nothing.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* SOCK_CLOEXEC */
#endif

#include "src/reactor/unix_socket.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Some systems have no flags at the birth of a descriptor. */
static int prepare(int fd)
{
#ifndef SOCK_CLOEXEC
	if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0) {
		return -errno;
	}
#endif
	return 0;
}

#ifdef SOCK_CLOEXEC
#define TYPE (SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK)
#else
#define TYPE SOCK_STREAM
#endif

int evl_unix_socket_connect(const struct sockaddr *address, socklen_t length)
{
	int fd = socket(AF_UNIX, TYPE, 0);
	int status;

	if (fd < 0) {
		return -errno;
	}
	status = prepare(fd);
	/* Interrupted it is connected, or not begun: there is nothing in between. */
	while (status == 0 && connect(fd, address, length) != 0 && errno != EISCONN) {
		status = errno == EINTR ? 0 : -errno;
	}
	if (status != 0) {
		(void) close(fd);
		return status;
	}
	return fd;
}

int evl_unix_socket_pair(int fds[2])
{
	int status;

	if (socketpair(AF_UNIX, TYPE, 0, fds) != 0) {
		return -errno;
	}
	status = prepare(fds[0]);
	status = status == 0 ? prepare(fds[1]) : status;
	if (status != 0) {
		(void) close(fds[0]);
		(void) close(fds[1]);
	}
	return status;
}
