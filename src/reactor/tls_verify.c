/* SPDX-License-Identifier: MIT */
/*
 * tls_verify.c: see tls_verify.h. What stands in a certificate was written by the peer: it goes into messages printable
 * and cut short.
 */
#ifdef EVLOOP_OPENSSL

#include "src/reactor/tls_verify.h"

#include "src/core/mem.h"
#include "src/reactor/tls_context.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define REFUSAL_MAX 640
#define SHOWN_MAX   80
#define NAMES_MAX   5

/* "CN=example.com,O=Example"; the escapes are ours. */
#define SUBJECT_FLAGS (XN_FLAG_RFC2253 & ~(ASN1_STRFLGS_ESC_2253 | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_ESC_MSB))

typedef struct text {
	size_t length;
	char data[REFUSAL_MAX];
} text;

__attribute__((format(printf, 2, 3))) static void append(text *to, const char *format, ...)
{
	size_t room = sizeof(to->data) - to->length;
	va_list arguments;
	int written;

	va_start(arguments, format);
	written = vsnprintf(to->data + to->length, room, format, arguments);
	va_end(arguments);
	if (written > 0) {
		to->length += (size_t) written < room ? (size_t) written : room - 1;
	}
}

/* What is not plain ASCII as \xNN. */
static void append_printable(text *to, const unsigned char *data, size_t length)
{
	size_t shown = length < SHOWN_MAX ? length : SHOWN_MAX;

	for (size_t i = 0; i < shown; i++) {
		if (data[i] >= ' ' && data[i] <= '~' && data[i] != '"' && data[i] != '\\') {
			append(to, "%c", data[i]);
		} else {
			append(to, "\\x%02X", data[i]);
		}
	}
	append(to, "%s", shown < length ? "..." : "");
}

static void append_subject(text *to, X509 *certificate)
{
	BIO *bio = certificate != NULL ? BIO_new(BIO_s_mem()) : NULL;
	char *subject;
	long length;

	if (bio == NULL) {
		return;
	}
	if (X509_NAME_print_ex(bio, X509_get_subject_name(certificate), 0, SUBJECT_FLAGS) >= 0) {
		length = BIO_get_mem_data(bio, &subject);
		append(to, " (");
		if (length > 0) {
			append_printable(to, (const unsigned char *) subject, (size_t) length);
		} else {
			append(to, "no subject");
		}
		append(to, ")");
	}
	BIO_free(bio);
}

/* False for a kind of name that is not looked at. */
static bool append_name(text *to, const GENERAL_NAME *name, const char *separator)
{
	char address[INET6_ADDRSTRLEN];
	const ASN1_STRING *value;
	int length;

	if (name->type != GEN_DNS && name->type != GEN_IPADD) {
		return false;
	}
	value = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
	length = ASN1_STRING_length(value);
	append(to, "%s\"", separator);
	if (name->type == GEN_DNS) {
		append_printable(to, ASN1_STRING_get0_data(value), (size_t) length);
	} else if ((length == 4 || length == 16) && inet_ntop(length == 4 ? AF_INET : AF_INET6,
													ASN1_STRING_get0_data(value), address, sizeof(address)) != NULL) {
		append(to, "%s", address);
	}
	append(to, "\"");
	return true;
}

static void append_names(text *to, X509 *certificate)
{
	GENERAL_NAMES *names = certificate != NULL ? X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL) : NULL;
	int shown = 0;

	for (int i = 0; i < sk_GENERAL_NAME_num(names) && shown <= NAMES_MAX; i++) {
		if (shown == NAMES_MAX) {
			append(to, " and others");
			break;
		}
		shown += append_name(to, sk_GENERAL_NAME_value(names, i), shown > 0 ? ", " : "it is for ");
	}
	if (shown == 0) {
		append(to, "it names nobody in its subjectAltName, and a common name does not count");
	}
	sk_GENERAL_NAME_pop_free(names, GENERAL_NAME_free);
}

static bool is_about_the_name(int error)
{
	return error == X509_V_ERR_HOSTNAME_MISMATCH || error == X509_V_ERR_IP_ADDRESS_MISMATCH ||
		   error == X509_V_ERR_EMAIL_MISMATCH;
}

static void keep_refusal(evl_tls_peer *peer, int error, X509_STORE_CTX *store)
{
	X509 *certificate = X509_STORE_CTX_get_current_cert(store);
	text refusal = {.length = 0};

	if (is_about_the_name(error)) {
		append(&refusal, "the certificate is not for \"%s\": ", peer->name != NULL ? peer->name : "");
		append_names(&refusal, certificate != NULL ? certificate : X509_STORE_CTX_get0_cert(store));
	} else {
		append(&refusal, "%s", X509_verify_cert_error_string(error));
		append_subject(&refusal, certificate);
	}
	evl_free(peer->refusal);
	peer->refusal = evl_malloc(refusal.length + 1);
	if (peer->refusal != NULL) {
		memcpy(peer->refusal, refusal.data, refusal.length + 1);
	}
}

static bool is_forgiven(const evl_tls_context *context, int error)
{
	if (is_about_the_name(error)) {
		return !context->verify_name;
	}
	return !context->verify_peer || (error == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT && context->allow_self_signed);
}

int evl_tls_verify(int good, X509_STORE_CTX *store)
{
	const SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
	const evl_tls_context *context = evl_tls_context_of(ssl);
	evl_tls_peer *peer = evl_tls_peer_of(ssl);
	int error = X509_STORE_CTX_get_error(store);

	/* PHP counts the root in, OpenSSL does not. */
	if (good && context->verify_peer && X509_STORE_CTX_get_error_depth(store) > context->verify_depth) {
		good = 0;
		error = X509_V_ERR_CERT_CHAIN_TOO_LONG;
		X509_STORE_CTX_set_error(store, error);
	}
	if (good || is_forgiven(context, error)) {
		return 1;
	}
	keep_refusal(peer, error, store);
	return 0;
}

const char *evl_tls_refusal(const SSL *ssl)
{
	const evl_tls_peer *peer = evl_tls_peer_of(ssl);

	return peer != NULL ? peer->refusal : NULL;
}

#endif
