/* SPDX-License-Identifier: MIT */
/* Addresses as people write them, right and wrong. */
#include "src/core/addr.h"

#include <net/if.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/un.h>

#include "tests/unit/test.h"

static evl_addr addr;

static const char *parse(const char *uri)
{
	return evl_addr_parse(&addr, uri, strlen(uri));
}

static void check_good(const char *uri, evl_addr_scheme scheme, const char *host, int port, bool is_ip)
{
	const char *error = parse(uri);

	if (error != NULL) {
		test_fail(__FILE__, __LINE__, "%s: %s", uri, error);
	}
	CHECK_EQ(addr.scheme, scheme);
	CHECK_STR(addr.host, host);
	CHECK_EQ(addr.host_length, strlen(host));
	CHECK_EQ(addr.port, port);
	CHECK_EQ(addr.is_ip, is_ip);
}

static void check_bad(const char *uri, const char *part)
{
	const char *error = parse(uri);

	if (error == NULL || strstr(error, part) == NULL) {
		test_fail(__FILE__, __LINE__, "%s: \"%s\" does not say \"%s\"", uri, error ? error : "", part);
	}
}

TEST(addr_reads_hosts_and_ports)
{
	check_good("tcp://127.0.0.1:8080", EVL_ADDR_TCP, "127.0.0.1", 8080, true);
	CHECK_EQ(addr.ip_length, sizeof(struct sockaddr_in));
	CHECK_EQ(((struct sockaddr_in *) &addr.ip)->sin_port, htons(8080));
	CHECK_EQ(((struct sockaddr_in *) &addr.ip)->sin_addr.s_addr, htonl(INADDR_LOOPBACK));
	check_good("tls://example.com:443", EVL_ADDR_TLS, "example.com", 443, false);
	check_good("udp://localhost:0", EVL_ADDR_UDP, "localhost", 0, false);
	check_good("TCP://a-b.c_d.example.:65535", EVL_ADDR_TCP, "a-b.c_d.example.", 65535, false);
	check_good("tcp://m\xc3\xbcnchen.example:80", EVL_ADDR_TCP, "m\xc3\xbcnchen.example", 80, false);
	check_good("tcp://1and1.example:00080", EVL_ADDR_TCP, "1and1.example", 80, false);
}

TEST(addr_reads_ipv6)
{
	char uri[64];
	char name[IF_NAMESIZE];
	const struct sockaddr_in6 *ip = (const struct sockaddr_in6 *) &addr.ip;

	check_good("tcp://[::1]:0", EVL_ADDR_TCP, "::1", 0, true);
	CHECK_EQ(addr.ip_length, sizeof(*ip));
	check_good("udp://[2001:db8::7]:53", EVL_ADDR_UDP, "2001:db8::7", 53, true);
	CHECK_EQ(ip->sin6_port, htons(53));
	check_good("tcp://[::ffff:127.0.0.1]:1", EVL_ADDR_TCP, "::ffff:127.0.0.1", 1, true);
	check_good("tcp://[fe80::1%7]:1", EVL_ADDR_TCP, "fe80::1%7", 1, true);
	CHECK_EQ(ip->sin6_scope_id, 7);
	CHECK(if_indextoname(1, name) != NULL);
	snprintf(uri, sizeof(uri), "tcp://[fe80::1%%%s]:1", name);
	CHECK(parse(uri) == NULL);
	CHECK_EQ(ip->sin6_scope_id, 1);
}

TEST(addr_reads_unix_paths)
{
	const struct sockaddr_un *address = (const struct sockaddr_un *) &addr.ip;
	char text[EVL_ADDR_TEXT_MAX];

	check_good("unix:///run/a.sock", EVL_ADDR_UNIX, "/run/a.sock", 0, false);
	CHECK_STR(address->sun_path, "/run/a.sock");
	CHECK_EQ(address->sun_family, AF_UNIX);
	CHECK_EQ(addr.ip_length, offsetof(struct sockaddr_un, sun_path) + 12);
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &addr.ip, addr.ip_length), 11);
	CHECK_STR(text, "/run/a.sock");
	check_good("unix://relative:80/?", EVL_ADDR_UNIX, "relative:80/?", 0, false);
	CHECK(evl_addr_parse(&addr, "unix://\0name", 12) == NULL);
	CHECK_MEM(addr.host, addr.host_length, "\0name", 5);
	CHECK_EQ(addr.ip_length, offsetof(struct sockaddr_un, sun_path) + 5);
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &addr.ip, addr.ip_length), 5);
	CHECK_MEM(text, 5, "\0name", 5);
}

TEST(addr_refuses_with_a_reason)
{
	char uri[400];

	check_bad("", "scheme in front");
	check_bad("127.0.0.1:80", "scheme in front");
	check_bad("localhost", "scheme in front");
	check_bad("://a:1", "scheme in front");
	check_bad("tcp:/a:1", "scheme in front");
	check_bad("http://a:1", "must be tcp");
	check_bad("tcpx://a:1", "must be tcp");
	check_bad("tcp://a", "needs a port");
	check_bad("tcp://a:", "needs a port");
	check_bad("tcp://a/path", "needs a port");
	check_bad("tcp://a:/path", "needs a port");
	check_bad("tcp://[::1]", "needs a port");
	check_bad("tcp://[::1]80", "needs a port");
	check_bad("tcp://a:b", "must be a number");
	check_bad("tcp://a:8o", "must be a number");
	check_bad("tcp://a:-1", "must be a number");
	check_bad("tcp://a: 80", "must be a number");
	check_bad("tcp://host:80:90", "must be a number");
	check_bad("tcp://a:65536", "between 0 and 65535");
	check_bad("tcp://a:99999999999999999999999", "between 0 and 65535");
	check_bad("tcp://a:80/", "nothing may follow");
	check_bad("tcp://a:80?x", "nothing may follow");
	check_bad("tcp://[::1]:80#", "nothing may follow");
	check_bad("tcp://:80", "host of the address is empty");
	check_bad("tcp://[]:80", "host of the address is empty");
	check_bad("tcp://", "host of the address is empty");
	check_bad("tcp://[::1:80", "not closed");
	check_bad("tcp://[::1/]:80", "not closed");
	check_bad("tcp://[", "not closed");
	check_bad("tcp://::1:80", "must stand in brackets");
	check_bad("tcp://fe80::1%lo:80", "must stand in brackets");
	check_bad("tcp://[example.com]:80", "must be an IPv6 address");
	check_bad("tcp://[127.0.0.1]:80", "must be an IPv6 address");
	check_bad("tcp://[::1::2]:80", "must be an IPv6 address");
	check_bad("tcp://[fe80::1%]:80", "interface");
	check_bad("tcp://[fe80::1%nowhere0]:80", "interface");
	check_bad("tcp://user@a:80", "not allowed");
	check_bad("tcp://a b:80", "not allowed");
	check_bad("tcp://a%b:80", "not allowed");
	check_bad("tcp://a..b:80", "1 to 63");
	check_bad("tcp://.:80", "1 to 63");
	check_bad("tcp://256.0.0.1:80", "IPv4 address is not valid");
	check_bad("tcp://127.1:80", "IPv4 address is not valid");
	check_bad("tcp://1.2.3.4.5:80", "IPv4 address is not valid");
	check_bad("unix://", "path of the socket is empty");
	snprintf(uri, sizeof(uri), "tcp://%064d.example:80", 0);
	check_bad(uri, "1 to 63");
	snprintf(uri, sizeof(uri), "tcp://%0300d:80", 0);
	check_bad(uri, "too long");
	snprintf(uri, sizeof(uri), "unix:///%0107d", 0);
	check_bad(uri, "too long");
	snprintf(uri, sizeof(uri), "unix:///%0106d", 0);
	CHECK(parse(uri) == NULL);
	CHECK(strstr(evl_addr_parse(&addr, "tcp://a\0b:80", 12), "NUL") != NULL);
	CHECK(strstr(evl_addr_parse(&addr, "tcp://a:80\0", 11), "NUL") != NULL);
	CHECK(strstr(evl_addr_parse(&addr, "unix:///a\0b", 11), "NUL") != NULL);
	CHECK(strstr(evl_addr_parse(&addr, "unix://\0a\0", 10), "NUL") != NULL);
	CHECK(strstr(evl_addr_parse(&addr, "unix://\0", 8), "abstract") != NULL);
	CHECK(strstr(evl_addr_parse(&addr, "tcp\0://a:1", 10), "must be tcp") != NULL);
}

TEST(addr_refuses_every_cut_and_survives_every_byte)
{
	static const char good[] = "tcp://[fe80::1%1]:8080";
	char copy[sizeof(good)];

	for (size_t length = 0; length < sizeof(good) - 4; length++) {
		char *exact = memcpy(copy, good, length);

		CHECK((evl_addr_parse(&addr, exact, length) == NULL) == (length > 18));
	}
	for (size_t at = 0; at < sizeof(good) - 1; at++) {
		for (int byte = 0; byte < 256; byte++) {
			memcpy(copy, good, sizeof(good));
			copy[at] = (char) byte;
			(void) evl_addr_parse(&addr, copy, sizeof(good) - 1);
		}
	}
}

static void check_round_trip(const char *uri, const char *expected)
{
	char text[EVL_ADDR_TEXT_MAX];

	CHECK(parse(uri) == NULL);
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &addr.ip, addr.ip_length), strlen(expected));
	CHECK_STR(text, expected);
}

TEST(addr_formats)
{
	char text[EVL_ADDR_TEXT_MAX];
	struct sockaddr_storage unknown = {.ss_family = 250};
	struct sockaddr_un unnamed = {.sun_family = AF_UNIX};

	check_round_trip("tcp://127.0.0.1:80", "127.0.0.1:80");
	check_round_trip("tcp://[0:0::1]:65535", "[::1]:65535");
	check_round_trip("tcp://[fe80::1%999999]:1", "[fe80::1%999999]:1");
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &unknown, sizeof(unknown)), 0);
	CHECK_STR(text, "");
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &unnamed, offsetof(struct sockaddr_un, sun_path)), 0);
	memset(unnamed.sun_path, 'x', sizeof(unnamed.sun_path));
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &unnamed, sizeof(unnamed)), sizeof(unnamed.sun_path));
	CHECK_EQ(evl_addr_format(text, (struct sockaddr *) &unnamed, 1000), sizeof(unnamed.sun_path));
}
