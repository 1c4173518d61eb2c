/* SPDX-License-Identifier: MIT */
/*
 * Look-ups that need no network: literals, localhost, names that cannot be, and names under ".fake", which this file's
 * getaddrinfo() makes up and counts: "slow…fake" waits until it is let go, "locked.fake" takes a while inside a lock, as glibc has one,
 * "none.fake" does not exist. 127.1.2.3 is "back.fake".
 */
#include "src/reactor/dns.h"

#include "src/reactor/resolver.h"

#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "tests/unit/fake_names.h"
#include "tests/unit/test.h"

#define FRESH 30000000000u

_Atomic int fake_asked;
sem_t fake_gate;
static pthread_mutex_t fake_lock = PTHREAD_MUTEX_INITIALIZER;

typedef int getaddrinfo_fn(const char *, const char *, const struct addrinfo *, struct addrinfo **);

static evl_loop loop;
static int told;
static int last_status;
static int last_family;
static uint32_t last_count;

static bool is_fake(const char *host)
{
	size_t length = host != NULL ? strlen(host) : 0;

	return length > 5 && strcmp(host + length - 5, ".fake") == 0;
}

int getaddrinfo(const char *restrict host, const char *restrict service, const struct addrinfo *restrict hints,
	struct addrinfo **restrict found)
{
	getaddrinfo_fn *real = (getaddrinfo_fn *) dlsym(RTLD_NEXT, "getaddrinfo");

	if (!is_fake(host)) {
		return real(host, service, hints, found);
	}
	fake_asked++;
	if (strncmp(host, "slow", 4) == 0) {
		(void) sem_wait(&fake_gate);
	} else if (strcmp(host, "locked.fake") == 0) {
		(void) pthread_mutex_lock(&fake_lock);
		uv_sleep(2);
		(void) pthread_mutex_unlock(&fake_lock);
	}
	return strcmp(host, "none.fake") == 0 ? EAI_NONAME : real("127.0.0.1", service, hints, found);
}

int getnameinfo(const struct sockaddr *restrict address, socklen_t length, char *restrict host, socklen_t room,
	char *restrict service, socklen_t service_room, int flags)
{
	const struct sockaddr_in *ip = (const struct sockaddr_in *) address;

	CHECK_EQ(flags, NI_NAMEREQD);
	fake_asked++;
	if (ip->sin_family == AF_INET && ip->sin_addr.s_addr == htonl(0x7f010203)) {
		(void) snprintf(host, room, "back.fake");
		return 0;
	}
	return EAI_NONAME;
}

static void on_result(evl_lookup *lookup, const evl_answer *answer)
{
	CHECK((answer->status == 0) == (answer->count > 0));
	CHECK(answer->host == NULL);
	told++;
	last_status = answer->status;
	last_count = answer->count;
	last_family = answer->count > 0 ? answer->found[0].any.sa_family : 0;
}

static void set_up(void)
{
	fake_asked = 0;
	CHECK_EQ(sem_init(&fake_gate, 0, 0), 0);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
}

static void run(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

static void start(evl_lookup *lookup, const char *host, int family)
{
	CHECK_EQ(evl_lookup_start(lookup, &loop, host, family, FRESH, on_result), 0);
}

static int answer_of(const char *host, uint64_t fresh)
{
	evl_lookup lookup;

	CHECK_EQ(evl_lookup_start(&lookup, &loop, host, AF_UNSPEC, fresh, on_result), 0);
	run();
	CHECK(!evl_lookup_is_pending(&lookup));
	return last_status;
}

TEST(dns_finds_literals)
{
	evl_lookup lookup;

	set_up();
	start(&lookup, "127.0.0.1", AF_UNSPEC);
	CHECK(evl_loop_is_alive(&loop));
	CHECK(evl_lookup_is_pending(&lookup));
	run();
	CHECK_EQ(told, 1);
	CHECK_EQ(last_status, 0);
	CHECK_EQ(last_count, 1);
	CHECK_EQ(last_family, AF_INET);
	start(&lookup, "::1", AF_INET6);
	run();
	CHECK_EQ(last_family, AF_INET6);
	evl_loop_destroy(&loop);
}

/* A bare system has no /etc/hosts: what counts is that the answer is the C library's. */
TEST(dns_agrees_with_the_c_library_on_localhost)
{
	const struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
	struct addrinfo *expected = NULL;
	evl_lookup lookup;
	int status = getaddrinfo("localhost", NULL, &hints, &expected);

	set_up();
	start(&lookup, "localhost", AF_INET);
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
	evl_lookup lookup;

	set_up();
	start(&lookup, "::1", AF_INET);
	run();
	CHECK_EQ(told, 1);
	CHECK(last_status < 0);
	evl_loop_destroy(&loop);
}

TEST(dns_name_that_cannot_be_is_refused)
{
	char name[2000];
	evl_lookup lookup;

	memset(name, 'a', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	set_up();
	CHECK(evl_lookup_start(&lookup, &loop, name, AF_UNSPEC, FRESH, on_result) < 0);
	CHECK(!evl_lookup_is_pending(&lookup));
	evl_loop_destroy(&loop);
}

TEST(dns_answers_are_kept_for_a_while)
{
	set_up();
	CHECK_EQ(answer_of("a.fake", FRESH), 0);
	CHECK_EQ(answer_of("A.Fake", FRESH), 0);
	CHECK_EQ(last_count, 1);
	CHECK_EQ(last_family, AF_INET);
	CHECK_EQ(told, 2);
	CHECK_EQ(fake_asked, 1);
	/* For who wants none but this one it is not good, nor is one of a moment ago for a nanosecond. */
	CHECK_EQ(answer_of("a.fake", 0), 0);
	CHECK_EQ(answer_of("a.fake", 1), 0);
	CHECK_EQ(fake_asked, 3);
	evl_names_flush(&loop);
	CHECK_EQ(answer_of("a.fake", FRESH), 0);
	CHECK_EQ(fake_asked, 4);
	evl_loop_destroy(&loop);
}

TEST(dns_failures_are_kept_for_a_second)
{
	set_up();
	CHECK_EQ(answer_of("none.fake", FRESH), UV_EAI_NONAME);
	CHECK_EQ(answer_of("none.fake", FRESH), UV_EAI_NONAME);
	CHECK_EQ(fake_asked, 1);
	usleep(EVL_NAMES_FAILURE_NS / 1000 + 1000);
	CHECK_EQ(answer_of("none.fake", FRESH), UV_EAI_NONAME);
	CHECK_EQ(fake_asked, 2);
	evl_loop_destroy(&loop);
}

TEST(dns_forgets_the_oldest_of_too_many)
{
	char host[32];

	set_up();
	for (int i = 0; i < EVL_NAMES_MAX + 10; i++) {
		(void) snprintf(host, sizeof(host), "%d.fake", i);
		CHECK_EQ(answer_of(host, FRESH), 0);
	}
	fake_asked = 0;
	CHECK_EQ(answer_of("10.fake", FRESH), 0);
	CHECK_EQ(fake_asked, 0);
	CHECK_EQ(answer_of("9.fake", FRESH), 0);
	CHECK_EQ(fake_asked, 1);
	evl_loop_destroy(&loop);
}

TEST(dns_names_that_hang_hold_nothing_else)
{
	evl_lookup slow[EVL_RESOLVER_THREADS];
	evl_lookup other;
	char host[32];

	set_up();
	for (int i = 0; i < EVL_RESOLVER_THREADS - 1; i++) {
		(void) snprintf(host, sizeof(host), "slow-%d.fake", i);
		start(&slow[i], host, AF_UNSPEC);
	}
	start(&other, "a.fake", AF_UNSPEC);
	while (told == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK(!evl_lookup_is_pending(&other));
	/* The loop's end waits for none of them. */
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 1);
	CHECK(!evl_lookup_is_pending(&slow[0]));
	evl_lookup_leave(&slow[0]);
}

TEST(dns_slow_name_holds_one_thread)
{
	evl_lookup slow[EVL_RESOLVER_THREADS * 2];
	evl_lookup other;

	set_up();
	for (int i = 0; i < EVL_RESOLVER_THREADS * 2; i++) {
		start(&slow[i], "slow.fake", AF_UNSPEC);
	}
	start(&other, "a.fake", AF_UNSPEC);
	while (told == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK(!evl_lookup_is_pending(&other));
	/* All leave; the thread goes on, and who comes joins it again. */
	for (int i = 0; i < EVL_RESOLVER_THREADS * 2; i++) {
		CHECK(evl_lookup_is_pending(&slow[i]));
		evl_lookup_leave(&slow[i]);
		evl_lookup_leave(&slow[i]);
	}
	start(&slow[0], "slow.fake", AF_UNSPEC);
	(void) sem_post(&fake_gate);
	run();
	CHECK_EQ(told, 2);
	CHECK_EQ(last_status, 0);
	CHECK_EQ(fake_asked, 2);
	CHECK_EQ(answer_of("slow.fake", FRESH), 0);
	CHECK_EQ(fake_asked, 2);
	evl_loop_destroy(&loop);
}

/* Those that wait for a thread are taken back when nobody wants them, and begun again when somebody does. */
TEST(dns_taken_back_from_the_queue_and_wanted_again)
{
	evl_lookup slow[EVL_RESOLVER_THREADS];
	evl_lookup again;
	char host[32];

	set_up();
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		(void) snprintf(host, sizeof(host), "slow-%d.fake", i);
		start(&slow[i], host, AF_UNSPEC);
	}
	start(&again, "b.fake", AF_UNSPEC);
	evl_lookup_leave(&again);
	start(&again, "b.fake", AF_UNSPEC);
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		(void) sem_post(&fake_gate);
	}
	run();
	CHECK_EQ(told, EVL_RESOLVER_THREADS + 1);
	CHECK_EQ(last_status, 0);
	CHECK_EQ(fake_asked, EVL_RESOLVER_THREADS + 1);
	evl_loop_destroy(&loop);
}

TEST(dns_flushed_while_in_flight_is_not_kept)
{
	evl_lookup lookup;

	set_up();
	start(&lookup, "a.fake", AF_UNSPEC);
	evl_names_flush(&loop);
	run();
	CHECK_EQ(told, 1);
	CHECK_EQ(last_status, 0);
	CHECK_EQ(answer_of("a.fake", FRESH), 0);
	CHECK_EQ(fake_asked, 2);
	evl_loop_destroy(&loop);
}

TEST(dns_who_left_is_never_told)
{
	evl_lookup lookups[20];
	evl_lookup late;

	set_up();
	for (int i = 0; i < 20; i++) {
		start(&lookups[i], "127.0.0.1", AF_UNSPEC);
		evl_lookup_leave(&lookups[i]);
	}
	run();
	CHECK_EQ(told, 0);
	start(&late, "::1", AF_UNSPEC);
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 0);
	CHECK(!evl_lookup_is_pending(&late));
	evl_lookup_leave(&late);
}

static char last_host[256];

static void on_host(evl_lookup *lookup, const evl_answer *answer)
{
	CHECK_EQ(answer->count, 0);
	CHECK((answer->status == 0) == (answer->host != NULL));
	told++;
	last_status = answer->status;
	(void) snprintf(last_host, sizeof(last_host), "%s", answer->status == 0 ? answer->host : "");
}

static void look_back(evl_lookup *lookup, uint32_t ip)
{
	const struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(ip)};

	CHECK_EQ(evl_lookup_back(lookup, &loop, (const struct sockaddr *) &address, FRESH, on_host), 0);
}

TEST(dns_back_is_kept_and_joined_too)
{
	const struct sockaddr_in6 other = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
	evl_lookup lookups[3];

	set_up();
	for (int i = 0; i < 3; i++) {
		look_back(&lookups[i], 0x7f010203);
	}
	evl_lookup_leave(&lookups[1]);
	run();
	CHECK_EQ(told, 2);
	CHECK_STR(last_host, "back.fake");
	look_back(&lookups[0], 0x7f010203);
	CHECK_EQ(told, 3);
	CHECK_STR(last_host, "back.fake");
	CHECK_EQ(fake_asked, 1);

	CHECK_EQ(evl_lookup_back(&lookups[0], &loop, (const struct sockaddr *) &other, FRESH, on_host), 0);
	run();
	CHECK_EQ(last_status, UV_EAI_NONAME);
	evl_names_flush(&loop);
	look_back(&lookups[0], 0x7f010203);
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 4);
}
