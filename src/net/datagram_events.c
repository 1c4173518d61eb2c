/* SPDX-License-Identifier: MIT */
/*
 * The event style of a DatagramSocket. One event is one run of the pump, a ready item, which queues itself again before it
 * calls the listeners when there is more to tell: so each datagram has a callback of its own, and one whose listener waits
 * holds up nobody, until as many run as the queue may hold. PHP's thread only; evloop_datagram_poke() may be called inside
 * the poll.
 */
#include "src/base/error.h"
#include "src/coroutine/scheduler.h"
#include "src/net/datagram.h"

static const char *const event_names[] = {
	[EVLOOP_DATAGRAM_MESSAGE] = "message",
	[EVLOOP_DATAGRAM_ERROR] = "error",
	[EVLOOP_DATAGRAM_CLOSE] = "close",
};
static const evloop_events events = {event_names, sizeof(event_names) / sizeof(event_names[0])};

static bool listens_to(const evloop_datagram_socket *self, evloop_datagram_event event)
{
	return evloop_listeners_has(&self->listeners, (uint8_t) event);
}

bool evloop_datagram_is_heard(const evloop_datagram_socket *self)
{
	if (self->listeners.first == NULL) {
		return false;
	}
	if (self->udp == NULL) {
		return !self->close_told && listens_to(self, EVLOOP_DATAGRAM_CLOSE);
	}
	return listens_to(self, EVLOOP_DATAGRAM_MESSAGE) || listens_to(self, EVLOOP_DATAGRAM_ERROR);
}

static bool has_event(const evloop_datagram_socket *self)
{
	if (self->udp == NULL) {
		return evloop_datagram_is_heard(self);
	}
	return (self->udp->status != 0 && evloop_datagram_is_heard(self)) ||
		   (self->udp->queued > 0 && self->running < self->queue && listens_to(self, EVLOOP_DATAGRAM_MESSAGE));
}

void evloop_datagram_poke(evloop_datagram_socket *self)
{
	evloop_runtime *runtime = evloop_runtime_find(self->runtime);

	if (runtime != NULL && has_event(self) && !evl_ready_is_queued(&self->pump)) {
		evl_tick_push(&runtime->loop.tick, &self->pump);
	}
}

/* `argument` is taken over; UNDEF = none. */
static void emit(evloop_datagram_socket *self, evloop_datagram_event event, zval *argument)
{
	zval arguments[2];
	uint32_t count = 0;

	evloop_datagram_poke(self);
	if (!Z_ISUNDEF_P(argument)) {
		ZVAL_COPY_VALUE(&arguments[count++], argument);
	}
	ZVAL_OBJ(&arguments[count++], &self->std);
	(void) evloop_listeners_emit(&self->listeners, (uint8_t) event, count, arguments);
	zval_ptr_dtor(argument);
}

static void tell_message(evloop_datagram_socket *self)
{
	zval datagram;

	evloop_datagram_take(self, &datagram);
	self->running++;
	emit(self, EVLOOP_DATAGRAM_MESSAGE, &datagram);
	self->running--;
}

/* Nobody hears of it where only "message" is listened to: the socket lives on. */
static void tell_error(evloop_datagram_socket *self)
{
	int status = evl_udp_take_status(self->udp);
	zval error = {.u1.type_info = IS_UNDEF};

	if (listens_to(self, EVLOOP_DATAGRAM_ERROR)) {
		ZVAL_OBJ(&error,
			evloop_error_create(evloop_ce_socket_exception, status, "receive() on %s", evloop_datagram_name(self)));
	}
	emit(self, EVLOOP_DATAGRAM_ERROR, &error);
}

static void tell(evloop_datagram_socket *self)
{
	zval none = {.u1.type_info = IS_UNDEF};

	if (self->udp == NULL) {
		self->close_told = true;
		emit(self, EVLOOP_DATAGRAM_CLOSE, &none);
	} else if (self->udp->status != 0) {
		tell_error(self);
	} else {
		tell_message(self);
	}
}

void evloop_datagram_pump(evl_ready *item)
{
	evloop_datagram_socket *self = EVL_CONTAINER_OF(item, evloop_datagram_socket, pump);

	if (!has_event(self)) {
		return;
	}
	GC_ADDREF(&self->std);
	tell(self);
	evloop_datagram_poke(self);
	evloop_datagram_adjust(self);
	OBJ_RELEASE(&self->std);
}

void evloop_datagram_on(INTERNAL_FUNCTION_PARAMETERS, bool once)
{
	evloop_datagram_socket *self = evloop_datagram_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback callback;
	int event = evloop_events_parse_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &fci, &fcc);

	if (event < 0 || evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	if (event != EVLOOP_DATAGRAM_CLOSE && self->receiver != NULL) {
		evloop_waiter_throw_pending(self->receiver, once ? "once" : "on", evloop_datagram_name(self));
		RETURN_THROWS();
	}
	evloop_callback_init(&callback, &fci, &fcc);
	evloop_listeners_add(&self->listeners, (uint8_t) event, &callback, once);
	if (event != EVLOOP_DATAGRAM_CLOSE && self->udp != NULL) {
		evl_udp_read(self->udp);
	}
	/* Never inside of this call. */
	evloop_datagram_poke(self);
	evloop_datagram_adjust(self);
	RETURN_OBJ_COPY(&self->std);
}

void evloop_datagram_off(INTERNAL_FUNCTION_PARAMETERS)
{
	evloop_datagram_socket *self = evloop_datagram_socket_from_obj(Z_OBJ_P(ZEND_THIS));
	zval callable;
	int event = evloop_events_parse_off(INTERNAL_FUNCTION_PARAM_PASSTHRU, &events, &callable);

	if (event < 0) {
		RETURN_THROWS();
	}
	evloop_listeners_remove(&self->listeners, (uint8_t) event, &callable);
	evloop_datagram_adjust(self);
	RETURN_OBJ_COPY(&self->std);
}
