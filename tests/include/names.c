/* SPDX-License-Identifier: MIT */
/*
 * Preloaded: a name service for names that end in ".test", with a line on stderr for each look-up. "slow.test" takes 600 ms,
 * "none.test" does not exist, "hang-….test" never answers, the others are 127.0.0.1; 127.1.2.3 is "back.test". When PHP is done
 * with its own end, "slow.test" is waited for, so that a thread comes back from it into what PHP has left. PHP opens extensions past all preloaded
 * libraries unless tools/asan_dlopen.c is linked in.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int slow;

typedef int getaddrinfo_fn(const char *, const char *, const struct addrinfo *, struct addrinfo **);
typedef int getnameinfo_fn(const struct sockaddr *, socklen_t, char *, socklen_t, char *, socklen_t, int);

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
