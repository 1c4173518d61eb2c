/* SPDX-License-Identifier: MIT */
/*
 * See sink.h. Owns nothing. PHP's thread only.
 */
#include "src/io/sink.h"

#include "src/base/callback.h"
#include "src/io/stream.h"

void evloop_sink_init(evloop_sink *sink, zend_object *object)
{
	zend_class_entry *ce = object->ce;

	memset(sink, 0, sizeof(*sink));
	sink->object = object;
	/* A class of the user's may have methods of its own. */
	if (!instanceof_function(ce, evloop_ce_stream) || ce->type != ZEND_INTERNAL_CLASS) {
		sink->write = zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("write"));
		sink->end = zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("end"));
	}
}

static bool call(const evloop_sink *sink, zend_function *method, zval *argument)
{
	evloop_callback callback = {
		.fcc = {.function_handler = method, .object = sink->object, .called_scope = sink->object->ce},
		.max_args = 1,
	};
	zval result;

	evloop_callback_call(&callback, &result, argument != NULL ? 1 : 0, argument);
	zval_ptr_dtor(&result);
	return EG(exception) == NULL;
}

bool evloop_sink_write(const evloop_sink *sink, zend_string *data)
{
	evloop_stream *stream;
	zval argument;

	if (UNEXPECTED(sink->write != NULL)) {
		ZVAL_STR(&argument, data);
		return call(sink, sink->write, &argument);
	}
	stream = evloop_stream_from_obj(sink->object);
	return evloop_stream_write(stream, ZSTR_VAL(data), ZSTR_LEN(data), stream->settings.write_timeout);
}

bool evloop_sink_end(const evloop_sink *sink)
{
	if (UNEXPECTED(sink->end != NULL)) {
		return call(sink, sink->end, NULL);
	}
	return evloop_stream_end(evloop_stream_from_obj(sink->object), "", 0);
}
