/* SPDX-License-Identifier: MIT */
/*
 * OpenSSL's view of a stream: a BIO that reads what was just received and writes to `sealed`, from where
 * evl_tls_push() takes it. And OpenSSL's error queue, which belongs to the thread: PHP's openssl, curl and database
 * clients use it as well, so it is left as it was found, and SSL_get_error(), which trusts it, is not used. The method is
 * made once a process; a BIO owns nothing.
 */
#include "src/reactor/tls.h"

#ifdef EVLOOP_OPENSSL

#include "src/core/mem.h"
#include "src/reactor/tls_state.h"
#include "src/reactor/tls_verify.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <string.h>

static BIO_METHOD *method;

static size_t take_held(evl_tls *tls, char *to, size_t size)
{
	size_t count = tls->held.length < size ? tls->held.length : size;

	if (count > 0) {
		memcpy(to, evl_buf_data(&tls->held), count);
		evl_buf_consume(&tls->held, count);
	}
	return count;
}

static size_t take_slice(evl_tls *tls, char *to, size_t size)
{
	size_t count = tls->slice_size < size ? tls->slice_size : size;

	if (count > 0) {
		memcpy(to, tls->slice, count);
		tls->slice += count;
		tls->slice_size -= count;
	}
	return count;
}

static int bio_read(BIO *bio, char *to, int size)
{
	evl_tls *tls = ((evl_stream *) BIO_get_data(bio))->tls;
	size_t count = take_held(tls, to, (size_t) size);

	count += take_slice(tls, to + count, (size_t) size - count);
	BIO_clear_retry_flags(bio);
	if (count == 0) {
		tls->starved = true;
		BIO_set_retry_read(bio);
		return -1;
	}
	tls->barren += count;
	return (int) count;
}

/* Never a part. The block that was used last is warm, and as large as it needs to be. */
static int bio_write(BIO *bio, const char *data, int size)
{
	evl_stream *stream = BIO_get_data(bio);
	evl_tls *tls = stream->tls;
	evl_loop *loop = stream->handle.loop;

	BIO_clear_retry_flags(bio);
	if (size <= 0) {
		return 0;
	}
	if (tls->sealed.block == NULL && loop->tls_block != NULL) {
		tls->sealed = (evl_buf){.block = loop->tls_block, .capacity = EVL_TLS_BLOCK};
		loop->tls_block = NULL;
	}
	if (evl_buf_append(&tls->sealed, data, (size_t) size) != 0) {
		tls->out_of_memory = true;
		return -1;
	}
	stream->written += (uint64_t) size;
	return size;
}

static long bio_control(BIO *bio, int command, long number, void *pointer)
{
	return command == BIO_CTRL_FLUSH;
}

int evl_tls_startup(void)
{
	if (method != NULL) {
		return 0;
	}
	method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "evloop stream");
	if (method == NULL) {
		return UV_ENOMEM;
	}
	(void) BIO_meth_set_read(method, bio_read);
	(void) BIO_meth_set_write(method, bio_write);
	(void) BIO_meth_set_ctrl(method, bio_control);
	return 0;
}

void evl_tls_shutdown(void)
{
	BIO_meth_free(method);
	method = NULL;
}

BIO *evl_tls_bio_new(evl_stream *stream)
{
	BIO *bio = method != NULL ? BIO_new(method) : NULL;

	if (bio != NULL) {
		BIO_set_data(bio, stream);
		BIO_set_init(bio, 1);
	}
	return bio;
}

static char *text_of(const char *before, const char *text)
{
	size_t size = strlen(before) + strlen(text) + 1;
	char *copy = evl_malloc(size);

	if (copy != NULL) {
		(void) snprintf(copy, size, "%s%s", before, text);
	}
	return copy;
}

/* Code and text; where in OpenSSL it was is lost. */
static unsigned long take_error(char **text)
{
	const char *data = NULL;
	int flags = 0;
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
	unsigned long code = ERR_get_error_all(NULL, NULL, NULL, &data, &flags);
#else
	unsigned long code = ERR_get_error_line_data(NULL, NULL, &data, &flags);
#endif

	*text = code != 0 && (flags & ERR_TXT_STRING) && data[0] != '\0' ? text_of("", data) : NULL;
	return code;
}

static void put_error(unsigned long code, char *text)
{
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
	ERR_new();
	ERR_set_error(ERR_GET_LIB(code), ERR_GET_REASON(code), text != NULL ? "%s" : NULL, text);
#else
	ERR_put_error(ERR_GET_LIB(code), ERR_GET_FUNC(code), ERR_GET_REASON(code), "", 0);
	if (text != NULL) {
		ERR_add_error_data(1, text);
	}
#endif
	evl_free(text);
}

/* A mark would not do: the handshake itself clears the whole queue. */
void evl_tls_errors_begin(evl_tls_errors *before)
{
	before->count = 0;
	while (before->count < EVL_TLS_ERRORS &&
		   (before->codes[before->count] = take_error(&before->texts[before->count])) != 0) {
		before->count++;
	}
}

bool evl_tls_errors_any(void)
{
	return ERR_peek_error() != 0;
}

void evl_tls_errors_end(evl_tls_errors *before)
{
	if (evl_tls_errors_any()) {
		ERR_clear_error();
	}
	for (unsigned i = 0; i < before->count; i++) {
		put_error(before->codes[i], before->texts[i]);
	}
}

/* The table of alerts is older than some of them, which that of errors has. */
static const char *alert_text(int alert, const char *error)
{
	const char *text = SSL_alert_desc_string_long(alert);

	return strcmp(text, "unknown") == 0 && error != NULL ? error : text;
}

char *evl_tls_errors_text(const SSL *ssl)
{
	unsigned long error = ERR_peek_last_error();
	int reason = ERR_GET_REASON(error);
	const char *text = ERR_reason_error_string(error);

	if (!evl_tls_errors_any()) {
		return text_of("", "the handshake ended without a reason");
	}
	if (ERR_GET_LIB(error) != ERR_LIB_SSL) {
		return text_of("", text != NULL ? text : "OpenSSL gave no reason");
	}
	if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED && evl_tls_refusal(ssl) != NULL) {
		return text_of("the certificate was refused: ", evl_tls_refusal(ssl));
	}
	if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED && SSL_get_verify_result(ssl) != X509_V_OK) {
		return text_of("the certificate was refused: ", X509_verify_cert_error_string(SSL_get_verify_result(ssl)));
	}
	if (reason > SSL_AD_REASON_OFFSET) {
		return text_of("the peer refused: ", alert_text(reason - SSL_AD_REASON_OFFSET, text));
	}
	if (reason == SSL_R_WRONG_VERSION_NUMBER) {
		return text_of("", "what came is no TLS");
	}
	if (reason == SSL_R_HTTP_REQUEST) {
		return text_of("", "the client speaks HTTP without TLS");
	}
	return text_of("", text != NULL ? text : "OpenSSL gave no reason");
}

#else

int evl_tls_startup(void)
{
	return UV_ENOTSUP;
}

void evl_tls_shutdown(void)
{
}

bool evl_stream_is_secured(const evl_stream *stream)
{
	return false;
}

struct ssl_st *evl_stream_ssl(const evl_stream *stream)
{
	return NULL;
}

const char *evl_stream_tls_reason(const evl_stream *stream)
{
	return "";
}

int evl_stream_start_tls(evl_stream *stream, struct ssl_st *ssl, const evl_tls_options *options)
{
	return UV_ENOTSUP;
}

#endif
