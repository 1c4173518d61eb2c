/* SPDX-License-Identifier: MIT */
/* Sockets for the tests: plain blocking calls on the loopback, every failure ends the test. */
#ifndef EVLOOP_TESTS_UNIT_NET_H
#define EVLOOP_TESTS_UNIT_NET_H

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/test.h"

static inline struct sockaddr_in net_loopback(int port)
{
	return (struct sockaddr_in){
		.sin_family = AF_INET, .sin_port = htons((uint16_t) port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

/* A listening socket on a free port, whose address is stored. */
static inline int net_listen(struct sockaddr_in *address)
{
	socklen_t length = sizeof(*address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	*address = net_loopback(0);
	CHECK(fd >= 0);
	CHECK_EQ(bind(fd, (struct sockaddr *) address, sizeof(*address)), 0);
	CHECK_EQ(listen(fd, 128), 0);
	CHECK_EQ(getsockname(fd, (struct sockaddr *) address, &length), 0);
	return fd;
}

static inline int net_connect(const struct sockaddr_in *address)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	CHECK(fd >= 0);
	CHECK_EQ(connect(fd, (const struct sockaddr *) address, sizeof(*address)), 0);
	return fd;
}

/* Two ends of one TCP connection; the second one does not block. */
static inline void net_pair(int fds[2])
{
	struct sockaddr_in address;
	int listening = net_listen(&address);

	fds[0] = net_connect(&address);
	fds[1] = accept(listening, NULL, NULL);
	CHECK(fds[1] >= 0);
	CHECK_EQ(fcntl(fds[1], F_SETFL, O_NONBLOCK), 0);
	close(listening);
}

/* Close so that the peer gets a reset. */
static inline void net_reset(int fd)
{
	struct linger linger = {.l_onoff = 1, .l_linger = 0};

	CHECK_EQ(setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger)), 0);
	close(fd);
}

#endif
