/* SPDX-License-Identifier: MIT */
/*
 * The count of a server's open connections, for a server that limits it. Shared by the server and its sockets, of which
 * any may go first; the last one frees. PHP's thread only.
 */
#ifndef EVLOOP_NET_GATE_H
#define EVLOOP_NET_GATE_H

#include "php.h"

#include "src/reactor/accept.h"

typedef struct evloop_gate {
	uint32_t references;
	uint32_t open;
	uint32_t max;
	evl_listener *listener; /* NULL once the server is closed */
} evloop_gate;

/* What is accepted in advance counts: it is open as well. */
static inline void evloop_gate_adjust(evloop_gate *gate)
{
	if (gate->listener != NULL) {
		evl_listener_limit(gate->listener, gate->max - gate->open);
	}
}

static inline evloop_gate *evloop_gate_new(evl_listener *listener, uint32_t max)
{
	evloop_gate *gate = emalloc(sizeof(*gate));

	*gate = (evloop_gate){.references = 1, .max = max, .listener = listener};
	evloop_gate_adjust(gate);
	return gate;
}

static inline void evloop_gate_unref(evloop_gate *gate)
{
	if (--gate->references == 0) {
		efree(gate);
	}
}

static inline void evloop_gate_enter(evloop_gate *gate)
{
	gate->references++;
	gate->open++;
	evloop_gate_adjust(gate);
}

static inline void evloop_gate_leave(evloop_gate *gate)
{
	gate->open--;
	evloop_gate_adjust(gate);
	evloop_gate_unref(gate);
}

#endif
