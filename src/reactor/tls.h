/* SPDX-License-Identifier: MIT */
/*
 * TLS as a filter inside an evl_stream: `in` holds what was decrypted, `out` what is still to be encrypted, and all else
 * about the stream stays as it is. The handshake and all records are worked on inside the poll, the flush and the calls
 * that write; no memory BIO lies between (see tls_bio.c). Ciphertext that finds `in` full is kept, at most one read of
 * it, and nothing more is read until the owner has consumed.
 *
 * Besides UV_E* the statuses of such a stream may be the two below; evl_stream_tls_reason() says more. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_H
#define EVLOOP_REACTOR_TLS_H

#include "src/reactor/stream.h"

/* Below all of libuv's: they say nothing to uv_strerror(). */
#define EVL_TLS_FAILED    (-20001) /* the handshake was refused, or what came is no valid record */
#define EVL_TLS_TRUNCATED (-20002) /* the connection ended without the peer's close_notify */

static inline bool evl_tls_is_status(int status)
{
	return status == EVL_TLS_FAILED || status == EVL_TLS_TRUNCATED;
}

typedef struct evl_tls_options {
	bool server;
	/* Answered in plain to who speaks HTTP without TLS; a literal, may be NULL. */
	const char *plain_answer;
} evl_tls_options;

struct ssl_st;

/* Once a process, before the first loop. 0 or UV_ENOMEM; UV_ENOTSUP in a build without OpenSSL. */
int evl_tls_startup(void);
void evl_tls_shutdown(void);

/*
 * Begin the handshake on a connected stream; what is written from now on waits for it. The SSL, which has no BIO yet, is
 * taken over, also on failure. ops->secured tells the end, with 0 or a negative status that is in both statuses, too.
 *
 * UV_ECANCELED: it is closed. UV_EALREADY: it has TLS. UV_EBUSY: plain output is on its way. UV_EPROTO: plain input is
 * buffered, which somebody may have slipped in. UV_EPIPE: it was ended. UV_ENOTSUP, UV_ENOMEM, or its status.
 */
int evl_stream_start_tls(evl_stream *stream, struct ssl_st *ssl, const evl_tls_options *options);

/* NULL: a plain one, or it is closed. */
struct ssl_st *evl_stream_ssl(const evl_stream *stream);

/* The handshake is done, whatever came after it. */
bool evl_stream_is_secured(const evl_stream *stream);

/* Why it failed, for EVL_TLS_FAILED: "certificate verify failed: certificate has expired". Never NULL. */
const char *evl_stream_tls_reason(const evl_stream *stream);

#endif
