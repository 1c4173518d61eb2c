/* SPDX-License-Identifier: MIT */
/*
 * See punycode.h. A label is decoded into code points first: as many as its bytes at most, and of those a host name has
 * few. Any thread.
 */
#include "src/core/punycode.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define POINTS_MAX 256

/* The parameters of RFC 3492, section 5. */
enum { BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700, BIAS = 72, FIRST = 128 };

typedef struct sink {
	char *to;
	size_t room;
	size_t length;
} sink;

static bool put(sink *out, char byte)
{
	if (out->length + 1 >= out->room) {
		return false;
	}
	out->to[out->length++] = byte;
	return true;
}

/* The code point at **text, which is moved behind it; negative: this is not UTF-8. */
static int32_t next_point(const unsigned char **text, const unsigned char *end)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	uint32_t point = *(*text)++;
	int more = point < 0x80 ? 0 : point < 0xc0 ? -1 : point < 0xe0 ? 1 : point < 0xf0 ? 2 : point < 0xf8 ? 3 : -1;

	if (more < 0 || end - *text < more) {
		return -1;
	}
	point &= more == 0 ? 0x7f : 0x3fu >> more;
	for (int i = 0; i < more; i++) {
		if ((**text & 0xc0) != 0x80) {
			return -1;
		}
		point = point << 6 | (*(*text)++ & 0x3f);
	}
	return point < least[more] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? -1 : (int32_t) point;
}

static uint32_t adapt(uint32_t delta, uint32_t count, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / count;
	for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) {
		delta /= BASE - T_MIN;
	}
	return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static bool put_number(sink *out, uint32_t value, uint32_t bias)
{
	static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;

		if (value < t) {
			return put(out, digits[value]);
		}
		if (!put(out, digits[t + (value - t) % (BASE - t)])) {
			return false;
		}
		value = (value - t) / (BASE - t);
	}
}

/* The lowest that is not below `from`. */
static uint32_t lowest(const uint32_t *points, size_t count, uint32_t from)
{
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < count; i++) {
		least = points[i] >= from && points[i] < least ? points[i] : least;
	}
	return least;
}

/* Section 6.3. With so few points as here nothing overflows. */
static bool encode(sink *out, const uint32_t *points, size_t count)
{
	uint32_t bias = BIAS, delta = 0, next = FIRST;
	uint32_t basic = 0, done;

	for (size_t i = 0; i < count; i++) {
		if (points[i] < FIRST) {
			basic++;
			if (!put(out, (char) points[i])) {
				return false;
			}
		}
	}
	if (basic > 0 && !put(out, '-')) {
		return false;
	}
	for (done = basic; done < count; delta++, next++) {
		uint32_t point = lowest(points, count, next);

		delta += (point - next) * (done + 1);
		next = point;
		for (size_t i = 0; i < count; i++) {
			delta += points[i] < next;
			if (points[i] == next) {
				if (!put_number(out, delta, bias)) {
					return false;
				}
				bias = adapt(delta, done + 1, done == basic);
				delta = 0;
				done++;
			}
		}
	}
	return true;
}

static int put_label(sink *out, const char *label, size_t length)
{
	const unsigned char *text = (const unsigned char *) label;
	const unsigned char *end = text + length;
	uint32_t points[POINTS_MAX];
	size_t count = 0;
	bool ascii = true;

	while (text < end) {
		int32_t point = next_point(&text, end);

		if (point < 0) {
			return -EINVAL;
		}
		if (count == POINTS_MAX) {
			return -ENAMETOOLONG;
		}
		points[count++] = (uint32_t) point;
		ascii = ascii && point < FIRST;
	}
	for (const char *prefix = ascii ? "" : "xn--"; *prefix != '\0'; prefix++) {
		if (!put(out, *prefix)) {
			return -ENAMETOOLONG;
		}
	}
	for (size_t i = 0; ascii && i < count; i++) {
		if (!put(out, label[i])) {
			return -ENAMETOOLONG;
		}
	}
	return ascii || encode(out, points, count) ? 0 : -ENAMETOOLONG;
}

int evl_punycode_host(char *to, size_t room, const char *host)
{
	sink out = {.to = to, .room = room};

	for (;;) {
		size_t length = strcspn(host, ".");
		int status = put_label(&out, host, length);

		if (status != 0) {
			return status;
		}
		if (host[length] == '\0') {
			break;
		}
		if (!put(&out, '.')) {
			return -ENAMETOOLONG;
		}
		host += length + 1;
	}
	to[out.length] = '\0';
	return 0;
}
