/* SPDX-License-Identifier: MIT */
/*
 * Field lines and the classes of bytes of src/core/http1_field.c.
 */
#include "src/core/http1_field.h"
#include "tests/unit/http1_case.h"
#include "tests/unit/test.h"

TEST(http1_field_trims_white_space)
{
	GIVES(FIELD("a: b"), "field a=[b]\n");
	GIVES(FIELD("a:b"), "field a=[b]\n");
	GIVES(FIELD("a: \t b c \t "), "field a=[b c]\n");
	GIVES(FIELD("a:\tb\tc"), "field a=[b\tc]\n");
	GIVES(FIELD("a:   "), "field a=[]\n");
	GIVES(FIELD("a::b"), "field a=[:b]\n");
	GIVES(FIELD("a: 1234567\t89012345678\t"), "field a=[1234567\t89012345678]\n");
	GIVES(FIELD("a: \x80\xff\xe2\x82\xac"), "field a=[\x80\xff\xe2\x82\xac]\n");
}

TEST(http1_field_keeps_order_and_case)
{
	GIVES(FIELD("B: 1\r\na: 2\r\nB: 3"), "field B=[1]\nfield a=[2]\nfield B=[3]\n");
}

TEST(http1_field_refuses_bad_names)
{
	GIVES(FIELD("a : b"), REFUSED(400));
	GIVES(FIELD("a\t: b"), REFUSED(400));
	GIVES(FIELD(": b"), REFUSED(400));
	GIVES(FIELD("a b: c"), REFUSED(400));
	GIVES(FIELD("a"), REFUSED(400));
	GIVES(FIELD("a;b: c"), REFUSED(400));
	GIVES(FIELD("\"a\": c"), REFUSED(400));
	GIVES(FIELD("a\0: c"), REFUSED(400));
	GIVES(FIELD("a\xc3\xa4: c"), REFUSED(400));
	GIVES(FIELD("a(b): c"), REFUSED(400));
	GIVES(FIELD("a\x7f: c"), REFUSED(400));
	GIVES(FIELD("!#$%&'*+-.^_`|~09azAZ: c"), "field !#$%&'*+-.^_`|~09azAZ=[c]\n");
}

TEST(http1_field_refuses_folding)
{
	GIVES(FIELD("a: b\r\n c"), REFUSED(400));
	GIVES(FIELD("a: b\r\n\tc"), REFUSED(400));
	GIVES(FIELD("a:\r\n b"), REFUSED(400));
	GIVES("GET / HTTP/1.1\r\n Host: a\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\n \r\n\r\n", REFUSED(400));
}

TEST(http1_field_refuses_other_line_ends)
{
	GIVES(FIELD("a: b\nc: d"), REFUSED(400));
	GIVES(FIELD("a: b\rc: d"), REFUSED(400));
	GIVES(FIELD("a: b\r\rc: d"), REFUSED(400));
	GIVES(FIELD("a: b\n\rc: d"), REFUSED(400));
	GIVES(FIELD("\na: b"), REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\n\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\n\r\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\n\rGET / HTTP/1.1\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\n\r\n", REFUSED(400));
}

TEST(http1_field_refuses_control_characters)
{
	char request[] = "GET / HTTP/1.1\r\nHost: a\r\nb: 12345678901234x56789012345\r\n\r\n";
	char *place = strchr(request, 'x');

	for (int c = 0; c < 256; c++) {
		bool bad = (c < 0x20 && c != '\t') || c == 0x7f;

		*place = (char) c;
		http1_case(
			__FILE__, __LINE__, request, sizeof(request) - 1, &http1_drive_default, bad ? REFUSED(400) : "idle\n");
		place[-14] = (char) c;
		http1_case(
			__FILE__, __LINE__, request, sizeof(request) - 1, &http1_drive_default, bad ? REFUSED(400) : "idle\n");
		place[-14] = '1';
	}
}

static bool among(int c, const char *set)
{
	return c != 0 && strchr(set, c) != NULL;
}

TEST(http1_field_classes_are_as_the_grammars_say)
{
	const char *alnum = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	for (int c = 0; c < 256; c++) {
		int bits = evl_http1_class[c];
		bool value = c == '\t' || (c >= 0x20 && c != 0x7f);

		CHECK_EQ((bits & EVL_HTTP1_BYTE_TOKEN) != 0, among(c, alnum) || among(c, "!#$%&'*+-.^_`|~"));
		CHECK_EQ((bits & EVL_HTTP1_BYTE_VALUE) != 0, value);
		CHECK_EQ((bits & EVL_HTTP1_BYTE_TARGET) != 0, c > 0x20 && c < 0x7f && !among(c, "\"#<>"));
		CHECK_EQ((bits & EVL_HTTP1_BYTE_HOST) != 0, among(c, alnum) || among(c, "-._~!$&'()*+,;="));
		CHECK_EQ((bits & EVL_HTTP1_BYTE_HEX) != 0, among(c, "0123456789abcdefABCDEF"));
		CHECK_EQ((bits & EVL_HTTP1_BYTE_QUOTED) != 0, value && c != '"' && c != '\\');
	}
}

TEST(http1_find_goes_through_equal_names)
{
	static const evl_http1_limits limits = {100, 200, 4};
	const char request[] = "GET / HTTP/1.1\r\nhOST: a\r\nX-A: 1\r\nx-a: 2\r\nx-ab: 3\r\n\r\n";
	evl_http1_field table[4];
	evl_http1_head head;

	evl_http1_head_init(&head, &limits, table);
	CHECK_EQ(evl_http1_head_parse(&head, request, sizeof(request) - 1), EVL_HTTP1_DONE);
	CHECK_EQ(evl_http1_find(&head.fields, request, "x-a", 3, 0), 1);
	CHECK_EQ(evl_http1_find(&head.fields, request, "x-a", 3, 2), 2);
	CHECK_EQ(evl_http1_find(&head.fields, request, "x-a", 3, 3), -1);
	CHECK_EQ(evl_http1_find(&head.fields, request, "host", 4, 0), 0);
	CHECK_EQ(evl_http1_find(&head.fields, request, "none", 4, 0), -1);
	CHECK_EQ(head.host, 0);
}
