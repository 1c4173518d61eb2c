/* SPDX-License-Identifier: MIT */
/*
 * A stream's event style (what flow.h asks of a kind of stream), and pipeTo(). PHP's thread only.
 */
#include "src/base/error.h"
#include "src/base/landing.h"
#include "src/io/stream.h"
#include "src/reactor/stream_disk.h"

static evloop_found take(zend_object *object, zval *data)
{
	evloop_stream *self = evloop_stream_from_obj(object);
	evl_stream *stream = self->stream;
	zend_string *landed = evloop_landing_take(stream);

	if (landed != NULL) {
		ZVAL_NEW_STR(data, landed);
		return EVLOOP_FOUND_DATA;
	}
	if (EXPECTED(stream->in.length > 0)) {
		ZVAL_STRINGL_FAST(data, evl_buf_data(&stream->in), stream->in.length);
		evl_stream_consume(stream, stream->in.length);
		return EVLOOP_FOUND_DATA;
	}
	if (stream->read_status == 0) {
		evloop_landing_prepare(stream->handle.loop);
		return EVLOOP_FOUND_NOTHING;
	}
	return evloop_stream_read_end(self, "read") ? EVLOOP_FOUND_END : EVLOOP_FOUND_FAILURE;
}

static void tell_us(zend_object *object, bool on)
{
	evloop_stream *self = evloop_stream_from_obj(object);

	if (self->stream == NULL) {
		return;
	}
	evl_stream_reference(self->stream, on);
	if (UNEXPECTED(self->stream->disk != NULL)) {
		self->stream->disk->once = false;
	}
	if (on && evl_stream_read_start(self->stream) != 0) {
		/* Nobody would tell us: read_status says it. */
		evloop_flow_poke(self->flow);
	}
}

/* A stream whose peer has ended is of no more use but for what is still to be sent. */
static void finish(zend_object *object)
{
	evloop_stream *self = evloop_stream_from_obj(object);

	if (evloop_stream_end(self, "", 0)) {
		evloop_stream_close(self);
	}
}

static void close_stream(zend_object *object)
{
	evloop_stream_close(evloop_stream_from_obj(object));
}

static bool is_closed(zend_object *object)
{
	return evloop_stream_from_obj(object)->stream == NULL;
}

static bool can_flow(zend_object *object, const char *operation)
{
	const evloop_stream *self = evloop_stream_from_obj(object);

	if (self->reader == NULL) {
		return true;
	}
	evloop_waiter_throw_pending(&self->reader->waiter, operation, evloop_stream_name(self));
	return false;
}

static bool has_output(zend_object *object)
{
	const evloop_stream *self = evloop_stream_from_obj(object);

	return !evl_list_is_empty(&self->writers) || evl_stream_buffered(self->stream) > 0;
}

static const evloop_flow_ops ops = {NULL, take, tell_us, finish, close_stream, is_closed, can_flow, has_output};

static evloop_flow **flow_of(zval *this)
{
	return &evloop_stream_from_obj(Z_OBJ_P(this))->flow;
}

PHP_METHOD(Evloop_Stream, on)
{
	evloop_flow_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, flow_of(ZEND_THIS), &ops, false);
}

PHP_METHOD(Evloop_Stream, once)
{
	evloop_flow_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, flow_of(ZEND_THIS), &ops, true);
}

PHP_METHOD(Evloop_Stream, off)
{
	evloop_flow_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, flow_of(ZEND_THIS));
}

PHP_METHOD(Evloop_Stream, pause)
{
	evloop_flow_pause(INTERNAL_FUNCTION_PARAM_PASSTHRU, flow_of(ZEND_THIS), &ops, true);
}

PHP_METHOD(Evloop_Stream, resume)
{
	evloop_flow_pause(INTERNAL_FUNCTION_PARAM_PASSTHRU, flow_of(ZEND_THIS), &ops, false);
}

PHP_METHOD(Evloop_Stream, pipeTo)
{
	evloop_stream *self = evloop_stream_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *to;
	bool end = true;
	evloop_sink sink;
	zend_long count = 0;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_OBJ_OF_CLASS(to, evloop_ce_writable_stream)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(end)
	ZEND_PARSE_PARAMETERS_END();

	if (to == &self->std) {
		zend_argument_value_error(1, "must not be the stream itself: what comes would go round for ever");
		RETURN_THROWS();
	}
	evloop_sink_init(&sink, to);
	if (!evloop_stream_pipe(self, &sink, &count) || (end && !evloop_sink_end(&sink))) {
		RETURN_THROWS();
	}
	RETURN_LONG(count);
}
