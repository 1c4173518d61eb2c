/* SPDX-License-Identifier: MIT */
/*
 * tls_context.c: see tls_context.h. Here options become settings of OpenSSL; all values were checked by their constructor.
 */
#include "src/net/tls_context.h"

#include "src/base/error.h"
#include "src/base/globals.h"
#include "src/net/tls_options.h"
#include "zend_exceptions.h"

#ifdef EVLOOP_OPENSSL

#include "src/core/mem.h"
#include "src/net/tls_ciphers.h"
#include "src/net/tls_files.h"
#include "src/reactor/tls_state.h"
#include "zend_smart_str.h"

/* Forward secrecy and authenticated encryption only, which every client of the last ten years speaks. */
#define SERVER_CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20"

static bool fail(const char *what)
{
	zend_throw_exception_ex(evloop_ce_tls_exception, 0, "TlsOptions: %s: %s", what, evloop_tls_reason());
	return false;
}

static zend_string *text_of(zend_object *options, uint32_t index)
{
	return evloop_options_string(options, index);
}

static bool flag_of(zend_object *options, uint32_t index)
{
	return evloop_options_int(evloop_tls_options_table, options, index) > 0;
}

static bool set_versions(evl_tls_context *self, zend_object *options)
{
	const zend_string *version = text_of(options, EVLOOP_TLS_MIN_PROTO_VERSION);
	const zend_string *ciphers = text_of(options, EVLOOP_TLS_CIPHERS);
	zend_string *unknown = NULL;
	bool set = true;

	if (version != NULL && zend_string_equals_literal(version, "TLSv1.3")) {
		set = SSL_CTX_set_min_proto_version(self->ssl_ctx, TLS1_3_VERSION) == 1;
	}
	if (ciphers != NULL) {
		set = set && evloop_tls_ciphers_set(self->ssl_ctx, ciphers, &unknown);
	} else if (self->server) {
		set = set && SSL_CTX_set_cipher_list(self->ssl_ctx, SERVER_CIPHERS) == 1;
	}
	if (unknown != NULL) {
		zend_string_release(unknown);
	}
	return set || fail("ciphers");
}

static bool set_identity(evl_tls_context *self, zend_object *options)
{
	const evl_tls_identity *identity = options != NULL ? &evloop_tls_options_from_obj(options)->identity : NULL;

	if (identity == NULL || identity->certificate == NULL) {
		return true;
	}
	if (SSL_CTX_use_cert_and_key(self->ssl_ctx, identity->certificate, identity->key, identity->chain, 1) != 1) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: local_cert: OpenSSL does not take the certificate in \"%s\": %s",
			ZSTR_VAL(text_of(options, EVLOOP_TLS_LOCAL_CERT)), evloop_tls_reason());
		return false;
	}
	self->choice.has_default = true;
	return true;
}

/* Tried out in a context, since it may not be good enough for the security level, and later nobody could be told. */
static bool try_identity(const evl_tls_context *self, const zend_string *name, const evl_tls_identity *identity)
{
	SSL *ssl = SSL_new(self->ssl_ctx);
	bool taken =
		ssl != NULL && SSL_use_cert_and_key(ssl, identity->certificate, identity->key, identity->chain, 1) == 1;

	SSL_free(ssl);
	if (!taken) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: SNI_server_certs: OpenSSL does not take the certificate of \"%s\": %s", ZSTR_VAL(name),
			evloop_tls_reason());
	}
	return taken;
}

static bool add_name(evl_tls_context *self, zend_object *options, const zend_string *name, zval *value)
{
	evl_tls_identity identity = {.certificate = NULL};
	evloop_tls_source source = {.cert_option = "SNI_server_certs",
		.key_option = "SNI_server_certs",
		.passphrase = text_of(options, EVLOOP_TLS_PASSPHRASE)};
	bool added;

	if (Z_TYPE_P(value) == IS_STRING) {
		source.cert = Z_STR_P(value);
	} else {
		source.cert = Z_STR_P(zend_hash_str_find_deref(Z_ARR_P(value), ZEND_STRL("local_cert")));
		source.key = Z_STR_P(zend_hash_str_find_deref(Z_ARR_P(value), ZEND_STRL("local_pk")));
	}
	added = evloop_tls_identity_load(&identity, &source) && try_identity(self, name, &identity);
	if (added && evl_tls_choice_add(&self->choice, ZSTR_VAL(name), &identity) != 0) {
		added = fail("SNI_server_certs");
	}
	evl_tls_identity_free(&identity);
	return added;
}

static bool set_names(evl_tls_context *self, zend_object *options)
{
	zend_array *names =
		options != NULL ? evloop_options_array(options, EVLOOP_TLS_SNI_SERVER_CERTS) : (zend_array *) &zend_empty_array;
	zend_string *name;
	zval *value;

	if (names != NULL) {
		ZEND_HASH_FOREACH_STR_KEY_VAL (names, name, value) {
			ZVAL_DEREF(value);
			if (!add_name(self, options, name, value)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	if (!self->choice.has_default && self->choice.count == 0) {
		zend_throw_exception(
			evloop_ce_tls_exception, "TlsOptions: a server needs a certificate: local_cert, or SNI_server_certs", 0);
		return false;
	}
	return true;
}

static bool set_protocols(evl_tls_context *self, zend_object *options)
{
	zend_array *protocols = evloop_options_array(options, EVLOOP_TLS_ALPN_PROTOCOLS);
	smart_str wire = {NULL, 0};
	bool set = true;
	zval *protocol;

	if (protocols == NULL || zend_hash_num_elements(protocols) == 0) {
		return true;
	}
	ZEND_HASH_FOREACH_VAL (protocols, protocol) {
		ZVAL_DEREF(protocol);
		smart_str_appendc(&wire, (char) Z_STRLEN_P(protocol));
		smart_str_append(&wire, Z_STR_P(protocol));
	}
	ZEND_HASH_FOREACH_END();
	if (self->server) {
		self->choice.alpn = evl_malloc(ZSTR_LEN(wire.s));
		self->choice.alpn_length = (unsigned int) ZSTR_LEN(wire.s);
		set = self->choice.alpn != NULL;
		if (set) {
			memcpy(self->choice.alpn, ZSTR_VAL(wire.s), ZSTR_LEN(wire.s));
		}
	} else {
		/* 0 is success, of this one function. */
		set = SSL_CTX_set_alpn_protos(
				  self->ssl_ctx, (const unsigned char *) ZSTR_VAL(wire.s), (unsigned int) ZSTR_LEN(wire.s)) == 0;
	}
	smart_str_free(&wire);
	return set || fail("alpn_protocols");
}

/* Whom PHP trusts where nobody says whom: its settings, else what the system has. */
static X509_STORE *trust_of_system(void)
{
	const char *file = zend_ini_string_ex(ZEND_STRL("openssl.cafile"), 0, NULL);
	const char *directory = zend_ini_string_ex(ZEND_STRL("openssl.capath"), 0, NULL);
	bool has_file = file != NULL && *file != '\0';
	bool has_directory = directory != NULL && *directory != '\0';
	X509_STORE *store = X509_STORE_new();
	bool loaded = store != NULL;

	if (loaded && !has_file && !has_directory) {
		loaded = X509_STORE_set_default_paths(store) == 1;
	}
	if (loaded && has_file) {
		loaded = evloop_tls_trust_file(store, "openssl.cafile of php.ini", file, NULL);
	}
	if (loaded && has_directory) {
		loaded = evloop_tls_trust_directory(store, "openssl.capath of php.ini", directory);
	}
	if (!loaded) {
		X509_STORE_free(store);
		if (EG(exception) == NULL) {
			fail("the trusted certificates of the system");
		}
		return NULL;
	}
	return store;
}

static bool set_trust(evl_tls_context *self, const evloop_tls_options *given)
{
	X509_STORE *trust = given != NULL ? given->trust : NULL;

	if (self->server && given != NULL && given->issuers != NULL && self->verify_peer) {
		STACK_OF(X509_NAME) *issuers = SSL_dup_CA_list(given->issuers);

		if (issuers == NULL) {
			return fail("cafile");
		}
		SSL_CTX_set_client_CA_list(self->ssl_ctx, issuers);
	}
	if (trust != NULL || !self->verify_peer) {
		evl_tls_context_verify(self, trust);
		return true;
	}
	trust = trust_of_system();
	if (trust == NULL) {
		return false;
	}
	evl_tls_context_verify(self, trust);
	X509_STORE_free(trust);
	return true;
}

static bool set_verification(evl_tls_context *self, zend_object *options)
{
	const evloop_tls_options *given = options != NULL ? evloop_tls_options_from_obj(options) : NULL;
	const zend_string *peer_name = text_of(options, EVLOOP_TLS_PEER_NAME);

	self->verify_peer = flag_of(options, EVLOOP_TLS_VERIFY_PEER);
	self->verify_name = flag_of(options, EVLOOP_TLS_VERIFY_PEER_NAME);
	if (self->server) {
		self->verify_peer = self->verify_peer && given != NULL && given->trust != NULL;
		self->verify_name = self->verify_name && self->verify_peer && peer_name != NULL;
	}
	self->allow_self_signed = flag_of(options, EVLOOP_TLS_ALLOW_SELF_SIGNED);
	self->capture = flag_of(options, EVLOOP_TLS_CAPTURE_PEER_CERT);
	self->verify_depth = (int) evloop_options_int(evloop_tls_options_table, options, EVLOOP_TLS_VERIFY_DEPTH);
	if (peer_name != NULL) {
		self->peer_name = evl_malloc(ZSTR_LEN(peer_name) + 1);
		if (self->peer_name == NULL) {
			return fail("peer_name");
		}
		memcpy(self->peer_name, ZSTR_VAL(peer_name), ZSTR_LEN(peer_name) + 1);
	}
	return set_trust(self, given);
}

static evl_tls_context *build(zend_object *options, bool server)
{
	evl_tls_context *self = evl_tls_context_new(server);
	bool built = self != NULL || fail("making a context");

	built = built && set_versions(self, options) && set_identity(self, options) && set_protocols(self, options) &&
			set_verification(self, options) && (!server || set_names(self, options));
	if (!built && self != NULL) {
		evl_tls_context_unref(self);
		self = NULL;
	}
	return self;
}

/* Where the context is kept: with the options, or, that of clients without any, with the request. */
static evl_tls_context **place_of(zend_object *options, bool server)
{
	return options != NULL ? &evloop_tls_options_from_obj(options)->contexts[server] : &EVLOOP_G(tls_client);
}

evloop_tls_context *evloop_tls_context_get(zend_object *options, bool server)
{
	evl_tls_context **place = place_of(options, server);

	if (UNEXPECTED(options != NULL && !evloop_tls_options_from_obj(options)->ready)) {
		zend_throw_error(NULL, "TlsOptions: their constructor has failed");
		return NULL;
	}
	if (*place == NULL || (options == NULL && server)) {
		evl_tls_context *built;
		evl_tls_errors errors;

		evl_tls_errors_begin(&errors);
		built = build(options, server);
		evl_tls_errors_end(&errors);
		if (built == NULL) {
			return NULL;
		}
		*place = built;
	}
	return evl_tls_context_ref(*place);
}

evloop_tls_context *evloop_tls_context_ref(evloop_tls_context *context)
{
	return evl_tls_context_ref(context);
}

void evloop_tls_context_release(evloop_tls_context *context)
{
	evl_tls_context_unref(context);
}

SSL *evloop_tls_context_new_ssl(evloop_tls_context *context, const char *host)
{
	evl_tls_errors errors;
	SSL *ssl;
	int status;

	evl_tls_errors_begin(&errors);
	status = evl_tls_context_open(&ssl, context, host);
	if (status == -EINVAL) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			host == NULL ? "TLS: nobody says whom to expect: give TlsOptions a peer_name, or verify_peer_name: false"
						 : "TLS: \"%s\" is no name that a certificate could be for: give TlsOptions a peer_name",
			host);
	} else if (status != 0) {
		zend_throw_exception_ex(
			evloop_ce_tls_exception, 0, "TLS: making a connection's state failed: %s", evloop_tls_reason());
	}
	evl_tls_errors_end(&errors);
	return ssl;
}

zend_result evloop_tls_context_minit(int module_number)
{
	return evl_tls_context_init() == 0 ? SUCCESS : FAILURE;
}

void evloop_tls_context_mshutdown(void)
{
	evl_tls_context_exit();
}

void evloop_tls_context_rshutdown(void)
{
	if (EVLOOP_G(tls_client) != NULL) {
		evl_tls_context_unref(EVLOOP_G(tls_client));
		EVLOOP_G(tls_client) = NULL;
	}
}

#else

evloop_tls_context *evloop_tls_context_get(zend_object *options, bool server)
{
	zend_throw_exception(evloop_ce_tls_exception, "TLS needs an evloop that is built with OpenSSL", 0);
	return NULL;
}

evloop_tls_context *evloop_tls_context_ref(evloop_tls_context *context)
{
	return context;
}

void evloop_tls_context_release(evloop_tls_context *context)
{
}

struct ssl_st *evloop_tls_context_new_ssl(evloop_tls_context *context, const char *host)
{
	return NULL;
}

zend_result evloop_tls_context_minit(int module_number)
{
	return SUCCESS;
}

void evloop_tls_context_mshutdown(void)
{
}

void evloop_tls_context_rshutdown(void)
{
}

#endif
