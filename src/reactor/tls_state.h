/* SPDX-License-Identifier: MIT */
/*
 * What the files of TLS share: the state of one stream's TLS, the BIO, and the error queue, which is PHP's as well.
 * Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_TLS_STATE_H
#define EVLOOP_REACTOR_TLS_STATE_H

#include "src/reactor/tls_hooks.h"

#include <openssl/bio.h>
#include <openssl/ssl.h>

/* A record, and with what each cipher may add. */
#define EVL_TLS_RECORD      16384
#define EVL_TLS_RECORD_MOST (EVL_TLS_RECORD + 512)
/* The block that bulk is encrypted into: what is in it leaves with one system call. A loop keeps one for all. */
#define EVL_TLS_BLOCK (4 * EVL_TLS_RECORD_MOST)
/* Ciphertext without a byte of data in it: key updates, empty records, tickets. More of it in a row is an attack. */
#define EVL_TLS_BARREN 65536
/* What a peer may make us answer while it takes nothing. */
#define EVL_TLS_SEALED 65536

typedef struct evl_tls {
	SSL *ssl;
	evl_stream *stream;
	evl_flush pump;    /* listed: there may be something to decrypt */
	evl_buf held;      /* ciphertext that OpenSSL has not had yet */
	const char *slice; /* behind it, what was just received: only inside evl_tls_input() */
	size_t slice_size;
	evl_buf sealed;     /* our ciphertext; but inside one call there is none, or a write is in flight */
	int end;            /* of the connection below: UV_EOF or another UV_E*; 0: it goes on */
	size_t barren;      /* ciphertext that OpenSSL has had since the last byte of data */
	bool secured;       /* the handshake is done */
	bool starved;       /* OpenSSL asked for more than there was */
	bool out_of_memory; /* there was none for our ciphertext */
	bool notified;      /* our close_notify is made */
	bool failed;        /* OpenSSL is not to be used any more */
	const char *plain_answer;
	char *reason;
} evl_tls;

/* A BIO of the stream, or NULL. */
BIO *evl_tls_bio_new(evl_stream *stream);

/* As many as OpenSSL keeps. */
#define EVL_TLS_ERRORS 16

typedef struct evl_tls_errors {
	unsigned count;
	unsigned long codes[EVL_TLS_ERRORS];
	char *texts[EVL_TLS_ERRORS];
} evl_tls_errors;

/* Around a call of OpenSSL: the queue is empty for it, and as before afterwards. */
void evl_tls_errors_begin(evl_tls_errors *before);
bool evl_tls_errors_any(void);
void evl_tls_errors_end(evl_tls_errors *before);

/* Text of the errors that are there, or of the verification; evl_free() it. NULL: no memory. */
char *evl_tls_errors_text(const SSL *ssl);

/* Hand over what the BIO was given. 0 or the write_status. */
int evl_tls_push(evl_stream *stream);

#endif
