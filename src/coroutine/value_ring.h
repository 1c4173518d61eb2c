/* SPDX-License-Identifier: MIT */
/*
 * A queue of values in a ring that grows as it fills, and is let go when it has been large and runs empty. It owns its values, which
 * are moved in and out. Zeroed memory is an empty one. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_VALUE_RING_H
#define EVLOOP_COROUTINE_VALUE_RING_H

#include "php.h"

/* Slots that an empty ring may keep. */
#define EVLOOP_VALUE_RING_KEPT 256

typedef struct evloop_value_ring {
	zval *slots;
	uint32_t size; /* a power of two, or 0 */
	uint32_t head;
	uint32_t count;
} evloop_value_ring;

static inline zval *evloop_value_ring_at(const evloop_value_ring *ring, uint32_t index)
{
	return &ring->slots[(ring->head + index) & (ring->size - 1)];
}

void evloop_value_ring_grow(evloop_value_ring *ring);

/* Without its values. */
void evloop_value_ring_free(evloop_value_ring *ring);

/* At the end. */
static inline void evloop_value_ring_push(evloop_value_ring *ring, const zval *value)
{
	if (UNEXPECTED(ring->count == ring->size)) {
		evloop_value_ring_grow(ring);
	}
	ring->count++;
	ZVAL_COPY_VALUE(evloop_value_ring_at(ring, ring->count - 1), value);
}

/* At the front. */
static inline void evloop_value_ring_unshift(evloop_value_ring *ring, const zval *value)
{
	if (UNEXPECTED(ring->count == ring->size)) {
		evloop_value_ring_grow(ring);
	}
	ring->count++;
	ring->head--;
	ZVAL_COPY_VALUE(evloop_value_ring_at(ring, 0), value);
}

/* The first; there has to be one. */
static inline void evloop_value_ring_shift(evloop_value_ring *ring, zval *value)
{
	ZVAL_COPY_VALUE(value, evloop_value_ring_at(ring, 0));
	ring->head++;
	if (--ring->count == 0 && UNEXPECTED(ring->size > EVLOOP_VALUE_RING_KEPT)) {
		evloop_value_ring_free(ring);
	}
}

#endif
