/* SPDX-License-Identifier: MIT */
/*
 * The load for the echo servers: `echo-client PORT SECONDS [CONNECTIONS [SIZE]]` keeps one message of 64 bytes (or SIZE) under
 * way on each of 50 connections until the time is over, checks every byte that comes back, and prints
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

#define CONNECTIONS_MAX 1000
#define SIZE_MAX_HERE   65536

static struct {
	int fd;
	size_t received; /* of the message under way */
} connections[CONNECTIONS_MAX];

static int count = 50;
static size_t size = 64;
static char message[SIZE_MAX_HERE];
static const char pattern[] = "0123456789abcdef0123456789ABCDEF0123456789ghijkl0123456789GHIJKL";

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
	if (send(connections[index].fd, message, size, MSG_NOSIGNAL) != (ssize_t) size) {
		fail("send");
	}
}

static void open_all(int poller, int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int on = 1;

	for (int i = 0; i < count; i++) {
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
	static char data[SIZE_MAX_HERE];
	size_t have = connections[index].received;
	ssize_t length = recv(connections[index].fd, data, size - have, MSG_DONTWAIT);

	errno = length < 0 ? errno : 0;
	if (length <= 0) {
		fail(length ? "recv" : "closed by the server");
	}
	if (memcmp(data, message + have, length)) {
		fail("other bytes came back");
	}

	connections[index].received = (have + length) % size;
	return connections[index].received == 0;
}

int main(int argc, char **argv)
{
	struct epoll_event events[CONNECTIONS_MAX];
	int poller = epoll_create1(EPOLL_CLOEXEC), ready;
	double start, end, limit;
	long trips = 0;

	if (argc < 3) {
		fprintf(stderr, "usage: echo-client PORT SECONDS [CONNECTIONS [SIZE]]\n");
		return 2;
	}
	limit = atof(argv[2]);
	count = argc > 3 ? atoi(argv[3]) : count;
	size = argc > 4 ? (size_t) atol(argv[4]) : size;
	if (count < 1 || count > CONNECTIONS_MAX || size < 1 || size > sizeof(message)) {
		fail("1 to 1000 connections, 1 to 65536 bytes");
	}
	for (size_t i = 0; i < size; i++) {
		message[i] = pattern[i % (sizeof(pattern) - 1)];
	}

	open_all(poller, atoi(argv[1]));
	start = now();
	for (int i = 0; i < count; i++) {
		send_message(i);
	}

	do {
		ready = epoll_wait(poller, events, count, 5000);
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
	} while (end - start < limit);

	printf("round_trips=%ld seconds=%.3f\n", trips, end - start);
	return 0;
}
