/* SPDX-License-Identifier: MIT */
/* TLS on a stream: records, back-pressure, and what a peer can make us send. */
#include "src/reactor/tls_state.h"

#include "src/core/mem.h"

#include <stdlib.h>

#include "tests/unit/net.h"
#include "tests/unit/tls_pair.h"

static void set_up(tls_pair *pair)
{
	tls_pair_open(pair, TLS1_3_VERSION);
	tls_pair_start(pair);
	CHECK_EQ(evl_stream_read_start(pair->client.stream), 0);
	tls_pair_run(pair);
	CHECK_EQ(pair->server.status, 0);
	CHECK_EQ(pair->client.status, 0);
	pair->records = 0;
}

TEST(tls_writes_of_a_tick_share_records)
{
	tls_pair pair;

	set_up(&pair);
	for (int i = 0; i < 1000; i++) {
		CHECK_EQ(evl_stream_write(pair.client.stream, "0123456789abcdef", 16), 0);
	}
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	tls_pair_run(&pair);
	CHECK_EQ(pair.server.stream->in.length, 16000);
	CHECK_EQ(pair.records, 1);
	tls_pair_close(&pair);
}

/* The byte at a place of what is sent. */
static char byte_at(size_t place)
{
	return (char) (place * 31 + place / 251);
}

static size_t take_all(evl_stream *stream, size_t place)
{
	const char *bytes = evl_buf_data(&stream->in);
	size_t size = stream->in.length;

	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != byte_at(place + i)) {
			CHECK_EQ(place + i, -1);
		}
	}
	evl_stream_consume(stream, size);
	return place + size;
}

static void transfer(size_t total, size_t in_high, size_t step)
{
	char *bytes = malloc(total);
	size_t place = 0;
	tls_pair pair;

	for (size_t i = 0; i < total; i++) {
		bytes[i] = byte_at(i);
	}
	set_up(&pair);
	pair.server.stream->in_high = in_high;
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	CHECK_EQ(evl_stream_write(pair.client.stream, bytes, total), 0);
	free(bytes);
	tls_pair_run(&pair);
	/* Nobody reads. */
	CHECK(pair.server.stream->in.length <= in_high);
	CHECK(pair.server.stream->tls->held.length <= EVL_LOOP_SCRATCH);
	pair.step = step;
	while (place < total) {
		place = take_all(pair.server.stream, place);
		(void) tls_pair_turn(&pair);
	}
	CHECK_EQ(evl_stream_buffered(pair.client.stream), 0);
	CHECK(pair.client.drained > 0);
	tls_pair_close(&pair);
}

TEST(tls_reading_stops_when_nobody_takes)
{
	transfer(8000000, 65536, 65536);
}

TEST(tls_reading_takes_any_room)
{
	transfer(40000, 1, 65536);
	transfer(300000, 1000, 20000);
	transfer(300000, 16385, 777);
}

TEST(tls_the_end_waits_for_the_output)
{
	char *bytes = calloc(1, 4000000);
	size_t got = 0;
	tls_pair pair;

	set_up(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, bytes, 4000000), 0);
	free(bytes);
	CHECK_EQ(evl_stream_end(pair.client.stream), 0);
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	while (pair.server.stream->read_status == 0 || pair.server.stream->in.length > 0) {
		got += pair.server.stream->in.length;
		evl_stream_consume(pair.server.stream, pair.server.stream->in.length);
		(void) tls_pair_turn(&pair);
	}
	CHECK_EQ(got, 4000000);
	CHECK_EQ(pair.server.stream->read_status, UV_EOF);
	tls_pair_close(&pair);
}

/* The kernel tells the end together with the last bytes, which may not fit. */
TEST(tls_the_end_is_not_before_what_is_held)
{
	char *bytes = calloc(1, 60000);
	size_t got = 0;
	ssize_t size;
	tls_pair pair;

	set_up(&pair);
	pair.server.stream->in_high = 1000;
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	CHECK_EQ(evl_stream_end(pair.server.stream), 0);
	tls_pair_run(&pair);
	CHECK_EQ(evl_stream_write(pair.client.stream, bytes, 60000), 0);
	CHECK_EQ(evl_stream_end(pair.client.stream), 0);
	evl_stream_flush(pair.client.stream);
	/* All at once, and the end with it. */
	while ((size = recv(pair.client.wire, bytes, 60000, 0)) > 0) {
		CHECK_EQ(send(pair.server.wire, bytes, (size_t) size, 0), size);
	}
	CHECK_EQ(size, 0);
	CHECK_EQ(shutdown(pair.server.wire, SHUT_WR), 0);
	free(bytes);
	while (pair.server.stream->read_status == 0 || pair.server.stream->in.length > 0) {
		got += pair.server.stream->in.length;
		evl_stream_consume(pair.server.stream, pair.server.stream->in.length);
		(void) tls_pair_turn(&pair);
	}
	CHECK_EQ(got, 60000);
	CHECK_EQ(pair.server.stream->read_status, UV_EOF);
	tls_pair_close(&pair);
}

/* A peer that asks for new keys without end and says nothing. */
TEST(tls_a_flood_of_key_updates_is_cut)
{
	tls_pair pair;
	SSL *ssl;

	set_up(&pair);
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	ssl = evl_stream_ssl(pair.client.stream);
	for (int i = 0; i < 10 && pair.server.stream->read_status == 0; i++) {
		for (int j = 0; j < 400; j++) {
			CHECK_EQ(SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED), 1);
			CHECK_EQ(SSL_do_handshake(ssl), 1);
		}
		(void) evl_tls_push(pair.client.stream);
		tls_pair_run(&pair);
	}
	CHECK_EQ(pair.server.stream->read_status, EVL_TLS_FAILED);
	CHECK_STR(evl_stream_tls_reason(pair.server.stream), "the peer sends records without data");
	tls_pair_close(&pair);
}

TEST(tls_key_updates_are_answered)
{
	tls_pair pair;

	set_up(&pair);
	CHECK_EQ(evl_stream_read_start(pair.server.stream), 0);
	for (size_t i = 0; i < 100; i++) {
		CHECK_EQ(SSL_key_update(evl_stream_ssl(pair.client.stream), SSL_KEY_UPDATE_REQUESTED), 1);
		CHECK_EQ(evl_stream_write(pair.client.stream, "x", 1), 0);
		CHECK_EQ(evl_stream_write(pair.server.stream, "y", 1), 0);
		tls_pair_run(&pair);
		CHECK_EQ(pair.server.stream->in.length, i + 1);
		CHECK_EQ(pair.client.stream->in.length, i + 1);
	}
	tls_pair_close(&pair);
}
