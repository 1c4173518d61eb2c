/* SPDX-License-Identifier: MIT */
/*
 * Where one key ends and the next begins in what a terminal sends: a character of UTF-8, an escape sequence (arrows, function keys, the
 * mouse), or either of them with Alt, which is an ESC before it. Any thread.
 */
#ifndef EVLOOP_CORE_KEY_H
#define EVLOOP_CORE_KEY_H

#include <stddef.h>

/* No sequence is longer: what goes on is none. */
#define EVL_KEY_MAX 64

/*
 * The bytes of the first key; 0: more may belong to it. A lone ESC is both a key and the beginning of others, and only time tells: when
 * nothing follows soon, what is there is the key.
 */
size_t evl_key_length(const char *data, size_t size);

#endif
