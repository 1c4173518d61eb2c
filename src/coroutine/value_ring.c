/* SPDX-License-Identifier: MIT */
/*
 * See value_ring.h. PHP's thread only.
 */
#include "src/coroutine/value_ring.h"

#define FIRST_SIZE 8

void evloop_value_ring_grow(evloop_value_ring *ring)
{
	evloop_value_ring larger = {.size = ring->size > 0 ? ring->size * 2 : FIRST_SIZE, .count = ring->count};

	larger.slots = safe_emalloc(larger.size, sizeof(zval), 0);
	for (uint32_t i = 0; i < ring->count; i++) {
		ZVAL_COPY_VALUE(&larger.slots[i], evloop_value_ring_at(ring, i));
	}
	evloop_value_ring_free(ring);
	*ring = larger;
}

void evloop_value_ring_free(evloop_value_ring *ring)
{
	if (ring->slots != NULL) {
		efree(ring->slots);
	}
	memset(ring, 0, sizeof(*ring));
}
