/* SPDX-License-Identifier: MIT */
/*
 * See key.h. The grammar is that of ECMA-48 with what terminals made of it: SS3 for keypads, "ESC [ [ A" of the Linux console, three
 * bytes behind "ESC [ M" of the mouse. Owns nothing.
 */
#include "src/core/key.h"

#include <stdint.h>

#define ESC 0x1b

/* Of a character; what is no UTF-8 is one byte. */
static size_t character_length(const uint8_t *data, size_t size)
{
	size_t length = data[0] >= 0xf0 && data[0] < 0xf5 ? 4 : data[0] >= 0xe0 ? 3 : data[0] >= 0xc2 ? 2 : 1;

	if (data[0] >= 0xf5) {
		return 1;
	}
	for (size_t i = 1; i < length; i++) {
		if (i == size) {
			return 0;
		}
		if ((data[i] & 0xc0) != 0x80) {
			return 1;
		}
	}
	return length;
}

static size_t with_length(size_t length, size_t size)
{
	return length <= size ? length : 0;
}

/* After "ESC [": parameters, intermediates and one final byte. */
static size_t csi_length(const uint8_t *data, size_t size)
{
	size_t i = 2;

	if (size > 2 && data[2] == '[') {
		return with_length(4, size);
	}
	while (i < size && i < EVL_KEY_MAX && data[i] >= 0x20 && data[i] <= 0x3f) {
		i++;
	}
	if (i == EVL_KEY_MAX) {
		return i;
	}
	if (i == size) {
		return 0;
	}
	if (data[i] < 0x40 || data[i] > 0x7e) {
		return i; /* cut short: the next key begins here */
	}
	return i == 2 && data[i] == 'M' ? with_length(6, size) : i + 1;
}

/* Of one that begins with ESC. */
static size_t escape_length(const uint8_t *data, size_t size)
{
	if (size == 1) {
		return 0;
	}
	if (data[1] == '[') {
		return csi_length(data, size);
	}
	if (data[1] == 'O') {
		return with_length(3, size);
	}
	return 1 + character_length(data + 1, size - 1);
}

size_t evl_key_length(const char *data, size_t size)
{
	const uint8_t *bytes = (const uint8_t *) data;
	size_t length;

	if (size == 0) {
		return 0;
	}
	if (bytes[0] != ESC) {
		return character_length(bytes, size);
	}
	/* Alt and an arrow is an ESC more in some terminals. */
	if (size > 2 && bytes[1] == ESC && (bytes[2] == '[' || bytes[2] == 'O')) {
		length = escape_length(bytes + 1, size - 1);
		return length > 0 ? length + 1 : 0;
	}
	length = escape_length(bytes, size);
	/* Alt and the first byte of a character. */
	return length == 1 && size > 1 ? 0 : length;
}
