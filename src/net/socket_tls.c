/* SPDX-License-Identifier: MIT */
/*
 * startTls() and tls() of the class Socket. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/net/socket.h"
#include "src/net/tls.h"
#include "src/net/tls_info.h"
#include "src/net/tls_options.h"
#include "src/reactor/tls.h"
#include "zend_exceptions.h"

static bool start(evloop_socket *self, evloop_tls_context *context)
{
	evloop_tls_call call = {.operation = "startTls", .server = self->accepted};
	const char *host = self->host != NULL ? ZSTR_VAL(self->host) : NULL;
	char *text;
	bool ok;

	spprintf(&text, 0, "startTls() on %s", evloop_stream_name(&self->stream));
	call.text = text;
	ok = evloop_tls_start(&self->stream, context, host, &call);
	efree(text);
	return ok;
}

PHP_METHOD(Evloop_Socket, startTls)
{
	evloop_socket *self = evloop_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *options = NULL;
	evloop_tls_context *context;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_tls_options)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_stream_check_open(&self->stream, "startTls")) {
		RETURN_THROWS();
	}
	context = evloop_tls_context_of(options, self->accepted);
	if (context == NULL) {
		RETURN_THROWS();
	}
	(void) start(self, context);
}

PHP_METHOD(Evloop_Socket, tls)
{
	const evloop_stream *self = evloop_stream_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!evloop_stream_check_open(self, "tls")) {
		RETURN_THROWS();
	}
	if (evl_stream_is_secured(self->stream)) {
		evloop_tls_info_create(return_value, evl_stream_ssl(self->stream));
	}
}
