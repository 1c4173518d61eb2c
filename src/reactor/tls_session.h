/* SPDX-License-Identifier: MIT */
/*
 * Taking up sessions again. A client keeps what servers gave it, a few for each host and a bounded number in all. A server
 * keeps nothing but the key of its tickets; processes that were forked from one share it, and each goes on to the next key
 * by the clock, by a one-way step, so that what was recorded cannot be read with a later key. PHP's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_SESSION_H
#define EVLOOP_REACTOR_TLS_SESSION_H

#ifdef EVLOOP_OPENSSL

#include "src/core/list.h"

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdint.h>

/* Kept by a client: in all, and of one host. */
#define EVL_TLS_SESSIONS_MAX      128
#define EVL_TLS_SESSIONS_PER_HOST 4

/* Seconds for which a ticket key is used. */
#define EVL_TLS_TICKET_PERIOD (8 * 3600)

typedef struct evl_tls_sessions {
	evl_list list; /* the newest first */
	uint32_t count;
} evl_tls_sessions;

typedef struct evl_tls_tickets {
	unsigned char secret[32];
	uint64_t period; /* the number of that in which the secret is good */
} evl_tls_tickets;

void evl_tls_sessions_init(evl_tls_sessions *self);
void evl_tls_sessions_free(evl_tls_sessions *self);

/* Takes over the reference when true. */
bool evl_tls_sessions_add(evl_tls_sessions *self, const char *host, SSL_SESSION *session);

/* The newest that is still good is set in the SSL, if there is one. One of TLS 1.3 is given away only once. */
void evl_tls_sessions_resume(evl_tls_sessions *self, const char *host, SSL *ssl);

/* A random key. 0 or UV_EIO. */
int evl_tls_tickets_init(evl_tls_tickets *self, SSL_CTX *ctx);
/* The key of now. */
int evl_tls_tickets_refresh(evl_tls_tickets *self, SSL_CTX *ctx);
/* The key of a later period, or none for one that has passed. */
int evl_tls_tickets_advance(evl_tls_tickets *self, SSL_CTX *ctx, uint64_t period);
void evl_tls_tickets_free(evl_tls_tickets *self);

#endif
#endif
