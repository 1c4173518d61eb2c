/* SPDX-License-Identifier: MIT */
/*
 * The load for the UDP servers: `udp-client PORT SECONDS` keeps one datagram of 64 bytes under way from each of 50 sockets,
 * checks what comes back, and prints "round_trips=… seconds=…". Level-triggered epoll, one thread; exits with 1 when data
 * is changed, or nothing comes for 5 s (the loopback loses nothing of so little).
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

#define SOCKETS 50
#define MESSAGE 64

static int sockets[SOCKETS];
static const char message[MESSAGE + 1] = "0123456789abcdef0123456789ABCDEF0123456789ghijkl0123456789GHIJKL";

static void fail(const char *what)
{
	fprintf(stderr, "udp-client: %s: %s\n", what, errno ? strerror(errno) : "unexpected");
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
	if (send(sockets[index], message, MESSAGE, 0) != MESSAGE) {
		fail("send");
	}
}

static void receive(int index)
{
	char data[MESSAGE + 1];

	if (recv(sockets[index], data, sizeof(data), MSG_DONTWAIT) != MESSAGE || memcmp(data, message, MESSAGE)) {
		fail("receive");
	}
}

static void open_all(int poller, int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

	for (int i = 0; i < SOCKETS; i++) {
		struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};

		sockets[i] = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
		if (sockets[i] < 0 || connect(sockets[i], (struct sockaddr *) &address, sizeof(address)) ||
			epoll_ctl(poller, EPOLL_CTL_ADD, sockets[i], &event)) {
			fail("connect");
		}
	}
}

int main(int argc, char **argv)
{
	struct epoll_event events[SOCKETS];
	int poller = epoll_create1(EPOLL_CLOEXEC), ready;
	double start, end, limit;
	long trips = 0;

	if (argc < 3) {
		fprintf(stderr, "usage: udp-client PORT SECONDS\n");
		return 2;
	}
	limit = atof(argv[2]);
	open_all(poller, atoi(argv[1]));
	start = now();
	for (int i = 0; i < SOCKETS; i++) {
		send_message(i);
	}

	do {
		ready = epoll_wait(poller, events, SOCKETS, 5000);
		if (ready == 0 || (ready < 0 && errno != EINTR)) {
			fail("no answer for 5 s");
		}
		for (int i = 0; i < ready; i++) {
			receive(events[i].data.u32);
			trips++;
			send_message(events[i].data.u32);
		}
		end = now();
	} while (end - start < limit);

	printf("round_trips=%ld seconds=%.3f\n", trips, end - start);
	return 0;
}
