/* SPDX-License-Identifier: MIT */
#include "tests/unit/tls_shake.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <stdio.h>

#include "tests/unit/test.h"

static void extend(X509 *certificate, int nid, const char *value)
{
	X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);

	CHECK(extension != NULL);
	CHECK_EQ(X509_add_ext(certificate, extension, -1), 1);
	X509_EXTENSION_free(extension);
}

evl_tls_identity tls_make_identity(const char *names, long end, bool ca, const evl_tls_identity *issuer)
{
	static long serial;
	evl_tls_identity made = {.certificate = X509_new(), .key = EVP_EC_gen("prime256v1")};
	X509_NAME *subject = X509_get_subject_name(made.certificate);

	CHECK(made.key != NULL);
	X509_set_version(made.certificate, X509_VERSION_3);
	ASN1_INTEGER_set(X509_get_serialNumber(made.certificate), ++serial);
	X509_gmtime_adj(X509_getm_notBefore(made.certificate), -3600);
	X509_gmtime_adj(X509_getm_notAfter(made.certificate), end);
	X509_NAME_add_entry_by_txt(
		subject, "CN", MBSTRING_ASC, (const unsigned char *) (ca ? "root\n\"" : "end"), -1, -1, 0);
	X509_set_issuer_name(made.certificate, issuer != NULL ? X509_get_subject_name(issuer->certificate) : subject);
	X509_set_pubkey(made.certificate, made.key);
	extend(made.certificate, NID_basic_constraints, ca ? "critical,CA:TRUE" : "CA:FALSE");
	if (names != NULL) {
		extend(made.certificate, NID_subject_alt_name, names);
	}
	CHECK(X509_sign(made.certificate, issuer != NULL ? issuer->key : made.key, EVP_sha256()) > 0);
	return made;
}

void tls_shake_init(tls_shake *self, const evl_tls_identity *identity, const evl_tls_identity *root)
{
	/* Each test is a process of its own. */
	CHECK_EQ(evl_tls_context_init(), 0);
	self->server = evl_tls_context_new(true);
	self->client = evl_tls_context_new(false);
	self->trust = X509_STORE_new();
	CHECK_EQ(X509_STORE_add_cert(self->trust, root->certificate), 1);
	if (identity != NULL) {
		CHECK_EQ(
			SSL_CTX_use_cert_and_key(self->server->ssl_ctx, identity->certificate, identity->key, identity->chain, 1),
			1);
		self->server->choice.has_default = true;
	}
	self->client->verify_peer = true;
	self->client->verify_name = true;
	self->client->verify_depth = 9;
	evl_tls_context_verify(self->client, self->trust);
}

void tls_shake_free(tls_shake *self)
{
	evl_tls_context_unref(self->server);
	evl_tls_context_unref(self->client);
	X509_STORE_free(self->trust);
	evl_tls_context_exit();
	ERR_clear_error();
}

void tls_shake_open(tls_shake *self, const char *host, SSL **server, SSL **client)
{
	BIO *ends[2];

	CHECK_EQ(evl_tls_context_open(server, self->server, NULL), 0);
	CHECK_EQ(evl_tls_context_open(client, self->client, host), 0);
	CHECK_EQ(BIO_new_bio_pair(&ends[0], 65536, &ends[1], 65536), 1);
	SSL_set_bio(*server, ends[0], ends[0]);
	SSL_set_bio(*client, ends[1], ends[1]);
}

bool tls_shake_run(SSL *server, SSL *client)
{
	int done[2] = {0, 0};
	char byte;

	for (int i = 0; i < 8; i++) {
		ERR_clear_error();
		done[0] = SSL_do_handshake(client);
		done[1] = SSL_do_handshake(server);
	}
	ERR_clear_error();
	(void) SSL_read(client, &byte, 1);
	/* Else the session is taken for broken. */
	SSL_set_shutdown(client, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
	SSL_set_shutdown(server, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
	return done[0] == 1 && done[1] == 1;
}

bool tls_shake_hands(tls_shake *self, const char *host, SSL **server, SSL **client)
{
	tls_shake_open(self, host, server, client);
	return tls_shake_run(*server, *client);
}

const char *tls_shake_refusal(tls_shake *self, const char *host)
{
	static char refusal[1024];
	SSL *server;
	SSL *client;
	bool content = tls_shake_hands(self, host, &server, &client);
	const char *text = evl_tls_refusal(client);

	CHECK_EQ(content, text == NULL);
	snprintf(refusal, sizeof(refusal), "%s", text != NULL ? text : "");
	SSL_free(server);
	SSL_free(client);
	return refusal;
}
