/* SPDX-License-Identifier: MIT */
/*
 * Preloaded: a name service for names that end in ".test", with a line on stderr for each look-up. "slow.test" takes 600 ms,
 * "none.test" does not exist, "hang-….test" never answers, "mixed.test" has three addresses of IPv6 and then two of IPv4, the others
 * are 127.0.0.1; 127.1.2.3 is "back.test". Who connects to an address of mixed.test is refused, with a line on stderr. When PHP is
 * done with its own end, "slow.test" is waited for, so that a thread comes back from it into what PHP has left. PHP opens
 * extensions past all preloaded libraries unless tools/asan_dlopen.c is linked in.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int slow;

typedef int getaddrinfo_fn(const char *, const char *, const struct addrinfo *, struct addrinfo **);
typedef int connect_fn(int, const struct sockaddr *, socklen_t);
typedef int getnameinfo_fn(const struct sockaddr *, socklen_t, char *, socklen_t, char *, socklen_t, int);

/* Those for documentation: nobody has them. */
static const char *const mixed[] = {"2001:db8::1", "2001:db8::2", "2001:db8::3", "192.0.2.101", "192.0.2.102"};

static int find_mixed(getaddrinfo_fn *real, const struct addrinfo *hints, struct addrinfo **found)
{
	const struct addrinfo plain = {.ai_family = hints->ai_family, .ai_socktype = hints->ai_socktype};
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(mixed) / sizeof(mixed[0]); i++) {
		status = real(mixed[i], NULL, &plain, found);
		found = status == 0 ? &(*found)->ai_next : found;
	}
	return status;
}

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
	connect_fn *real = (connect_fn *) dlsym(RTLD_NEXT, "connect");
	char text[INET6_ADDRSTRLEN] = "";

	if (address->sa_family == AF_INET6) {
		(void) inet_ntop(AF_INET6, &((const struct sockaddr_in6 *) address)->sin6_addr, text, sizeof(text));
	} else if (address->sa_family == AF_INET) {
		(void) inet_ntop(AF_INET, &((const struct sockaddr_in *) address)->sin_addr, text, sizeof(text));
	}
	for (size_t i = 0; i < sizeof(mixed) / sizeof(mixed[0]); i++) {
		if (strcmp(text, mixed[i]) == 0) {
			fprintf(stderr, "connect to %s\n", text);
			errno = ECONNREFUSED;
			return -1;
		}
	}
	return real(fd, address, length);
}

int getaddrinfo(const char *restrict host, const char *restrict service, const struct addrinfo *restrict hints,
	struct addrinfo **restrict found)
{
	getaddrinfo_fn *real = (getaddrinfo_fn *) dlsym(RTLD_NEXT, "getaddrinfo");
	size_t length = host != NULL ? strlen(host) : 0;

	if (length < 5 || strcmp(host + length - 5, ".test") != 0) {
		return real(host, service, hints, found);
	}
	fprintf(stderr, "look-up of %s\n", host);
	if (strcmp(host, "slow.test") == 0) {
		slow++;
		usleep(600000);
		slow--;
	}
	while (strncmp(host, "hang-", 5) == 0) {
		(void) pause();
	}
	if (strcmp(host, "mixed.test") == 0) {
		return find_mixed(real, hints, found);
	}
	return strcmp(host, "none.test") == 0 ? EAI_NONAME : real("127.0.0.1", service, hints, found);
}

int getnameinfo(const struct sockaddr *restrict address, socklen_t length, char *restrict host, socklen_t room,
	char *restrict service, socklen_t service_room, int flags)
{
	getnameinfo_fn *real = (getnameinfo_fn *) dlsym(RTLD_NEXT, "getnameinfo");
	char text[64];

	if (real(address, length, text, sizeof(text), NULL, 0, NI_NUMERICHOST) != 0 || strcmp(text, "127.1.2.3") != 0) {
		return real(address, length, host, room, service, service_room, flags);
	}
	fprintf(stderr, "look-up of %s\n", text);
	(void) snprintf(host, room, "back.test");
	return 0;
}

__attribute__((destructor)) static void wait_for_slow(void)
{
	while (slow > 0) {
		usleep(1000);
	}
	usleep(50000);
}
