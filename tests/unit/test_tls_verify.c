/* SPDX-License-Identifier: MIT */
/* Refusals: which certificates are, and what is said of them. The many kinds of wrong ones are tests/tls/wrong_*.phpt. */
#include "src/reactor/tls_verify.h"

#include "tests/unit/test.h"
#include "tests/unit/tls_shake.h"

typedef struct scene {
	evl_tls_identity root;
	evl_tls_identity end;
	tls_shake shake;
} scene;

static void scene_init(scene *self, const char *names, long end)
{
	self->root = tls_make_identity(NULL, 3600, true, NULL);
	self->end = tls_make_identity(names, end, false, &self->root);
	tls_shake_init(&self->shake, &self->end, &self->root);
}

static void scene_free(scene *self)
{
	tls_shake_free(&self->shake);
	evl_tls_identity_free(&self->root);
	evl_tls_identity_free(&self->end);
}

TEST(tls_verify_says_nothing_of_what_is_right)
{
	scene here;

	scene_init(&here, "DNS:a.example,DNS:*.b.example,IP:127.0.0.1,IP:::1", 3600);
	CHECK_STR(tls_shake_refusal(&here.shake, "a.example"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "A.EXAMPLE"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "a.example."), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "x.b.example"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "127.0.0.1"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "[::1]"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "::1%lo"), "");
	scene_free(&here);
}

TEST(tls_verify_names_the_names)
{
	scene here;

	scene_init(&here, "DNS:a.example,IP:127.0.0.1,DNS:b,DNS:c,DNS:d,DNS:e", 3600);
	CHECK_STR(tls_shake_refusal(&here.shake, "x.example"),
		"the certificate is not for \"x.example\": it is for "
		"\"a.example\", \"127.0.0.1\", \"b\", \"c\", \"d\" and others");
	CHECK_STR(tls_shake_refusal(&here.shake, "127.0.0.2"),
		"the certificate is not for \"127.0.0.2\": it is for "
		"\"a.example\", \"127.0.0.1\", \"b\", \"c\", \"d\" and others");
	scene_free(&here);
}

TEST(tls_verify_does_not_look_at_common_names)
{
	scene here;

	scene_init(&here, NULL, 3600);
	CHECK_STR(tls_shake_refusal(&here.shake, "end"),
		"the certificate is not for \"end\": it names nobody in its subjectAltName, and a common name does not count");
	here.shake.client->verify_name = false;
	CHECK_STR(tls_shake_refusal(&here.shake, "end"), "");
	scene_free(&here);
}

TEST(tls_verify_names_the_certificate)
{
	scene here;

	scene_init(&here, "DNS:a", -60);
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "certificate has expired (CN=end)");
	here.shake.client->verify_peer = false;
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "");
	CHECK_STR(tls_shake_refusal(&here.shake, "b"), "the certificate is not for \"b\": it is for \"a\"");
	scene_free(&here);
}

/* What the peer wrote into its certificate is printable in a message. */
TEST(tls_verify_escapes_what_the_peer_wrote)
{
	scene here;
	evl_tls_identity stranger = tls_make_identity(NULL, 3600, true, NULL);
	evl_tls_identity self_signed = tls_make_identity("DNS:a\n\"", 3600, true, NULL);

	here.root = stranger;
	here.end = self_signed;
	tls_shake_init(&here.shake, &here.end, &here.root);
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "self-signed certificate (CN=root\\x0A\\x22)");
	here.shake.client->allow_self_signed = true;
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "the certificate is not for \"a\": it is for \"a\\x0A\\x22\"");
	scene_free(&here);
}

/* As PHP counts: the root is one of them. */
TEST(tls_verify_counts_the_depth)
{
	scene here;

	scene_init(&here, "DNS:a", 3600);
	here.shake.client->verify_depth = 0;
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "certificate chain too long (CN=root\\x0A\\x22)");
	here.shake.client->verify_depth = 1;
	CHECK_STR(tls_shake_refusal(&here.shake, "a"), "");
	scene_free(&here);
}
