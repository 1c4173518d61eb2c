/* SPDX-License-Identifier: MIT */
/* See tls_pair.h. */
#include "tests/unit/tls_pair.h"

#include "tests/unit/net.h"

#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

static void close_if(evl_stream *stream, bool wanted)
{
	if (wanted) {
		evl_stream_close(stream);
	}
}

static void on_readable(evl_stream *stream, void *owner)
{
	tls_end *end = owner;

	end->readable++;
	close_if(stream, end->close_readable);
}

static void on_drained(evl_stream *stream, void *owner)
{
	tls_end *end = owner;

	end->drained++;
	close_if(stream, end->close_drained);
}

static void on_secured(evl_stream *stream, void *owner, int status)
{
	tls_end *end = owner;

	end->secured++;
	end->status = status;
	close_if(stream, end->close_secured);
}

static const evl_stream_ops ops = {.readable = on_readable, .drained = on_drained, .secured = on_secured};

static void certify(SSL_CTX *context)
{
	EVP_PKEY *key = EVP_EC_gen("P-256");
	X509 *certificate = X509_new();

	CHECK(key != NULL && certificate != NULL);
	ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
	X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
	X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
	X509_set_pubkey(certificate, key);
	CHECK(X509_sign(certificate, key, EVP_sha256()) > 0);
	CHECK_EQ(SSL_CTX_use_certificate(context, certificate), 1);
	CHECK_EQ(SSL_CTX_use_PrivateKey(context, key), 1);
	X509_free(certificate);
	EVP_PKEY_free(key);
}

static void end_open(tls_pair *pair, tls_end *end)
{
	const int on = 1;
	int fds[2];

	net_pair(fds);
	CHECK_EQ(fcntl(fds[0], F_SETFL, O_NONBLOCK), 0);
	CHECK_EQ(setsockopt(fds[0], IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)), 0);
	end->wire = fds[0];
	CHECK_EQ(evl_stream_open_tcp(&end->stream, &pair->loop, fds[1], &ops, end), 0);
	CHECK_EQ(evl_stream_no_delay(end->stream, true), 0);
}

void tls_pair_open(tls_pair *pair, int version)
{
	memset(pair, 0, sizeof(*pair));
	pair->step = 65536;
	CHECK_EQ(evl_tls_startup(), 0);
	CHECK_EQ(evl_loop_init(&pair->loop, 64, 100), 0);
	pair->contexts[0] = SSL_CTX_new(TLS_server_method());
	pair->contexts[1] = SSL_CTX_new(TLS_client_method());
	CHECK(pair->contexts[0] != NULL && pair->contexts[1] != NULL);
	CHECK_EQ(SSL_CTX_set_min_proto_version(pair->contexts[1], version), 1);
	CHECK_EQ(SSL_CTX_set_max_proto_version(pair->contexts[1], version), 1);
	certify(pair->contexts[0]);
	end_open(pair, &pair->server);
	end_open(pair, &pair->client);
}

void tls_pair_start(tls_pair *pair)
{
	const evl_tls_options server = {.server = true};
	const evl_tls_options client = {.server = false};

	CHECK_EQ(evl_stream_start_tls(pair->server.stream, SSL_new(pair->contexts[0]), &server), 0);
	CHECK_EQ(evl_stream_start_tls(pair->client.stream, SSL_new(pair->contexts[1]), &client), 0);
}

/* Count the client's records of data by their heads. */
static void watch(tls_pair *pair, const char *bytes, size_t size)
{
	while (size > 0) {
		if (pair->body_left > 0) {
			size_t skip = size < pair->body_left ? size : pair->body_left;

			pair->body_left -= skip;
			bytes += skip;
			size -= skip;
			continue;
		}
		pair->head[pair->head_size++] = *bytes++;
		size--;
		if (pair->head_size == sizeof(pair->head)) {
			pair->head_size = 0;
			pair->body_left = (size_t) ((unsigned char) pair->head[3] << 8 | (unsigned char) pair->head[4]);
			pair->records += pair->head[0] == 23;
		}
	}
}

static bool carry(tls_pair *pair, tls_end *from, tls_end *to)
{
	char bytes[65536];
	ssize_t size;

	if (from->wire < 0) {
		return false;
	}
	size = recv(from->wire, bytes, pair->step, to->wire < 0 ? 0 : MSG_PEEK);
	if (size <= 0) {
		if (size == 0 && to->wire >= 0) {
			(void) shutdown(to->wire, SHUT_WR);
		}
		return false;
	}
	if (to->wire >= 0) {
		size = send(to->wire, bytes, (size_t) size, MSG_NOSIGNAL);
		if (size <= 0) {
			return false;
		}
		CHECK_EQ(recv(from->wire, bytes, (size_t) size, 0), size);
	}
	from->carried += (size_t) size;
	if (from == &pair->client) {
		watch(pair, bytes, (size_t) size);
	}
	return true;
}

bool tls_pair_turn(tls_pair *pair)
{
	bool moved;

	evl_loop_poll(&pair->loop, false);
	moved = carry(pair, &pair->client, &pair->server);
	moved = carry(pair, &pair->server, &pair->client) || moved;
	evl_loop_poll(&pair->loop, false);
	return moved;
}

void tls_pair_run(tls_pair *pair)
{
	/* Loopback delivers at once, all but now and then. */
	for (int quiet = 0; quiet < 3;) {
		quiet = tls_pair_turn(pair) ? 0 : quiet + 1;
	}
}

static void end_close(tls_end *end)
{
	if (end->wire >= 0) {
		close(end->wire);
	}
	if (end->stream != NULL) {
		evl_stream_release(end->stream);
	}
}

void tls_pair_close(tls_pair *pair)
{
	end_close(&pair->server);
	end_close(&pair->client);
	evl_loop_destroy(&pair->loop);
	SSL_CTX_free(pair->contexts[0]);
	SSL_CTX_free(pair->contexts[1]);
	evl_tls_shutdown();
}
