/* SPDX-License-Identifier: MIT */
/*
 * The class TlsOptions: its values are checked and its files read when it is made. PHP's thread only.
 */
#include "src/net/tls_options.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "src/net/tls_context.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"

#ifdef EVLOOP_OPENSSL
#include "src/net/tls_ciphers.h"
#include "src/net/tls_files.h"
#include "src/reactor/tls_state.h"

#endif

#include "stubs/TlsOptions_arginfo.h"

/* OpenSSL's buffer for it (PEM_BUFSIZE). */
#define PASSPHRASE_MAX 1023

#define NAME_MAX_LENGTH     253
#define PROTOCOL_MAX_LENGTH 255

zend_class_entry *evloop_ce_tls_options;

static bool has_nul(const zend_string *value)
{
	return memchr(ZSTR_VAL(value), '\0', ZSTR_LEN(value)) != NULL;
}

static const char *refuse_path(const zend_string *value)
{
	return ZSTR_LEN(value) == 0 ? "must not be empty" : has_nul(value) ? "must not have NUL bytes" : NULL;
}

static const char *refuse_name(const zend_string *value)
{
	bool good =
		ZSTR_LEN(value) > 0 && ZSTR_LEN(value) <= NAME_MAX_LENGTH && ZSTR_VAL(value)[0] != '.' && !has_nul(value);

	return good ? NULL : "must be the name of a host, of at most 253 bytes, or an IP address";
}

static const char *refuse_passphrase(const zend_string *value)
{
	return ZSTR_LEN(value) > PASSPHRASE_MAX ? "must have at most 1023 bytes" : NULL;
}

static const char *refuse_ciphers(const zend_string *value)
{
	return ZSTR_LEN(value) == 0 || has_nul(value) ? "must be a list of ciphers as OpenSSL writes it" : NULL;
}

static const char *refuse_version(const zend_string *value)
{
	if (zend_string_equals_literal(value, "TLSv1.2") || zend_string_equals_literal(value, "TLSv1.3")) {
		return NULL;
	}
	return "must be \"TLSv1.2\" or \"TLSv1.3\", which are the versions that this extension speaks";
}

const evloop_option evloop_tls_options_table[EVLOOP_TLS_OPTIONS] = {
	[EVLOOP_TLS_VERIFY_PEER] = {.type = EVLOOP_OPTION_BOOL, .integer = 1},
	[EVLOOP_TLS_VERIFY_PEER_NAME] = {.type = EVLOOP_OPTION_BOOL, .integer = 1},
	[EVLOOP_TLS_PEER_NAME] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_name},
	[EVLOOP_TLS_ALLOW_SELF_SIGNED] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[EVLOOP_TLS_CAFILE] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_path},
	[EVLOOP_TLS_CAPATH] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_path},
	[EVLOOP_TLS_LOCAL_CERT] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_path},
	[EVLOOP_TLS_LOCAL_PK] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_path},
	[EVLOOP_TLS_PASSPHRASE] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_passphrase},
	[EVLOOP_TLS_CIPHERS] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_ciphers},
	[EVLOOP_TLS_MIN_PROTO_VERSION] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_version},
	[EVLOOP_TLS_ALPN_PROTOCOLS] = {.type = EVLOOP_OPTION_ARRAY},
	[EVLOOP_TLS_SNI_SERVER_CERTS] = {.type = EVLOOP_OPTION_ARRAY},
	[EVLOOP_TLS_CAPTURE_PEER_CERT] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[EVLOOP_TLS_VERIFY_DEPTH] = {.type = EVLOOP_OPTION_INT, .min = 0, .max = 100, .integer = 9},
};

#ifdef EVLOOP_OPENSSL

static zend_object_handlers options_handlers;

static bool check_protocols(zend_array *protocols)
{
	size_t total = 0;
	zval *protocol;

	if (!zend_array_is_list(protocols)) {
		zend_argument_value_error(EVLOOP_TLS_ALPN_PROTOCOLS + 1, "must be a list");
		return false;
	}
	ZEND_HASH_FOREACH_VAL (protocols, protocol) {
		ZVAL_DEREF(protocol);
		if (Z_TYPE_P(protocol) != IS_STRING || Z_STRLEN_P(protocol) == 0 ||
			Z_STRLEN_P(protocol) > PROTOCOL_MAX_LENGTH) {
			zend_argument_value_error(
				EVLOOP_TLS_ALPN_PROTOCOLS + 1, "must be a list of names of protocols, each of 1 to 255 bytes");
			return false;
		}
		total += 1 + Z_STRLEN_P(protocol);
	}
	ZEND_HASH_FOREACH_END();
	if (total > UINT16_MAX) {
		zend_argument_value_error(EVLOOP_TLS_ALPN_PROTOCOLS + 1, "must be a list of at most 65535 bytes in all");
		return false;
	}
	return true;
}

static bool is_path(const zval *value)
{
	return value != NULL && Z_TYPE_P(value) == IS_STRING && refuse_path(Z_STR_P(value)) == NULL;
}

static bool is_pair_of_paths(zval *value)
{
	zval *cert;
	zval *key;

	if (Z_TYPE_P(value) != IS_ARRAY) {
		return false;
	}
	cert = zend_hash_str_find_deref(Z_ARR_P(value), ZEND_STRL("local_cert"));
	key = zend_hash_str_find_deref(Z_ARR_P(value), ZEND_STRL("local_pk"));
	return is_path(cert) && is_path(key);
}

static bool check_names(zend_array *names)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (names, name, value) {
		ZVAL_DEREF(value);
		if (name == NULL || refuse_name(name) != NULL) {
			zend_argument_value_error(
				EVLOOP_TLS_SNI_SERVER_CERTS + 1, "must have names of hosts as keys, of at most 253 bytes");
			return false;
		}
		if (!is_path(value) && !is_pair_of_paths(value)) {
			zend_argument_value_error(EVLOOP_TLS_SNI_SERVER_CERTS + 1,
				"must have for \"%s\" the path of a file, or [\"local_cert\" => path, \"local_pk\" => path]",
				ZSTR_VAL(name));
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool check_ciphers(const zend_string *ciphers)
{
	zend_string *unknown = NULL;
	SSL_CTX *scratch;
	bool known;

	if (ciphers == NULL) {
		return true;
	}
	scratch = SSL_CTX_new(TLS_method());
	known = scratch != NULL && evloop_tls_ciphers_set(scratch, ciphers, &unknown);
	SSL_CTX_free(scratch);
	if (!known) {
		zend_argument_value_error(EVLOOP_TLS_CIPHERS + 1, "must be a list of ciphers that OpenSSL knows, not \"%s\"",
			unknown != NULL ? ZSTR_VAL(unknown) : "");
	}
	if (unknown != NULL) {
		zend_string_release(unknown);
	}
	return known;
}

static bool check_values(zend_object *object)
{
	if (evloop_options_string(object, EVLOOP_TLS_LOCAL_PK) != NULL &&
		evloop_options_string(object, EVLOOP_TLS_LOCAL_CERT) == NULL) {
		zend_argument_value_error(EVLOOP_TLS_LOCAL_PK + 1, "must have a certificate beside it, $local_cert");
		return false;
	}
	return check_ciphers(evloop_options_string(object, EVLOOP_TLS_CIPHERS)) &&
		   check_protocols(evloop_options_array(object, EVLOOP_TLS_ALPN_PROTOCOLS)) &&
		   check_names(evloop_options_array(object, EVLOOP_TLS_SNI_SERVER_CERTS));
}

static bool load_identity(evloop_tls_options *self)
{
	const evloop_tls_source source = {
		.cert_option = "local_cert",
		.cert = evloop_options_string(&self->std, EVLOOP_TLS_LOCAL_CERT),
		.key_option = "local_pk",
		.key = evloop_options_string(&self->std, EVLOOP_TLS_LOCAL_PK),
		.passphrase = evloop_options_string(&self->std, EVLOOP_TLS_PASSPHRASE),
	};

	return source.cert == NULL || evloop_tls_identity_load(&self->identity, &source);
}

static bool load_trust(evloop_tls_options *self)
{
	const zend_string *file = evloop_options_string(&self->std, EVLOOP_TLS_CAFILE);
	const zend_string *directory = evloop_options_string(&self->std, EVLOOP_TLS_CAPATH);

	if (file == NULL && directory == NULL) {
		return true;
	}
	self->trust = X509_STORE_new();
	if (self->trust == NULL) {
		zend_throw_exception(evloop_ce_tls_exception, "TlsOptions: OpenSSL has no memory left", 0);
		return false;
	}
	return (file == NULL || evloop_tls_trust_file(self->trust, "cafile", ZSTR_VAL(file), &self->issuers)) &&
		   (directory == NULL || evloop_tls_trust_directory(self->trust, "capath", ZSTR_VAL(directory)));
}

/*
 * The context of a server is made at once where there can be one: it finds what else is wrong with a certificate, and its
 * key of tickets is the same in all processes that are forked later.
 */
static bool make_server(evloop_tls_options *self)
{
	evloop_tls_context *context;

	if (self->identity.certificate == NULL &&
		zend_hash_num_elements(evloop_options_array(&self->std, EVLOOP_TLS_SNI_SERVER_CERTS)) == 0) {
		return true;
	}
	context = evloop_tls_context_get(&self->std, true);
	if (context == NULL) {
		return false;
	}
	evloop_tls_context_release(context);
	return true;
}

static void options_free_object(zend_object *object)
{
	evloop_tls_options *self = evloop_tls_options_from_obj(object);

	for (size_t i = 0; i < 2; i++) {
		if (self->contexts[i] != NULL) {
			evl_tls_context_unref(self->contexts[i]);
		}
	}
	evl_tls_identity_free(&self->identity);
	X509_STORE_free(self->trust);
	sk_X509_NAME_pop_free(self->issuers, X509_NAME_free);
	zend_object_std_dtor(object);
}

static zend_object *options_create_object(zend_class_entry *ce)
{
	evloop_tls_options *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &options_handlers;
	return &self->std;
}

PHP_METHOD(Evloop_TlsOptions, __construct)
{
	evloop_tls_options *self = evloop_tls_options_from_obj(Z_OBJ_P(ZEND_THIS));
	evl_tls_errors errors;

	if (!evloop_options_construct(execute_data, evloop_tls_options_table, EVLOOP_TLS_OPTIONS)) {
		return;
	}
	evl_tls_errors_begin(&errors);
	self->ready = check_values(&self->std) && load_identity(self) && load_trust(self);
	if (self->ready && !make_server(self)) {
		self->ready = false;
	}
	evl_tls_errors_end(&errors);
}

zend_result evloop_tls_options_minit(int module_number)
{
	evloop_ce_tls_options = register_class_Evloop_TlsOptions();
	evloop_ce_tls_options->create_object = options_create_object;
	evloop_object_handlers(&options_handlers, XtOffsetOf(evloop_tls_options, std));
	options_handlers.free_obj = options_free_object;
	return SUCCESS;
}

#else

PHP_METHOD(Evloop_TlsOptions, __construct)
{
	if (evloop_options_construct(execute_data, evloop_tls_options_table, EVLOOP_TLS_OPTIONS)) {
		zend_throw_exception(evloop_ce_tls_exception, "TLS needs an evloop that is built with OpenSSL", 0);
	}
}

zend_result evloop_tls_options_minit(int module_number)
{
	evloop_ce_tls_options = register_class_Evloop_TlsOptions();
	evloop_options_register(evloop_ce_tls_options);
	return SUCCESS;
}

#endif
