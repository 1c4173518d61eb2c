/* SPDX-License-Identifier: MIT */
/*
 * Receiving, sending and closing, and the class Datagram. Who waits stands on its C stack, and takes itself out of the
 * books whatever ends the waiting; a datagram stays in the queue until somebody has it. PHP's thread only; the ops are told
 * inside the poll.
 */
#include "src/net/datagram.h"

#include "src/base/error.h"
#include "src/base/object.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "stubs/Datagram_arginfo.h"

static zend_class_entry *ce_datagram;
static zend_object_handlers datagram_handlers;

enum { DATA, ADDRESS, TRUNCATED };

static void on_received(evl_udp *udp, void *owner)
{
	evloop_datagram_socket *self = owner;

	if (self->receiver != NULL) {
		evloop_waiter_wake(&udp->handle.loop->tick, self->receiver);
	} else if (evloop_datagram_is_heard(self)) {
		evloop_datagram_poke(self);
	}
}

static void wake_sender(const evloop_datagram_socket *self)
{
	if (!evl_list_is_empty(&self->senders)) {
		evloop_waiter_wake(&self->udp->handle.loop->tick, EVL_CONTAINER_OF(self->senders.next, evloop_waiter, link));
	}
}

static void on_writable(evl_udp *udp, void *owner)
{
	wake_sender(owner);
}

const evl_udp_ops evloop_datagram_ops = {.received = on_received, .writable = on_writable};

void evloop_datagram_init(evloop_datagram_socket *self)
{
	self->local = zend_empty_string;
	self->pump = (evl_ready){.run = evloop_datagram_pump, .priority = EVL_PRIORITY_NORMAL};
	evl_list_init(&self->senders);
	evloop_limit_init(&self->receiving);
	evloop_listeners_init(&self->listeners);
}

void evloop_datagram_attach(evloop_datagram_socket *self, evl_udp *udp)
{
	evloop_sockaddr address = {.length = 0};

	self->udp = udp;
	self->runtime = EVLOOP_G(runtime)->id;
	evl_handle_reference(&udp->handle, false);
	if (evl_udp_address(udp, false, &address) == 0) {
		self->local = evloop_sockaddr_text(&address.any, address.length);
	}
	if (evl_udp_address(udp, true, &address) == 0) {
		self->remote = evloop_sockaddr_text(&address.any, address.length);
	}
}

void evloop_datagram_free(evloop_datagram_socket *self)
{
	if (self->udp != NULL) {
		evl_udp_release(self->udp);
		self->udp = NULL;
	}
	evloop_limit_free(&self->receiving);
	evloop_runtime_unqueue(&self->pump);
	evloop_listeners_free(&self->listeners);
	zend_string_release(self->local);
	if (self->remote != NULL) {
		zend_string_release(self->remote);
	}
	if (self->peer_text != NULL) {
		zend_string_release(self->peer_text);
	}
}

bool evloop_datagram_check_open(const evloop_datagram_socket *self, const char *operation)
{
	if (EXPECTED(self->udp != NULL)) {
		return true;
	}
	zend_throw_exception_ex(
		evloop_ce_closed_exception, 0, "%s(): the socket %s is closed", operation, evloop_datagram_name(self));
	return false;
}

bool evloop_datagram_check_still_open(const evloop_datagram_socket *self, const char *operation)
{
	if (EXPECTED(self->udp != NULL)) {
		return true;
	}
	zend_throw_exception_ex(evloop_ce_closed_exception, 0, "%s(): the socket %s was closed meanwhile", operation,
		evloop_datagram_name(self));
	return false;
}

void evloop_datagram_adjust(evloop_datagram_socket *self)
{
	evloop_runtime *runtime = evloop_runtime_find(self->runtime);
	bool heard = evloop_datagram_is_heard(self);

	if (UNEXPECTED(runtime == NULL)) {
		return; /* the loop is gone, and its pins with it */
	}
	if (self->udp != NULL) {
		evl_handle_reference(&self->udp->handle, heard || self->receiver != NULL || !evl_list_is_empty(&self->senders));
	}
	if (heard) {
		evloop_pin_set(&self->pin, runtime, &self->std);
	} else {
		evloop_pin_drop(&self->pin);
	}
}

static zend_string *address_text(evloop_datagram_socket *self, const evloop_sockaddr *from)
{
	if (self->peer_text == NULL || self->peer.length != from->length ||
		memcmp(&self->peer.any, &from->any, (size_t) from->length) != 0) {
		if (self->peer_text != NULL) {
			zend_string_release(self->peer_text);
		}
		self->peer = *from;
		self->peer_text = evloop_sockaddr_text(&from->any, from->length);
	}
	return zend_string_copy(self->peer_text);
}

void evloop_datagram_take(evloop_datagram_socket *self, zval *result)
{
	const evl_datagram *first = evl_udp_first(self->udp);
	zend_object *datagram = zend_objects_new(ce_datagram);

	datagram->handlers = &datagram_handlers;
	ZVAL_STRINGL_FAST(OBJ_PROP_NUM(datagram, DATA), evl_datagram_data(first), first->size);
	ZVAL_STR(OBJ_PROP_NUM(datagram, ADDRESS), address_text(self, &first->from));
	ZVAL_BOOL(OBJ_PROP_NUM(datagram, TRUNCATED), first->truncated);
	ZVAL_OBJ(result, datagram);
	evl_udp_shift(self->udp);
}

/* What receiving has failed with, before what was received: the order in which the system tells it. */
static bool check_status(evloop_datagram_socket *self, const char *operation)
{
	int status = evl_udp_take_status(self->udp);

	if (EXPECTED(status == 0)) {
		return true;
	}
	evloop_error_throw(evloop_ce_socket_exception, status, "%s() on %s", operation, evloop_datagram_name(self));
	return false;
}

static evloop_waited receive_wait(evloop_datagram_socket *self, double timeout)
{
	evloop_waiter waiter = {.waiting = false};
	evloop_waited waited;

	evl_udp_read(self->udp);
	self->receiver = &waiter;
	evloop_datagram_adjust(self);
	waited = evloop_waiter_wait_within(&waiter, &self->receiving, &self->std, "receive", timeout);
	self->receiver = NULL;
	evloop_datagram_adjust(self);
	return waited;
}

static bool receive_check(const evloop_datagram_socket *self)
{
	if (UNEXPECTED(self->receiver != NULL)) {
		evloop_waiter_throw_pending(self->receiver, "receive", evloop_datagram_name(self));
		return false;
	}
	if (UNEXPECTED(evloop_datagram_is_heard(self))) {
		zend_throw_exception(spl_ce_LogicException,
			"receive(): what comes goes to the listeners of \"message\" and \"error\"; take them off() to receive it "
			"yourself",
			0);
		return false;
	}
	return true;
}

evloop_received evloop_datagram_receive(evloop_datagram_socket *self, double timeout, zval *result)
{
	evloop_waited waited;

	if (UNEXPECTED(self->udp == NULL)) {
		return EVLOOP_RECEIVED_CLOSED;
	}
	if (UNEXPECTED(!receive_check(self))) {
		return EVLOOP_RECEIVED_THROWN;
	}
	if (self->udp->queued == 0 && self->udp->status == 0) {
		waited = receive_wait(self, timeout);
		if (UNEXPECTED(waited == EVLOOP_WAITED_THROWN)) {
			return EVLOOP_RECEIVED_THROWN;
		}
		if (UNEXPECTED(self->udp == NULL)) {
			return EVLOOP_RECEIVED_CLOSED_ON;
		}
		if (UNEXPECTED(self->udp->queued == 0 && self->udp->status == 0)) {
			zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "receive() on %s: nothing came within %g seconds",
				evloop_datagram_name(self), timeout);
			return EVLOOP_RECEIVED_THROWN;
		}
	}
	if (UNEXPECTED(!check_status(self, "receive"))) {
		return EVLOOP_RECEIVED_THROWN;
	}
	evloop_datagram_take(self, result);
	return EVLOOP_RECEIVED;
}

/* Until there is room, and it is our turn. What sending came to; false with an exception thrown. */
static bool send_later(evloop_datagram_socket *self, const zend_string *data, const evloop_sockaddr *to, int *status)
{
	evloop_waiter waiter = {.waiting = false};
	bool waited;

	evl_list_append(&self->senders, &waiter.link);
	evloop_datagram_adjust(self);
	do {
		evl_udp_want_room(self->udp);
		waited = evloop_waiter_wait(&waiter, &self->std, "send", -1.0) == EVLOOP_WAITED &&
				 evloop_datagram_check_still_open(self, "send");
		if (waited) {
			*status = evl_udp_send(self->udp, ZSTR_VAL(data), ZSTR_LEN(data), to);
		}
	} while (waited && *status == UV_EAGAIN);
	evl_list_remove(&waiter.link);
	if (self->udp != NULL) {
		wake_sender(self);
	}
	evloop_datagram_adjust(self);
	return waited;
}

bool evloop_datagram_send(evloop_datagram_socket *self, const zend_string *data, const evloop_sockaddr *to)
{
	int status = UV_EAGAIN;

	if (UNEXPECTED(self->udp->status != 0) && !evloop_datagram_is_heard(self) && self->receiver == NULL) {
		return check_status(self, "send");
	}
	if (EXPECTED(evl_list_is_empty(&self->senders))) {
		status = evl_udp_send(self->udp, ZSTR_VAL(data), ZSTR_LEN(data), to);
	}
	if (UNEXPECTED(status == UV_EAGAIN) && !send_later(self, data, to, &status)) {
		return false;
	}
	if (UNEXPECTED(status != 0)) {
		zend_string *where = to != NULL ? evloop_sockaddr_text(&to->any, to->length) : zend_string_copy(self->remote);

		evloop_error_throw(
			evloop_ce_socket_exception, status, "send() of %zu bytes to %s", ZSTR_LEN(data), ZSTR_VAL(where));
		zend_string_release(where);
		return false;
	}
	return true;
}

void evloop_datagram_close(evloop_datagram_socket *self)
{
	evl_udp *udp = self->udp;
	evl_loop *loop;

	if (udp == NULL) {
		return;
	}
	loop = udp->handle.loop;
	self->udp = NULL;
	self->dropped = evl_udp_dropped(udp);
	if (loop != NULL) {
		if (self->receiver != NULL) {
			evloop_waiter_wake(&loop->tick, self->receiver);
		}
		evloop_waiters_wake(&loop->tick, &self->senders);
	}
	evl_udp_release(udp);
	evloop_datagram_poke(self);
	evloop_datagram_adjust(self);
}

PHP_METHOD(Evloop_Datagram, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *datagram_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &datagram_handlers;
	return object;
}

zend_result evloop_datagram_minit(int module_number)
{
	ce_datagram = register_class_Evloop_Datagram();
	ce_datagram->create_object = datagram_create_object;
	evloop_object_handlers(&datagram_handlers, 0);
	return SUCCESS;
}
