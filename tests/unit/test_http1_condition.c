/* SPDX-License-Identifier: MIT */
/* Dates in their three forms, conditions in their order, ranges and what is none. */
#include "src/core/http1_condition.h"

#include "src/core/http1.h"
#include "tests/unit/test.h"

static int64_t date_of(const char *text)
{
	int64_t seconds = -1;

	return evl_http1_read_date(text, strlen(text), &seconds) ? seconds : -1;
}

TEST(http1_date_has_three_forms)
{
	CHECK_EQ(date_of("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
	CHECK_EQ(date_of("Sunday, 06-Nov-94 08:49:37 GMT"), 784111777);
	CHECK_EQ(date_of("Sun Nov  6 08:49:37 1994"), 784111777);
	CHECK_EQ(date_of("Sun Nov 16 08:49:37 1994"), 784975777);
	CHECK_EQ(date_of("Thu, 29 Feb 2024 23:59:60 GMT"), 1709251200);
	CHECK_EQ(date_of("Monday, 01-Jan-69 00:00:00 GMT"), 3124224000);
}

TEST(http1_date_is_what_is_written)
{
	char text[EVL_HTTP1_DATE_SIZE];
	int64_t seconds;

	for (int64_t day = 0; day < 2932896; day += 97) {
		evl_http1_write_date(text, day * 86400 + 3661);
		CHECK(evl_http1_read_date(text, sizeof(text), &seconds));
		CHECK_EQ(seconds, day * 86400 + 3661);
	}
}

TEST(http1_date_is_strict)
{
	static const char *const bad[] = {"", ",", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 nov 1994 08:49:37 GMT",
		"Sun, 31 Apr 1994 08:49:37 GMT", "Sun, 29 Feb 1900 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
		"Sun, +6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun Nov 06 08:49:37 199x", "784111777",
		"Sunday, 06-Nov-1994 08:49:37 GMT", "Sunda, 06-Nov-94 08:49:37 GM", "Sun Nov  6 08:60:37 1994",
		"Sunday, 00-Nov-94 08:49:37 GMT"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		CHECK_EQ(date_of(bad[i]), -1);
	}
}

/* Against a file of 1000 bytes, modified at 784111777, with the tag "a,b". */
static int judge(const evl_http1_conditions *conditions, uint64_t *first, uint64_t *length)
{
	evl_http1_validators validators = {
		.tag = "\"a,b\"", .tag_len = 5, .modified = 784111777, .settled = true, .size = 1000};

	return evl_http1_judge_conditions(conditions, &validators, first, length);
}

static evl_http1_value value(const char *text)
{
	return (evl_http1_value){text, strlen(text)};
}

static int range(const char *text, uint64_t *first, uint64_t *length)
{
	evl_http1_conditions conditions = {.range = value(text), .safe = true, .get = true};

	*first = *length = 4711;
	return judge(&conditions, first, length);
}

#define CHECK_RANGE(text, status, from, count)                                                                         \
	do {                                                                                                               \
		CHECK_EQ(range(text, &first, &length), status);                                                                \
		CHECK_EQ(first, from);                                                                                         \
		CHECK_EQ(length, count);                                                                                       \
	} while (0)

TEST(http1_range_is_one_piece)
{
	uint64_t first, length;

	CHECK_RANGE("bytes=0-0", 206, 0, 1);
	CHECK_RANGE("Bytes=5-9", 206, 5, 5);
	CHECK_RANGE("bytes=999-", 206, 999, 1);
	CHECK_RANGE("bytes=0-99999999999999999999999", 206, 0, 1000);
	CHECK_RANGE("bytes=-1", 206, 999, 1);
	CHECK_RANGE("bytes=-5000", 206, 0, 1000);
	CHECK_EQ(range("bytes=1000-", &first, &length), 416);
	CHECK_EQ(range("bytes=99999999999999999999999-", &first, &length), 416);
	CHECK_EQ(range("bytes=-0", &first, &length), 416);
}

TEST(http1_range_that_is_none_is_ignored)
{
	static const char *const whole[] = {"", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=5-4", "bytes=a-b",
		"bytes=1-x", "bytes=0-1,3-4", "bytes=--1", "bytes=+1-2", "bytes= 0-1", "lines=0-1", "bytes=0-1 "};
	uint64_t first, length;

	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
		CHECK_EQ(range(whole[i], &first, &length), 200);
	}
}

TEST(http1_range_of_nothing)
{
	evl_http1_conditions conditions = {.range = value("bytes=-5"), .get = true, .safe = true};
	evl_http1_validators validators = {.tag = "\"\"", .tag_len = 2};
	uint64_t first, length;

	CHECK_EQ(evl_http1_judge_conditions(&conditions, &validators, &first, &length), 200);
	conditions.range = value("bytes=0-");
	CHECK_EQ(evl_http1_judge_conditions(&conditions, &validators, &first, &length), 416);
}

static int none_match(const char *list, bool safe)
{
	evl_http1_conditions conditions = {.if_none_match = value(list), .safe = safe, .get = safe};
	uint64_t first, length;

	return judge(&conditions, &first, &length);
}

static int match(const char *list)
{
	evl_http1_conditions conditions = {.if_match = value(list), .safe = true, .get = true};
	uint64_t first, length;

	return judge(&conditions, &first, &length);
}

TEST(http1_tags_are_compared)
{
	CHECK_EQ(none_match("\"a,b\"", true), 304);
	CHECK_EQ(none_match("W/\"a,b\"", true), 304);
	CHECK_EQ(none_match("*", true), 304);
	CHECK_EQ(none_match("*", false), 412);
	CHECK_EQ(none_match("\"x\", W/\"y,z\" ,\t\"a,b\"", true), 304);
	CHECK_EQ(none_match("\"a\",\"b\"", true), 200);
	CHECK_EQ(none_match("a,b", true), 200);
	CHECK_EQ(none_match("\"a,b", true), 200);
	CHECK_EQ(none_match("", true), 200);
	CHECK_EQ(match("\"a,b\""), 200);
	CHECK_EQ(match("\"x\",\"a,b\""), 200);
	CHECK_EQ(match("*"), 200);
	CHECK_EQ(match("W/\"a,b\""), 412);
	CHECK_EQ(match("\"x\""), 412);
}

static int judged(evl_http1_conditions conditions)
{
	uint64_t first, length;

	conditions.safe = true;
	conditions.get = true;
	return judge(&conditions, &first, &length);
}

#define BEFORE value("Sun, 06 Nov 1994 08:49:36 GMT")
#define THEN   value("Sun, 06 Nov 1994 08:49:37 GMT")

TEST(http1_conditions_have_an_order)
{
	CHECK_EQ(judged((evl_http1_conditions){.if_modified_since = THEN}), 304);
	CHECK_EQ(judged((evl_http1_conditions){.if_modified_since = BEFORE}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_modified_since = value("long ago")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_modified_since = THEN, .if_none_match = value("\"x\"")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_unmodified_since = THEN}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_unmodified_since = BEFORE}), 412);
	CHECK_EQ(judged((evl_http1_conditions){.if_unmodified_since = value("?")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_unmodified_since = BEFORE, .if_match = value("*")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_match = value("*"), .if_none_match = value("*")}), 304);
	CHECK_EQ(judged((evl_http1_conditions){.if_none_match = value("*"), .range = value("bytes=0-1")}), 304);
}

TEST(http1_if_range_wants_the_same_version)
{
	evl_http1_value part = value("bytes=0-1");

	CHECK_EQ(judged((evl_http1_conditions){.range = part, .if_range = value("\"a,b\"")}), 206);
	CHECK_EQ(judged((evl_http1_conditions){.range = part, .if_range = value("W/\"a,b\"")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.range = part, .if_range = value("\"x\"")}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.range = part, .if_range = THEN}), 206);
	CHECK_EQ(judged((evl_http1_conditions){.range = part, .if_range = BEFORE}), 200);
	CHECK_EQ(judged((evl_http1_conditions){.if_range = value("\"a,b\"")}), 200);
}

TEST(http1_range_is_for_get_only)
{
	evl_http1_conditions conditions = {.range = value("bytes=0-1"), .safe = true};
	uint64_t first, length;

	CHECK_EQ(judge(&conditions, &first, &length), 200);
}
