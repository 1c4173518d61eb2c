/* SPDX-License-Identifier: MIT */
/*
 * The event style of a stream: "data", "end", "drain", "error", "close". A flow is made with the first listener and owned by its stream.
 *
 * Listening to "data" makes the stream flow: one pump, a ready item, takes what has come and calls the listeners, one event after the
 * other. While a listener waits the next event waits too, so the order holds, and what comes meanwhile stays in the stream's buffer
 * until that is full: back-pressure without a call. After the end, or a failure, comes the close. The model is React's.
 *
 * A stream that flows is held by its flow (nobody else may have it), and keeps the loop alive. PHP's thread only; evloop_flow_poke() may
 * be called from inside the poll.
 */
#ifndef EVLOOP_IO_FLOW_H
#define EVLOOP_IO_FLOW_H

#include "src/base/pin.h"
#include "src/event/listeners.h"

typedef enum evloop_stream_event {
	EVLOOP_EVENT_DATA,
	EVLOOP_EVENT_END,
	EVLOOP_EVENT_DRAIN,
	EVLOOP_EVENT_ERROR,
	EVLOOP_EVENT_CLOSE,
} evloop_stream_event;

typedef enum evloop_found {
	EVLOOP_FOUND_NOTHING, /* evloop_flow_poke() will be called */
	EVLOOP_FOUND_DATA,
	EVLOOP_FOUND_END,
	EVLOOP_FOUND_FAILURE, /* an exception is thrown */
} evloop_found;

/* What a kind of stream provides. */
typedef struct evloop_flow_ops {
	/* Wait until there is something to take. NULL for streams that poke the flow. False with an exception thrown. */
	bool (*wait)(zend_object *stream);
	/* Take what there is; the string is the caller's. */
	evloop_found (*take)(zend_object *stream, zval *data);
	/* Have the flow poked when there is something to take, and the loop kept alive for it; or not any more. */
	void (*listen)(zend_object *stream, bool on);
	/* The end was told: end what is written, close. May wait. */
	void (*finish)(zend_object *stream);
	void (*close)(zend_object *stream);
	bool (*is_closed)(zend_object *stream);
	/* Nobody reads, so that listeners may; false with an exception thrown. */
	bool (*can_flow)(zend_object *stream, const char *operation);
	/* Output is on its way: "drain" is still to come. */
	bool (*has_output)(zend_object *stream);
} evloop_flow_ops;

typedef struct evloop_flow {
	evloop_listeners listeners;
	evl_ready pump;
	evloop_pin pin; /* of the stream, while something may still be told */
	zend_object *stream;
	const evloop_flow_ops *ops;
	uint32_t loop;        /* whose pump it is, see evloop_runtime_find() */
	zend_object *failure; /* owned; what "error" and "close" tell */
	uint8_t flags;        /* evloop_flow_flag */
} evloop_flow;

/* on() and once(): parses their parameters. `place` is where the stream keeps its flow. */
void evloop_flow_on(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place, const evloop_flow_ops *ops, bool once);
void evloop_flow_off(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place);
/* pause() and resume(). */
void evloop_flow_pause(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place, const evloop_flow_ops *ops, bool paused);

/* Something may be to be told: there is input, the output is drained, the stream was closed. NULL is a stream without a flow. */
void evloop_flow_poke(evloop_flow *flow);

/* Why it is about to be closed: what "error" and "close" will tell. Takes the exception over. */
void evloop_flow_fail(evloop_flow *flow, zend_object *failure);

/* The stream was closed. */
void evloop_flow_closed(evloop_flow *flow);

/* A write was refused or had to wait: "drain" is told when there is room again. */
void evloop_flow_want_drain(evloop_flow *flow);

/* False with a LogicException thrown: the bytes go to the listeners of "data". */
bool evloop_flow_check_pull(const evloop_flow *flow, const char *operation);

/* The stream's object goes. */
void evloop_flow_free(evloop_flow *flow);
void evloop_flow_gc(evloop_flow *flow, zend_get_gc_buffer *buffer);

#endif
