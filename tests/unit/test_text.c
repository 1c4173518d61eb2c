/* SPDX-License-Identifier: MIT */
/* The width of text, and what of it fits. */
#include "src/core/text.h"

#include "tests/unit/test.h"

static size_t width(const char *text)
{
	return evl_text_width(text, strlen(text));
}

TEST(text_width_counts_cells)
{
	CHECK_EQ(width(""), 0);
	CHECK_EQ(width("plain"), 5);
	CHECK_EQ(width("naïve €"), 7);
	CHECK_EQ(width("日本語"), 6);
	CHECK_EQ(width("한국"), 4);
	CHECK_EQ(width("😀🚀"), 4);
	CHECK_EQ(width("e\xcc\x81"), 1);
	CHECK_EQ(width("\xe2\x80\x8b"), 0);
	CHECK_EQ(width("ｆ"), 2);
	CHECK_EQ(width("\xf0\xa0\x80\x80"), 2);
	CHECK_EQ(width("\xf4\x8f\xbf\xbd"), 1);
	CHECK_EQ(width("\xf3\xa0\x84\x80"), 0);
}

TEST(text_width_of_what_cannot_be_printed)
{
	CHECK_EQ(width("a\tb\n"), 4);
	CHECK_EQ(width("\033[2J"), 4);
	CHECK_EQ(width("\xff\xc3"), 2);
	CHECK_EQ(width("\xc0\x80"), 1);
	CHECK_EQ(width("\xed\xa0\x80"), 1);
}

static const char *cut(const char *text, size_t cells, size_t room)
{
	static char out[64];
	size_t used;
	size_t size = evl_text_copy(out, room, cells, text, strlen(text), &used);

	out[size] = '\0';
	CHECK(used <= cells);
	CHECK_EQ(used, evl_text_width(out, size));
	return out;
}

TEST(text_is_cut_between_characters)
{
	CHECK_STR(cut("plain", 3, 60), "pla");
	CHECK_STR(cut("plain", 9, 60), "plain");
	CHECK_STR(cut("plain", 9, 2), "pl");
	CHECK_STR(cut("日本語", 5, 60), "日本");
	CHECK_STR(cut("日本語", 9, 5), "日");
	CHECK_STR(cut("e\xcc\x81o", 1, 60), "e\xcc\x81");
	CHECK_STR(cut("plain", 0, 60), "");
}

TEST(text_that_controls_the_terminal_does_not)
{
	CHECK_STR(cut("a\033]0;x\007\r\n", 60, 60), "a?]0;x???");
	CHECK_STR(cut("\xc2\x9b"
				  "2J",
				  60, 60),
		"?2J");
	CHECK_STR(cut("\x7f\xff", 60, 60), "??");
}

TEST(text_of_any_bytes)
{
	char bytes[4];

	for (unsigned first = 0; first < 256; first++) {
		for (unsigned second = 0; second < 256; second++) {
			char out[4];
			size_t used;

			memcpy(bytes, (char[]){(char) first, (char) second, (char) 0x9f, (char) 0xbf}, 4);
			CHECK(evl_text_copy(out, 4, 8, bytes, 4, &used) <= 4);
			CHECK_EQ(used, evl_text_width(bytes, 4));
		}
	}
}
