/* SPDX-License-Identifier: MIT */
/*
 * Two streams with TLS, both ours, and between them a wire that the test carries byte for byte: as much at a time as it
 * likes, cut where it likes. The certificate is made anew.
 */
#ifndef EVLOOP_TESTS_UNIT_TLS_PAIR_H
#define EVLOOP_TESTS_UNIT_TLS_PAIR_H

#include "src/reactor/tls.h"

#include <openssl/ssl.h>

typedef struct tls_end {
	evl_stream *stream;
	int wire; /* the other end of its descriptor */
	int secured;
	int status; /* of the handshake */
	int readable;
	int drained;
	size_t carried; /* bytes of it that went over the wire */
	bool close_secured;
	bool close_readable;
	bool close_drained;
} tls_end;

typedef struct tls_pair {
	evl_loop loop;
	SSL_CTX *contexts[2]; /* of the server, of the client */
	tls_end server;
	tls_end client;
	size_t step;    /* bytes carried at a time */
	size_t records; /* of application data from the client */
	char head[5];   /* of its records */
	size_t head_size;
	size_t body_left;
} tls_pair;

void tls_pair_open(tls_pair *pair, int version);
/* The handshake has begun on both. */
void tls_pair_start(tls_pair *pair);
/* Poll, and carry what is on the wire; false when nothing moved. */
bool tls_pair_turn(tls_pair *pair);
/* Until nothing moves any more. */
void tls_pair_run(tls_pair *pair);
void tls_pair_close(tls_pair *pair);

#endif
