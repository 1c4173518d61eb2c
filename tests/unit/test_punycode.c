/* SPDX-License-Identifier: MIT */
/* The samples are of RFC 3492, section 7.1, and of names in use. */
#include "src/core/punycode.h"

#include <errno.h>

#include "tests/unit/test.h"

static const char *host(const char *name)
{
	static char to[256];

	CHECK_EQ(evl_punycode_host(to, sizeof(to), name), 0);
	return to;
}

TEST(punycode_leaves_ascii_alone)
{
	CHECK_STR(host(""), "");
	CHECK_STR(host("Example.COM."), "Example.COM.");
	CHECK_STR(host("a..b"), "a..b");
	CHECK_STR(host("xn--bcher-kva.example"), "xn--bcher-kva.example");
}

TEST(punycode_of_labels)
{
	CHECK_STR(host("b\u00fccher.example"), "xn--bcher-kva.example");
	CHECK_STR(host("www.m\u00fcnchen.de"), "www.xn--mnchen-3ya.de");
	CHECK_STR(host("\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587"), "xn--ihqwcrb4cv8a8dqg056pqjye");
	CHECK_STR(host("3\u5e74b\u7d44\u91d1\u516b\u5148\u751f.example"), "xn--3b-ww4c5e180e575a65lsy2b.example");
	CHECK_STR(host("\u3053\u308c\u306e\u30c6\u30b9\u30c8.test"), "xn--28juc9d8hmcn.test");
	CHECK_STR(host("\U0001f4a9.la"), "xn--ls8h.la");
}

TEST(punycode_refuses_what_is_no_utf8)
{
	static const char *const wrong[] = {"\xff", "\xc3", "a\xc3.b", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
		"\x80", "\xe2\x82", "\xf8\x88\x80\x80\x80"};
	char to[256];

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		CHECK_EQ(evl_punycode_host(to, sizeof(to), wrong[i]), -EINVAL);
	}
}

TEST(punycode_stays_in_its_room)
{
	char to[64];
	char name[1024];

	for (size_t room = 1; room <= 22; room++) {
		memset(to, 'X', sizeof(to));
		CHECK_EQ(evl_punycode_host(to, room, "b\u00fccher.example"), room < 22 ? -ENAMETOOLONG : 0);
		CHECK_EQ(to[room], 'X');
	}
	memset(name, 'a', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	CHECK_EQ(evl_punycode_host(to, sizeof(to), name), -ENAMETOOLONG);
	memset(name, '\xc3', sizeof(name) - 1);
	for (size_t i = 1; i < sizeof(name) - 1; i += 2) {
		name[i] = '\xbc';
	}
	name[sizeof(name) - 2] = '\0';
	CHECK_EQ(evl_punycode_host(to, sizeof(to), name), -ENAMETOOLONG);
}
