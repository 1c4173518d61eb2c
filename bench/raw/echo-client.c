/* SPDX-License-Identifier: MIT */
/*
 * The load for the echo servers: `echo-client PORT SECONDS [COUNT]` keeps one message of 64 bytes under way on each of 50
 * connections until the time or the count of round trips is reached, checks every byte that comes back, and prints
 * "round_trips=… seconds=…". Level-triggered epoll, one thread; exits with 1 when the server closes, changes or withholds data.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#define CONNECTIONS 50
#define MESSAGE     64

static struct {
	int fd;
	size_t received; /* of the message under way */
} connections[CONNECTIONS];

static const char message[MESSAGE + 1] = "0123456789abcdef0123456789ABCDEF0123456789ghijkl0123456789GHIJKL";

static void fail(const char *what)
{
	fprintf(stderr, "echo-client: %s: %s\n", what, errno ? strerror(errno) : "unexpected");
	exit(1);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static void send_message(int index)
{
	if (send(connections[index].fd, message, MESSAGE, MSG_NOSIGNAL) != MESSAGE) {
		fail("send");
	}
}

static void open_all(int poller, int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int on = 1;

	for (int i = 0; i < CONNECTIONS; i++) {
		struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

		if (fd < 0 || connect(fd, (struct sockaddr *) &address, sizeof(address))) {
			fail("connect");
		}
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		connections[i].fd = fd;
		if (epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event)) {
			fail("epoll_ctl");
		}
	}
}

/* Takes what has come; true when the message is whole. */
static int receive(int index)
{
	char data[MESSAGE];
	size_t have = connections[index].received;
	ssize_t length = recv(connections[index].fd, data, MESSAGE - have, MSG_DONTWAIT);

	errno = length < 0 ? errno : 0;
	if (length <= 0) {
		fail(length ? "recv" : "closed by the server");
	}
	if (memcmp(data, message + have, length)) {
		fail("other bytes came back");
	}

	connections[index].received = (have + length) % MESSAGE;
	return connections[index].received == 0;
}

int main(int argc, char **argv)
{
	struct epoll_event events[CONNECTIONS];
	int poller = epoll_create1(EPOLL_CLOEXEC), ready;
	double start, end, limit;
	long trips = 0, count;

	if (argc < 3) {
		fprintf(stderr, "usage: echo-client PORT SECONDS [COUNT]\n");
		return 2;
	}
	limit = atof(argv[2]);
	count = argc > 3 ? atol(argv[3]) : __LONG_MAX__;

	open_all(poller, atoi(argv[1]));
	start = now();
	for (int i = 0; i < CONNECTIONS; i++) {
		send_message(i);
	}

	do {
		ready = epoll_wait(poller, events, CONNECTIONS, 5000);
		if (ready == 0 || (ready < 0 && errno != EINTR)) {
			fail("no answer for 5 s");
		}
		for (int i = 0; i < ready; i++) {
			if (receive(events[i].data.u32)) {
				trips++;
				send_message(events[i].data.u32);
			}
		}
		end = now();
	} while (trips < count && end - start < limit);

	printf("round_trips=%ld seconds=%.3f\n", trips, end - start);
	return 0;
}
