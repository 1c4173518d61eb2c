/* SPDX-License-Identifier: MIT */
/*
 * The class TlsInfo: made of a connection, on which it does not depend any more. PHP's thread only.
 */
#include "src/net/tls_info.h"

#include "src/base/object.h"

#ifdef EVLOOP_OPENSSL
#include "src/reactor/tls_context.h"
#include "src/reactor/tls_state.h"

#include <openssl/pem.h>
#endif

#include "stubs/TlsInfo_arginfo.h"

static zend_class_entry *ce_tls_info;
static zend_object_handlers info_handlers;

#ifdef EVLOOP_OPENSSL

enum { PROTOCOL, CIPHER, ALPN, SERVER_NAME, PEER_CERTIFICATE, RESUMED };

static void set_certificate(zval *slot, const SSL *ssl)
{
	X509 *certificate = SSL_get_peer_certificate(ssl);
	BIO *bio = certificate != NULL ? BIO_new(BIO_s_mem()) : NULL;
	char *text;
	long length;

	ZVAL_NULL(slot);
	if (bio != NULL && PEM_write_bio_X509(bio, certificate) == 1) {
		length = BIO_get_mem_data(bio, &text);
		ZVAL_STRINGL(slot, text, (size_t) length);
	}
	BIO_free(bio);
	X509_free(certificate);
}

void evloop_tls_info_create(zval *result, const SSL *ssl)
{
	const char *cipher = SSL_get_cipher_name(ssl);
	const char *server_name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	const evl_tls_context *context = evl_tls_context_of(ssl);
	zend_object *info = zend_objects_new(ce_tls_info);
	const unsigned char *alpn;
	evl_tls_errors errors;
	unsigned int alpn_length;

	evl_tls_errors_begin(&errors);
	info->handlers = &info_handlers;
	SSL_get0_alpn_selected(ssl, &alpn, &alpn_length);
	ZVAL_STRING(OBJ_PROP_NUM(info, PROTOCOL), SSL_get_version(ssl));
	ZVAL_STRING(OBJ_PROP_NUM(info, CIPHER), cipher != NULL ? cipher : "");
	ZVAL_NULL(OBJ_PROP_NUM(info, ALPN));
	if (alpn_length > 0) {
		ZVAL_STRINGL(OBJ_PROP_NUM(info, ALPN), (const char *) alpn, alpn_length);
	}
	ZVAL_NULL(OBJ_PROP_NUM(info, SERVER_NAME));
	if (server_name != NULL) {
		ZVAL_STRING(OBJ_PROP_NUM(info, SERVER_NAME), server_name);
	}
	ZVAL_NULL(OBJ_PROP_NUM(info, PEER_CERTIFICATE));
	if (context != NULL && context->capture) {
		set_certificate(OBJ_PROP_NUM(info, PEER_CERTIFICATE), ssl);
	}
	ZVAL_BOOL(OBJ_PROP_NUM(info, RESUMED), SSL_session_reused(ssl));
	evl_tls_errors_end(&errors);
	ZVAL_OBJ(result, info);
}

#endif

PHP_METHOD(Evloop_TlsInfo, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *info_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &info_handlers;
	return object;
}

zend_result evloop_tls_info_minit(int module_number)
{
	ce_tls_info = register_class_Evloop_TlsInfo();
	ce_tls_info->create_object = info_create_object;
	evloop_object_handlers(&info_handlers, 0);
	return SUCCESS;
}
