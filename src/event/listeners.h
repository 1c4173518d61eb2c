/* SPDX-License-Identifier: MIT */
/*
 * Listeners of the fixed events of streams and servers: on(), once(), off(). Made when the first one comes, so an object that nobody
 * listens to pays for a pointer.
 *
 * While an event is emitted, listeners may be added (they hear the next one), removed (they hear nothing more) and the object may be
 * closed or let go. What a listener throws goes to the error handler, and the next one is called. PHP's thread only.
 */
#ifndef EVLOOP_EVENT_LISTENERS_H
#define EVLOOP_EVENT_LISTENERS_H

#include "src/base/callback.h"

/* The events of a class, by name; an event is its index. */
typedef struct evloop_events {
	const char *const *names;
	uint8_t count;
} evloop_events;

typedef struct evloop_listener evloop_listener;

typedef struct evloop_listeners {
	evloop_listener *first; /* in the order they were added */
	evloop_listener **end;
	uint32_t last_id;
	uint32_t emitting; /* so many emissions are under way: what is removed is freed after them */
	bool removed;      /* something was, meanwhile */
} evloop_listeners;

void evloop_listeners_init(evloop_listeners *listeners);
void evloop_listeners_free(evloop_listeners *listeners);

/*
 * The parameters of on() and once(), and of off(), where `callable` is UNDEF when none was given: the event; negative with an exception
 * thrown.
 */
int evloop_events_parse_on(
	INTERNAL_FUNCTION_PARAMETERS, const evloop_events *events, zend_fcall_info *fci, zend_fcall_info_cache *fcc);
int evloop_events_parse_off(INTERNAL_FUNCTION_PARAMETERS, const evloop_events *events, zval *callable);

/* The callback is taken over. */
void evloop_listeners_add(evloop_listeners *listeners, uint8_t event, evloop_callback *callback, bool once);

/* All of an event (UNDEF), or those that are this callable. */
void evloop_listeners_remove(evloop_listeners *listeners, uint8_t event, zval *callable);

bool evloop_listeners_has(const evloop_listeners *listeners, uint8_t event);

/*
 * Call who listens, one after the other; each may wait. The caller holds what owns the listeners. False with an exception pending, which
 * unwinds: nothing more is to be done here.
 */
bool evloop_listeners_emit(evloop_listeners *listeners, uint8_t event, uint32_t argc, zval *argv);

void evloop_listeners_gc(evloop_listeners *listeners, zend_get_gc_buffer *buffer);

#endif
