/* SPDX-License-Identifier: MIT */
/*
 * Validators, phrases, dates and numbers of src/core/http1_text.c.
 */
#include "src/core/http1.h"
#include "tests/unit/test.h"

#include <stdio.h>
#include <time.h>

#define HOST(text) evl_http1_is_host(text, sizeof(text) - 1)

TEST(http1_text_knows_tokens)
{
	CHECK(evl_http1_is_token("a", 1));
	CHECK(evl_http1_is_token("X-Forwarded_For!", 16));
	CHECK(!evl_http1_is_token("", 0));
	CHECK(!evl_http1_is_token("a b", 3));
	CHECK(!evl_http1_is_token("a:", 2));
	CHECK(!evl_http1_is_token("a\0", 2));
	CHECK(!evl_http1_is_token("\xc3\xa4", 2));
}

TEST(http1_text_knows_field_values)
{
	CHECK(evl_http1_is_field_value("", 0));
	CHECK(evl_http1_is_field_value("a b\tc; d=\"e\" \xc3\xa4", 15));
	CHECK(!evl_http1_is_field_value("a\rb", 3));
	CHECK(!evl_http1_is_field_value("a\nb", 3));
	CHECK(!evl_http1_is_field_value("a\0b", 3));
	CHECK(!evl_http1_is_field_value("a\x1b", 2));
	CHECK(!evl_http1_is_field_value("\x7f", 1));
}

TEST(http1_text_knows_ipv6_hosts)
{
	CHECK(HOST("[::]"));
	CHECK(HOST("[::1]:80"));
	CHECK(HOST("[1::]"));
	CHECK(HOST("[1:2:3:4:5:6:7:8]"));
	CHECK(HOST("[1:2:3:4:5:6:7::]"));
	CHECK(HOST("[::2:3:4:5:6:7:8]"));
	CHECK(HOST("[1:2:3::6:7:8]"));
	CHECK(HOST("[::ffff:1.2.3.4]"));
	CHECK(HOST("[1:2:3:4:5:6:1.2.3.4]"));
	CHECK(HOST("[ABCD:ef01::]"));
	CHECK(!HOST("[1:2:3:4:5:6:7]"));
	CHECK(!HOST("[1:2:3:4:5:6:7:8:9]"));
	CHECK(!HOST("[1:2:3:4:5:6:7:8::]"));
	CHECK(!HOST("[1::2::3]"));
	CHECK(!HOST("[:::]"));
	CHECK(!HOST("[:1]"));
	CHECK(!HOST("[1:]"));
	CHECK(!HOST("[12345::]"));
	CHECK(!HOST("[1.2.3.4]"));
	CHECK(!HOST("[::1.2.3]"));
	CHECK(!HOST("[::1.2.3.256]"));
	CHECK(!HOST("[::1.2.3.04]"));
	CHECK(!HOST("[::1.2.3.4.5]"));
	CHECK(!HOST("[::1.2.3.]"));
	CHECK(!HOST("[::1.2.3.4:5]"));
	CHECK(!HOST("[1:2:3:4:5:6:7:1.2.3.4]"));
	CHECK(!HOST("[v1.a]"));
	CHECK(!HOST("["));
	CHECK(!HOST("[::1]80"));
}

TEST(http1_text_has_phrases)
{
	CHECK_STR(evl_http1_status_text(200), "OK");
	CHECK_STR(evl_http1_status_text(404), "Not Found");
	CHECK_STR(evl_http1_status_text(511), "Network Authentication Required");
	CHECK_STR(evl_http1_status_text(299), "");
	CHECK_STR(evl_http1_status_text(-1), "");
}

static const char *date(int64_t seconds)
{
	static char text[EVL_HTTP1_DATE_SIZE + 1];

	memset(text, '!', sizeof(text));
	evl_http1_write_date(text, seconds);
	CHECK_EQ(text[EVL_HTTP1_DATE_SIZE], '!');
	text[EVL_HTTP1_DATE_SIZE] = '\0';
	return text;
}

TEST(http1_text_writes_dates)
{
	CHECK_STR(date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
	CHECK_STR(date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
	CHECK_STR(date(951782400), "Tue, 29 Feb 2000 00:00:00 GMT");
	CHECK_STR(date(4107542399), "Sun, 28 Feb 2100 23:59:59 GMT");
	CHECK_STR(date(4107542400), "Mon, 01 Mar 2100 00:00:00 GMT");
	CHECK_STR(date(INT64_MAX), "Fri, 31 Dec 9999 23:59:59 GMT");
	CHECK_STR(date(-1), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(http1_text_dates_agree_with_libc)
{
	char expected[64];

	for (int64_t seconds = 0; seconds < INT64_C(253402300799); seconds += 86400 * 13 + 7919) {
		time_t time = (time_t) seconds;
		struct tm tm;

		gmtime_r(&time, &tm);
		strftime(expected, sizeof(expected), "%a, %d %b %Y %H:%M:%S GMT", &tm);
		CHECK_STR(date(seconds), expected);
	}
}

TEST(http1_text_writes_numbers)
{
	static const uint64_t values[] = {0, 9, 10, 99, 100, 101, 999, 1000, 65535, 123456789, UINT64_MAX / 10, UINT64_MAX};
	char text[32], expected[32];

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		snprintf(expected, sizeof(expected), "%llu", (unsigned long long) values[i]);
		CHECK_MEM(text, evl_http1_write_decimal(text, values[i]), expected, strlen(expected));
		snprintf(expected, sizeof(expected), "%llx", (unsigned long long) values[i]);
		CHECK_MEM(text, evl_http1_write_hex(text, values[i]), expected, strlen(expected));
	}
}
