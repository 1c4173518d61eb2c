/* SPDX-License-Identifier: MIT */
/*
 * core/system: numbers from files.
 */
#include "src/core/system.h"

#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static uint32_t number_in(const char *text)
{
	char path[] = "/tmp/evl_system_XXXXXX";
	int fd = mkstemp(path);
	uint32_t number;

	CHECK(fd >= 0);
	CHECK(dprintf(fd, "%s", text) >= 0);
	close(fd);
	number = evl_system_read_number(path, 7);
	unlink(path);
	return number;
}

TEST(reads_the_first_number)
{
	CHECK_EQ(number_in("65530\n"), 65530);
	CHECK_EQ(number_in("12 13"), 12);
}

TEST(falls_back_without_a_number)
{
	CHECK_EQ(number_in(""), 7);
	CHECK_EQ(number_in("none"), 7);
	CHECK_EQ(evl_system_read_number("/nonexistent", 9), 9);
}

TEST(map_limit_is_never_small)
{
	CHECK(evl_system_map_limit() > 1024);
}
