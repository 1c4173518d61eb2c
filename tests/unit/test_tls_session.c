/* SPDX-License-Identifier: MIT */
/* Sessions that are taken up again, how many are kept, and the keys of tickets. */
#include "src/reactor/tls_session.h"

#include <stdio.h>
#include <time.h>

#include "tests/unit/test.h"
#include "tests/unit/tls_shake.h"

static evl_tls_identity root;

static void set_up(tls_shake *shake, int version)
{
	root = tls_make_identity("DNS:a,DNS:b", 3600, true, NULL);
	tls_shake_init(shake, &root, &root);
	SSL_CTX_set_max_proto_version(shake->client->ssl_ctx, version);
}

static void tear_down(tls_shake *shake)
{
	tls_shake_free(shake);
	evl_tls_identity_free(&root);
}

static bool resumes(tls_shake *shake, const char *host)
{
	SSL *server;
	SSL *client;
	bool resumed;

	CHECK(tls_shake_hands(shake, host, &server, &client));
	resumed = SSL_session_reused(client) == 1;
	SSL_free(server);
	SSL_free(client);
	return resumed;
}

static void check_resumption(int version)
{
	tls_shake shake;

	set_up(&shake, version);
	CHECK(!resumes(&shake, "a"));
	CHECK(resumes(&shake, "a"));
	CHECK(!resumes(&shake, "b"));
	CHECK(resumes(&shake, "b"));
	CHECK(resumes(&shake, "a"));
	tear_down(&shake);
}

TEST(tls_sessions_of_a_host_are_taken_up_again)
{
	check_resumption(TLS1_2_VERSION);
	check_resumption(TLS1_3_VERSION);
}

TEST(tls_sessions_of_tls_1_3_are_given_away_once)
{
	tls_shake shake;
	SSL *ssl;

	set_up(&shake, TLS1_3_VERSION);
	CHECK(!resumes(&shake, "a"));
	CHECK_EQ(shake.client->sessions.count, 2);
	CHECK_EQ(evl_tls_context_open(&ssl, shake.client, "a"), 0);
	CHECK_EQ(shake.client->sessions.count, 1);
	SSL_free(ssl);
	tear_down(&shake);
}

TEST(tls_sessions_are_a_bounded_number)
{
	evl_tls_sessions sessions;
	char host[32];

	evl_tls_sessions_init(&sessions);
	for (int i = 0; i < 10; i++) {
		CHECK(evl_tls_sessions_add(&sessions, "a", SSL_SESSION_new()));
	}
	CHECK_EQ(sessions.count, EVL_TLS_SESSIONS_PER_HOST);
	for (int i = 0; i < 1000; i++) {
		snprintf(host, sizeof(host), "host%d", i);
		CHECK(evl_tls_sessions_add(&sessions, host, SSL_SESSION_new()));
	}
	CHECK_EQ(sessions.count, EVL_TLS_SESSIONS_MAX);
	evl_tls_sessions_free(&sessions);
	CHECK_EQ(sessions.count, 0);
}

TEST(tls_sessions_that_are_too_old_are_dropped)
{
	tls_shake shake;
	SSL_SESSION *session;
	SSL *server, *client;

	set_up(&shake, TLS1_2_VERSION);
	CHECK(tls_shake_hands(&shake, "a", &server, &client));
	session = SSL_get1_session(client);
	SSL_free(server);
	SSL_free(client);
	CHECK(resumes(&shake, "a"));
	SSL_SESSION_set_time(session, time(NULL) - SSL_SESSION_get_timeout(session) - 1);
	CHECK(!resumes(&shake, "a"));
	SSL_SESSION_free(session);
	tear_down(&shake);
}

/* Two processes that were forked from one: what the one gave the other takes, also after the key has changed in both. */
TEST(tls_ticket_keys_go_on_alike)
{
	unsigned char first[80], second[80], before[80];
	evl_tls_tickets one = {.period = 0}, other;
	SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());

	CHECK_EQ(evl_tls_tickets_init(&one, ctx), 0);
	other = one;
	SSL_CTX_get_tlsext_ticket_keys(ctx, before, sizeof(before));
	CHECK_EQ(evl_tls_tickets_advance(&one, ctx, one.period + 3), 0);
	SSL_CTX_get_tlsext_ticket_keys(ctx, first, sizeof(first));
	CHECK_EQ(evl_tls_tickets_advance(&other, ctx, other.period + 1), 0);
	CHECK_EQ(evl_tls_tickets_advance(&other, ctx, other.period + 2), 0);
	SSL_CTX_get_tlsext_ticket_keys(ctx, second, sizeof(second));
	CHECK_MEM(first, sizeof(first), second, sizeof(second));
	CHECK(memcmp(first, before, sizeof(first)) != 0);
	/* A clock that goes back changes nothing. */
	CHECK_EQ(evl_tls_tickets_advance(&other, ctx, other.period - 2), 0);
	SSL_CTX_get_tlsext_ticket_keys(ctx, second, sizeof(second));
	CHECK_MEM(first, sizeof(first), second, sizeof(second));
	SSL_CTX_free(ctx);
}
