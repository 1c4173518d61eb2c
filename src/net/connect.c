/* SPDX-License-Identifier: MIT */
/*
 * Connecting, within one deadline for all of it. TCP by "Happy Eyeballs" (RFC 8305): the families of the host's addresses
 * take turns, the next address is tried when one failed or said nothing for a quarter of a second, all go on side by
 * side, and the first that answers wins. What is in flight belongs to the race on the C stack and is given up when the
 * waiting ends for another reason. PHP's thread only; on_connected() runs inside the poll.
 */
#include "src/net/socket.h"

#include "src/base/error.h"
#include "src/net/tls.h"
#include "src/reactor/unix_socket.h"

/* "Connection Attempt Delay" of RFC 8305. */
#define ATTEMPT_DELAY_NS UINT64_C(250000000)

/* Until a listener whose backlog is full is asked again: it does not tell when there is room. */
#define BACKLOG_DELAY 0.01

typedef struct race race;

typedef struct attempt {
	race *in;
	evl_stream *stream; /* NULL: not begun, or failed */
	bool connected;
	bool failed; /* told, but not looked at */
} attempt;

struct race {
	evloop_waiter waiter;
	const evloop_addresses *addresses;
	const evloop_sockaddr *bind_to;
	uint32_t begun;   /* of the addresses */
	uint32_t running; /* of the attempts */
	uint64_t next_at; /* when the next one may begin beside the others */
	int status;       /* of the failure that says most */
	attempt attempts[EVL_ADDRESSES_MAX];
};

/* That an address is of no use here says less than that a host refused. */
static void note_failure(race *self, int status)
{
	bool says_little = status == UV_EAFNOSUPPORT || status == UV_ENETUNREACH || status == UV_EADDRNOTAVAIL;

	if (self->status == 0 || !says_little) {
		self->status = status;
	}
}

static void on_connected(evl_stream *stream, void *owner, int status)
{
	attempt *self = owner;

	self->connected = status == 0;
	self->failed = status != 0;
	if (status != 0) {
		note_failure(self->in, status);
	}
	evloop_waiter_wake(&stream->handle.loop->tick, &self->in->waiter);
}

/* Nothing is read or written before it is connected. */
static void on_nothing(evl_stream *stream, void *owner)
{
}

static const evl_stream_ops attempt_ops = {
	.readable = on_nothing,
	.drained = on_nothing,
	.connected = on_connected,
};

static void give_up(race *self, attempt *loser)
{
	if (loser->stream != NULL) {
		evl_stream_release(loser->stream);
		loser->stream = NULL;
		self->running--;
	}
}

static int begin_attempt(race *self, attempt *next, const evloop_sockaddr *address)
{
	const struct sockaddr *bind_to = self->bind_to->length > 0 ? &self->bind_to->any : NULL;
	int status;

	if (bind_to != NULL && bind_to->sa_family != address->any.sa_family) {
		return UV_EAFNOSUPPORT;
	}
	next->in = self;
	status =
		evl_stream_connect_tcp(&next->stream, &EVLOOP_G(runtime)->loop, &address->any, bind_to, &attempt_ops, next);
	if (status == 0) {
		next->stream->handle.flags |= EVL_HANDLE_FRAME;
		self->running++;
	}
	return status;
}

/* Begin as many as are due: one more if its time has come, and another one for each that failed. */
static void begin_due(race *self)
{
	while (self->begun < self->addresses->count && (self->running == 0 || evl_loop_now() >= self->next_at)) {
		int status = begin_attempt(self, &self->attempts[self->begun], &self->addresses->list[self->begun]);

		self->begun++;
		if (status != 0) {
			note_failure(self, status);
		} else {
			self->next_at = evl_loop_now() + ATTEMPT_DELAY_NS;
		}
	}
}

/* The one that is connected; those that failed are cleared away, and the next one may begin. */
static attempt *find_winner(race *self)
{
	for (uint32_t i = 0; i < self->begun; i++) {
		attempt *one = &self->attempts[i];

		if (one->stream != NULL && one->connected) {
			return one;
		}
		if (one->stream != NULL && one->failed) {
			give_up(self, one);
			self->next_at = 0;
		}
	}
	return NULL;
}

/* Seconds until something is due without anybody telling; negative: never. */
static double patience(const race *self, uint64_t deadline)
{
	uint64_t due = deadline;

	if (self->begun < self->addresses->count && (due == 0 || self->next_at < due)) {
		due = self->next_at;
	}
	return evloop_deadline_left(due);
}

/* EVLOOP_WAITED: *winner is connected, or NULL and all have failed. */
static evloop_waited run_race(race *self, uint64_t deadline, attempt **winner)
{
	for (;;) {
		evloop_waited waited;

		begin_due(self);
		if (self->running == 0) {
			*winner = NULL;
			return EVLOOP_WAITED;
		}
		waited = evloop_waiter_wait(&self->waiter, NULL, "connect", patience(self, deadline));
		if (waited == EVLOOP_WAITED_THROWN) {
			return waited;
		}
		*winner = find_winner(self);
		if (*winner != NULL) {
			return EVLOOP_WAITED;
		}
		if (deadline != 0 && evl_loop_now() >= deadline && self->running > 0) {
			return EVLOOP_WAITED_IN_VAIN;
		}
	}
}

/* The first family as the system prefers it, then the other, in turns. */
static void interleave(evloop_addresses *addresses)
{
	evloop_addresses sorted = {.count = 0};
	uint32_t next[2] = {0, 0};
	sa_family_t first = addresses->list[0].any.sa_family;

	for (uint32_t turn = 0; sorted.count < addresses->count; turn ^= 1) {
		uint32_t *at = &next[turn];

		while (*at < addresses->count && (addresses->list[*at].any.sa_family == first) == (turn == 1)) {
			++*at;
		}
		if (*at < addresses->count) {
			sorted.list[sorted.count++] = addresses->list[(*at)++];
		}
	}
	*addresses = sorted;
}

/* A stream, or NULL with an exception thrown unless *in_vain. */
static evl_stream *connect_tcp(const zend_string *uri, const evl_addr *addr, const evloop_connect_settings *settings,
	uint64_t deadline, bool *in_vain)
{
	evloop_addresses addresses;
	race self = {.addresses = &addresses, .bind_to = &settings->bind_to};
	attempt *winner = NULL;
	evl_stream *stream = NULL;
	evloop_waited waited;

	if (!evloop_resolve(&addresses, addr, "connect", uri, deadline, in_vain)) {
		return NULL;
	}
	interleave(&addresses);
	waited = run_race(&self, deadline, &winner);
	if (winner != NULL) {
		stream = winner->stream;
		winner->stream = NULL;
	}
	for (uint32_t i = 0; i < self.begun; i++) {
		give_up(&self, &self.attempts[i]);
	}
	*in_vain = waited == EVLOOP_WAITED_IN_VAIN;
	if (waited == EVLOOP_WAITED && stream == NULL) {
		evloop_uri_failed(uri, self.status, "connect");
	}
	return stream;
}

/* Nobody owns it yet; evloop_socket_attach() tells it another one. */
static int connect_path(evl_stream **stream, const evl_addr *addr)
{
	int fd = evl_unix_socket_connect((const struct sockaddr *) &addr->ip, addr->ip_length);
	int status = fd < 0 ? fd : evl_stream_open_pipe(stream, &EVLOOP_G(runtime)->loop, fd, &attempt_ops, stream);

	if (status == 0) {
		(*stream)->handle.flags |= EVL_HANDLE_FRAME; /* until a Socket has it */
	}
	return status;
}

/* A Unix socket connects at once or never, but for a full backlog. */
static evl_stream *connect_unix(const zend_string *uri, const evl_addr *addr, const evloop_connect_settings *settings,
	uint64_t deadline, bool *in_vain)
{
	evl_stream *stream = NULL;
	int status;

	if (evloop_scheduler_get() == NULL) {
		return NULL;
	}
	while ((status = settings->bind_to.length > 0 ? UV_EAFNOSUPPORT : connect_path(&stream, addr)) == UV_EAGAIN) {
		double left = evloop_deadline_left(deadline);
		evloop_waiter waiter = {.waiting = false};

		if (left == 0.0) {
			*in_vain = true;
			return NULL;
		}
		if (evloop_waiter_wait(&waiter, NULL, "connect", left < 0.0 ? BACKLOG_DELAY : MIN(left, BACKLOG_DELAY)) ==
			EVLOOP_WAITED_THROWN) {
			return NULL;
		}
	}
	if (status != 0) {
		evloop_uri_failed(uri, status, "connect");
		return NULL;
	}
	return stream;
}

static bool wants_tls(const evl_addr *addr, const evloop_connect_settings *settings)
{
	return addr->scheme == EVL_ADDR_TLS || settings->tls != NULL;
}

static bool secure(evloop_socket *socket, evloop_tls_context *context, const zend_string *uri)
{
	char *text;
	evloop_tls_call call = {.operation = "connect"};
	bool ok;

	spprintf(&text, 0, "connect %s", ZSTR_VAL(uri));
	call.text = text;
	ok = evloop_tls_start(&socket->stream, context, socket->host != NULL ? ZSTR_VAL(socket->host) : NULL, &call);
	efree(text);
	return ok;
}

evloop_socket *evloop_socket_connect(
	const zend_string *uri, const evl_addr *addr, const evloop_connect_settings *settings)
{
	uint64_t deadline = evloop_deadline(settings->timeout);
	bool in_vain = false;
	evloop_tls_context *context = NULL;
	evl_stream *stream;
	evloop_socket *socket;

	/* Whatever is wrong with the options is told before anything is sent. */
	if (wants_tls(addr, settings) && (context = evloop_tls_context_of(settings->tls, false)) == NULL) {
		return NULL;
	}
	socket = evloop_socket_new(); /* first, or a stream would be nobody's if PHP ran out of memory here */
	stream = (addr->scheme == EVL_ADDR_UNIX ? connect_unix : connect_tcp)(uri, addr, settings, deadline, &in_vain);

	if (stream == NULL) {
		OBJ_RELEASE(&socket->stream.std);
		if (in_vain) {
			evloop_uri_timed_out(uri, settings->timeout);
		}
		return NULL;
	}
	evloop_socket_attach(socket, stream, &settings->socket);
	if (addr->scheme != EVL_ADDR_UNIX) {
		socket->host = zend_string_init(addr->host, strlen(addr->host), 0);
	}
	if (context != NULL && !secure(socket, context, uri)) {
		OBJ_RELEASE(&socket->stream.std);
		socket = NULL;
	}
	return socket;
}
