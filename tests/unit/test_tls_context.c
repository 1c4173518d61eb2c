/* SPDX-License-Identifier: MIT */
/* Contexts: which hosts can be asked for, and that a connection outlives those who made it. */
#include "src/reactor/tls_context.h"

#include <uv.h>

#include "tests/unit/test.h"
#include "tests/unit/tls_shake.h"

static int status_of(evl_tls_context *context, const char *host)
{
	SSL *ssl;
	int status = evl_tls_context_open(&ssl, context, host);

	CHECK_EQ(ssl != NULL, status == 0);
	SSL_free(ssl);
	return status;
}

TEST(tls_context_needs_a_name_to_verify)
{
	evl_tls_identity root = tls_make_identity(NULL, 3600, true, NULL);
	tls_shake shake;

	tls_shake_init(&shake, &root, &root);
	CHECK_EQ(status_of(shake.client, "a"), 0);
	CHECK_EQ(status_of(shake.client, NULL), UV_EINVAL);
	CHECK_EQ(status_of(shake.client, ""), UV_EINVAL);
	CHECK_EQ(status_of(shake.client, ".example.com"), UV_EINVAL);
	CHECK_EQ(status_of(shake.server, NULL), 0);
	shake.client->verify_name = false;
	CHECK_EQ(status_of(shake.client, NULL), 0);
	tls_shake_free(&shake);
	evl_tls_identity_free(&root);
}

static const char *asked_name(evl_tls_context *context, const char *host)
{
	static char name[256];
	const char *found;
	SSL *ssl;

	CHECK_EQ(evl_tls_context_open(&ssl, context, host), 0);
	found = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	strcpy(name, found != NULL ? found : "none");
	SSL_free(ssl);
	return name;
}

TEST(tls_context_asks_for_names_and_not_for_addresses)
{
	evl_tls_identity root = tls_make_identity(NULL, 3600, true, NULL);
	tls_shake shake;

	tls_shake_init(&shake, &root, &root);
	CHECK_STR(asked_name(shake.client, "a.example."), "a.example");
	CHECK_STR(asked_name(shake.client, "127.0.0.1"), "none");
	CHECK_STR(asked_name(shake.client, "[::1]"), "none");
	CHECK_STR(asked_name(shake.client, "fe80::1%eth0"), "none");
	tls_shake_free(&shake);
	evl_tls_identity_free(&root);
}

TEST(tls_context_goes_with_its_last_connection)
{
	evl_tls_identity root = tls_make_identity(NULL, 3600, true, NULL);
	evl_tls_context *context;
	tls_shake shake;
	SSL *ssl;

	tls_shake_init(&shake, &root, &root);
	context = evl_tls_context_new(false);
	CHECK_EQ(evl_tls_context_open(&ssl, context, "a"), 0);
	evl_tls_context_unref(context);
	CHECK_PTR(evl_tls_context_of(ssl), context);
	CHECK_EQ(context->server, false);
	SSL_free(ssl);
	tls_shake_free(&shake);
	evl_tls_identity_free(&root);
}

static bool shakes(tls_shake *shake)
{
	SSL *server;
	SSL *client;
	bool content = tls_shake_hands(shake, "a", &server, &client);

	SSL_free(server);
	SSL_free(client);
	return content;
}

TEST(tls_context_begins_at_tls_1_2)
{
	evl_tls_identity root = tls_make_identity("DNS:a", 3600, true, NULL);
	tls_shake shake;

	tls_shake_init(&shake, &root, &root);
	SSL_CTX_set_min_proto_version(shake.client->ssl_ctx, TLS1_VERSION);
	SSL_CTX_set_cipher_list(shake.client->ssl_ctx, "ALL:@SECLEVEL=0");
	SSL_CTX_set_max_proto_version(shake.client->ssl_ctx, TLS1_1_VERSION);
	CHECK(!shakes(&shake));
	SSL_CTX_set_max_proto_version(shake.client->ssl_ctx, TLS1_2_VERSION);
	CHECK(shakes(&shake));
	tls_shake_free(&shake);
	evl_tls_identity_free(&root);
}

/* A client that sends data along with its first message: the server leaves it out, and the handshake goes on. */
TEST(tls_context_takes_no_early_data)
{
	evl_tls_identity root = tls_make_identity("DNS:a", 3600, true, NULL);
	tls_shake shake;
	SSL_SESSION *session;
	SSL *server, *client;
	size_t written;

	tls_shake_init(&shake, &root, &root);
	CHECK(tls_shake_hands(&shake, "a", &server, &client));
	session = SSL_get1_session(client);
	CHECK_EQ(SSL_SESSION_get_max_early_data(session), 0);
	SSL_free(server);
	SSL_free(client);
	CHECK_EQ(SSL_SESSION_set_max_early_data(session, 100), 1);
	tls_shake_open(&shake, "a", &server, &client);
	CHECK_EQ(SSL_set_session(client, session), 1);
	CHECK_EQ(SSL_write_early_data(client, "early", 5, &written), 1);
	CHECK(tls_shake_run(server, client));
	CHECK_EQ(SSL_get_early_data_status(client), SSL_EARLY_DATA_REJECTED);
	CHECK_EQ(SSL_session_reused(client), 1);
	SSL_SESSION_free(session);
	SSL_free(server);
	SSL_free(client);
	tls_shake_free(&shake);
	evl_tls_identity_free(&root);
}
