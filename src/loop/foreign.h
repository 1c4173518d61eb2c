/* SPDX-License-Identifier: MIT */
/*
 * Descriptors inside of other extensions' values: PHP's streams and the class Socket of ext/sockets, which is not linked but looked up
 * by name. PHP's thread only.
 */
#ifndef EVLOOP_LOOP_FOREIGN_H
#define EVLOOP_LOOP_FOREIGN_H

#include "php.h"

/*
 * The descriptor of a stream resource, a Socket or a number, which is argument `number` of a call; -1 with an exception thrown that names
 * that. It stays the value's own.
 */
int evloop_foreign_descriptor_of(zval *value, uint32_t number);

static inline int evloop_foreign_descriptor(zval *value)
{
	return evloop_foreign_descriptor_of(value, 1);
}

/* Whether the stream or Socket was closed. Numbers tell nothing. Runs no code; callable before a poll. */
bool evloop_foreign_is_closed(const zval *value);

/* Whether PHP, or OpenSSL below it, holds bytes of the stream that the kernel knows nothing of any more. As above. */
bool evloop_foreign_has_bytes(const zval *value);

/* The same after asking whatever layer is below. May run code of the stream. */
bool evloop_foreign_fetch_bytes(const zval *value);

#endif
