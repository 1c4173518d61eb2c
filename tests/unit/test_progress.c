/* SPDX-License-Identifier: MIT */
/* Rates, times and the lines that say them, at all widths. */
#include "src/core/progress.h"

#include "src/core/text.h"

#include "tests/unit/test.h"

#define SECOND UINT64_C(1000000000)

static evl_progress progress;
static evl_progress_text text;

static void begin(uint64_t total, const char *label, const char *unit)
{
	text = (evl_progress_text){.label = label, .label_size = strlen(label), .unit = unit, .unit_size = strlen(unit)};
	evl_progress_begin(&progress, total, 0);
}

static const char *bar(uint64_t now, size_t columns)
{
	static char out[EVL_PROGRESS_LINE + 1];
	size_t size = evl_progress_bar(&progress, &text, now, columns, out);

	CHECK(size <= EVL_PROGRESS_LINE);
	CHECK(evl_text_width(out, size) <= columns);
	out[size] = '\0';
	return out;
}

static const char *plain(uint64_t now, bool ended)
{
	static char out[EVL_PROGRESS_LINE + 1];

	out[evl_progress_line(&progress, &text, now, ended, out)] = '\0';
	return out;
}

static void look(uint64_t now, uint64_t done)
{
	progress.done = done;
	evl_progress_look(&progress, now);
}

TEST(progress_bar_has_all_parts_where_there_is_room)
{
	begin(1000, "copy", "files");
	CHECK_STR(bar(0, 79), "copy   0% [>                                       ] 0/1000 files 00:00");
	look(10 * SECOND, 420);
	CHECK_STR(bar(10 * SECOND, 79), "copy  42% [==============>                   ] 420/1000 files 42.0/s 00:14 left");
	look(24 * SECOND, 1000);
	CHECK_STR(bar(24 * SECOND, 60), "copy 100% [==============] 1000/1000 files 41.7/s 00:00 left");
}

TEST(progress_bar_leaves_out_parts_where_there_is_none)
{
	begin(1000, "copying files", "");
	look(10 * SECOND, 420);
	CHECK_STR(bar(10 * SECOND, 50), "copying files  42% 420/1000 42.0/s 00:14 left");
	CHECK_STR(bar(10 * SECOND, 40), "copying   42% 420/1000 42.0/s 00:14 left");
	CHECK_STR(bar(10 * SECOND, 30), "copying files  42% 00:14 left");
	CHECK_STR(bar(10 * SECOND, 14), "copying f  42%");
	CHECK_STR(bar(10 * SECOND, 4), " 42%");
	CHECK_STR(bar(10 * SECOND, 2), " 4");
	CHECK_STR(bar(10 * SECOND, 0), "");
}

TEST(progress_bar_fits_at_any_width)
{
	static const char *const labels[] = {"", "a", "a label", "日本語のラベル",
		"a label that is longer than any terminal is wide, and "
		"goes on and on so that it would need a second line, and a third one, if it were not cut at some place"};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		for (size_t columns = 0; columns < 300; columns++) {
			begin(i % 2 ? 1000000 : EVL_PROGRESS_UNKNOWN, labels[i], i % 3 ? "B" : "");
			look(3 * SECOND, 4321);
			(void) bar(4 * SECOND, columns);
		}
	}
}

TEST(progress_without_a_total_shows_that_it_goes_on)
{
	begin(EVL_PROGRESS_UNKNOWN, "read", "lines");
	look(2 * SECOND, 30);
	CHECK_STR(bar(2 * SECOND, 79), "read | 30 lines 15.0/s 00:02");
	CHECK_STR(bar(2 * SECOND + SECOND / 8, 79), "read / 30 lines 15.0/s 00:02");
	CHECK_STR(plain(2 * SECOND, false), "read: 30 lines, 15.0/s, 00:02");
	CHECK_STR(plain(2 * SECOND, true), "read: 30 lines in 00:02, 15.0/s");
}

TEST(progress_of_bytes_is_in_binary_units)
{
	begin(UINT64_C(3) << 30, "", "B");
	look(SECOND, UINT64_C(1500) << 20);
	CHECK_STR(plain(SECOND, false), "48%, 1.5 GiB/3.0 GiB, 1.5 GiB/s, 00:01 left");
	look(2 * SECOND, UINT64_C(3) << 30);
	CHECK_STR(plain(2 * SECOND, true), "3.0 GiB/3.0 GiB in 00:02, 1.5 GiB/s");
	begin(1000, "", "B");
	CHECK_STR(plain(0, false), "0%, 0 B/1000 B, 00:00");
}

TEST(progress_rates_and_times_of_all_sizes)
{
	begin(EVL_PROGRESS_UNKNOWN, "", "");
	look(3600 * SECOND, 2);
	CHECK_STR(plain(3600 * SECOND, true), "2 in 1:00:00, 2.0/h");
	look(3600 * SECOND, 120);
	CHECK_STR(plain(3600 * SECOND, true), "120 in 1:00:00, 2.0/min");
	look(3600 * SECOND, 3600000);
	CHECK_STR(plain(3600 * SECOND, true), "3600000 in 1:00:00, 1000/s");
	look(3600 * SECOND, UINT64_C(3600) * 12345);
	CHECK_STR(plain(3600 * SECOND, true), "44442000 in 1:00:00, 12.3k/s");
	look(3600 * SECOND, UINT64_C(3600) * 12345678);
	CHECK_STR(plain(3600 * SECOND, true), "44444440800 in 1:00:00, 12.3M/s");
	CHECK_STR(plain(UINT64_C(400000) * SECOND, true), "44444440800 in 4d 15h, 111.1k/s");
	begin(UINT64_MAX - 1, "", "");
	look(SECOND, 1);
	CHECK_STR(plain(SECOND, false), "0%, 1/18446744073709551614, 1.0/s, 36500d 00h left");
}

TEST(progress_rate_follows_slowly)
{
	begin(1000000, "", "");
	for (uint64_t i = 1; i <= 100; i++) {
		look(i * SECOND / 10, i * 10);
	}
	CHECK(progress.rate > 99.0 && progress.rate < 101.0);
	/* A pause of a second takes a tenth. */
	look(11 * SECOND, 1000);
	CHECK(progress.rate > 85.0 && progress.rate < 95.0);
	/* After a long time only the present counts. */
	for (uint64_t i = 1; i <= 1000; i++) {
		look(11 * SECOND + i * SECOND / 10, 1000 + i);
	}
	CHECK(progress.rate > 9.0 && progress.rate < 12.0);
}

TEST(progress_with_odd_counts)
{
	begin(0, "empty", "");
	CHECK_STR(plain(0, true), "empty: 0/0 in 00:00");
	CHECK_STR(bar(0, 32), "empty 100% [=========] 0/0 00:00");
	begin(10, "more", "");
	look(SECOND, 15);
	CHECK_STR(plain(SECOND, false), "more: 100%, 15/10, 15.0/s, 00:01");
	/* Set back, and a clock that stands still. */
	look(SECOND, 5);
	look(SECOND, 6);
	CHECK_STR(plain(SECOND, false), "more: 60%, 6/10, 00:01");
	look(2 * SECOND, 7);
	CHECK_STR(plain(2 * SECOND, false), "more: 70%, 7/10, 2.0/s, 00:02 left");
	/* While nothing comes the time goes on. */
	CHECK_STR(plain(3 * SECOND, false), "more: 70%, 7/10, 2.0/s, 00:01 left");
	CHECK_STR(plain(9 * SECOND, false), "more: 70%, 7/10, 2.0/s, 00:00 left");
	/* 99.99 % is not all. */
	begin(100000, "", "");
	look(SECOND, 99999);
	CHECK(strncmp(plain(SECOND, false), "99%", 3) == 0);
}
