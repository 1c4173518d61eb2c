/* SPDX-License-Identifier: MIT */
/*
 * tls_choice.c: see tls_choice.h. A connection gets the certificate itself and not another SSL_CTX, so that all that is
 * set up once (trust, tickets, versions) holds for every name.
 */
#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_choice.h"

#include "src/core/mem.h"

#include <string.h>
#include <strings.h>
#include <uv.h>

void evl_tls_identity_free(evl_tls_identity *self)
{
	X509_free(self->certificate);
	EVP_PKEY_free(self->key);
	sk_X509_pop_free(self->chain, X509_free);
	*self = (evl_tls_identity){.certificate = NULL};
}

void evl_tls_names_free(evl_tls_name *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		evl_free(names[i].pattern);
		evl_tls_identity_free(&names[i].identity);
	}
	evl_free(names);
}

void evl_tls_choice_free(evl_tls_choice *self)
{
	evl_tls_names_free(self->names, self->count);
	evl_free(self->alpn);
}

int evl_tls_choice_add(evl_tls_choice *self, const char *pattern, const evl_tls_identity *identity)
{
	size_t size = strlen(pattern) + 1;
	evl_tls_name *names = evl_realloc(self->names, (self->count + 1) * sizeof(*names));
	evl_tls_name *name;

	if (names == NULL) {
		return UV_ENOMEM;
	}
	self->names = names;
	name = &names[self->count++];
	*name = (evl_tls_name){.pattern = evl_malloc(size)};
	if (identity->chain != NULL) {
		name->identity.chain = X509_chain_up_ref(identity->chain);
	}
	if (name->pattern == NULL || (identity->chain != NULL && name->identity.chain == NULL)) {
		return UV_ENOMEM;
	}
	memcpy(name->pattern, pattern, size);
	X509_up_ref(identity->certificate);
	name->identity.certificate = identity->certificate;
	EVP_PKEY_up_ref(identity->key);
	name->identity.key = identity->key;
	return 0;
}

bool evl_tls_name_matches(const char *pattern, const char *name)
{
	const char *star = strchr(pattern, '*');
	size_t length = strlen(name);
	size_t before;
	size_t after;

	if (strcasecmp(pattern, name) == 0) {
		return true;
	}
	if (star == NULL || memchr(pattern, '.', (size_t) (star - pattern)) != NULL) {
		return false;
	}
	before = (size_t) (star - pattern);
	after = strlen(star + 1);
	return before + after <= length && strncasecmp(pattern, name, before) == 0 &&
		   strcasecmp(star + 1, name + length - after) == 0 &&
		   memchr(name + before, '.', length - after - before) == NULL;
}

static const evl_tls_identity *find(const evl_tls_choice *self, const char *name)
{
	for (size_t i = 0; i < self->count; i++) {
		if (evl_tls_name_matches(self->names[i].pattern, name)) {
			return &self->names[i].identity;
		}
	}
	return NULL;
}

/* Also called when the client names nobody. */
static int on_name(SSL *ssl, int *alert, void *argument)
{
	const evl_tls_choice *self = argument;
	const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	const evl_tls_identity *identity = name != NULL ? find(self, name) : NULL;

	if (identity == NULL) {
		*alert = SSL_AD_UNRECOGNIZED_NAME;
		return self->has_default ? SSL_TLSEXT_ERR_NOACK : SSL_TLSEXT_ERR_ALERT_FATAL;
	}
	/* Else one of another kind of key would stay beside it, and could be taken. */
	SSL_certs_clear(ssl);
	if (SSL_use_cert_and_key(ssl, identity->certificate, identity->key, identity->chain, 1) != 1) {
		*alert = SSL_AD_INTERNAL_ERROR;
		return SSL_TLSEXT_ERR_ALERT_FATAL;
	}
	return SSL_TLSEXT_ERR_OK;
}

static int on_protocols(SSL *ssl, const unsigned char **chosen, unsigned char *length, const unsigned char *offered,
	unsigned int offered_length, void *argument)
{
	const evl_tls_choice *self = argument;
	unsigned char *found;

	if (self->alpn == NULL) {
		return SSL_TLSEXT_ERR_NOACK;
	}
	if (SSL_select_next_proto(&found, length, self->alpn, self->alpn_length, offered, offered_length) !=
		OPENSSL_NPN_NEGOTIATED) {
		return SSL_TLSEXT_ERR_ALERT_FATAL;
	}
	*chosen = found;
	return SSL_TLSEXT_ERR_OK;
}

void evl_tls_choice_install(evl_tls_choice *self, SSL_CTX *ctx)
{
	SSL_CTX_set_tlsext_servername_callback(ctx, on_name);
	SSL_CTX_set_tlsext_servername_arg(ctx, self);
	SSL_CTX_set_alpn_select_cb(ctx, on_protocols, self);
}

#endif
