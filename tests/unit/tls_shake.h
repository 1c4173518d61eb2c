/* SPDX-License-Identifier: MIT */
/* Certificates as a test wants them, and handshakes between two SSLs in memory. */
#ifndef EVLOOP_TESTS_UNIT_TLS_SHAKE_H
#define EVLOOP_TESTS_UNIT_TLS_SHAKE_H

#include "src/reactor/tls_context.h"
#include "src/reactor/tls_verify.h"

/* Whom it is for ("DNS:a.example,IP:127.0.0.1"; NULL: nobody), seconds from now to its end, whether it may sign. */
evl_tls_identity tls_make_identity(const char *names, long end, bool ca, const evl_tls_identity *issuer);

typedef struct tls_shake {
	evl_tls_context *server;
	evl_tls_context *client;
	X509_STORE *trust;
} tls_shake;

/* A server with that certificate, and a client that trusts `root` and verifies all. */
void tls_shake_init(tls_shake *self, const evl_tls_identity *identity, const evl_tls_identity *root);
void tls_shake_free(tls_shake *self);

/* Two ends that are connected; the SSLs are the caller's. */
void tls_shake_open(tls_shake *self, const char *host, SSL **server, SSL **client);
/* One handshake, and the tickets after it. True when both ends are content. */
bool tls_shake_run(SSL *server, SSL *client);

/* Both. */
bool tls_shake_hands(tls_shake *self, const char *host, SSL **server, SSL **client);

/* The same, and both are freed: "" or why the client refused. Valid until the next call. */
const char *tls_shake_refusal(tls_shake *self, const char *host);

#endif
