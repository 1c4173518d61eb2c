/* SPDX-License-Identifier: MIT */
/*
 * http1_condition.c: see http1_condition.h.
 */
#include "src/core/http1_condition.h"

#include <string.h>

#include "src/core/http1.h"

#define DAY INT64_C(86400)

/* Digits without sign or space. */
static bool read_number(const char *text, size_t len, unsigned *value)
{
	*value = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return false;
		}

		*value = *value * 10 + (unsigned) (text[i] - '0');
	}

	return len > 0;
}

static bool read_month(const char *text, unsigned *month)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	for (*month = 1; *month <= 12; (*month)++) {
		if (memcmp(text, names + (*month - 1) * 3, 3) == 0) {
			return true;
		}
	}

	return false;
}

/* "08:49:37"; a leap second counts as the next minute's first. */
static bool read_time(const char *text, int64_t *seconds)
{
	unsigned hour, minute, second;

	if (!read_number(text, 2, &hour) || text[2] != ':' || !read_number(text + 3, 2, &minute) || text[5] != ':' ||
		!read_number(text + 6, 2, &second) || hour > 23 || minute > 59 || second > 60) {
		return false;
	}

	*seconds = (int64_t) hour * 3600 + minute * 60 + second;
	return true;
}

static bool is_day_of(unsigned day, unsigned month, unsigned year)
{
	static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leaps = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return day >= 1 && day <= days[month - 1] + (unsigned) (month == 2 && leaps);
}

/* Of the proleptic Gregorian calendar; eras of 400 years that begin on 1 March. */
static int64_t days_since_1970(unsigned year, unsigned month, unsigned day)
{
	unsigned from_march = year - (month <= 2);
	unsigned of_era = from_march % 400;
	unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return (int64_t) (from_march / 400) * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool put_together(unsigned year, unsigned month, unsigned day, int64_t *seconds)
{
	if (!is_day_of(day, month, year)) {
		return false;
	}

	*seconds += days_since_1970(year, month, day) * DAY;
	return true;
}

/* Sun, 06 Nov 1994 08:49:37 GMT */
static bool read_imf_date(const char *text, int64_t *seconds)
{
	unsigned day, month, year;

	return memcmp(text + 3, ", ", 2) == 0 && read_number(text + 5, 2, &day) && text[7] == ' ' &&
		   read_month(text + 8, &month) && text[11] == ' ' && read_number(text + 12, 4, &year) && text[16] == ' ' &&
		   read_time(text + 17, seconds) && memcmp(text + 25, " GMT", 4) == 0 &&
		   put_together(year, month, day, seconds);
}

/* Sun Nov  6 08:49:37 1994 */
static bool read_asctime_date(const char *text, int64_t *seconds)
{
	unsigned day, month, year;
	bool padded = text[8] == ' ';

	return text[3] == ' ' && read_month(text + 4, &month) && text[7] == ' ' &&
		   read_number(text + 8 + padded, 2 - (size_t) padded, &day) && text[10] == ' ' &&
		   read_time(text + 11, seconds) && text[19] == ' ' && read_number(text + 20, 4, &year) &&
		   put_together(year, month, day, seconds);
}

/* Sunday, 06-Nov-94 08:49:37 GMT: from the comma. Years of two digits are those from 1970 to 2069. */
static bool read_old_date(const char *text, int64_t *seconds)
{
	unsigned day, month, year;

	return memcmp(text, ", ", 2) == 0 && read_number(text + 2, 2, &day) && text[4] == '-' &&
		   read_month(text + 5, &month) && text[8] == '-' && read_number(text + 9, 2, &year) && text[11] == ' ' &&
		   read_time(text + 12, seconds) && memcmp(text + 20, " GMT", 4) == 0 &&
		   put_together(year < 70 ? 2000 + year : 1900 + year, month, day, seconds);
}

bool evl_http1_read_date(const char *text, size_t len, int64_t *seconds)
{
	const char *comma;

	if (len == EVL_HTTP1_DATE_SIZE && text[3] == ',') {
		return read_imf_date(text, seconds);
	}

	if (len == 24) {
		return read_asctime_date(text, seconds);
	}

	comma = len > 0 ? memchr(text, ',', len) : NULL;
	return comma != NULL && comma - text >= 6 && comma - text <= 9 && len - (size_t) (comma - text) == 24 &&
		   read_old_date(comma, seconds);
}

static bool is_weak(const char *tag, size_t len)
{
	return len > 2 && tag[0] == 'W' && tag[1] == '/';
}

/* Two tags with their quotes. Strong: none of them is weak; else that does not matter. */
static bool same_tag(const char *left, size_t left_len, const char *right, size_t right_len, bool strong)
{
	size_t left_skip = is_weak(left, left_len) ? 2 : 0, right_skip = is_weak(right, right_len) ? 2 : 0;

	return !(strong && (left_skip || right_skip)) && left_len - left_skip == right_len - right_skip &&
		   memcmp(left + left_skip, right + right_skip, left_len - left_skip) == 0;
}

/* Where the tag at `at` ends, behind its second quote; `end` if it is none. */
static const char *tag_end(const char *at, const char *end)
{
	const char *quote = at < end ? memchr(at, '"', (size_t) (end - at)) : NULL;
	const char *last = quote != NULL ? memchr(quote + 1, '"', (size_t) (end - quote - 1)) : NULL;

	return last != NULL ? last + 1 : end;
}

/* Whether a list of tags names the one there is. A tag may hold commas: they separate outside of the quotes only. */
static bool list_names(evl_http1_value list, const evl_http1_validators *validators, bool strong)
{
	const char *at = list.text, *end = at + list.len, *next;

	if (list.len == 1 && *at == '*') {
		return true;
	}

	for (; at < end; at = next) {
		if (*at == ',' || *at == ' ' || *at == '\t') {
			next = at + 1;
			continue;
		}

		next = tag_end(at, end);

		if (same_tag(at, (size_t) (next - at), validators->tag, validators->tag_len, strong)) {
			return true;
		}
	}

	return false;
}

/* The whole number up to `end`; what does not fit is more than any file has. */
static bool read_position(const char *at, const char *end, uint64_t *value)
{
	*value = 0;

	for (const char *digit = at; digit < end; digit++) {
		if (*digit < '0' || *digit > '9') {
			return false;
		}

		*value = *value > (UINT64_MAX - 9) / 10 ? UINT64_MAX : *value * 10 + (uint64_t) (*digit - '0');
	}

	return at < end;
}

static int judge_range(evl_http1_value range, uint64_t size, uint64_t *first, uint64_t *length)
{
	const char *end = range.text + range.len, *at, *dash;
	uint64_t last = UINT64_MAX;

	if (range.len < 6 || !evl_http1_same(range.text, 5, "bytes", 5) || range.text[5] != '=') {
		return 200;
	}

	at = range.text + 6;
	dash = memchr(at, '-', (size_t) (end - at));

	if (dash == NULL || (dash + 1 < end && !read_position(dash + 1, end, &last)) ||
		(dash == at ? dash + 1 == end : !read_position(at, dash, first) || last < *first)) {
		return 200;
	}

	if (dash == at) {
		/* The last so many. */
		*first = last < size ? size - last : 0;
		*length = size - *first;
		return *length > 0 ? 206 : (last == 0 ? 416 : 200);
	}

	if (*first >= size) {
		return 416;
	}

	*length = (last < size ? last + 1 : size) - *first;
	return 206;
}

static bool if_range_holds(evl_http1_value value, const evl_http1_validators *validators)
{
	int64_t date;

	if (evl_http1_read_date(value.text, value.len, &date)) {
		return validators->settled && date == validators->modified;
	}

	return same_tag(value.text, value.len, validators->tag, validators->tag_len, true);
}

static bool is_later(const evl_http1_validators *validators, evl_http1_value value, bool otherwise)
{
	int64_t date;

	return evl_http1_read_date(value.text, value.len, &date) ? validators->modified > date : otherwise;
}

int evl_http1_judge_conditions(
	const evl_http1_conditions *conditions, const evl_http1_validators *validators, uint64_t *first, uint64_t *length)
{
	if (conditions->if_match.text != NULL) {
		if (!list_names(conditions->if_match, validators, true)) {
			return 412;
		}
	} else if (conditions->if_unmodified_since.text != NULL &&
			   is_later(validators, conditions->if_unmodified_since, false)) {
		return 412;
	}

	if (conditions->if_none_match.text != NULL) {
		if (list_names(conditions->if_none_match, validators, false)) {
			return conditions->safe ? 304 : 412;
		}
	} else if (conditions->if_modified_since.text != NULL && conditions->safe &&
			   !is_later(validators, conditions->if_modified_since, true)) {
		return 304;
	}

	if (conditions->range.text == NULL || !conditions->get ||
		(conditions->if_range.text != NULL && !if_range_holds(conditions->if_range, validators))) {
		return 200;
	}

	return judge_range(conditions->range, validators->size, first, length);
}
