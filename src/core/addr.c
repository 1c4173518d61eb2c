/* SPDX-License-Identifier: MIT */
/*
 * Reading and writing addresses. Every refusal is a sentence of its own, since people read them. No allocation, no
 * look-up of names (an interface's name is resolved, which asks the kernel only). Any thread.
 */
#include "src/core/addr.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/un.h>

#define NAME_MAX_LENGTH  253
#define LABEL_MAX_LENGTH 63

typedef struct slice {
	const char *text;
	size_t length;
} slice;

static const struct {
	const char *name;
	evl_addr_scheme scheme;
} schemes[] = {
	{"tcp", EVL_ADDR_TCP},
	{"tls", EVL_ADDR_TLS},
	{"udp", EVL_ADDR_UDP},
	{"unix", EVL_ADDR_UNIX},
};

static slice slice_from(slice whole, size_t start)
{
	return (slice){whole.text + start, whole.length - start};
}

/* Offset of the first byte that is one of `set`, or the length. */
static size_t slice_find(slice whole, const char *set)
{
	size_t at = 0;

	while (at < whole.length && (whole.text[at] == '\0' || strchr(set, whole.text[at]) == NULL)) {
		at++;
	}
	return at;
}

/* Takes "scheme://" off. */
static const char *parse_scheme(evl_addr *addr, slice *uri)
{
	size_t length = slice_find(*uri, ":/?#[]@.");

	if (length == 0 || uri->length - length < 3 || memcmp(uri->text + length, "://", 3) != 0) {
		return "the address needs a scheme in front: tcp://, tls://, udp:// or unix://";
	}
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (strlen(schemes[i].name) == length && strncasecmp(schemes[i].name, uri->text, length) == 0) {
			addr->scheme = schemes[i].scheme;
			*uri = slice_from(*uri, length + 3);
			return NULL;
		}
	}
	return "the scheme of the address must be tcp, tls, udp or unix";
}

static const char *parse_path(evl_addr *addr, slice path)
{
	struct sockaddr_un *address = (struct sockaddr_un *) &addr->ip;
	bool is_abstract = path.length > 0 && path.text[0] == '\0';

	if (path.length == 0) {
		return "the path of the socket is empty";
	}
	if (is_abstract && path.length == 1) {
		return "the abstract name of the socket is empty";
	}
	if (memchr(path.text + is_abstract, '\0', path.length - is_abstract) != NULL) {
		return "the address must not contain a NUL byte";
	}
	/* A path ends with a NUL in sun_path, an abstract name with its length. */
	if (path.length >= sizeof(address->sun_path)) {
		return "the path of the socket is too long";
	}
	memcpy(addr->host, path.text, path.length);
	addr->host_length = path.length;
	address->sun_family = AF_UNIX;
	memcpy(address->sun_path, path.text, path.length);
	addr->ip_length = (socklen_t) (offsetof(struct sockaddr_un, sun_path) + path.length + !is_abstract);
	return NULL;
}

static const char *parse_port(evl_addr *addr, slice rest)
{
	uint32_t port = 0;
	size_t digits = 0;

	if (rest.length == 0 || rest.text[0] != ':') {
		return "the address needs a port at its end, as in tcp://host:80";
	}
	rest = slice_from(rest, 1);
	while (digits < rest.length && rest.text[digits] >= '0' && rest.text[digits] <= '9') {
		if (port <= UINT16_MAX) {
			port = port * 10 + (uint32_t) (rest.text[digits] - '0');
		}
		digits++;
	}
	if (digits == 0 && slice_find(rest, "/?#") == 0) {
		return "the address needs a port at its end, as in tcp://host:80";
	}
	if (digits < rest.length && slice_find(rest, "/?#") != digits) {
		return "the port must be a number";
	}
	if (port > UINT16_MAX) {
		return "the port must be between 0 and 65535";
	}
	if (digits < rest.length) {
		return "nothing may follow the port";
	}
	addr->port = (uint16_t) port;
	return NULL;
}

/* The interface behind the % of a link-local address, by name or number; 0 when there is none. */
static uint32_t zone_index(const char *zone)
{
	uint32_t index = 0;

	if (zone[0] == '\0' || strlen(zone) > 9 || strspn(zone, "0123456789") != strlen(zone)) {
		return if_nametoindex(zone);
	}
	while (*zone != '\0') {
		index = index * 10 + (uint32_t) (*zone++ - '0');
	}
	return index;
}

static const char *parse_ipv6(evl_addr *addr)
{
	struct sockaddr_in6 *address = (struct sockaddr_in6 *) &addr->ip;
	char *percent = strchr(addr->host, '%');
	bool valid;

	if (percent != NULL) {
		*percent = '\0';
	}
	valid = inet_pton(AF_INET6, addr->host, &address->sin6_addr) == 1;
	if (percent != NULL) {
		*percent = '%';
	}
	if (!valid) {
		return "what stands in brackets must be an IPv6 address";
	}
	if (percent != NULL) {
		address->sin6_scope_id = zone_index(percent + 1);
		if (address->sin6_scope_id == 0) {
			return "the network interface behind the % does not exist";
		}
	}
	address->sin6_family = AF_INET6;
	address->sin6_port = htons(addr->port);
	addr->ip_length = sizeof(*address);
	addr->is_ip = true;
	return NULL;
}

static bool is_name_byte(unsigned char byte)
{
	/*
	 * From 0x80 on: UTF-8, which the look-up turns into its ASCII form. Underscores are in use, whatever the standards
	 * say.
	 */
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
		   byte == '-' || byte == '_' || byte >= 0x80;
}

static const char *check_name(const char *name, size_t length)
{
	size_t label = 0;
	bool is_number = true;

	/* The dot of the root. */
	if (length > 1 && name[length - 1] == '.') {
		length--;
	}
	if (length > NAME_MAX_LENGTH) {
		return "the host name is too long";
	}
	for (size_t i = 0; i <= length; i++) {
		if (i == length || name[i] == '.') {
			if (label == 0 || label > LABEL_MAX_LENGTH) {
				return "each part of the host name must have 1 to 63 bytes";
			}
			if (i < length) {
				label = 0;
				is_number = true;
			}
		} else if (!is_name_byte((unsigned char) name[i])) {
			return "the host name contains a character that is not allowed";
		} else {
			label++;
			is_number = is_number && name[i] >= '0' && name[i] <= '9';
		}
	}
	/* No top level domain is a number: this was meant to be an IPv4 address, and a look-up would guess at it. */
	return is_number ? "the IPv4 address is not valid" : NULL;
}

static const char *parse_name(evl_addr *addr)
{
	struct sockaddr_in *address = (struct sockaddr_in *) &addr->ip;

	if (inet_pton(AF_INET, addr->host, &address->sin_addr) != 1) {
		return check_name(addr->host, addr->host_length);
	}
	address->sin_family = AF_INET;
	address->sin_port = htons(addr->port);
	addr->ip_length = sizeof(*address);
	addr->is_ip = true;
	return NULL;
}

static const char *take_host(evl_addr *addr, slice host)
{
	if (host.length == 0) {
		return "the host of the address is empty";
	}
	if (host.length >= sizeof(addr->host)) {
		return "the host name is too long";
	}
	memcpy(addr->host, host.text, host.length);
	addr->host_length = host.length;
	return NULL;
}

/* Hexadecimal digits and more than one colon. */
static bool is_bare_ipv6(slice authority)
{
	size_t colons = 0;

	for (size_t i = 0; i < slice_find(authority, "%/?#"); i++) {
		if (strchr("0123456789abcdefABCDEF:.", authority.text[i]) == NULL) {
			return false;
		}
		colons += authority.text[i] == ':';
	}
	return colons > 1;
}

static const char *parse_authority(evl_addr *addr, slice authority)
{
	bool bracket = authority.length > 0 && authority.text[0] == '[';
	size_t end;
	slice rest;
	const char *error;

	if (bracket) {
		authority = slice_from(authority, 1);
		end = slice_find(authority, "]/?#");
		if (end == authority.length || authority.text[end] != ']') {
			return "the bracket of the IPv6 address is not closed";
		}
	} else {
		end = slice_find(authority, ":/?#");
	}
	rest = slice_from(authority, end + bracket);
	error = take_host(addr, (slice){authority.text, end});
	if (!bracket && is_bare_ipv6(authority)) {
		return "an IPv6 address must stand in brackets, as in tcp://[::1]:80";
	}
	if (error == NULL) {
		error = parse_port(addr, rest);
	}
	if (error != NULL) {
		return error;
	}
	return bracket ? parse_ipv6(addr) : parse_name(addr);
}

const char *evl_addr_parse(evl_addr *addr, const char *uri, size_t length)
{
	slice rest = {uri, length};
	const char *error;

	memset(addr, 0, sizeof(*addr));
	error = parse_scheme(addr, &rest);
	if (error != NULL) {
		return error;
	}
	if (addr->scheme == EVL_ADDR_UNIX) {
		return parse_path(addr, rest);
	}
	if (memchr(rest.text, '\0', rest.length) != NULL) {
		return "the address must not contain a NUL byte";
	}
	return parse_authority(addr, rest);
}

static size_t format_ipv6(char text[EVL_ADDR_TEXT_MAX], const struct sockaddr_in6 *address)
{
	char ip[INET6_ADDRSTRLEN];
	char zone[IF_NAMESIZE + 1] = "";

	inet_ntop(AF_INET6, &address->sin6_addr, ip, sizeof(ip));
	if (address->sin6_scope_id != 0) {
		zone[0] = '%';
		if (if_indextoname(address->sin6_scope_id, zone + 1) == NULL) {
			(void) snprintf(zone + 1, sizeof(zone) - 1, "%u", (unsigned) address->sin6_scope_id);
		}
	}
	return (size_t) snprintf(text, EVL_ADDR_TEXT_MAX, "[%s%s]:%u", ip, zone, (unsigned) ntohs(address->sin6_port));
}

static size_t format_path(char text[EVL_ADDR_TEXT_MAX], const struct sockaddr_un *address, size_t length)
{
	if (length > sizeof(address->sun_path)) {
		length = sizeof(address->sun_path);
	}
	/* A path may or may not have its NUL counted; an abstract name begins with one. */
	if (length > 0 && address->sun_path[0] != '\0') {
		length = strnlen(address->sun_path, length);
	}
	memcpy(text, address->sun_path, length);
	text[length] = '\0';
	return length;
}

size_t evl_addr_format(char text[EVL_ADDR_TEXT_MAX], const struct sockaddr *address, socklen_t length)
{
	char ip[INET_ADDRSTRLEN];
	const struct sockaddr_in *ipv4 = (const struct sockaddr_in *) address;

	text[0] = '\0';
	if (length < offsetof(struct sockaddr_un, sun_path)) {
		return 0;
	}
	if (address->sa_family == AF_UNIX) {
		return format_path(text, (const struct sockaddr_un *) address, length - offsetof(struct sockaddr_un, sun_path));
	}
	if (address->sa_family == AF_INET6 && length >= sizeof(struct sockaddr_in6)) {
		return format_ipv6(text, (const struct sockaddr_in6 *) address);
	}
	if (address->sa_family == AF_INET && length >= sizeof(*ipv4)) {
		inet_ntop(AF_INET, &ipv4->sin_addr, ip, sizeof(ip));
		return (size_t) snprintf(text, EVL_ADDR_TEXT_MAX, "%s:%u", ip, (unsigned) ntohs(ipv4->sin_port));
	}
	return 0;
}
