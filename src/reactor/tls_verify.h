/* SPDX-License-Identifier: MIT */
/*
 * What is thought of the peer's certificates, beyond what OpenSSL thinks, and a sentence for each refusal: it is kept with
 * the connection. PHP's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_VERIFY_H
#define EVLOOP_REACTOR_TLS_VERIFY_H

#ifdef EVLOOP_OPENSSL

#include <openssl/ssl.h>

/* The callback of SSL_CTX_set_verify(). */
int evl_tls_verify(int good, X509_STORE_CTX *store);

/*
 * Why the peer's certificate was refused: "certificate has expired (CN=example.com)", "the certificate is for
 * "a.example", not for "b.example""; NULL when it was not. Valid until the SSL is freed.
 */
const char *evl_tls_refusal(const SSL *ssl);

#endif
#endif
