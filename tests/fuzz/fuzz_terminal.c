/* SPDX-License-Identifier: MIT */
/*
 * Anything as what a terminal sends, and as a label on one: keys follow each other without a gap, a prefix never has a longer first key
 * than the whole, text that was cut fits, controls nothing and is left alone when it is cut again, and a bar is as wide as it may be.
 */
#include "src/core/key.h"
#include "src/core/progress.h"
#include "src/core/text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds) {
		abort();
	}
}

static void check_keys(const char *text, size_t size)
{
	for (size_t at = 0; at < size;) {
		size_t length = evl_key_length(text + at, size - at);

		check(length <= size - at && length <= EVL_KEY_MAX + 1);
		for (size_t part = 1; length > 0 && part < length; part++) {
			size_t less = evl_key_length(text + at, part);

			/* "ESC ESC" stands for itself until more has come. */
			check(less == 0 || (part == 2 && text[at] == 033 && text[at + 1] == 033));
		}
		at += length > 0 ? length : size - at;
	}
}

static void check_cut(const char *text, size_t size, size_t cells)
{
	char once[256], twice[256];
	size_t used, used_again;
	size_t length = evl_text_copy(once, sizeof(once), cells, text, size, &used);

	check(length <= sizeof(once) && used <= cells && evl_text_width(once, length) == used);
	check(evl_text_copy(twice, sizeof(twice), cells, once, length, &used_again) == length && used_again == used);
	check(memcmp(once, twice, length) == 0);
	for (size_t i = 0; i < length; i++) {
		check((uint8_t) once[i] >= 0x20 && once[i] != 0x7f);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	char out[EVL_PROGRESS_LINE];
	evl_progress progress;
	evl_progress_text about = {.label = text, .label_size = size, .unit = text, .unit_size = size < 20 ? size : 20};

	check_keys(text, size);
	for (size_t cells = 0; cells < 20; cells++) {
		check_cut(text, size, cells);
	}
	evl_progress_begin(&progress, size % 3 ? size : EVL_PROGRESS_UNKNOWN, 0);
	progress.done = size > 0 ? data[0] : 0;
	evl_progress_look(&progress, 1000000000);
	for (size_t columns = 0; columns < 130; columns += 7) {
		size_t length = evl_progress_bar(&progress, &about, 2000000000, columns, out);

		check(length <= sizeof(out) && evl_text_width(out, length) <= columns);
	}
	check(evl_progress_line(&progress, &about, 2000000000, size % 2, out) <= sizeof(out));
	return 0;
}
