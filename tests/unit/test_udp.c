/* SPDX-License-Identifier: MIT */
/* Datagrams: batches, the bounded queue, what is cut, refused, too long; no room to send; closing in callbacks. */
#include "src/reactor/udp.h"

#include <errno.h>

#include "tests/unit/net.h"

static evl_loop loop;
static evl_udp *udp;
static int received;
static int writable;
static int send_error;
static bool close_in_received;

static void on_received(evl_udp *self, void *owner)
{
	CHECK_PTR(owner, &loop);
	received++;
	if (close_in_received) {
		evl_udp_close(self);
	}
}

static void on_writable(evl_udp *self, void *owner)
{
	writable++;
}

static const evl_udp_ops ops = {.received = on_received, .writable = on_writable};
static const evl_udp_options plain = {.ttl = -1,
	.multicast_ttl = -1,
	.multicast_loop = -1,
	.tos = -1,
	.receive_buffer = -1,
	.send_buffer = -1,
	.queue = 100,
	.max_size = EVL_UDP_SIZE_MAX};

static evl_sockaddr loopback(void)
{
	return (evl_sockaddr){.v4 = net_loopback(0), .length = sizeof(struct sockaddr_in)};
}

/* Its address, where the plain socket that is returned sends to. */
static int set_up(const evl_udp_options *options)
{
	evl_sockaddr address = loopback();
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_udp_open(&udp, &loop, &address, NULL, options, &ops, &loop), 0);
	CHECK_EQ(evl_udp_address(udp, false, &address), 0);
	CHECK(address.v4.sin_port != 0);
	CHECK_EQ(evl_udp_address(udp, true, &address) == 0, false);
	CHECK_EQ(evl_udp_address(udp, false, &address), 0);
	CHECK_EQ(connect(fd, &address.any, sizeof(address.v4)), 0);
	return fd;
}

static void tear_down(int fd)
{
	close(fd);
	evl_udp_release(udp);
	evl_loop_destroy(&loop);
}

static void put(int fd, const char *text)
{
	CHECK_EQ(send(fd, text, strlen(text), 0), (ssize_t) strlen(text));
}

static void expect(const char *text, bool truncated)
{
	const evl_datagram *first = evl_udp_first(udp);

	CHECK(first != NULL);
	CHECK_EQ(first->size, strlen(text));
	CHECK_EQ(memcmp(evl_datagram_data(first), text, strlen(text)), 0);
	CHECK_EQ(first->truncated, truncated);
	CHECK_EQ(first->from.length, sizeof(struct sockaddr_in));
	CHECK_EQ(first->from.any.sa_family, AF_INET);
	evl_udp_shift(udp);
}

TEST(udp_receives_in_order_with_empty_ones)
{
	int fd = set_up(&plain);

	CHECK(!evl_loop_is_alive(&loop));
	evl_udp_read(udp);
	CHECK(evl_loop_is_alive(&loop));
	put(fd, "one");
	put(fd, "");
	put(fd, "three");
	evl_loop_poll(&loop, true);
	CHECK_EQ(received, 1);
	CHECK_EQ(udp->queued, 3);
	expect("one", false);
	expect("", false);
	expect("three", false);
	CHECK(evl_udp_first(udp) == NULL);
	tear_down(fd);
}

TEST(udp_tells_what_it_cut)
{
	evl_udp_options options = plain;
	int fd;

	options.max_size = 4;
	fd = set_up(&options);
	evl_udp_read(udp);
	put(fd, "four");
	put(fd, "fives");
	evl_loop_poll(&loop, true);
	expect("four", false);
	expect("five", true);
	tear_down(fd);
}

TEST(udp_stops_at_a_full_queue_and_the_system_counts_what_it_drops)
{
	enum { SENT = 2000 };
	evl_udp_options options = plain;
	char text[16];
	int fd;
	int taken = 0;

	options.queue = 50;
	options.receive_buffer = 65536;
	fd = set_up(&options);
	evl_udp_read(udp);
	for (int i = 0; i < SENT; i++) {
		(void) snprintf(text, sizeof(text), "%d", i);
		put(fd, text);
	}
	evl_loop_poll(&loop, true);
	evl_loop_poll(&loop, true);
	CHECK_EQ(udp->queued, 50);
	CHECK_EQ(udp->watched, 0);
	CHECK(!evl_loop_is_alive(&loop));
	/* The newest are lost: what comes is the first ones, without a gap. */
	while (udp->queued > 0) {
		(void) snprintf(text, sizeof(text), "%d", taken++);
		expect(text, false);
		if (udp->queued == 0) {
			evl_loop_poll(&loop, false);
		}
	}
	CHECK(taken > 50);
	CHECK(taken < SENT);
#ifdef __linux__
	CHECK_EQ(evl_udp_dropped(udp), SENT - taken);
#endif
	tear_down(fd);
}

TEST(udp_refused_is_a_status_and_not_the_end)
{
	struct sockaddr_in nobody;
	evl_sockaddr remote = loopback();
	socklen_t length = sizeof(nobody);
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	nobody = net_loopback(0);
	CHECK_EQ(bind(fd, (struct sockaddr *) &nobody, sizeof(nobody)), 0);
	CHECK_EQ(getsockname(fd, (struct sockaddr *) &nobody, &length), 0);
	remote.v4.sin_port = nobody.sin_port;
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_udp_open(&udp, &loop, NULL, &remote, &plain, &ops, &loop), 0);
	close(fd);
	evl_udp_read(udp);
	for (int i = 1; i <= 3; i++) {
		CHECK_EQ(evl_udp_send(udp, "x", 1, NULL), 0);
		while (udp->status == 0) {
			evl_loop_poll(&loop, true);
		}
		CHECK_EQ(received, i);
		CHECK_EQ(evl_udp_take_status(udp), UV_ECONNREFUSED);
		CHECK_EQ(evl_udp_take_status(udp), 0);
	}
	/* Somebody is there now. */
	fd = socket(AF_INET, SOCK_DGRAM, 0);
	CHECK_EQ(bind(fd, (struct sockaddr *) &nobody, sizeof(nobody)), 0);
	CHECK_EQ(evl_udp_address(udp, false, &remote), 0);
	CHECK_EQ(sendto(fd, "here", 4, 0, &remote.any, sizeof(remote.v4)), 4);
	evl_loop_poll(&loop, true);
	expect("here", false);
	tear_down(fd);
}

TEST(udp_largest_and_too_large)
{
	static char bytes[65508];
	evl_sockaddr self;
	int fd = set_up(&plain);

	evl_udp_read(udp);
	CHECK_EQ(evl_udp_address(udp, false, &self), 0);
	CHECK_EQ(evl_udp_send(udp, bytes, 65508, &self), UV_EMSGSIZE);
	CHECK_EQ(evl_udp_send(udp, bytes, 65507, &self), 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(evl_udp_first(udp)->size, 65507);
	tear_down(fd);
}

/* Interposed: sending finds no room, as often as it is told. */
ssize_t sendto(int fd, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length)
{
	struct iovec bytes = {.iov_base = (void *) data, .iov_len = size};
	struct msghdr message = {.msg_name = (void *) to, .msg_namelen = length, .msg_iov = &bytes, .msg_iovlen = 1};

	if (send_error != 0) {
		errno = send_error;
		send_error = 0;
		return -1;
	}
	return sendmsg(fd, &message, flags);
}

TEST(udp_tells_when_there_is_room_again)
{
	evl_sockaddr self;
	int fd = set_up(&plain);

	CHECK_EQ(evl_udp_address(udp, false, &self), 0);
	send_error = EAGAIN;
	CHECK_EQ(evl_udp_send(udp, "x", 1, &self), UV_EAGAIN);
	evl_udp_want_room(udp);
	CHECK(evl_loop_is_alive(&loop));
	evl_loop_poll(&loop, true);
	CHECK_EQ(writable, 1);
	CHECK(!evl_loop_is_alive(&loop));
	send_error = EINTR;
	CHECK_EQ(evl_udp_send(udp, "x", 1, &self), 0);
	tear_down(fd);
}

TEST(udp_closed_in_its_callback_and_before_the_loop)
{
	evl_sockaddr self;
	int fd = set_up(&plain);

	CHECK_EQ(evl_udp_address(udp, false, &self), 0);
	close_in_received = true;
	evl_udp_read(udp);
	put(fd, "x");
	evl_udp_want_room(udp);
	evl_loop_poll(&loop, true);
	CHECK_EQ(received, 1);
	CHECK_EQ(evl_udp_send(udp, "x", 1, &self), UV_ECANCELED);
	CHECK_EQ(evl_udp_membership(udp, true, &self, 0, NULL), UV_ECANCELED);
	evl_udp_read(udp);
	evl_udp_want_room(udp);
	close(fd);
	evl_loop_destroy(&loop);
	evl_udp_release(udp);
}

TEST(udp_options_are_set)
{
	evl_udp_options options = plain;
	socklen_t length = sizeof(int);
	int value = 0;
	int fd;

	options.ttl = 7;
	options.tos = 0x10;
	options.broadcast = true;
	options.multicast_ttl = 3;
	options.multicast_interface = evl_udp_interface("127.0.0.1");
	options.reuse_address = true;
	options.reuse_port = true;
	CHECK_EQ(options.multicast_interface, evl_udp_interface("lo") != 0 ? evl_udp_interface("lo") : 0);
	CHECK_EQ(evl_udp_interface("no such one"), 0);
	CHECK_EQ(evl_udp_interface("192.0.2.77"), 0);
	fd = set_up(&options);
	CHECK_EQ(getsockopt(udp->fd, IPPROTO_IP, IP_TTL, &value, &length), 0);
	CHECK_EQ(value, 7);
	CHECK_EQ(getsockopt(udp->fd, IPPROTO_IP, IP_TOS, &value, &length), 0);
	CHECK_EQ(value, 0x10);
	CHECK_EQ(getsockopt(udp->fd, SOL_SOCKET, SO_BROADCAST, &value, &length), 0);
	CHECK(value != 0);
	CHECK_EQ(getsockopt(udp->fd, IPPROTO_IP, IP_MULTICAST_TTL, &value, &length), 0);
	CHECK_EQ(value & 0xff, 3);
	CHECK_EQ(getsockopt(udp->fd, SOL_SOCKET, SO_REUSEPORT, &value, &length), 0);
	CHECK(value != 0);
	tear_down(fd);
}

TEST(udp_refusals_leave_nothing)
{
	evl_sockaddr taken;
	evl_sockaddr elsewhere = {
		.v4 = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0xc0000201)}, .length = sizeof(struct sockaddr_in)};
	evl_udp *second;
	int fd = set_up(&plain);

	CHECK_EQ(evl_udp_address(udp, false, &taken), 0);
	CHECK_EQ(evl_udp_open(&second, &loop, &taken, NULL, &plain, &ops, &loop), UV_EADDRINUSE);
	CHECK_EQ(evl_udp_open(&second, &loop, &elsewhere, NULL, &plain, &ops, &loop), UV_EADDRNOTAVAIL);
	CHECK(second == NULL);
	tear_down(fd);
}
