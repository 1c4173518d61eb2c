/* SPDX-License-Identifier: MIT */
/* The table of watched folders. */
#include "src/reactor/watched.h"

#include "src/core/mem.h"
#include "tests/unit/test.h"

static evl_watched_table table;
static int left;

static void add(int wd, const char *path)
{
	evl_watched one = {.wd = wd, .path = evl_path_join("", path)};

	CHECK(evl_watched_add(&table, &one, 1));
	CHECK_PTR(one.path, NULL);
}

static const char *path_of(int wd)
{
	const evl_watched *found = evl_watched_find(&table, wd);

	return found != NULL ? found->path : "none";
}

static void leave(void *context, int wd)
{
	left++;
}

TEST(watched_folders_are_found_moved_and_removed)
{
	CHECK_STR(path_of(1), "none");
	add(1, "");
	add(3, "a/b");
	add(2, "a");
	add(4, "ab");
	add(3, "a/c");
	CHECK_EQ(table.count, 4);
	CHECK_STR(path_of(3), "a/c");
	CHECK_EQ(evl_watched_move_tree(&table, "a", "x/y"), 2);
	CHECK_STR(path_of(2), "x/y");
	CHECK_STR(path_of(3), "x/y/c");
	CHECK_STR(path_of(4), "ab");
	CHECK_EQ(evl_watched_move_tree(&table, "none", "x"), 0);
	evl_watched_remove_tree(&table, "x/y", leave, NULL);
	CHECK_EQ(left, 2);
	CHECK_STR(path_of(3), "none");
	evl_watched_remove(&table, evl_watched_find(&table, 4));
	CHECK_EQ(table.count, 1);
	evl_watched_free(&table);
}

TEST(watched_twins_are_one)
{
	evl_watched twins[] = {{7, evl_path_join("a", "b")}, {7, evl_path_join("a", "b")}, {-1, evl_path_join("c", "d")}};

	CHECK(evl_watched_add(&table, twins, 3));
	CHECK_EQ(table.count, 1);
	CHECK_STR(path_of(7), "a/b");
	evl_free(twins[2].path);
	evl_watched_free(&table);
}
