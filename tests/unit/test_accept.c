/* SPDX-License-Identifier: MIT */
/* Listening and accepting: queue, pause, scarcity, close with connections that nobody took. */
#include "src/reactor/accept.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/un.h>

#include "tests/unit/net.h"

static evl_loop loop;
static evl_listener *listener;
static int connections;
static int failures;
static int failure;
static int closed;
static void (*in_connection)(void);

static void on_connection(evl_listener *self, void *owner)
{
	connections++;
	if (in_connection != NULL) {
		in_connection();
	}
}

static void on_failed(evl_listener *self, void *owner, int status)
{
	failures++;
	failure = status;
}

static void on_closed(evl_handle *handle, void *owner)
{
	closed++;
}

static const evl_listener_ops ops = {.handle = {.closed = on_closed}, .connection = on_connection, .failed = on_failed};
static const evl_listen_options plain = {.backlog = 128};

static int open_listener(struct sockaddr_in *address, const evl_listen_options *options)
{
	return evl_listener_open(&listener, &loop, (struct sockaddr *) address, sizeof(*address), options, &ops, &loop);
}

static struct sockaddr_in set_up(void)
{
	struct sockaddr_in address = net_loopback(0);
	struct sockaddr_storage bound;
	int length;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(open_listener(&address, &plain), 0);
	CHECK_EQ(evl_listener_address(listener, &bound, &length), 0);
	CHECK_EQ(length, sizeof(address));
	memcpy(&address, &bound, sizeof(address));
	CHECK(address.sin_port != 0);
	return address;
}

static void tear_down(void)
{
	evl_listener_release(listener);
	evl_loop_destroy(&loop);
}

TEST(accept_queues_what_connects)
{
	struct sockaddr_in address = set_up();
	int clients[3];
	int taken;

	CHECK(evl_loop_is_alive(&loop));
	CHECK_EQ(evl_listener_take(listener), -1);
	for (int i = 0; i < 3; i++) {
		clients[i] = net_connect(&address);
	}
	evl_loop_poll(&loop, true);
	CHECK_EQ(connections, 1);
	CHECK_EQ(listener->count, 3);
	for (int i = 0; i < 3; i++) {
		taken = evl_listener_take(listener);
		CHECK(taken >= 0);
		CHECK(fcntl(taken, F_GETFL) & O_NONBLOCK);
		CHECK(fcntl(taken, F_GETFD) & FD_CLOEXEC);
		CHECK_EQ(write(clients[i], "x", 1), 1);
		close(clients[i]);
		close(taken);
	}
	CHECK_EQ(evl_listener_take(listener), -1);
	tear_down();
}

TEST(accept_stops_at_a_full_queue_and_goes_on)
{
	enum { CLIENTS = 100 };
	struct sockaddr_in address = set_up();
	int clients[CLIENTS];
	int taken = 0;

	for (int i = 0; i < CLIENTS; i++) {
		clients[i] = net_connect(&address);
	}
	while (listener->watching) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(listener->count, EVL_ACCEPT_QUEUE);
	CHECK(!evl_loop_is_alive(&loop));
	while (taken < CLIENTS) {
		int fd = evl_listener_take(listener);

		if (fd < 0) {
			CHECK(listener->watching);
			evl_loop_poll(&loop, true);
			continue;
		}
		close(fd);
		taken++;
	}
	for (int i = 0; i < CLIENTS; i++) {
		close(clients[i]);
	}
	tear_down();
}

TEST(accept_pauses)
{
	struct sockaddr_in address = set_up();
	int client;

	evl_listener_pause(listener, true);
	evl_listener_pause(listener, true);
	CHECK(!evl_loop_is_alive(&loop));
	client = net_connect(&address);
	evl_loop_poll(&loop, false);
	CHECK_EQ(connections, 0);
	evl_listener_pause(listener, false);
	evl_loop_poll(&loop, true);
	CHECK_EQ(connections, 1);
	close(client);
	tear_down();
}

/* Valgrind applies this limit after the call, and so loses what was accepted. */
static bool limits_are_emulated(void)
{
	const char *preload = getenv("LD_PRELOAD");

	return preload != NULL && strstr(preload, "vgpreload") != NULL;
}

TEST(accept_rests_when_descriptors_run_out)
{
	struct sockaddr_in address;
	struct rlimit limit;
	struct rlimit none;
	uint64_t begun = evl_loop_now();
	int clients[3];
	int polls = 0;

	if (limits_are_emulated()) {
		return;
	}
	address = set_up();
	CHECK_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
	clients[0] = net_connect(&address);
	clients[1] = net_connect(&address);
	none = limit;
	none.rlim_cur = (rlim_t) clients[1] + 1;
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
	while (evl_loop_now() - begun < 3 * (uint64_t) EVL_ACCEPT_REST_NS) {
		CHECK(evl_loop_is_alive(&loop));
		evl_loop_poll(&loop, true);
		polls++;
	}
	/* Told once, tried again every now and then, no spinning. */
	CHECK_EQ(failures, 1);
	CHECK_EQ(failure, UV_EMFILE);
	CHECK(polls < 20);
	CHECK_EQ(connections, 0);
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
	clients[2] = net_connect(&address);
	while (connections == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK(listener->count == 3);
	for (int i = 0; i < 3; i++) {
		close(clients[i]);
	}
	tear_down();
}

TEST(accept_closed_while_it_rests)
{
	struct sockaddr_in address = set_up();
	struct rlimit limit;
	struct rlimit none;
	int client = net_connect(&address);

	CHECK_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
	none = limit;
	none.rlim_cur = (rlim_t) client + 1;
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
	while (failures == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
	evl_listener_close(listener);
	CHECK_EQ(loop.timers_referenced, 0);
	close(client);
	tear_down();
}

TEST(accept_tells_why_it_cannot_listen)
{
	struct sockaddr_in address = set_up();
	struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0xc0000201)};
	struct sockaddr_in unknown = {.sin_family = 250};
	evl_listener *first = listener;

	CHECK_EQ(open_listener(&address, &plain), UV_EADDRINUSE);
	CHECK(listener == NULL);
	CHECK_EQ(open_listener(&nobody, &plain), UV_EADDRNOTAVAIL);
	CHECK_EQ(open_listener(&unknown, &plain), UV_EAFNOSUPPORT);
	listener = first;
	tear_down();
}

TEST(accept_frees_its_port_at_once)
{
	struct sockaddr_in address = set_up();
	evl_listener *first = listener;

	evl_listener_close(first);
	evl_listener_close(first);
	CHECK_EQ(open_listener(&address, &plain), 0);
	evl_listener_release(first);
	tear_down();
}

TEST(accept_closes_what_nobody_took)
{
	struct sockaddr_in address = set_up();
	int client = net_connect(&address);
	struct sockaddr_storage bound;
	int length;
	char byte;

	evl_loop_poll(&loop, true);
	CHECK_EQ(listener->count, 1);
	evl_listener_close(listener);
	CHECK_EQ(evl_listener_take(listener), -1);
	CHECK_EQ(evl_listener_address(listener, &bound, &length), UV_EBADF);
	evl_listener_pause(listener, true);
	evl_listener_pause(listener, false);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(closed, 1);
	CHECK(recv(client, &byte, 1, 0) <= 0);
	close(client);
	tear_down();
}

TEST(accept_loses_its_loop)
{
	struct sockaddr_in address = set_up();
	int client = net_connect(&address);

	evl_loop_poll(&loop, true);
	evl_loop_destroy(&loop);
	CHECK_EQ(evl_listener_take(listener), -1);
	evl_listener_pause(listener, true);
	evl_listener_close(listener);
	evl_listener_release(listener);
	CHECK_EQ(closed, 0);
	close(client);
}

static void close_listener(void)
{
	evl_listener_close(listener);
}

TEST(accept_closed_in_its_own_callback)
{
	struct sockaddr_in address = set_up();
	int client = net_connect(&address);

	in_connection = close_listener;
	evl_loop_poll(&loop, true);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(connections, 1);
	CHECK_EQ(closed, 1);
	close(client);
	tear_down();
}

TEST(accept_shares_a_port_when_asked)
{
	static const evl_listen_options sharing = {.backlog = 16, .reuse_port = true};
	struct sockaddr_in address = net_loopback(0);
	struct sockaddr_storage bound;
	evl_listener *first;
	int length;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(open_listener(&address, &sharing), 0);
	first = listener;
	CHECK_EQ(evl_listener_address(first, &bound, &length), 0);
	memcpy(&address, &bound, sizeof(address));
	CHECK_EQ(open_listener(&address, &sharing), 0);
	evl_listener_release(first);
	tear_down();
}

TEST(accept_on_a_unix_socket)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "\0evloop-unit-accept"};
	socklen_t length = offsetof(struct sockaddr_un, sun_path) + 19;
	int client = socket(AF_UNIX, SOCK_STREAM, 0);

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_listener_open(&listener, &loop, (struct sockaddr *) &address, (int) length, &plain, &ops, &loop), 0);
	CHECK_EQ(connect(client, (struct sockaddr *) &address, length), 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(listener->count, 1);
	close(client);
	tear_down();
}

TEST(accept_queues_no_more_than_its_limit)
{
	struct sockaddr_in address = set_up();
	int clients[3];

	evl_listener_limit(listener, 1);
	for (int i = 0; i < 3; i++) {
		clients[i] = net_connect(&address);
	}
	evl_loop_poll(&loop, true);
	CHECK_EQ(listener->count, 1);
	CHECK(!evl_loop_is_alive(&loop));
	evl_listener_limit(listener, 0);
	close(evl_listener_take(listener));
	evl_loop_poll(&loop, false);
	CHECK_EQ(listener->count, 0);
	evl_listener_limit(listener, 1000);
	evl_loop_poll(&loop, true);
	CHECK_EQ(listener->count, 2);
	for (int i = 0; i < 3; i++) {
		close(clients[i]);
	}
	tear_down();
}

TEST(accept_keeps_the_loop_alive_only_when_referenced)
{
	set_up();
	CHECK(evl_loop_is_alive(&loop));
	evl_listener_reference(listener, false);
	CHECK(!evl_loop_is_alive(&loop));
	evl_listener_reference(listener, true);
	CHECK(evl_loop_is_alive(&loop));
	tear_down();
}
