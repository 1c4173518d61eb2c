/* SPDX-License-Identifier: MIT */
/*
 * tls.c: see tls.h. Who waits for the handshake stands as the stream's reader: another read is refused meanwhile, a
 * close wakes it, and what is written waits in the stream. PHP's thread only.
 */
#include "src/net/tls.h"

#include "src/base/error.h"
#include "src/reactor/tls.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

static bool throw_tls(const evloop_tls_call *call, const char *why)
{
	zend_throw_exception_ex(evloop_ce_tls_exception, 0, "%s failed: %s", call->text, why);
	return false;
}

/* Nobody else uses it, and nothing was slipped in before the handshake. */
static bool check_can_start(evloop_stream *self, const evloop_tls_call *call)
{
	if (!evloop_stream_check_free(self, call->operation) || !evloop_stream_check_writable(self, call->operation)) {
		return false;
	}
	if (self->stream->tls != NULL) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "%s: it is encrypted already", call->text);
		return false;
	}
	if (self->stream->in.length > 0) {
		return throw_tls(call, "the peer sent bytes in plain before the handshake: they may be anybody's");
	}
	return true;
}

/* All that is plain leaves first. Others may have used the stream meanwhile. */
static bool send_plain(evloop_stream *self, const evloop_tls_call *call, uint64_t deadline)
{
	while (evl_stream_buffered(self->stream) > 0) {
		if (!evloop_stream_drain(self, evloop_deadline_left(deadline)) || !check_can_start(self, call)) {
			return false;
		}
	}
	return true;
}

static bool begin(evloop_stream *self, evloop_tls_context *context, const char *host, const evloop_tls_call *call)
{
	const evl_tls_options options = {.server = call->server};
	struct ssl_st *ssl = evloop_tls_context_new_ssl(context, host);
	int status;

	if (ssl == NULL) {
		return false;
	}
	status = evl_stream_start_tls(self->stream, ssl, &options);
	if (status != 0) {
		evloop_error_throw(evloop_ce_tls_exception, status, "%s", call->text);
	}
	return status == 0;
}

static evloop_waited wait_until_secured(evloop_stream *self, const evloop_tls_call *call, uint64_t deadline)
{
	evloop_reader reader = {.need = SIZE_MAX};
	evloop_waited waited;

	self->reader = &reader;
	evl_stream_reference(self->stream, true);
	do {
		waited = evloop_waiter_wait(&reader.waiter, &self->std, call->operation, evloop_deadline_left(deadline));
	} while (waited == EVLOOP_WAITED && self->stream != NULL && (self->stream->stream_flags & EVL_STREAM_SECURING));
	self->reader = NULL;
	if (self->stream != NULL) {
		evl_stream_reference(self->stream, false);
	}
	return waited;
}

static bool tell_failure(const evloop_stream *self, const evloop_tls_call *call)
{
	int status = self->stream->read_status;

	if (evl_tls_is_status(status)) {
		return throw_tls(call, evl_stream_tls_reason(self->stream));
	}
	evloop_error_throw(evloop_ce_tls_exception, status, "%s", call->text);
	return false;
}

static bool shake_hands(evloop_stream *self, const evloop_tls_call *call, uint64_t deadline)
{
	evloop_waited waited = wait_until_secured(self, call, deadline);

	if (waited == EVLOOP_WAITED_THROWN) {
		return false;
	}
	if (self->stream == NULL) {
		return evloop_stream_check_still_open(self, call->operation);
	}
	if (self->stream->stream_flags & EVL_STREAM_SECURING) {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0,
			"%s failed: the TLS handshake was not done within %g seconds", call->text,
			self->settings.handshake_timeout);
		return false;
	}
	/* Of one that is gone right after it the next operation tells. */
	return evl_stream_is_secured(self->stream) || tell_failure(self, call);
}

bool evloop_tls_start(evloop_stream *stream, evloop_tls_context *context, const char *host, const evloop_tls_call *call)
{
	uint64_t deadline = evloop_deadline(stream->settings.handshake_timeout);

	if (evloop_scheduler_get() == NULL || !check_can_start(stream, call) || !send_plain(stream, call, deadline) ||
		!begin(stream, context, host, call)) {
		return false;
	}
	if (!shake_hands(stream, call, deadline)) {
		evloop_stream_close(stream);
		return false;
	}
	return true;
}

evloop_tls_context *evloop_tls_context_of(zend_object *options, bool server)
{
	evloop_tls_context *context = evloop_tls_context_get(options, server);

	if (context != NULL) {
		evloop_tls_context_release(context);
	}
	return context;
}

bool evloop_tls_of_listener(evloop_tls_context **context, const evl_addr *addr, const evloop_listen_settings *settings)
{
	*context = NULL;
	if (addr->scheme != EVL_ADDR_TLS && settings->tls == NULL) {
		return true;
	}
	*context = evloop_tls_context_of(settings->tls, true);
	return *context != NULL;
}

zend_result evloop_tls_minit(int module_number)
{
	int status = evl_tls_startup();

	return status == 0 || status == UV_ENOTSUP ? SUCCESS : FAILURE;
}

void evloop_tls_mshutdown(void)
{
	evl_tls_shutdown();
}
