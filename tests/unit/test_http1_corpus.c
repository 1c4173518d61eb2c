/* SPDX-License-Identifier: MIT */
/*
 * Replays tests/fuzz/corpus/http1 through the fuzz target: any split of each file gives the same events.
 */
#include "tests/fuzz/fuzz_http1.c"
#include "tests/unit/test.h"

#include <dirent.h>

TEST(http1_corpus_gives_the_same_events_at_any_split)
{
	static uint8_t data[65536];
	DIR *directory = opendir("tests/fuzz/corpus/http1");
	struct dirent *entry;
	char path[512];
	int files = 0;

	CHECK(directory != NULL);

	while ((entry = readdir(directory)) != NULL) {
		FILE *file;

		if (entry->d_name[0] == '.') {
			continue;
		}

		snprintf(path, sizeof(path), "tests/fuzz/corpus/http1/%s", entry->d_name);
		file = fopen(path, "rb");
		CHECK(file != NULL);
		LLVMFuzzerTestOneInput(data, fread(data, 1, sizeof(data), file));
		fclose(file);
		files++;
	}

	closedir(directory);
	CHECK(files > 20);
}
