/* SPDX-License-Identifier: MIT */
/*
 * See flow.h. PHP's thread only.
 */
#include "src/io/flow.h"

#include "src/base/error.h"
#include "src/coroutine/scheduler.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

static const char *const event_names[] = {
	[EVLOOP_EVENT_DATA] = "data",
	[EVLOOP_EVENT_END] = "end",
	[EVLOOP_EVENT_DRAIN] = "drain",
	[EVLOOP_EVENT_ERROR] = "error",
	[EVLOOP_EVENT_CLOSE] = "close",
};
static const evloop_events events = {event_names, sizeof(event_names) / sizeof(event_names[0])};

typedef enum evloop_flow_flag {
	PAUSED = 1 << 0,
	LISTENS = 1 << 1, /* ops->listen() is on */
	PUMPS = 1 << 2,
	END_TOLD = 1 << 3,
	CLOSE_TOLD = 1 << 4,
	WANTS_DRAIN = 1 << 5,
} evloop_flow_flag;

static bool listens_to(const evloop_flow *flow, evloop_stream_event event)
{
	return evloop_listeners_has(&flow->listeners, (uint8_t) event);
}

static bool flows(const evloop_flow *flow)
{
	return !(flow->flags & (PAUSED | END_TOLD)) && listens_to(flow, EVLOOP_EVENT_DATA) &&
		   !flow->ops->is_closed(flow->stream);
}

static void queue_pump(evloop_flow *flow)
{
	evloop_runtime *runtime = evloop_runtime_find(flow->loop);

	if (runtime != NULL && !(flow->flags & PUMPS) && !evl_ready_is_queued(&flow->pump)) {
		evl_tick_push(&runtime->loop.tick, &flow->pump);
	}
}

/* Whether something may still be told to somebody. */
static bool is_awaited(const evloop_flow *flow)
{
	if (flow->ops->is_closed(flow->stream)) {
		return !(flow->flags & CLOSE_TOLD) &&
			   (listens_to(flow, EVLOOP_EVENT_CLOSE) || listens_to(flow, EVLOOP_EVENT_ERROR));
	}
	return flows(flow) || (flow->flags & PUMPS) ||
		   ((flow->flags & WANTS_DRAIN) && listens_to(flow, EVLOOP_EVENT_DRAIN) && flow->ops->has_output(flow->stream));
}

/* After every change. May drop the last reference to the stream but the caller's. */
static void adjust(evloop_flow *flow)
{
	evloop_runtime *runtime = evloop_runtime_find(flow->loop);
	bool wanted = flows(flow);

	if (runtime == NULL) {
		return; /* the loop is gone, and its pins with it */
	}

	if (wanted != ((flow->flags & LISTENS) != 0)) {
		flow->flags ^= LISTENS;
		flow->ops->listen(flow->stream, wanted);
	}
	if (is_awaited(flow)) {
		evloop_pin_set(&flow->pin, runtime, flow->stream);
	} else {
		evloop_pin_drop(&flow->pin);
	}
}

static bool emit(evloop_flow *flow, evloop_stream_event event, zval *argument)
{
	zval arguments[2];
	uint32_t count = 0;

	if (argument != NULL) {
		ZVAL_COPY_VALUE(&arguments[count++], argument);
	}
	ZVAL_OBJ(&arguments[count++], flow->stream);
	return evloop_listeners_emit(&flow->listeners, (uint8_t) event, count, arguments);
}

static bool tell_close(evloop_flow *flow)
{
	zval failure = {.u1.type_info = IS_NULL};

	flow->flags |= CLOSE_TOLD;
	if (flow->failure != NULL) {
		ZVAL_OBJ(&failure, flow->failure);
		if (!emit(flow, EVLOOP_EVENT_ERROR, &failure)) {
			return false;
		}
	}
	return emit(flow, EVLOOP_EVENT_CLOSE, &failure);
}

static bool tell_end(evloop_flow *flow)
{
	flow->flags |= END_TOLD;
	if (!emit(flow, EVLOOP_EVENT_END, NULL)) {
		return false;
	}
	if (!flow->ops->is_closed(flow->stream)) {
		flow->ops->finish(flow->stream);
	}
	return true;
}

void evloop_flow_fail(evloop_flow *flow, zend_object *failure)
{
	if (flow->failure == NULL) {
		flow->failure = failure;
	} else {
		OBJ_RELEASE(failure); /* the first one closed it */
	}
}

static void keep_failure(evloop_flow *flow)
{
	evloop_flow_fail(flow, evloop_error_take());
	flow->ops->close(flow->stream);
}

/* Take what there is and tell it. False when there is nothing, or an exception is pending. */
static bool pump_input(evloop_flow *flow)
{
	zval data;
	bool more;

	switch (flow->ops->take(flow->stream, &data)) {
	case EVLOOP_FOUND_DATA:
		more = emit(flow, EVLOOP_EVENT_DATA, &data);
		zval_ptr_dtor_str(&data);
		return more;
	case EVLOOP_FOUND_END: return tell_end(flow);
	case EVLOOP_FOUND_FAILURE: keep_failure(flow); return true;
	default: return false;
	}
}

/* One event. False when there is none, or an exception that unwinds is pending. */
static bool pump_once(evloop_flow *flow)
{
	if (UNEXPECTED(flow->ops->is_closed(flow->stream))) {
		return !(flow->flags & CLOSE_TOLD) && tell_close(flow);
	}
	if ((flow->flags & WANTS_DRAIN) && !flow->ops->has_output(flow->stream)) {
		flow->flags &= (uint8_t) ~WANTS_DRAIN;
		return emit(flow, EVLOOP_EVENT_DRAIN, NULL);
	}
	if (!flows(flow)) {
		return false;
	}
	if (flow->ops->wait != NULL && !flow->ops->wait(flow->stream)) {
		return true;
	}
	return flows(flow) ? pump_input(flow) : true;
}

static void pump_run(evl_ready *item)
{
	evloop_flow *flow = EVL_CONTAINER_OF(item, evloop_flow, pump);
	zend_object *stream = flow->stream;

	GC_ADDREF(stream);
	flow->flags |= PUMPS;
	while (pump_once(flow)) {
		if (UNEXPECTED(EG(exception) != NULL)) {
			/* wait() or finish() failed. */
			if (evloop_error_is_unwind(EG(exception))) {
				break;
			}
			keep_failure(flow);
		}
	}
	flow->flags &= (uint8_t) ~PUMPS;
	adjust(flow);
	OBJ_RELEASE(stream);
}

static evloop_flow *flow_new(zend_object *stream, const evloop_flow_ops *ops)
{
	evloop_flow *flow = ecalloc(1, sizeof(*flow));

	evloop_listeners_init(&flow->listeners);
	flow->pump = (evl_ready){.run = pump_run, .priority = EVL_PRIORITY_NORMAL};
	flow->stream = stream;
	flow->ops = ops;
	flow->loop = EVLOOP_G(runtime)->id;
	return flow;
}

void evloop_flow_on(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place, const evloop_flow_ops *ops, bool once)
{
	zend_object *stream = Z_OBJ_P(ZEND_THIS);
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback callback;
	int event = evloop_events_parse_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &fci, &fcc);

	if (event < 0 || evloop_scheduler_get() == NULL ||
		(event == EVLOOP_EVENT_DATA && !ops->can_flow(stream, once ? "once" : "on"))) {
		RETURN_THROWS();
	}
	if (*place == NULL) {
		*place = flow_new(stream, ops);
	}
	evloop_callback_init(&callback, &fci, &fcc);
	evloop_listeners_add(&(*place)->listeners, (uint8_t) event, &callback, once);
	/* Never inside of this call. */
	queue_pump(*place);
	adjust(*place);
	RETURN_OBJ_COPY(stream);
}

void evloop_flow_off(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place)
{
	zval callable;
	int event = evloop_events_parse_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &callable);

	if (event < 0) {
		RETURN_THROWS();
	}
	if (*place != NULL) {
		evloop_listeners_remove(&(*place)->listeners, (uint8_t) event, &callable);
		adjust(*place);
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

void evloop_flow_pause(INTERNAL_FUNCTION_PARAMETERS, evloop_flow **place, const evloop_flow_ops *ops, bool paused)
{
	ZEND_PARSE_PARAMETERS_NONE();

	if (*place == NULL) {
		if (evloop_scheduler_get() == NULL) {
			RETURN_THROWS();
		}
		*place = flow_new(Z_OBJ_P(ZEND_THIS), ops);
	}
	if (paused) {
		(*place)->flags |= PAUSED;
	} else {
		(*place)->flags &= (uint8_t) ~PAUSED;
		queue_pump(*place);
	}
	adjust(*place);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

void evloop_flow_poke(evloop_flow *flow)
{
	if (flow != NULL) {
		queue_pump(flow);
	}
}

void evloop_flow_closed(evloop_flow *flow)
{
	if (flow != NULL) {
		queue_pump(flow);
		adjust(flow);
	}
}

void evloop_flow_want_drain(evloop_flow *flow)
{
	if (flow != NULL) {
		flow->flags |= WANTS_DRAIN;
		adjust(flow);
	}
}

bool evloop_flow_check_pull(const evloop_flow *flow, const char *operation)
{
	if (EXPECTED(flow == NULL) || (flow->flags & END_TOLD) || !listens_to(flow, EVLOOP_EVENT_DATA)) {
		return true;
	}
	zend_throw_exception_ex(spl_ce_LogicException, 0,
		"%s(): what comes goes to the listeners of \"data\"; take them off() to read it yourself", operation);
	return false;
}

/* No pin holds the stream any more, or the request is over. */
void evloop_flow_free(evloop_flow *flow)
{
	if (flow == NULL) {
		return;
	}
	evloop_runtime_unqueue(&flow->pump);
	evloop_listeners_free(&flow->listeners);
	if (flow->failure != NULL) {
		OBJ_RELEASE(flow->failure);
	}
	efree(flow);
}

void evloop_flow_gc(evloop_flow *flow, zend_get_gc_buffer *buffer)
{
	if (flow == NULL) {
		return;
	}
	evloop_listeners_gc(&flow->listeners, buffer);
	if (flow->failure != NULL) {
		zend_get_gc_buffer_add_obj(buffer, flow->failure);
	}
}
