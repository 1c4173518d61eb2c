/* SPDX-License-Identifier: MIT */
/*
 * What a server chooses by the client's first message: the certificate, by the name that the client asks for (SNI), and the
 * protocol inside (ALPN). It holds references to certificates and keys. PHP's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_CHOICE_H
#define EVLOOP_REACTOR_TLS_CHOICE_H

#ifdef EVLOOP_OPENSSL

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

/* A certificate, its key, and the certificates between it and the root. */
typedef struct evl_tls_identity {
	X509 *certificate; /* NULL: none */
	EVP_PKEY *key;
	STACK_OF(X509) * chain;
} evl_tls_identity;

typedef struct evl_tls_name {
	char *pattern; /* "example.com", "*.example.com" */
	evl_tls_identity identity;
} evl_tls_name;

typedef struct evl_tls_choice {
	evl_tls_name *names; /* asked in this order */
	size_t count;
	bool has_default;    /* the context has a certificate for other names, and for who names none */
	unsigned char *alpn; /* as on the wire, the best first; NULL: the extension is not looked at */
	unsigned int alpn_length;
} evl_tls_choice;

void evl_tls_identity_free(evl_tls_identity *self);

/* Also of the parts that are not set. */
void evl_tls_names_free(evl_tls_name *names, size_t count);

/* Its callbacks into the context whose part it is. */
void evl_tls_choice_install(evl_tls_choice *self, SSL_CTX *ctx);
void evl_tls_choice_free(evl_tls_choice *self);

/* Adds a name; the identity's references are counted up. 0 or UV_ENOMEM. */
int evl_tls_choice_add(evl_tls_choice *self, const char *pattern, const evl_tls_identity *identity);

/* As PHP's own streams match them: a "*" in the first label stands for any characters but dots. */
bool evl_tls_name_matches(const char *pattern, const char *name);

#endif
#endif
