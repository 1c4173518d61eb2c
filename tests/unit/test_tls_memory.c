/* SPDX-License-Identifier: MIT */
/* TLS where memory ends: each allocation of ours, and each of OpenSSL's, fails in turn. Nothing may crash, leak or lie. */
#include "src/reactor/tls.h"

#include "src/core/mem.h"

#include <openssl/crypto.h>
#include <stdlib.h>

#include "tests/unit/net.h"
#include "tests/unit/tls_pair.h"

/* Allocations of OpenSSL's until the one that fails; 0: none does. */
static long left;
static bool was_hit;

static bool fails_now(void)
{
	if (left > 0 && --left == 0) {
		was_hit = true;
		return true;
	}
	return false;
}

static void *on_malloc(size_t size, const char *file, int line)
{
	return fails_now() ? NULL : malloc(size);
}

static void *on_realloc(void *block, size_t size, const char *file, int line)
{
	return fails_now() ? NULL : realloc(block, size);
}

static void on_free(void *block, const char *file, int line)
{
	free(block);
}

/* A connection that says a word and its end. What went wrong may end it, but never make another word of it. */
static void talk(tls_pair *pair)
{
	evl_stream *client = pair->client.stream;
	evl_stream *server = pair->server.stream;
	int status;

	(void) evl_stream_read_start(server);
	(void) evl_stream_read_start(client);
	(void) evl_stream_write(client, "hello", 5);
	(void) evl_stream_end(client);
	tls_pair_run(pair);
	status = server->read_status;
	CHECK(server->in.length == 0 || (server->in.length == 5 && memcmp(evl_buf_data(&server->in), "hello", 5) == 0));
	CHECK(status != UV_EOF || server->in.length == 5);
	if (evl_tls_is_status(status)) {
		CHECK(evl_stream_tls_reason(server)[0] != '\0');
	}
}

/* False: it could not even begin. */
static bool begin(tls_pair *pair, SSL *server, SSL *client)
{
	const evl_tls_options as_server = {.server = true};
	const evl_tls_options as_client = {.server = false};

	return evl_stream_start_tls(pair->server.stream, server, &as_server) == 0 &&
		   evl_stream_start_tls(pair->client.stream, client, &as_client) == 0;
}

static void fail_openssl(int version)
{
	long n = 0;
	int whole = 0;

	do {
		tls_pair pair;
		SSL *ssl[2];

		n += n < 16 ? 1 : 17;
		was_hit = false;
		tls_pair_open(&pair, version);
		ssl[0] = SSL_new(pair.contexts[0]);
		ssl[1] = SSL_new(pair.contexts[1]);
		left = n;
		if (begin(&pair, ssl[0], ssl[1])) {
			talk(&pair);
			whole += pair.server.stream->read_status == UV_EOF;
		} else if (pair.server.stream->tls == NULL) {
			SSL_free(ssl[1]);
		}
		left = 0;
		tls_pair_close(&pair);
	} while (was_hit);
	/* The last one, and those whose failure did not matter. */
	CHECK(n > 100);
	CHECK(whole > 0);
}

TEST(tls_survives_openssl_without_memory)
{
	CHECK_EQ(CRYPTO_set_mem_functions(on_malloc, on_realloc, on_free), 1);
	fail_openssl(TLS1_3_VERSION);
	fail_openssl(TLS1_2_VERSION);
}

TEST(tls_survives_without_memory_of_ours)
{
	for (long n = 1; n < 60; n++) {
		tls_pair pair;
		SSL *ssl[2];

		tls_pair_open(&pair, TLS1_3_VERSION);
		ssl[0] = SSL_new(pair.contexts[0]);
		ssl[1] = SSL_new(pair.contexts[1]);
		evl_mem_fail_each(n);
		if (begin(&pair, ssl[0], ssl[1])) {
			talk(&pair);
		} else if (pair.server.stream->tls == NULL) {
			SSL_free(ssl[1]);
		}
		evl_mem_fail_each(0);
		tls_pair_close(&pair);
	}
}
