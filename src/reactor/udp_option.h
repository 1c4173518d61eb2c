/* SPDX-License-Identifier: MIT */
/* How udp.c makes its sockets. Loop's thread only. */
#ifndef EVLOOP_REACTOR_UDP_OPTION_H
#define EVLOOP_REACTOR_UDP_OPTION_H

#include "src/reactor/udp.h"

/* A descriptor, non-blocking and closed on exec, or a negative UV_E*. One of the addresses is NULL. */
int evl_udp_socket(int family, const evl_sockaddr *local, const evl_sockaddr *remote, const evl_udp_options *options);

#endif
