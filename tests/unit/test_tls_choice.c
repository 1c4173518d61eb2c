/* SPDX-License-Identifier: MIT */
/* What a server chooses: the certificate by the name, the protocol by both lists. */
#include "src/reactor/tls_choice.h"

#include "src/core/mem.h"

#include "tests/unit/test.h"
#include "tests/unit/tls_shake.h"

TEST(tls_choice_matches_names_as_php_does)
{
	CHECK(evl_tls_name_matches("example.com", "EXAMPLE.com"));
	CHECK(evl_tls_name_matches("*.example.com", "www.example.com"));
	CHECK(evl_tls_name_matches("w*.example.com", "www.example.com"));
	CHECK(evl_tls_name_matches("*", "localhost"));
	CHECK(!evl_tls_name_matches("*.example.com", "example.com"));
	CHECK(!evl_tls_name_matches("*.example.com", "a.b.example.com"));
	CHECK(!evl_tls_name_matches("a.*.com", "a.b.com"));
	CHECK(!evl_tls_name_matches("x*.example.com", "www.example.com"));
	CHECK(!evl_tls_name_matches("example.com*", "example.com"));
	CHECK(!evl_tls_name_matches("", "a"));
	CHECK(!evl_tls_name_matches("a", ""));
}

typedef struct scene {
	evl_tls_identity root, first, second;
	tls_shake shake;
} scene;

static void scene_init(scene *self, bool has_default)
{
	self->root = tls_make_identity("DNS:default", 3600, true, NULL);
	self->first = tls_make_identity("DNS:a.example", 3600, false, &self->root);
	self->second = tls_make_identity("DNS:*.b.example", 3600, false, &self->root);
	tls_shake_init(&self->shake, has_default ? &self->root : NULL, &self->root);
	CHECK_EQ(evl_tls_choice_add(&self->shake.server->choice, "a.example", &self->first), 0);
	CHECK_EQ(evl_tls_choice_add(&self->shake.server->choice, "*.b.example", &self->second), 0);
}

static void scene_free(scene *self)
{
	tls_shake_free(&self->shake);
	evl_tls_identity_free(&self->root);
	evl_tls_identity_free(&self->first);
	evl_tls_identity_free(&self->second);
}

TEST(tls_choice_takes_the_certificate_of_the_name)
{
	scene here;

	scene_init(&here, true);
	CHECK_STR(tls_shake_refusal(&here.shake, "a.example"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "x.b.example"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "default"), "");
	CHECK_STR(
		tls_shake_refusal(&here.shake, "c.example"), "the certificate is not for \"c.example\": it is for \"default\"");
	scene_free(&here);
}

static bool shakes(tls_shake *shake, const char *host, const char *protocol)
{
	const unsigned char *chosen;
	unsigned int length;
	SSL *server;
	SSL *client;
	bool content = tls_shake_hands(shake, host, &server, &client);

	SSL_get0_alpn_selected(client, &chosen, &length);
	if (content) {
		CHECK_MEM(chosen, length, protocol, strlen(protocol));
	}
	SSL_free(server);
	SSL_free(client);
	return content;
}

TEST(tls_choice_has_nothing_for_others)
{
	scene here;

	scene_init(&here, false);
	CHECK(shakes(&here.shake, "a.example", ""));
	CHECK(!shakes(&here.shake, "c.example", ""));
	CHECK(!shakes(&here.shake, "127.0.0.1", ""));
	scene_free(&here);
}

TEST(tls_choice_of_protocols_is_the_servers)
{
	static const unsigned char served[] = "\2h2\10http/1.1";
	scene here;
	SSL_CTX *client;

	scene_init(&here, true);
	client = here.shake.client->ssl_ctx;
	here.shake.server->choice.alpn = evl_malloc(sizeof(served) - 1);
	memcpy(here.shake.server->choice.alpn, served, sizeof(served) - 1);
	here.shake.server->choice.alpn_length = sizeof(served) - 1;
	CHECK(shakes(&here.shake, "a.example", ""));
	SSL_CTX_set_alpn_protos(client, (const unsigned char *) "\10http/1.1\2h2", 12);
	CHECK(shakes(&here.shake, "a.example", "h2"));
	SSL_CTX_set_alpn_protos(client, (const unsigned char *) "\10http/1.1", 9);
	CHECK(shakes(&here.shake, "a.example", "http/1.1"));
	SSL_CTX_set_alpn_protos(client, (const unsigned char *) "\3foo", 4);
	CHECK(!shakes(&here.shake, "a.example", ""));
	scene_free(&here);
}
