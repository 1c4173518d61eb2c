/* SPDX-License-Identifier: MIT */
/*
 * Datagram sockets: their life, receiving and sending. Owns the descriptor, closed as soon as the uv_poll_t is closing, and
 * the queue; the loop owns one batch that all its sockets receive into. Options are in udp_option.c. Loop's thread only.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* recvmmsg */
#endif

#include "src/reactor/udp.h"

#include "src/core/mem.h"
#include "src/reactor/udp_option.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#if defined(__linux__) || defined(__FreeBSD__) || defined(__NetBSD__)
#define HAS_RECVMMSG 1
#else
#define HAS_RECVMMSG 0

struct mmsghdr {
	struct msghdr msg_hdr;
	unsigned msg_len;
};
#endif

#ifdef __linux__
#include <linux/sock_diag.h>
#ifndef SO_MEMINFO
#define SO_MEMINFO 55
#endif
#endif

/* Records of the queue begin at multiples of so many bytes. */
#define ALIGNMENT sizeof(uint64_t)

/* What one system call receives. */
struct evl_udp_batch {
	struct mmsghdr messages[EVL_UDP_BATCH];
	struct iovec rooms[EVL_UDP_BATCH];
	evl_sockaddr from[EVL_UDP_BATCH];
	char bytes[]; /* a place of EVL_UDP_SIZE_MAX for each; touched as far as something comes */
};

static size_t record_size(size_t size)
{
	return (sizeof(evl_datagram) + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

bool evl_udp_check(const evl_udp *udp)
{
	return evl_buf_check(&udp->queue) && (udp->queued > 0) == (udp->queue.length > 0) &&
		   udp->queue.length % ALIGNMENT == 0 && udp->queued <= udp->limit;
}

static void on_event(uv_poll_t *uv, int status, int events);

/* Watch for exactly what somebody waits for. */
static void watch(evl_udp *udp)
{
	int events = 0;

	if (evl_handle_is_closing(&udp->handle)) {
		return;
	}
	if (udp->wanted && udp->status == 0 && udp->queued < udp->limit) {
		events |= UV_READABLE;
	}
	if (udp->wants_room) {
		events |= UV_WRITABLE;
	}
	if (events == udp->watched) {
		return;
	}
	udp->watched = events;
	if (events != 0) {
		(void) uv_poll_start(&udp->uv, events, on_event);
	} else {
		(void) uv_poll_stop(&udp->uv);
	}
}

static struct evl_udp_batch *batch_get(evl_loop *loop)
{
	if (loop->udp_batch == NULL) {
		loop->udp_batch = evl_malloc(sizeof(*loop->udp_batch) + EVL_UDP_BATCH * (size_t) EVL_UDP_SIZE_MAX);
	}
	return loop->udp_batch;
}

void evl_udp_batch_free(evl_loop *loop)
{
	evl_free(loop->udp_batch);
	loop->udp_batch = NULL;
}

/* So many messages or a negative errno. */
static int receive(int fd, struct mmsghdr *messages, unsigned count)
{
	int received = 0;

#if HAS_RECVMMSG
	received = recvmmsg(fd, messages, count, MSG_DONTWAIT, NULL);
#else
	for (; received < (int) count; received++) {
		ssize_t size = recvmsg(fd, &messages[received].msg_hdr, MSG_DONTWAIT);

		if (size < 0) {
			break;
		}
		messages[received].msg_len = (unsigned) size;
	}
	if (received == 0) {
		received = -1;
	}
#endif
	return received < 0 ? -errno : received;
}

static unsigned batch_prepare(struct evl_udp_batch *batch, const evl_udp *udp)
{
	unsigned count = udp->limit - udp->queued < EVL_UDP_BATCH ? udp->limit - udp->queued : EVL_UDP_BATCH;

	for (unsigned i = 0; i < count; i++) {
		batch->rooms[i].iov_base = batch->bytes + i * (size_t) EVL_UDP_SIZE_MAX;
		batch->rooms[i].iov_len = udp->max_size;
		batch->messages[i].msg_hdr = (struct msghdr){
			.msg_name = &batch->from[i].any,
			.msg_namelen = sizeof(batch->from[i].v6),
			.msg_iov = &batch->rooms[i],
			.msg_iovlen = 1,
		};
	}
	return count;
}

static int enqueue(evl_udp *udp, const struct evl_udp_batch *batch, unsigned i)
{
	const struct msghdr *message = &batch->messages[i].msg_hdr;
	size_t size = batch->messages[i].msg_len;
	size_t room = record_size(size);
	evl_datagram *record = (evl_datagram *) evl_buf_reserve(&udp->queue, room);

	if (record == NULL) {
		return UV_ENOMEM;
	}
	record->size = (uint32_t) size;
	record->truncated = (message->msg_flags & MSG_TRUNC) != 0;
	record->from = batch->from[i];
	record->from.length = (int) message->msg_namelen;
	memcpy(record + 1, batch->rooms[i].iov_base, size);
	evl_buf_commit(&udp->queue, room);
	udp->queued++;
	udp->handle.loop->bytes_in += size;
	return 0;
}

/* One batch. Whether there is news for the owner. */
static bool receive_batch(evl_udp *udp)
{
	struct evl_udp_batch *batch = batch_get(udp->handle.loop);
	int count;

	if (batch == NULL) {
		udp->status = UV_ENOMEM;
		return true;
	}
	count = receive(udp->fd, batch->messages, batch_prepare(batch, udp));
	if (count < 0) {
		if (count == -EAGAIN || count == -EINTR) {
			return false;
		}
		udp->status = count;
		return true;
	}
	for (int i = 0; i < count && udp->status == 0; i++) {
		udp->status = enqueue(udp, batch, (unsigned) i);
	}
	return count > 0;
}

static void on_event(uv_poll_t *uv, int status, int events)
{
	evl_udp *udp = uv->data;
	const evl_udp_ops *ops = (const evl_udp_ops *) udp->handle.ops;
	bool readable = (udp->watched & UV_READABLE) && (status < 0 || (events & UV_READABLE));
	bool writable = (udp->watched & UV_WRITABLE) && (status < 0 || (events & UV_WRITABLE));

	if (!evl_handle_is_heard(&udp->handle)) {
		return;
	}
	if (status < 0) {
		/* A failure that the system keeps for us: libuv has stopped to watch. Receiving or sending tells which. */
		udp->watched = 0;
	}
	readable = readable && receive_batch(udp);
	if (writable) {
		udp->wants_room = false;
	}
	watch(udp);
	assert(evl_udp_check(udp));
	if (writable) {
		ops->writable(udp, udp->handle.owner);
	}
	if (readable && evl_handle_is_heard(&udp->handle)) {
		ops->received(udp, udp->handle.owner);
	}
}

static void udp_closing(evl_handle *handle)
{
	evl_udp *udp = (evl_udp *) handle;

	udp->watched = 0;
	(void) close(udp->fd);
	udp->fd = -1;
}

static void udp_destroy(evl_handle *handle)
{
	evl_buf_free(&((evl_udp *) handle)->queue);
}

static const evl_handle_kind udp_kind = {.closing = udp_closing, .destroy = udp_destroy};

int evl_udp_open(evl_udp **udp, evl_loop *loop, const evl_sockaddr *local, const evl_sockaddr *remote,
	const evl_udp_options *options, const evl_udp_ops *ops, void *owner)
{
	evl_udp *self;
	int status;

	*udp = NULL;
	if (loop->muted) {
		return UV_ECANCELED;
	}
	self = evl_calloc(1, sizeof(*self));
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->family = (local != NULL ? local : remote)->any.sa_family;
	self->limit = options->queue;
	self->max_size = options->max_size;
	self->fd = evl_udp_socket(self->family, local, remote, options);
	if (self->fd < 0) {
		status = self->fd;
		goto fail_socket;
	}
	status = uv_poll_init(&loop->uv, &self->uv, self->fd);
	if (status != 0) {
		goto fail_poll;
	}
	evl_handle_open(&self->handle, loop, (uv_handle_t *) &self->uv, &udp_kind, &ops->handle, owner);
	*udp = self;
	return 0;

fail_poll:
	(void) close(self->fd);
fail_socket:
	evl_free(self);
	return status;
}

void evl_udp_read(evl_udp *udp)
{
	udp->wanted = true;
	watch(udp);
}

const evl_datagram *evl_udp_first(const evl_udp *udp)
{
	return udp->queued > 0 ? (const evl_datagram *) evl_buf_data(&udp->queue) : NULL;
}

void evl_udp_shift(evl_udp *udp)
{
	evl_buf_consume(&udp->queue, record_size(evl_udp_first(udp)->size));
	udp->queued--;
	assert(evl_udp_check(udp));
	if (udp->queued <= udp->limit / 2) {
		watch(udp);
	}
}

int evl_udp_take_status(evl_udp *udp)
{
	int status = udp->status;

	udp->status = 0;
	if (status != 0) {
		watch(udp);
	}
	return status;
}

/* An IPv6 socket that takes IPv4, too, wants its addresses in this form. */
static void map_to_ipv6(evl_sockaddr *mapped, const evl_sockaddr *address)
{
	memset(mapped, 0, sizeof(*mapped));
	mapped->v6.sin6_family = AF_INET6;
	mapped->v6.sin6_port = address->v4.sin_port;
	mapped->v6.sin6_addr.s6_addr[10] = 0xff;
	mapped->v6.sin6_addr.s6_addr[11] = 0xff;
	memcpy(&mapped->v6.sin6_addr.s6_addr[12], &address->v4.sin_addr, sizeof(address->v4.sin_addr));
	mapped->length = sizeof(mapped->v6);
}

int evl_udp_send(evl_udp *udp, const char *data, size_t size, const evl_sockaddr *to)
{
	evl_sockaddr mapped;
	ssize_t sent;

	if (evl_handle_is_closing(&udp->handle)) {
		return UV_ECANCELED;
	}
	if (to != NULL && to->any.sa_family == AF_INET && udp->family == AF_INET6) {
		map_to_ipv6(&mapped, to);
		to = &mapped;
	}
	do {
		sent = sendto(
			udp->fd, data, size, MSG_DONTWAIT, to != NULL ? &to->any : NULL, to != NULL ? (socklen_t) to->length : 0);
	} while (sent < 0 && errno == EINTR);
	if (sent < 0) {
		/* ENOBUFS is what the BSDs say. */
		return errno == EAGAIN || errno == ENOBUFS ? UV_EAGAIN : -errno;
	}
	udp->handle.loop->bytes_out += size;
	return 0;
}

void evl_udp_want_room(evl_udp *udp)
{
	udp->wants_room = true;
	watch(udp);
}

uint32_t evl_udp_dropped(const evl_udp *udp)
{
#ifdef __linux__
	uint32_t values[SK_MEMINFO_VARS];
	socklen_t size = sizeof(values);

	if (udp->fd >= 0 && getsockopt(udp->fd, SOL_SOCKET, SO_MEMINFO, values, &size) == 0 &&
		size > SK_MEMINFO_DROPS * sizeof(values[0])) {
		return values[SK_MEMINFO_DROPS];
	}
#endif
	return 0;
}

int evl_udp_address(const evl_udp *udp, bool peer, evl_sockaddr *address)
{
	socklen_t size = sizeof(address->v6);

	if ((peer ? getpeername : getsockname)(udp->fd, &address->any, &size) != 0) {
		return -errno;
	}
	address->length = (int) size;
	return 0;
}
