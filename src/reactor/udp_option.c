/* SPDX-License-Identifier: MIT */
/*
 * The options of datagram sockets, groups and interfaces. Owns nothing; evl_udp_socket() hands its descriptor over. Loop's
 * thread only.
 */
#include "src/reactor/udp_option.h"

#include <errno.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int socket_new(int family)
{
#ifdef __APPLE__
	int fd = socket(family, SOCK_DGRAM, 0);

	if (fd >= 0 && (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0)) {
		(void) close(fd);
		return -1;
	}
	return fd;
#else
	return socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#endif
}

static int set(int fd, int level, int name, int value)
{
	return setsockopt(fd, level, name, &value, sizeof(value)) == 0 ? 0 : -errno;
}

/* A byte is what the BSDs take here, and Linux, too. */
static int set_byte(int fd, int level, int name, int value)
{
	unsigned char byte = (unsigned char) value;

	return setsockopt(fd, level, name, &byte, sizeof(byte)) == 0 ? 0 : -errno;
}

/* Before it has an address. */
static int set_socket(int fd, int family, const evl_udp_options *options)
{
	int status = 0;

	if (options->reuse_address) {
		status = set(fd, SOL_SOCKET, SO_REUSEADDR, 1);
	}
	if (status == 0 && options->reuse_port) {
#ifdef SO_REUSEPORT
		status = set(fd, SOL_SOCKET, SO_REUSEPORT, 1);
#else
		status = UV_ENOTSUP;
#endif
	}
	if (status == 0 && options->broadcast) {
		status = set(fd, SOL_SOCKET, SO_BROADCAST, 1);
	}
	if (status == 0 && family == AF_INET6) {
		status = set(fd, IPPROTO_IPV6, IPV6_V6ONLY, options->ipv6_only);
	}
	if (status == 0 && options->receive_buffer >= 0) {
		status = set(fd, SOL_SOCKET, SO_RCVBUF, options->receive_buffer);
	}
	if (status == 0 && options->send_buffer >= 0) {
		status = set(fd, SOL_SOCKET, SO_SNDBUF, options->send_buffer);
	}
	return status;
}

static int set_ipv4(int fd, const evl_udp_options *options)
{
	const struct ip_mreqn interface = {.imr_ifindex = (int) options->multicast_interface};
	int status = 0;

	if (options->ttl >= 0) {
		status = set(fd, IPPROTO_IP, IP_TTL, options->ttl);
	}
	if (status == 0 && options->tos >= 0) {
		status = set(fd, IPPROTO_IP, IP_TOS, options->tos);
	}
	if (status == 0 && options->multicast_ttl >= 0) {
		status = set_byte(fd, IPPROTO_IP, IP_MULTICAST_TTL, options->multicast_ttl);
	}
	if (status == 0 && options->multicast_loop >= 0) {
		status = set_byte(fd, IPPROTO_IP, IP_MULTICAST_LOOP, options->multicast_loop);
	}
#ifdef IP_MULTICAST_ALL
	/* Else a socket gets what is sent to groups that other sockets have joined. */
	(void) set(fd, IPPROTO_IP, IP_MULTICAST_ALL, 0);
#endif
	if (status == 0 && options->multicast_interface != 0 &&
		setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &interface, sizeof(interface)) != 0) {
		status = -errno;
	}
	return status;
}

static int set_ipv6(int fd, const evl_udp_options *options)
{
	int status = 0;

	if (options->ttl >= 0) {
		status = set(fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, options->ttl);
	}
	if (status == 0 && options->tos >= 0) {
		status = set(fd, IPPROTO_IPV6, IPV6_TCLASS, options->tos);
	}
	if (status == 0 && options->multicast_ttl >= 0) {
		status = set(fd, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, options->multicast_ttl);
	}
	if (status == 0 && options->multicast_loop >= 0) {
		status = set(fd, IPPROTO_IPV6, IPV6_MULTICAST_LOOP, options->multicast_loop);
	}
	if (status == 0 && options->multicast_interface != 0) {
		status = set(fd, IPPROTO_IPV6, IPV6_MULTICAST_IF, (int) options->multicast_interface);
	}
#ifdef IPV6_MULTICAST_ALL
	(void) set(fd, IPPROTO_IPV6, IPV6_MULTICAST_ALL, 0);
#endif
	if (status == 0 && !options->ipv6_only) {
		/* For the IPv4 that it sends; not every system can. */
		(void) set_ipv4(fd, options);
	}
	return status;
}

int evl_udp_socket(int family, const evl_sockaddr *local, const evl_sockaddr *remote, const evl_udp_options *options)
{
	int fd = socket_new(family);
	int status;

	if (fd < 0) {
		return -errno;
	}
	status = set_socket(fd, family, options);
	if (status == 0) {
		status = family == AF_INET6 ? set_ipv6(fd, options) : set_ipv4(fd, options);
	}
	if (status == 0 && local != NULL && bind(fd, &local->any, (socklen_t) local->length) != 0) {
		status = -errno;
	}
	if (status == 0 && remote != NULL && connect(fd, &remote->any, (socklen_t) remote->length) != 0) {
		status = -errno;
	}
	if (status != 0) {
		(void) close(fd);
		return status;
	}
	return fd;
}

static void copy(struct sockaddr_storage *to, const evl_sockaddr *from)
{
	memset(to, 0, sizeof(*to));
	memcpy(to, &from->any, (size_t) from->length);
}

int evl_udp_membership(
	evl_udp *udp, bool join, const evl_sockaddr *group, uint32_t interface, const evl_sockaddr *source)
{
	int level = group->any.sa_family == AF_INET6 ? IPPROTO_IPV6 : IPPROTO_IP;
	struct group_source_req from_one = {.gsr_interface = interface};
	struct group_req from_any = {.gr_interface = interface};
	int status;

	if (evl_handle_is_closing(&udp->handle)) {
		return UV_ECANCELED;
	}
	if (source != NULL) {
		copy(&from_one.gsr_group, group);
		copy(&from_one.gsr_source, source);
		status = setsockopt(
			udp->fd, level, join ? MCAST_JOIN_SOURCE_GROUP : MCAST_LEAVE_SOURCE_GROUP, &from_one, sizeof(from_one));
	} else {
		copy(&from_any.gr_group, group);
		status = setsockopt(udp->fd, level, join ? MCAST_JOIN_GROUP : MCAST_LEAVE_GROUP, &from_any, sizeof(from_any));
	}
	return status == 0 ? 0 : -errno;
}

static bool has_address(const struct ifaddrs *entry, const struct in_addr *ipv4, const struct in6_addr *ipv6)
{
	if (entry->ifa_addr == NULL) {
		return false;
	}
	if (ipv4 != NULL && entry->ifa_addr->sa_family == AF_INET) {
		return memcmp(&((struct sockaddr_in *) entry->ifa_addr)->sin_addr, ipv4, sizeof(*ipv4)) == 0;
	}
	return ipv6 != NULL && entry->ifa_addr->sa_family == AF_INET6 &&
		   memcmp(&((struct sockaddr_in6 *) entry->ifa_addr)->sin6_addr, ipv6, sizeof(*ipv6)) == 0;
}

uint32_t evl_udp_interface(const char *name)
{
	struct in_addr ipv4;
	struct in6_addr ipv6;
	bool is_ipv4 = uv_inet_pton(AF_INET, name, &ipv4) == 0;
	bool is_ipv6 = uv_inet_pton(AF_INET6, name, &ipv6) == 0;
	struct ifaddrs *list;
	uint32_t index = 0;

	if (!is_ipv4 && !is_ipv6) {
		return if_nametoindex(name);
	}
	if (getifaddrs(&list) != 0) {
		return 0;
	}
	for (const struct ifaddrs *entry = list; entry != NULL && index == 0; entry = entry->ifa_next) {
		if (has_address(entry, is_ipv4 ? &ipv4 : NULL, is_ipv6 ? &ipv6 : NULL)) {
			index = if_nametoindex(entry->ifa_name);
		}
	}
	freeifaddrs(list);
	return index;
}
