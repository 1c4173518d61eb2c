/* SPDX-License-Identifier: MIT */
/*
 * tls_session.c: see tls_session.h. The list is walked: 128 comparisons cost nothing beside a handshake.
 */
#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_session.h"

#include "src/core/mem.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>
#include <time.h>
#include <uv.h>

typedef struct kept {
	evl_list link;
	SSL_SESSION *session;
	char host[];
} kept;

static kept *kept_of(evl_list *link)
{
	return EVL_CONTAINER_OF(link, kept, link);
}

static void drop(evl_tls_sessions *self, kept *one)
{
	evl_list_remove(&one->link);
	self->count--;
	SSL_SESSION_free(one->session);
	evl_free(one);
}

void evl_tls_sessions_init(evl_tls_sessions *self)
{
	evl_list_init(&self->list);
	self->count = 0;
}

void evl_tls_sessions_free(evl_tls_sessions *self)
{
	while (self->count > 0) {
		drop(self, kept_of(self->list.next));
	}
}

/* Room for one more: the oldest of the host goes when it has many, else the oldest of all. */
static void make_room(evl_tls_sessions *self, const char *host)
{
	uint32_t of_host = 0;
	kept *oldest = NULL;

	for (evl_list *link = self->list.next; link != &self->list; link = link->next) {
		if (strcmp(kept_of(link)->host, host) == 0) {
			oldest = kept_of(link);
			of_host++;
		}
	}
	if (of_host >= EVL_TLS_SESSIONS_PER_HOST) {
		drop(self, oldest);
	} else if (self->count >= EVL_TLS_SESSIONS_MAX) {
		drop(self, kept_of(self->list.prev));
	}
}

bool evl_tls_sessions_add(evl_tls_sessions *self, const char *host, SSL_SESSION *session)
{
	size_t size = strlen(host) + 1;
	kept *one = evl_malloc(sizeof(*one) + size);

	if (one == NULL) {
		return false;
	}
	make_room(self, host);
	one->session = session;
	memcpy(one->host, host, size);
	evl_list_prepend(&self->list, &one->link);
	self->count++;
	return true;
}

static bool is_good(const SSL_SESSION *session)
{
	int64_t age = (int64_t) time(NULL) - (int64_t) SSL_SESSION_get_time(session);

	return SSL_SESSION_is_resumable(session) && age >= 0 && age < (int64_t) SSL_SESSION_get_timeout(session);
}

static kept *find_good(evl_tls_sessions *self, const char *host)
{
	evl_list *link = self->list.next;

	while (link != &self->list) {
		kept *one = kept_of(link);

		link = link->next;
		if (strcmp(one->host, host) == 0) {
			if (is_good(one->session)) {
				return one;
			}
			drop(self, one);
		}
	}
	return NULL;
}

void evl_tls_sessions_resume(evl_tls_sessions *self, const char *host, SSL *ssl)
{
	kept *one = find_good(self, host);

	if (one == NULL) {
		return;
	}
	/* Fails without memory: then the handshake is a full one. */
	(void) SSL_set_session(ssl, one->session);
	if (SSL_SESSION_get_protocol_version(one->session) >= TLS1_3_VERSION) {
		drop(self, one);
	}
}

/* SHA-512 of the secret and a purpose: out of it nobody gets the secret back. */
static bool derive(const evl_tls_tickets *self, unsigned char purpose, unsigned char digest[64])
{
	unsigned char input[sizeof(self->secret) + 1];
	bool done;

	memcpy(input, self->secret, sizeof(self->secret));
	input[sizeof(self->secret)] = purpose;
	done = EVP_Digest(input, sizeof(input), digest, NULL, EVP_sha512(), NULL) == 1;
	OPENSSL_cleanse(input, sizeof(input));
	return done;
}

/* OpenSSL wants the key's name, and the keys for the MAC and the encryption, in one piece: 80 bytes. */
static int set_keys(const evl_tls_tickets *self, SSL_CTX *ctx)
{
	unsigned char keys[128];
	long length = SSL_CTX_get_tlsext_ticket_keys(ctx, NULL, 0);
	int status = UV_EIO;

	if (length > 0 && length <= (long) sizeof(keys) && derive(self, 1, keys) && derive(self, 2, keys + 64) &&
		SSL_CTX_set_tlsext_ticket_keys(ctx, keys, length) == 1) {
		status = 0;
	}
	OPENSSL_cleanse(keys, sizeof(keys));
	return status;
}

static uint64_t period_of_now(void)
{
	return (uint64_t) time(NULL) / EVL_TLS_TICKET_PERIOD;
}

int evl_tls_tickets_init(evl_tls_tickets *self, SSL_CTX *ctx)
{
	self->period = period_of_now();
	return RAND_bytes(self->secret, sizeof(self->secret)) == 1 ? set_keys(self, ctx) : UV_EIO;
}

int evl_tls_tickets_advance(evl_tls_tickets *self, SSL_CTX *ctx, uint64_t period)
{
	unsigned char digest[64];

	if (period <= self->period) {
		return 0;
	}
	for (; self->period < period; self->period++) {
		if (!derive(self, 3, digest)) {
			return UV_EIO;
		}
		memcpy(self->secret, digest, sizeof(self->secret));
	}
	OPENSSL_cleanse(digest, sizeof(digest));
	return set_keys(self, ctx);
}

int evl_tls_tickets_refresh(evl_tls_tickets *self, SSL_CTX *ctx)
{
	return evl_tls_tickets_advance(self, ctx, period_of_now());
}

void evl_tls_tickets_free(evl_tls_tickets *self)
{
	OPENSSL_cleanse(self->secret, sizeof(self->secret));
}

#endif
