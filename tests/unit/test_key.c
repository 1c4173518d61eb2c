/* SPDX-License-Identifier: MIT */
/* Keys one by one, whole and in pieces. */
#include "src/core/key.h"

#include "tests/unit/test.h"

static size_t length_of(const char *text)
{
	return evl_key_length(text, strlen(text));
}

TEST(key_is_a_character)
{
	CHECK_EQ(length_of("ab"), 1);
	CHECK_EQ(length_of("\r\n"), 1);
	CHECK_EQ(evl_key_length("\0a", 2), 1);
	CHECK_EQ(length_of("\x7f"), 1);
	CHECK_EQ(length_of("äb"), 2);
	CHECK_EQ(length_of("€b"), 3);
	CHECK_EQ(length_of("😀b"), 4);
	CHECK_EQ(evl_key_length("", 0), 0);
}

TEST(key_that_is_no_utf8_is_a_byte)
{
	CHECK_EQ(length_of("\xff\xff"), 1);
	CHECK_EQ(length_of("\x80"), 1);
	CHECK_EQ(length_of("\xc0\x80"), 1);
	CHECK_EQ(length_of("\xe2(\xa1"), 1);
	CHECK_EQ(length_of("\xf5\x80\x80\x80"), 1);
}

TEST(key_is_an_escape_sequence)
{
	CHECK_EQ(length_of("\033[Ab"), 3);
	CHECK_EQ(length_of("\033[1;5Cb"), 6);
	CHECK_EQ(length_of("\033[3~\033[3~"), 4);
	CHECK_EQ(length_of("\033OPb"), 3);
	CHECK_EQ(length_of("\033[[Ab"), 4);
	CHECK_EQ(length_of("\033[M !!b"), 6);
	CHECK_EQ(length_of("\033[<0;10;10Mb"), 11);
	CHECK_EQ(length_of("\033[200~pasted"), 6);
}

TEST(key_with_alt)
{
	CHECK_EQ(length_of("\033ab"), 2);
	CHECK_EQ(length_of("\033\xc3\xa4"
					   "b"),
		3);
	CHECK_EQ(length_of("\033\033b"), 2);
	CHECK_EQ(length_of("\033\033[Ab"), 4);
}

TEST(key_in_pieces)
{
	static const char *const keys[] = {"ä", "😀", "\033[A", "\033[1;5C", "\033[3~", "\033OP", "\033[[A", "\033[M !!",
		"\033a", "\033ä", "\033\033[A", "\033\033OP"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		size_t length = strlen(keys[i]);

		for (size_t size = 1; size < length; size++) {
			/* "ESC ESC" is Alt-ESC when nothing follows at once. */
			CHECK_EQ(evl_key_length(keys[i], size), keys[i][1] == 033 && size == 2 ? 2 : 0);
		}
		CHECK_EQ(evl_key_length(keys[i], length), length);
	}
}

TEST(key_that_is_cut_short_or_has_no_end)
{
	char endless[EVL_KEY_MAX * 2];

	CHECK_EQ(length_of("\033[1\033[A"), 3);
	CHECK_EQ(length_of("\033[\r"), 2);
	memset(endless, ';', sizeof(endless));
	memcpy(endless, "\033[", 2);
	CHECK_EQ(evl_key_length(endless, sizeof(endless)), EVL_KEY_MAX);
	for (size_t size = 1; size < EVL_KEY_MAX; size++) {
		CHECK_EQ(evl_key_length(endless, size), 0);
	}
}
