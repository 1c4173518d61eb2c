/* SPDX-License-Identifier: MIT */
/*
 * The class Channel. A value goes from the sender's argument to where it is kept, or straight to the receiver that waits, by
 * being moved: no reference is counted on the way. A value that was handed to a receiver is the receiver's; one that is unwound
 * before it has its turn gives it back. PHP's thread only.
 */
#include "src/coroutine/channel.h"

#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/coroutine/arm.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/Channel_arginfo.h"

#define MAX_CAPACITY (1 << 30)

static zend_class_entry *ce_channel;
static zend_object_handlers channel_handlers;

static evloop_channel *channel_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_channel);
}

static evloop_channel_waiter *waiter_from(evloop_place *place)
{
	return place != NULL ? EVL_CONTAINER_OF(place, evloop_channel_waiter, place) : NULL;
}

static evloop_channel_waiter *first_of(evl_list *queue)
{
	return waiter_from(evloop_queue_first(queue));
}

static void serve(evloop_channel_waiter *waiter)
{
	waiter->fate = EVLOOP_CHANNEL_SERVED;
	evloop_place_serve(&waiter->place);
}

/* A receiver that waits gets the value, which is moved. */
static bool hand_over(evloop_channel *self, zval *value)
{
	evloop_channel_waiter *receiver = first_of(&self->receivers);

	if (receiver == NULL) {
		return false;
	}
	ZVAL_COPY_VALUE(&receiver->value, value);
	serve(receiver);
	return true;
}

bool evloop_channel_offer(evloop_channel *self, zval *value)
{
	if (hand_over(self, value)) {
		return true;
	}
	if (self->kept.count >= self->capacity || UNEXPECTED(self->closed)) {
		return false;
	}
	evloop_value_ring_push(&self->kept, value);
	return true;
}

bool evloop_channel_take(evloop_channel *self, zval *value)
{
	evloop_channel_waiter *sender;

	if (self->kept.count > 0) {
		evloop_value_ring_shift(&self->kept, value);
		if (self->kept.count < self->capacity && (sender = first_of(&self->senders)) != NULL) {
			evloop_value_ring_push(&self->kept, &sender->value);
			serve(sender);
		}
		return true;
	}
	sender = first_of(&self->senders);
	if (sender == NULL) {
		return false;
	}
	ZVAL_COPY_VALUE(value, &sender->value);
	serve(sender);
	return true;
}

bool evloop_channel_can_send(evloop_channel *self)
{
	return self->closed || self->kept.count < self->capacity || evloop_queue_first(&self->receivers) != NULL;
}

bool evloop_channel_can_receive(evloop_channel *self)
{
	return self->closed || self->kept.count > 0 || evloop_queue_first(&self->senders) != NULL;
}

void evloop_channel_give_back(evloop_channel *self, zval *value)
{
	if (!hand_over(self, value)) {
		evloop_value_ring_unshift(&self->kept, value);
	}
}

void evloop_channel_throw_closed(const evloop_channel *self, const char *operation)
{
	zend_object *exception =
		evloop_error_new(evloop_ce_channel_closed_exception, "%s(): the channel is closed", operation);

	if (self->reason != NULL) {
		GC_ADDREF(self->reason);
		zend_exception_set_previous(exception, self->reason);
	}
	evloop_error_rethrow(exception);
}

/* Wait until a receiver has taken the value, which is moved. False with an exception thrown. */
static bool send_later(evloop_channel *self, zval *value, double timeout)
{
	evloop_channel_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (UNEXPECTED(!evloop_wait_begin(&wait, "Channel::send", &self->std))) {
		return false;
	}
	ZVAL_COPY_VALUE(&who.value, value);
	ZVAL_NULL(value);
	who.fate = EVLOOP_CHANNEL_WAITS;
	evloop_place_enter(&who.place, &self->senders, &wait);
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (EXPECTED(who.fate == EVLOOP_CHANNEL_SERVED)) {
		return waited != EVLOOP_WAITED_THROWN;
	}
	if (waited == EVLOOP_WAITED_THROWN) {
		/* Whatever it throws: it goes on. */
	} else if (self->closed) {
		evloop_channel_throw_closed(self, "Channel::send");
	} else {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "Channel::send(): nobody took the value within %g seconds", timeout);
	}
	zval_ptr_dtor(&who.value);
	return false;
}

static bool receive_later(evloop_channel *self, zval *value, double timeout)
{
	evloop_channel_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (UNEXPECTED(!evloop_wait_begin(&wait, "Channel::receive", &self->std))) {
		return false;
	}
	who.fate = EVLOOP_CHANNEL_WAITS;
	evloop_place_enter(&who.place, &self->receivers, &wait);
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (EXPECTED(who.fate == EVLOOP_CHANNEL_SERVED)) {
		if (UNEXPECTED(waited == EVLOOP_WAITED_THROWN)) {
			evloop_channel_give_back(self, &who.value);
			return false;
		}
		ZVAL_COPY_VALUE(value, &who.value);
		return true;
	}
	if (waited == EVLOOP_WAITED_THROWN) {
		return false;
	}
	if (self->closed) {
		evloop_channel_throw_closed(self, "Channel::receive");
	} else {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "Channel::receive(): nothing came within %g seconds", timeout);
	}
	return false;
}

static bool receive(evloop_channel *self, zval *value, double timeout)
{
	if (evloop_channel_take(self, value)) {
		return true;
	}
	if (UNEXPECTED(self->closed)) {
		evloop_channel_throw_closed(self, "Channel::receive");
		return false;
	}
	return receive_later(self, value, timeout);
}

static void tell_closed(evl_list *queue)
{
	evloop_channel_waiter *waiter;

	while ((waiter = first_of(queue)) != NULL) {
		waiter->fate = EVLOOP_CHANNEL_CLOSED;
		evloop_place_serve(&waiter->place);
	}
}

static zend_object *channel_create_object(zend_class_entry *ce)
{
	evloop_channel *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &channel_handlers;
	evl_list_init(&self->receivers);
	evl_list_init(&self->senders);
	return &self->std;
}

/* Who waits holds the channel, so nobody does. */
static void channel_free_object(zend_object *object)
{
	evloop_channel *self = channel_from_obj(object);

	while (self->kept.count > 0) {
		zval value;

		evloop_value_ring_shift(&self->kept, &value);
		zval_ptr_dtor(&value);
	}
	evloop_value_ring_free(&self->kept);
	if (self->reason != NULL) {
		OBJ_RELEASE(self->reason);
	}
	zend_object_std_dtor(object);
}

static void senders_gc(const evloop_channel *self, zend_get_gc_buffer *buffer)
{
	if (evloop_wait_runtime() == NULL) {
		return;
	}
	for (evl_list *node = self->senders.next; node != &self->senders; node = node->next) {
		zend_get_gc_buffer_add_zval(buffer, &waiter_from(EVL_CONTAINER_OF(node, evloop_place, link))->value);
	}
}

static HashTable *channel_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_channel *self = channel_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	for (uint32_t i = 0; i < self->kept.count; i++) {
		zend_get_gc_buffer_add_zval(buffer, evloop_value_ring_at(&self->kept, i));
	}
	evloop_queue_gc(&self->receivers, buffer);
	evloop_queue_gc(&self->senders, buffer);
	senders_gc(self, buffer);
	if (self->reason != NULL) {
		zend_get_gc_buffer_add_obj(buffer, self->reason);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static bool channel_next(zend_object *object, zval *value)
{
	evloop_channel *self = channel_from_obj(object);

	if (receive(self, value, -1.0)) {
		return true;
	}
	if (self->closed && self->reason == NULL && EG(exception)->ce == evloop_ce_channel_closed_exception) {
		zend_clear_exception();
		return true;
	}
	return false;
}

static zend_object_iterator *channel_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), channel_next, by_reference);
}

static evloop_channel *this_channel(zval *this)
{
	return channel_from_obj(Z_OBJ_P(this));
}

PHP_METHOD(Evloop_Channel, __construct)
{
	evloop_channel *self = this_channel(ZEND_THIS);
	zend_long capacity = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(capacity)
	ZEND_PARSE_PARAMETERS_END();

	if (capacity < 0 || capacity > MAX_CAPACITY) {
		zend_argument_value_error(1, "must be between 0 and %d", MAX_CAPACITY);
		RETURN_THROWS();
	}
	if (self->constructed) {
		zend_throw_error(NULL, "The Channel is constructed already");
		RETURN_THROWS();
	}
	self->constructed = true;
	self->capacity = (uint32_t) capacity;
}

PHP_METHOD(Evloop_Channel, send)
{
	evloop_channel *self = this_channel(ZEND_THIS);
	zval *value;
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 2)) {
		RETURN_THROWS();
	}
	if (EXPECTED(evloop_channel_offer(self, value))) {
		ZVAL_NULL(value);
		return;
	}
	if (UNEXPECTED(self->closed)) {
		evloop_channel_throw_closed(self, "Channel::send");
		RETURN_THROWS();
	}
	send_later(self, value, timeout);
}

PHP_METHOD(Evloop_Channel, receive)
{
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 1)) {
		RETURN_THROWS();
	}
	receive(this_channel(ZEND_THIS), return_value, timeout);
}

PHP_METHOD(Evloop_Channel, trySend)
{
	evloop_channel *self = this_channel(ZEND_THIS);
	zval *value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_channel_offer(self, value)) {
		ZVAL_NULL(value);
		RETURN_TRUE;
	}
	if (UNEXPECTED(self->closed)) {
		evloop_channel_throw_closed(self, "Channel::trySend");
		RETURN_THROWS();
	}
	RETURN_FALSE;
}

/* Move a value that was taken into a variable; one whose type refuses it gives it back. */
static bool assign(evloop_channel *self, zval *reference, zval *value)
{
	if (UNEXPECTED(ZEND_REF_HAS_TYPE_SOURCES(Z_REF_P(reference)))) {
		zval copy;

		ZVAL_COPY(&copy, value);
		if (zend_try_assign_typed_ref(Z_REF_P(reference), &copy) == FAILURE) {
			evloop_channel_give_back(self, value);
			return false;
		}
		zval_ptr_dtor(value);
	} else {
		ZEND_TRY_ASSIGN_REF_TMP(reference, value);
	}
	return true;
}

PHP_METHOD(Evloop_Channel, tryReceive)
{
	evloop_channel *self = this_channel(ZEND_THIS);
	zval *reference;
	zval value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(reference)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_channel_take(self, &value)) {
		if (UNEXPECTED(self->closed)) {
			evloop_channel_throw_closed(self, "Channel::tryReceive");
			RETURN_THROWS();
		}
		RETURN_FALSE;
	}
	RETURN_BOOL(assign(self, reference, &value));
}

PHP_METHOD(Evloop_Channel, close)
{
	evloop_channel *self = this_channel(ZEND_THIS);
	zend_object *reason = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	if (self->closed) {
		return;
	}
	self->closed = true;
	self->reason = reason;
	if (reason != NULL) {
		GC_ADDREF(reason);
	}
	tell_closed(&self->senders);
	tell_closed(&self->receivers);
}

PHP_METHOD(Evloop_Channel, isClosed)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_channel(ZEND_THIS)->closed);
}

PHP_METHOD(Evloop_Channel, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(this_channel(ZEND_THIS)->kept.count);
}

PHP_METHOD(Evloop_Channel, onReceive)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_OBJ(evloop_arm_new(this_channel(ZEND_THIS), NULL));
}

PHP_METHOD(Evloop_Channel, onSend)
{
	zval *value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	RETURN_OBJ(evloop_arm_new(this_channel(ZEND_THIS), value));
}

PHP_METHOD(Evloop_Channel, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_channel_minit(int module_number)
{
	ce_channel = register_class_Evloop_Channel(zend_ce_aggregate, zend_ce_countable);
	ce_channel->create_object = channel_create_object;
	ce_channel->get_iterator = channel_get_iterator;
	evloop_object_handlers(&channel_handlers, XtOffsetOf(evloop_channel, std));
	channel_handlers.free_obj = channel_free_object;
	channel_handlers.get_gc = channel_get_gc;
	return SUCCESS;
}
