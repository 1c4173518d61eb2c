/* SPDX-License-Identifier: MIT */
/*
 * TlsOptions::$ciphers: one list for the suites of TLS 1.2 and those of TLS 1.3, which OpenSSL keeps apart. PHP's thread
 * only.
 */
#ifndef EVLOOP_NET_TLS_CIPHERS_H
#define EVLOOP_NET_TLS_CIPHERS_H

#include "php.h"

#ifdef EVLOOP_OPENSSL

#include <openssl/ssl.h>

/* False when OpenSSL does not take it: then *unknown is the part that it does not know, a new string. */
bool evloop_tls_ciphers_set(SSL_CTX *ctx, const zend_string *ciphers, zend_string **unknown);

#endif
#endif
