/* SPDX-License-Identifier: MIT */
/*
 * What the raw programs of TLS share: plain blocking OpenSSL on sockets, TLS 1.3 and AES-128-GCM, one connection at a time. The
 * modes: "send" (the server sends bulk until the client goes), "take" (the server takes what the client sends), "full" and
 * "resumed" (handshakes, each with one byte of data, which for the tickets is sent back).
 */
#ifndef EVLOOP_BENCH_TLS_H
#define EVLOOP_BENCH_TLS_H

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* As much as our server writes and reads at once. */
#define BENCH_PIECE 65536

static inline void fail(const char *what)
{
	fprintf(stderr, "%s failed\n", what);
	ERR_print_errors_fp(stderr);
	exit(1);
}

static inline void check(int ok, const char *what)
{
	if (!ok) {
		fail(what);
	}
}

static inline SSL_CTX *bench_context(const SSL_METHOD *method)
{
	SSL_CTX *context = SSL_CTX_new(method);

	check(context != NULL && SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1 &&
			  SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256") == 1,
		"context");
	return context;
}

#endif
