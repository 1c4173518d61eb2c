/* SPDX-License-Identifier: MIT */
/* Look-ups that need no network: literals, localhost, names that cannot be. */
#include "src/reactor/dns.h"

#include <netdb.h>
#include <netinet/in.h>

#include "tests/unit/test.h"

static evl_loop loop;
static int told;
static int last_status;
static int last_family;
static int last_type;

static void on_result(void *owner, int status, const struct addrinfo *result)
{
	CHECK_PTR(owner, &loop);
	CHECK((status == 0) == (result != NULL));
	told++;
	last_status = status;
	last_family = result != NULL ? result->ai_family : 0;
	last_type = result != NULL ? result->ai_socktype : 0;
}

static evl_lookup *start(const char *host, int family)
{
	evl_lookup *lookup;

	CHECK_EQ(evl_lookup_start(&lookup, &loop, host, family, on_result, &loop), 0);
	CHECK(lookup != NULL);
	return lookup;
}

static void run(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

TEST(dns_finds_literals)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	(void) start("127.0.0.1", AF_UNSPEC);
	CHECK(evl_loop_is_alive(&loop));
	run();
	CHECK_EQ(told, 1);
	CHECK_EQ(last_status, 0);
	CHECK_EQ(last_family, AF_INET);
	CHECK_EQ(last_type, SOCK_STREAM);
	(void) start("::1", AF_INET6);
	run();
	CHECK_EQ(last_family, AF_INET6);
	evl_loop_destroy(&loop);
}

/* A bare system has no /etc/hosts: what counts is that the answer is the C library's. */
TEST(dns_agrees_with_the_c_library_on_localhost)
{
	const struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
	struct addrinfo *expected = NULL;
	int status = getaddrinfo("localhost", NULL, &hints, &expected);

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	(void) start("localhost", AF_INET);
	run();
	CHECK_EQ(told, 1);
	CHECK_EQ(last_status == 0, status == 0);
	CHECK_EQ(last_family, expected != NULL ? expected->ai_family : 0);
	if (expected != NULL) {
		freeaddrinfo(expected);
	}
	evl_loop_destroy(&loop);
}

TEST(dns_failure_is_a_status)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	(void) start("::1", AF_INET);
	run();
	CHECK_EQ(told, 1);
	CHECK(last_status < 0);
	evl_loop_destroy(&loop);
}

TEST(dns_name_that_cannot_be_is_refused)
{
	char name[2000];
	evl_lookup *lookup;

	memset(name, 'a', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK(evl_lookup_start(&lookup, &loop, name, AF_UNSPEC, on_result, &loop) < 0);
	CHECK(lookup == NULL);
	evl_loop_destroy(&loop);
}

TEST(dns_orphan_is_never_told)
{
	evl_lookup *lookup;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	for (int i = 0; i < 20; i++) {
		evl_lookup_orphan(start("127.0.0.1", AF_UNSPEC));
	}
	run();
	CHECK_EQ(told, 0);
	lookup = start("127.0.0.1", AF_UNSPEC);
	evl_lookup_orphan(start("127.0.0.1", AF_UNSPEC));
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 0);
	evl_lookup_orphan(lookup);
}
