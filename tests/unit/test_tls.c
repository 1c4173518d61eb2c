/* SPDX-License-Identifier: MIT */
/* TLS on a stream: the handshake, the reading side, and how connections end. */
#include "src/reactor/tls.h"

#include "src/core/mem.h"

#include <openssl/err.h>
#include <stdlib.h>

#include "tests/unit/net.h"
#include "tests/unit/tls_pair.h"

static void read_both(tls_pair *pair)
{
	CHECK_EQ(evl_stream_read_start(pair->server.stream), 0);
	CHECK_EQ(evl_stream_read_start(pair->client.stream), 0);
}

static void set_up(tls_pair *pair, int version)
{
	tls_pair_open(pair, version);
	tls_pair_start(pair);
	read_both(pair);
	tls_pair_run(pair);
	CHECK_EQ(pair->server.secured, 1);
	CHECK_EQ(pair->server.status, 0);
	CHECK_EQ(pair->client.secured, 1);
	CHECK_EQ(pair->client.status, 0);
}

#define CHECK_IN(stream, text) CHECK_MEM(evl_buf_data(&(stream)->in), (stream)->in.length, text, sizeof(text) - 1)

static void echo(int version)
{
	tls_pair pair;

	set_up(&pair, version);
	CHECK_EQ(evl_stream_write(pair.client.stream, "ping", 4), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.server.stream, "ping");
	CHECK_EQ(evl_stream_write(pair.server.stream, "pong!", 5), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.client.stream, "pong!");
	CHECK_EQ(evl_stream_buffered(pair.server.stream), 0);
	CHECK(pair.server.stream->written >= evl_stream_buffered(pair.server.stream));
	tls_pair_close(&pair);
}

TEST(tls_both_ends_hear_each_other)
{
	echo(TLS1_2_VERSION);
	echo(TLS1_3_VERSION);
}

/* Bytes written before the handshake is done wait for it. */
TEST(tls_output_waits_for_the_handshake)
{
	tls_pair pair;

	tls_pair_open(&pair, TLS1_3_VERSION);
	tls_pair_start(&pair);
	read_both(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, "early", 5), 0);
	CHECK_EQ(evl_stream_write(pair.server.stream, "bird", 4), 0);
	CHECK_EQ(evl_stream_buffered(pair.client.stream), 5);
	CHECK_EQ(evl_stream_end(pair.client.stream), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.server.stream, "early");
	CHECK_IN(pair.client.stream, "bird");
	CHECK_EQ(pair.server.stream->read_status, UV_EOF);
	tls_pair_close(&pair);
}

static void split_at(int version, size_t step)
{
	tls_pair pair;

	tls_pair_open(&pair, version);
	pair.step = step;
	tls_pair_start(&pair);
	read_both(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, "hello", 5), 0);
	CHECK_EQ(evl_stream_write(pair.server.stream, "world", 5), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.server.stream, "hello");
	CHECK_IN(pair.client.stream, "world");
	tls_pair_close(&pair);
}

TEST(tls_bytes_may_come_one_by_one)
{
	split_at(TLS1_2_VERSION, 1);
	split_at(TLS1_3_VERSION, 1);
	split_at(TLS1_3_VERSION, 3);
	split_at(TLS1_3_VERSION, 17);
}

TEST(tls_close_notify_is_the_end)
{
	tls_pair pair;

	set_up(&pair, TLS1_3_VERSION);
	CHECK_EQ(evl_stream_write(pair.client.stream, "last", 4), 0);
	CHECK_EQ(evl_stream_end(pair.client.stream), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.server.stream, "last");
	CHECK_EQ(pair.server.stream->read_status, UV_EOF);
	/* The other direction goes on. */
	CHECK_EQ(evl_stream_write(pair.server.stream, "answer", 6), 0);
	CHECK_EQ(evl_stream_end(pair.server.stream), 0);
	tls_pair_run(&pair);
	CHECK_IN(pair.client.stream, "answer");
	CHECK_EQ(pair.client.stream->read_status, UV_EOF);
	tls_pair_close(&pair);
}

/* A close of ours says so, when all was sent. */
TEST(tls_close_sends_a_close_notify)
{
	tls_pair pair;

	set_up(&pair, TLS1_3_VERSION);
	evl_stream_linger(pair.client.stream, UINT64_C(1000000000));
	pair.client.stream = NULL;
	tls_pair_run(&pair);
	CHECK_EQ(pair.server.stream->read_status, UV_EOF);
	tls_pair_close(&pair);
}

static void cut_after(int version, size_t limit, size_t total)
{
	tls_pair pair;
	int expected = EVL_TLS_TRUNCATED;

	tls_pair_open(&pair, version);
	pair.step = 1;
	tls_pair_start(&pair);
	read_both(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, "hello", 5), 0);
	while (pair.client.carried < limit) {
		(void) tls_pair_turn(&pair);
	}
	CHECK_EQ(shutdown(pair.server.wire, SHUT_WR), 0);
	for (int i = 0; i < 4; i++) {
		evl_loop_poll(&pair.loop, false);
	}
	if (pair.server.status != 0) {
		expected = EVL_TLS_FAILED;
	}
	CHECK_EQ(pair.server.secured, 1);
	CHECK_EQ(pair.server.stream->read_status, expected);
	CHECK_EQ(pair.server.stream->in.length, limit == total ? 5 : 0);
	tls_pair_close(&pair);
}

static void cut_everywhere(int version)
{
	tls_pair pair;
	size_t total;

	tls_pair_open(&pair, version);
	tls_pair_start(&pair);
	read_both(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, "hello", 5), 0);
	tls_pair_run(&pair);
	total = pair.client.carried;
	CHECK_EQ(pair.server.stream->in.length, 5);
	tls_pair_close(&pair);
	/* The handshake's messages in steps, the record of data byte for byte. */
	for (size_t limit = 0; limit <= total; limit += limit + 32 < total ? 13 : 1) {
		cut_after(version, limit, total);
	}
}

TEST(tls_truncation_is_told_wherever_it_is)
{
	cut_everywhere(TLS1_3_VERSION);
}

TEST(tls_truncation_is_told_wherever_it_is_in_1_2)
{
	cut_everywhere(TLS1_2_VERSION);
}

/* Each byte turned over in turn: never a byte of data that was not sent, never a success. */
TEST(tls_garbage_is_refused_in_every_phase)
{
	for (size_t at = 0; at < 600; at += 23) {
		tls_pair pair;
		char byte;

		tls_pair_open(&pair, TLS1_3_VERSION);
		pair.step = 1;
		tls_pair_start(&pair);
		read_both(&pair);
		CHECK_EQ(evl_stream_write(pair.client.stream, "hello", 5), 0);
		while (pair.client.carried < at && tls_pair_turn(&pair)) {
		}
		evl_loop_poll(&pair.loop, false);
		if (recv(pair.client.wire, &byte, 1, 0) == 1) {
			byte = (char) ~byte;
			CHECK_EQ(send(pair.server.wire, &byte, 1, 0), 1);
			pair.step = 65536;
			tls_pair_run(&pair);
			CHECK(pair.server.stream->in.length == 0);
		}
		tls_pair_close(&pair);
	}
}

TEST(tls_a_peer_without_tls_is_refused)
{
	const evl_tls_options options = {.server = true, .plain_answer = "HTTP/1.1 400 Bad Request\r\n\r\n"};
	char bytes[256];
	tls_pair pair;

	tls_pair_open(&pair, TLS1_3_VERSION);
	CHECK_EQ(evl_stream_start_tls(pair.server.stream, SSL_new(pair.contexts[0]), &options), 0);
	CHECK_EQ(send(pair.server.wire, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 28, 0), 28);
	tls_pair_run(&pair);
	CHECK_EQ(pair.server.status, EVL_TLS_FAILED);
	CHECK_STR(evl_stream_tls_reason(pair.server.stream), "the client speaks HTTP without TLS");
	CHECK_EQ(pair.server.carried, strlen(options.plain_answer));
	CHECK_EQ(recv(pair.client.wire, bytes, sizeof(bytes), MSG_DONTWAIT), -1);
	tls_pair_close(&pair);
}

TEST(tls_a_reset_is_a_failure_of_the_socket)
{
	tls_pair pair;

	set_up(&pair, TLS1_3_VERSION);
	net_reset(pair.server.wire);
	pair.server.wire = -1;
	for (int i = 0; i < 4; i++) {
		evl_loop_poll(&pair.loop, false);
	}
	CHECK_EQ(pair.server.stream->read_status, UV_ECONNRESET);
	tls_pair_close(&pair);
}

static void close_in(bool secured, bool readable, bool drained)
{
	tls_pair pair;

	tls_pair_open(&pair, TLS1_3_VERSION);
	pair.server.close_secured = secured;
	pair.server.close_readable = readable;
	pair.server.close_drained = drained;
	tls_pair_start(&pair);
	read_both(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, "hello", 5), 0);
	CHECK_EQ(evl_stream_write(pair.server.stream, "world", 5), 0);
	tls_pair_run(&pair);
	CHECK(evl_handle_is_closing(&pair.server.stream->handle));
	CHECK_PTR(evl_stream_ssl(pair.server.stream), NULL);
	CHECK(pair.client.stream->read_status != 0);
	tls_pair_close(&pair);
}

TEST(tls_may_be_closed_in_each_callback)
{
	close_in(true, false, false);
	close_in(false, true, false);
	close_in(false, false, true);
}

TEST(tls_start_is_refused_with_its_reason)
{
	const evl_tls_options options = {.server = true};
	tls_pair pair;

	tls_pair_open(&pair, TLS1_3_VERSION);
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	CHECK_EQ(send(pair.server.wire, "EHLO\r\n", 6, 0), 6);
	for (int i = 0; i < 3; i++) {
		evl_loop_poll(&pair.loop, false);
	}
	CHECK_EQ(evl_stream_start_tls(pair.server.stream, SSL_new(pair.contexts[0]), &options), UV_EPROTO);
	CHECK_EQ(evl_stream_write(pair.client.stream, "220", 3), 0);
	CHECK_EQ(evl_stream_start_tls(pair.client.stream, SSL_new(pair.contexts[0]), &options), UV_EBUSY);
	evl_stream_flush(pair.client.stream);
	CHECK_EQ(evl_stream_start_tls(pair.client.stream, SSL_new(pair.contexts[0]), &options), 0);
	CHECK_EQ(evl_stream_start_tls(pair.client.stream, SSL_new(pair.contexts[0]), &options), UV_EALREADY);
	evl_stream_consume(pair.server.stream, 6);
	CHECK_EQ(evl_stream_end(pair.server.stream), 0);
	CHECK_EQ(evl_stream_start_tls(pair.server.stream, SSL_new(pair.contexts[0]), &options), UV_EPIPE);
	evl_stream_close(pair.server.stream);
	CHECK_EQ(evl_stream_start_tls(pair.server.stream, SSL_new(pair.contexts[0]), &options), UV_ECANCELED);
	tls_pair_close(&pair);
}

/* OpenSSL's queue of errors is everybody's. */
TEST(tls_leaves_the_error_queue_as_it_was)
{
	tls_pair pair;

	tls_pair_open(&pair, TLS1_3_VERSION);
	ERR_put_error(ERR_LIB_USER, 0, 77, __FILE__, 1);
	tls_pair_start(&pair);
	read_both(&pair);
	tls_pair_run(&pair);
	CHECK_EQ(pair.server.status, 0);
	CHECK_EQ(send(pair.server.wire, "\x17\x03\x03\x00\x05hello", 10, 0), 10);
	tls_pair_run(&pair);
	CHECK_EQ(pair.server.stream->read_status, EVL_TLS_FAILED);
	CHECK_EQ(ERR_GET_REASON(ERR_get_error()), 77);
	CHECK_EQ(ERR_get_error(), 0);
	tls_pair_close(&pair);
}
