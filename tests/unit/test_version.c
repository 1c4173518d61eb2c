/* SPDX-License-Identifier: MIT */
/* src/reactor/version.c: what it says about libuv. */
#include "src/reactor/version.h"

#include <stdlib.h>

#include "tests/unit/test.h"

TEST(version_of_header_and_library_are_of_one_major)
{
	CHECK_EQ(atoi(evl_version_uv_header()), 1);
	CHECK_EQ(atoi(evl_version_uv_runtime()), 1);
}

TEST(version_names_a_backend)
{
	CHECK(strlen(evl_version_backend()) > 0);
}

TEST(version_warns_of_io_uring_only_in_its_range)
{
	int minor = atoi(strchr(evl_version_uv_runtime(), '.') + 1);

	CHECK_EQ(evl_version_uv_has_io_uring_bugs(), minor >= 45 && minor <= 48);
}
