/* SPDX-License-Identifier: MIT */
/*
 * Where the connections of a TLS server shake hands, side by side: a slow one holds nobody, and only those that are done
 * are let in. Each has the handshake timeout; what fails is told one by one. No more are taken from the listener while
 * LOBBY_DONE wait to be taken in. PHP's thread only; what comes from the reactor pushes the lobby's ready item.
 */
#ifndef EVLOOP_NET_TLS_LOBBY_H
#define EVLOOP_NET_TLS_LOBBY_H

#include "src/net/gate.h"
#include "src/net/options.h"
#include "src/net/tls_context.h"
#include "src/reactor/stream.h"

typedef struct evloop_tls_lobby evloop_tls_lobby;

/* Something changed: somebody may be let in, or failed. From inside the poll, or from the ready item. */
typedef void (*evloop_tls_lobby_fn)(void *owner);

/* The gate may be NULL, and is the owner's. */
evloop_tls_lobby *evloop_tls_lobby_new(evl_listener *listener, evloop_tls_context *context, evloop_gate *gate,
	double timeout, evloop_tls_lobby_fn changed, void *owner);
/* With the listener: all that are in it are cut. */
void evloop_tls_lobby_free(evloop_tls_lobby *self);

/* Connections wait in the listener, or there is room for them again. */
void evloop_tls_lobby_poke(evloop_tls_lobby *self);

/* How many are done. */
uint32_t evloop_tls_lobby_count(const evloop_tls_lobby *self);
/* The first of those; with it the caller takes over its place at the gate. */
evl_stream *evloop_tls_lobby_take(evloop_tls_lobby *self);

/* A TlsException or TimeoutException for the first that failed; NULL: none did. */
zend_object *evloop_tls_lobby_failure(evloop_tls_lobby *self);
bool evloop_tls_lobby_has_failure(const evloop_tls_lobby *self);
/* Failures are kept for somebody, or forgotten at once. */
void evloop_tls_lobby_keep_failures(evloop_tls_lobby *self, bool keep);

/* Handshakes keep the loop alive, or not. */
void evloop_tls_lobby_reference(evloop_tls_lobby *self, bool referenced);

#endif
