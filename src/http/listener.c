/* SPDX-License-Identifier: MIT */
/*
 * listener.c: see listener.h. What is accepted in advance is open as well, so the limits bound the queue of the
 * reactor's listener, too.
 */
#include "src/http/listener.h"

#include "src/base/error.h"
#include "src/base/runtime.h"
#include "src/http/connection.h"
#include "src/http/server.h"

static void listener_wake(evloop_http_listener *self)
{
	if (!evl_ready_is_queued(&self->ready)) {
		evl_tick_push(&EVLOOP_G(runtime)->loop.tick, &self->ready);
	}
}

static void on_connection(evl_listener *listener, void *owner)
{
	listener_wake(owner);
}

static const evl_listener_ops listener_ops = {.connection = on_connection};

static uint64_t listener_room(const evloop_http_listener *self)
{
	const evloop_http_server *server = self->server;
	uint64_t of_server = server->options.max_connections > server->connection_count
							 ? server->options.max_connections - server->connection_count
							 : 0;

	return MIN(of_server, self->max - self->open);
}

/* Turn what was accepted into connections. */
static void listener_run(evl_ready *ready)
{
	evloop_http_listener *self = EVL_CONTAINER_OF(ready, evloop_http_listener, ready);
	evloop_http_server *server = self->server;
	int fd;

	/* A connection that fails at once might be the server's last reference. */
	GC_ADDREF(&server->std);

	while (listener_room(self) > 0 && (fd = evl_listener_take(self->listener)) >= 0) {
		self->open++;
		evloop_http_connection_open(self, fd);
	}

	evloop_http_listeners_adjust(server);
	OBJ_RELEASE(&server->std);
}

void evloop_http_listeners_adjust(evloop_http_server *server)
{
	for (evl_list *node = server->listeners.next; node != &server->listeners; node = node->next) {
		evloop_http_listener *self = EVL_CONTAINER_OF(node, evloop_http_listener, link);
		uint64_t room;

		if (self->max == UINT32_MAX && server->options.max_connections == UINT64_MAX) {
			continue;
		}

		room = listener_room(self);
		evl_listener_limit(self->listener, (size_t) MIN(room, EVL_ACCEPT_QUEUE));

		if (room > 0 && self->listener->count > 0) {
			listener_wake(self);
		}
	}
}

static void listener_free(evloop_http_listener *self)
{
	if (self->tls != NULL) {
		evloop_tls_context_release(self->tls);
	}

	zend_string_release(self->address);
	efree(self);
}

void evloop_http_listener_close(evloop_http_listener *self)
{
	evl_list_remove(&self->link);
	evloop_runtime_unqueue(&self->ready);
	evl_listener_close(self->listener);
	evl_listener_release(self->listener);
	self->listener = NULL;

	if (self->open == 0) {
		listener_free(self);
	}
}

void evloop_http_listener_leave(evloop_http_listener *self)
{
	self->open--;

	if (self->open == 0 && self->listener == NULL) {
		listener_free(self);
	}
}

static zend_string *bound_address(const evl_listener *listener, const evloop_sockaddr *wanted)
{
	struct sockaddr_storage bound;
	int length = sizeof(bound);

	if (evl_listener_address(listener, &bound, &length) != 0) {
		return evloop_sockaddr_text(&wanted->any, wanted->length);
	}

	return evloop_sockaddr_text((const struct sockaddr *) &bound, length);
}

bool evloop_http_listener_open(evloop_http_server *server, const evloop_sockaddr *address, const zend_string *uri,
	const evloop_listen_settings *settings, evloop_tls_context *tls)
{
	evloop_http_listener *self = ecalloc(1, sizeof(*self));
	int status = evl_listener_open(&self->listener, &EVLOOP_G(runtime)->loop, &address->any, address->length,
		&settings->listener, &listener_ops, self);

	if (status != 0) {
		efree(self);
		evloop_uri_failed(uri, status, "listen on");
		return false;
	}

	self->server = server;
	self->address = bound_address(self->listener, address);
	self->max = settings->max_connections;
	self->tls = tls != NULL ? evloop_tls_context_ref(tls) : NULL;
	/* A whole head, or a whole trailer section, must fit: both are parsed in one piece. */
	self->in_high = MAX(settings->socket.stream.read_buffer, server->options.head.head);
	self->in_high = MAX(self->in_high, (size_t) server->options.max_trailers + 2);
	self->out_high = settings->socket.stream.high_water;
	self->no_delay = settings->socket.no_delay;
	self->ready.run = listener_run;
	self->ready.priority = EVL_PRIORITY_NORMAL;
	evl_list_append(&server->listeners, &self->link);
	evloop_http_listeners_adjust(server);
	return true;
}
