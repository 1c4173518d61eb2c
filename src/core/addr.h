/* SPDX-License-Identifier: MIT */
/*
 * Addresses as people write them: the URIs that connect and listen take ("tcp://127.0.0.1:80", "tcp://[::1]:0",
 * "tcp://host:port", "unix:///path"), and socket addresses as text ("127.0.0.1:80", "[::1]:80", "/path", "\0abstract").
 * No allocation, no look-ups. Any thread.
 */
#ifndef EVLOOP_CORE_ADDR_H
#define EVLOOP_CORE_ADDR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

typedef enum evl_addr_scheme {
	EVL_ADDR_TCP,
	EVL_ADDR_TLS,
	EVL_ADDR_UNIX,
	EVL_ADDR_UDP,
} evl_addr_scheme;

/* Host without brackets, NUL-terminated; RFC 1035 names have at most 253 bytes, sun_path 108. */
#define EVL_ADDR_HOST_MAX 256
/* Room for any text evl_addr_format() makes, with its NUL. */
#define EVL_ADDR_TEXT_MAX 128

typedef struct evl_addr {
	evl_addr_scheme scheme;
	uint16_t port;
	bool is_ip; /* host is an IPv4 or IPv6 literal and `ip` holds it */
	char host[EVL_ADDR_HOST_MAX];
	size_t host_length;         /* a Unix path may hold a NUL in front: an abstract name */
	struct sockaddr_storage ip; /* with the port set */
	socklen_t ip_length;
} evl_addr;

/*
 * NULL, or a static sentence of what is wrong ("the port must be between 0 and 65535"). A scheme is needed; a port is
 * needed for all but unix.
 */
const char *evl_addr_parse(evl_addr *addr, const char *uri, size_t length);

/* Writes the text and returns its length (without NUL); 0 for a family that is not known. */
size_t evl_addr_format(char text[EVL_ADDR_TEXT_MAX], const struct sockaddr *address, socklen_t length);

#endif
