/* SPDX-License-Identifier: MIT */
/*
 * tls_context.c: see tls_context.h. The indexes under which OpenSSL keeps our data are the only thing of the process that
 * is taken, once, and given back.
 */
#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_context.h"

#include "src/core/mem.h"
#include "src/reactor/tls_verify.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <uv.h>

/* RFC 1035; with brackets and a zone an address is shorter. */
#define HOST_MAX 253

static int context_index = -1;
static int peer_index = -1;

static void free_context(void *parent, void *data, CRYPTO_EX_DATA *all, int index, long number, void *argument)
{
	evl_tls_context *self = data;

	if (self != NULL) {
		evl_tls_sessions_free(&self->sessions);
		evl_tls_tickets_free(&self->tickets);
		evl_tls_choice_free(&self->choice);
		evl_free(self->peer_name);
		evl_free(self);
	}
}

static void free_peer(void *parent, void *data, CRYPTO_EX_DATA *all, int index, long number, void *argument)
{
	evl_tls_peer *self = data;

	if (self != NULL) {
		evl_free(self->refusal);
		evl_free(self->name);
		evl_free(self);
	}
}

int evl_tls_context_init(void)
{
	context_index = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, free_context);
	peer_index = SSL_get_ex_new_index(0, NULL, NULL, NULL, free_peer);
	return context_index < 0 || peer_index < 0 ? UV_ENOMEM : 0;
}

void evl_tls_context_exit(void)
{
	/* Else OpenSSL would call functions of ours for contexts of others, after we are unloaded. */
	CRYPTO_free_ex_index(CRYPTO_EX_INDEX_SSL_CTX, context_index);
	CRYPTO_free_ex_index(CRYPTO_EX_INDEX_SSL, peer_index);
	context_index = -1;
	peer_index = -1;
}

evl_tls_context *evl_tls_context_of(const SSL *ssl)
{
	return SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), context_index);
}

evl_tls_peer *evl_tls_peer_of(const SSL *ssl)
{
	return SSL_get_ex_data(ssl, peer_index);
}

static int on_session(SSL *ssl, SSL_SESSION *session)
{
	const evl_tls_peer *peer = evl_tls_peer_of(ssl);

	return peer != NULL && evl_tls_sessions_add(&evl_tls_context_of(ssl)->sessions, peer->host, session);
}

static int configure(evl_tls_context *self)
{
	SSL_CTX *ctx = self->ssl_ctx;

	/* The system may ask for more. */
	if (SSL_CTX_get_min_proto_version(ctx) < TLS1_2_VERSION &&
		SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION) != 1) {
		return UV_ENOMEM;
	}
	SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
	SSL_CTX_set_mode(
		ctx, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	if (!self->server) {
		SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
		SSL_CTX_sess_set_new_cb(ctx, on_session);
		return 0;
	}
	/* A server remembers nothing: tickets hold what it has to know. */
	SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_options(ctx, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
	if (SSL_CTX_set_session_id_context(ctx, (const unsigned char *) "evloop", 6) != 1) {
		return UV_ENOMEM;
	}
	evl_tls_choice_install(&self->choice, ctx);
	return evl_tls_tickets_init(&self->tickets, ctx);
}

evl_tls_context *evl_tls_context_new(bool server)
{
	evl_tls_context *self = evl_calloc(1, sizeof(*self));
	SSL_CTX *ctx = SSL_CTX_new(server ? TLS_server_method() : TLS_client_method());

	if (self != NULL) {
		evl_tls_sessions_init(&self->sessions);
	}
	if (self == NULL || ctx == NULL || SSL_CTX_set_ex_data(ctx, context_index, self) != 1) {
		SSL_CTX_free(ctx);
		evl_free(self);
		return NULL;
	}
	self->ssl_ctx = ctx;
	self->server = server;
	if (configure(self) != 0) {
		SSL_CTX_free(ctx);
		return NULL;
	}
	return self;
}

evl_tls_context *evl_tls_context_ref(evl_tls_context *self)
{
	SSL_CTX_up_ref(self->ssl_ctx);
	return self;
}

void evl_tls_context_unref(evl_tls_context *self)
{
	SSL_CTX_free(self->ssl_ctx);
}

void evl_tls_context_verify(evl_tls_context *self, X509_STORE *trust)
{
	int mode = SSL_VERIFY_NONE;

	if (self->verify_peer || self->verify_name) {
		mode = self->server ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_PEER;
	}
	SSL_CTX_set_verify(self->ssl_ctx, mode, evl_tls_verify);
	SSL_CTX_set_verify_depth(self->ssl_ctx, self->verify_depth);
	if (trust != NULL) {
		SSL_CTX_set1_cert_store(self->ssl_ctx, trust);
	}
}

/* Without the brackets and the zone of an address, and the dot behind a name. False: it can be no name. */
static bool plain_host(char plain[HOST_MAX + 1], const char *host, bool *is_ip)
{
	unsigned char address[16];
	size_t length = strlen(host);
	const char *zone;

	if (length > 2 && host[0] == '[' && host[length - 1] == ']') {
		host++;
		length -= 2;
	}
	zone = memchr(host, '%', length);
	if (zone != NULL) {
		length = (size_t) (zone - host);
	} else if (length > 1 && host[length - 1] == '.') {
		length--;
	}
	/* OpenSSL takes a dot in front for "any name below". */
	if (length == 0 || length > HOST_MAX || host[0] == '.') {
		return false;
	}
	memcpy(plain, host, length);
	plain[length] = '\0';
	*is_ip = inet_pton(AF_INET, plain, address) == 1 || inet_pton(AF_INET6, plain, address) == 1;
	return true;
}

static evl_tls_peer *peer_new(const char *host)
{
	size_t size = host != NULL ? strlen(host) + 1 : 1;
	evl_tls_peer *peer = evl_calloc(1, sizeof(*peer) + size);

	if (peer != NULL && host != NULL) {
		memcpy(peer->host, host, size);
	}
	return peer;
}

/* Whom the certificate has to name: in its subjectAltName only, with a whole label as wildcard or none. */
static int expect(SSL *ssl, evl_tls_peer *peer, const char *name, bool is_ip)
{
	X509_VERIFY_PARAM *param = SSL_get0_param(ssl);
	int set;

	peer->name = evl_malloc(strlen(name) + 1);
	if (peer->name == NULL) {
		return UV_ENOMEM;
	}
	memcpy(peer->name, name, strlen(name) + 1);
	X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
	set = is_ip ? X509_VERIFY_PARAM_set1_ip_asc(param, name) : X509_VERIFY_PARAM_set1_host(param, name, 0);
	return set == 1 ? 0 : UV_ENOMEM;
}

/* The names and the session of a new connection. */
static int prepare(evl_tls_context *self, SSL *ssl, evl_tls_peer *peer, const char *host)
{
	const char *wanted = self->peer_name != NULL ? self->peer_name : host;
	char name[HOST_MAX + 1];
	bool is_ip = false;
	bool known = wanted != NULL && plain_host(name, wanted, &is_ip);

	if (self->verify_name) {
		int status = known ? expect(ssl, peer, name, is_ip) : UV_EINVAL;

		if (status != 0) {
			return status;
		}
	}
	if (self->server) {
		SSL_set_accept_state(ssl);
		return evl_tls_tickets_refresh(&self->tickets, self->ssl_ctx);
	}
	SSL_set_connect_state(ssl);
	if (known && !is_ip && SSL_set_tlsext_host_name(ssl, name) != 1) {
		return UV_EINVAL;
	}
	evl_tls_sessions_resume(&self->sessions, peer->host, ssl);
	return 0;
}

int evl_tls_context_open(SSL **opened, evl_tls_context *self, const char *host)
{
	SSL *ssl = SSL_new(self->ssl_ctx);
	evl_tls_peer *peer = peer_new(host);
	int status;

	*opened = NULL;
	if (ssl == NULL || peer == NULL || SSL_set_ex_data(ssl, peer_index, peer) != 1) {
		SSL_free(ssl);
		evl_free(peer);
		return UV_ENOMEM;
	}
	status = prepare(self, ssl, peer, host);
	if (status != 0) {
		SSL_free(ssl);
		return status;
	}
	*opened = ssl;
	return 0;
}

#endif
