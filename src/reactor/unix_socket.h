/* SPDX-License-Identifier: MIT */
/*
 * Unix sockets that are not listened on (for that see accept.h): our own calls, since libuv's cut long paths and know no
 * abstract names. Any thread.
 */
#ifndef EVLOOP_REACTOR_UNIX_SOCKET_H
#define EVLOOP_REACTOR_UNIX_SOCKET_H

#include <sys/socket.h>

/* A connected descriptor that does not block, or a negative UV_E*. UV_EAGAIN: the listener's backlog is full. */
int evl_unix_socket_connect(const struct sockaddr *address, socklen_t length);

/* Two that are connected to each other. 0 or a negative UV_E*. */
int evl_unix_socket_pair(int fds[2]);

#endif
