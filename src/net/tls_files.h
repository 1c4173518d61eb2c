/* SPDX-License-Identifier: MIT */
/*
 * Certificates and keys from files in PEM. Whatever is wrong with one is an exception that says which option, which file and
 * why. PHP's thread only; it reads files, and waits for the disk.
 */
#ifndef EVLOOP_NET_TLS_FILES_H
#define EVLOOP_NET_TLS_FILES_H

#include "php.h"

#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_choice.h"

/* What one of OpenSSL's last errors means; never NULL. */
const char *evloop_tls_reason(void);

/* Of an identity. The options are named in messages. */
typedef struct evloop_tls_source {
	const char *cert_option;
	const zend_string *cert;
	const char *key_option;
	const zend_string *key;        /* NULL: in the same file */
	const zend_string *passphrase; /* NULL: none */
} evloop_tls_source;

/*
 * Our certificate, those between it and the root, and the key. What was loaded is in `identity` in any case. False with a
 * TlsException thrown.
 */
bool evloop_tls_identity_load(evl_tls_identity *identity, const evloop_tls_source *source);

/* The certificates of a file into the store, and their subjects behind *subjects unless that is NULL. */
bool evloop_tls_trust_file(X509_STORE *store, const char *option, const char *path, STACK_OF(X509_NAME) * *subjects);
/* What is in the directory is looked for when it is needed. */
bool evloop_tls_trust_directory(X509_STORE *store, const char *option, const char *path);

#endif
#endif
