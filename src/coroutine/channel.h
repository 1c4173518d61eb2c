/* SPDX-License-Identifier: MIT */
/*
 * The class Channel as select() sees it: what can be done at once, and the queues to wait in. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_CHANNEL_H
#define EVLOOP_COROUTINE_CHANNEL_H

#include "src/coroutine/value_ring.h"
#include "src/coroutine/wait_queue.h"

typedef struct evloop_channel {
	evl_list receivers; /* evloop_channel_waiter.place. While one can be woken nothing is kept and no sender waits */
	evl_list senders;   /* the same. While one can be woken there is no room */
	evloop_value_ring kept; /* may be more than the capacity, by what receivers gave back */
	uint32_t capacity;
	bool constructed;
	bool closed;
	zend_object *reason; /* owned; may be NULL */
	zend_object std;
} evloop_channel;

typedef enum evloop_channel_fate {
	EVLOOP_CHANNEL_WAITS,
	EVLOOP_CHANNEL_SERVED,
	EVLOOP_CHANNEL_CLOSED,
} evloop_channel_fate;

/* Who waits to send or to receive, on its C stack. */
typedef struct evloop_channel_waiter {
	evloop_place place;
	evloop_channel_fate fate;
	zval value; /* owned: a sender's until it is served, a receiver's from then on */
} evloop_channel_waiter;

/* Hand a value over, which is moved. False: there is neither a receiver nor room, or it is closed. */
bool evloop_channel_offer(evloop_channel *channel, zval *value);

/* The next value. False: there is none. */
bool evloop_channel_take(evloop_channel *channel, zval *value);

/* Whether these would do something, or the channel is closed for them. */
bool evloop_channel_can_send(evloop_channel *channel);
bool evloop_channel_can_receive(evloop_channel *channel);

/* A receiver that was handed a value cannot have it: the next one gets it, or it is kept as the first. */
void evloop_channel_give_back(evloop_channel *channel, zval *value);

/* ChannelClosedException for an operation ("Channel::send"). */
void evloop_channel_throw_closed(const evloop_channel *channel, const char *operation);

zend_result evloop_channel_minit(int module_number);

#endif
