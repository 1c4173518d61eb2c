/* SPDX-License-Identifier: MIT */
/*
 * See text.h. By Unicode's East_Asian_Width (W and F) and the marks without a width of their own of the scripts that use them most; the
 * others count one each, so a line is rather too short than too long. Owns nothing.
 */
#include "src/core/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct range {
	uint32_t first;
	uint32_t last;
} range;

static const range wide[] = {{0x1100, 0x115f}, {0x231a, 0x231b}, {0x2329, 0x232a}, {0x23e9, 0x23ec}, {0x23f0, 0x23f0},
	{0x23f3, 0x23f3}, {0x25fd, 0x25fe}, {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267f, 0x267f}, {0x2693, 0x2693},
	{0x26a1, 0x26a1}, {0x26aa, 0x26ab}, {0x26bd, 0x26be}, {0x26c4, 0x26c5}, {0x26ce, 0x26ce}, {0x26d4, 0x26d4},
	{0x26ea, 0x26ea}, {0x26f2, 0x26f3}, {0x26f5, 0x26f5}, {0x26fa, 0x26fa}, {0x26fd, 0x26fd}, {0x2705, 0x2705},
	{0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274c}, {0x274e, 0x274e}, {0x2753, 0x2755}, {0x2757, 0x2757},
	{0x2795, 0x2797}, {0x27b0, 0x27b0}, {0x27bf, 0x27bf}, {0x2b1b, 0x2b1c}, {0x2b50, 0x2b50}, {0x2b55, 0x2b55},
	{0x2e80, 0x303e}, {0x3041, 0x4dbf}, {0x4e00, 0xa4cf}, {0xa960, 0xa97c}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
	{0xfe10, 0xfe19}, {0xfe30, 0xfe6f}, {0xff01, 0xff60}, {0xffe0, 0xffe6}, {0x16fe0, 0x18d08}, {0x1aff0, 0x1b2fb},
	{0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f200, 0x1f265},
	{0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f7e0, 0x1f7f0}, {0x1f90c, 0x1f9ff}, {0x1fa70, 0x1faff},
	{0x20000, 0x3fffd}};

static const range marks[] = {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2},
	{0x05c4, 0x05c5}, {0x05c7, 0x05c7}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc},
	{0x06df, 0x06e4}, {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e},
	{0x0eb1, 0x0eb1}, {0x0eb4, 0x0ebc}, {0x0ec8, 0x0ecd}, {0x1160, 0x11ff}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
	{0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0}, {0x302a, 0x302d}, {0x3099, 0x309a},
	{0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0001, 0xe01ef}};

static bool is_among(const range *ranges, size_t count, uint32_t point)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (point > ranges[middle].last) {
			low = middle + 1;
		} else {
			count = middle;
		}
	}
	/* Where it would stand. */
	return point >= ranges[low].first && point <= ranges[low].last;
}

static size_t width_of(uint32_t point)
{
	if (point < 0x300) {
		return 1;
	}
	if (point <= 0xe01ef && is_among(marks, sizeof(marks) / sizeof(marks[0]) - 1, point)) {
		return 0;
	}
	return point <= 0x3fffd && is_among(wide, sizeof(wide) / sizeof(wide[0]) - 1, point) ? 2 : 1;
}

/* The first character: how many bytes, and which; 0 for what must not be printed. */
static size_t decode(const char *text, size_t size, uint32_t *point)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const uint8_t *bytes = (const uint8_t *) text;
	size_t length = bytes[0] >= 0xf0 ? 4 : bytes[0] >= 0xe0 ? 3 : bytes[0] >= 0xc0 ? 2 : 1;

	*point = 0;
	if (length == 1) {
		*point = bytes[0] >= 0x20 && bytes[0] < 0x7f ? bytes[0] : 0;
		return 1;
	}
	if (length > size || bytes[0] >= 0xf8) {
		return 1;
	}
	*point = bytes[0] & (0xffU >> (length + 1));
	for (size_t i = 1; i < length; i++) {
		if ((bytes[i] & 0xc0) != 0x80) {
			*point = 0;
			return 1;
		}
		*point = *point << 6 | (bytes[i] & 0x3f);
	}
	/* Too long, a surrogate, none, or a control character (C1). */
	if (*point < least[length] || (*point >= 0xd800 && *point <= 0xdfff) || *point > 0x10ffff || *point < 0xa0) {
		*point = 0;
	}
	return length;
}

size_t evl_text_width(const char *text, size_t size)
{
	size_t width = 0;
	uint32_t point;

	for (size_t i = 0; i < size;) {
		i += decode(text + i, size - i, &point);
		width += width_of(point);
	}
	return width;
}

size_t evl_text_copy(char *out, size_t room, size_t cells, const char *text, size_t size, size_t *used)
{
	size_t copied = 0;

	*used = 0;
	for (size_t i = 0; i < size;) {
		uint32_t point;
		size_t length = decode(text + i, size - i, &point);
		size_t written = point != 0 ? length : 1;

		if (*used + width_of(point) > cells || copied + written > room) {
			break;
		}
		memcpy(out + copied, point != 0 ? text + i : "?", written);
		copied += written;
		*used += width_of(point);
		i += length;
	}
	return copied;
}
