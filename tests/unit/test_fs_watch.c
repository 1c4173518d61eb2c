/* SPDX-License-Identifier: MIT */
/* Watching folders: what is told, in which order, and that nothing is left behind. */
#include "src/reactor/fs_watch.h"

#ifdef __linux__

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/core/folder.h"
#include "src/core/mem.h"
#include "tests/unit/test.h"

static evl_loop loop;
static evl_watch *watch;
static char root[64];
static int begun, happened, status_of_begin;

static void on_begun(evl_watch *told, void *owner, int status)
{
	begun++;
	status_of_begin = status;
}

static void on_happened(evl_watch *told, void *owner)
{
	happened++;
}

static const evl_watch_ops ops = {.begun = on_begun, .happened = on_happened};

static const char *in_root(const char *name)
{
	static char paths[2][128];
	static int turn;

	turn = !turn;
	snprintf(paths[turn], sizeof(paths[turn]), "%s/%s", root, name);
	return paths[turn];
}

static void set_up(const char *name, bool recursive, uint32_t max_folders)
{
	const evl_watch_settings settings = {.recursive = recursive, .max_folders = max_folders, .queue = 100};

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	strcpy(root, "/tmp/evloop-watch-XXXXXX");
	CHECK(mkdtemp(root) != NULL);
	CHECK_EQ(mkdir(in_root("old"), 0700), 0);
	CHECK_EQ(evl_watch_open(&watch, &loop, root, name, &settings, &ops, &loop), 0);
	while (begun == 0) {
		evl_loop_poll(&loop, true);
	}
}

static void tear_down(void)
{
	evl_watch_free(watch, true);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
	evl_loop_destroy(&loop);
}

static void touch(const char *name)
{
	int fd = open(in_root(name), O_CREAT | O_WRONLY, 0600);

	CHECK(fd >= 0);
	close(fd);
}

/* The next change is this one. */
static void check_next(evl_change_kind kind, const char *path)
{
	evl_change *change;

	while ((change = evl_watch_take(watch)) == NULL) {
		CHECK(!evl_watch_has_ended(watch));
		evl_loop_poll(&loop, true);
	}
	CHECK_STR(change->path, path);
	CHECK_EQ(change->kind, kind);
	evl_free(change);
}

TEST(fs_watch_tells_renames_with_both_names)
{
	set_up(NULL, false, 10);
	CHECK_EQ(status_of_begin, 0);
	touch("a");
	check_next(EVL_CHANGE_CREATED, "a");
	CHECK_EQ(rename(in_root("a"), in_root("b")), 0);
	check_next(EVL_CHANGE_RENAMED, "b");
	CHECK_EQ(rename(in_root("b"), in_root("old/b")), 0);
	check_next(EVL_CHANGE_REMOVED, "b");
	tear_down();
}

TEST(fs_watch_follows_folders)
{
	set_up(NULL, true, 10);
	CHECK_EQ(evl_folder_make(in_root("new/deep"), 0700, true), 0);
	check_next(EVL_CHANGE_CREATED, "new");
	check_next(EVL_CHANGE_CREATED, "new/deep");
	touch("new/deep/x");
	check_next(EVL_CHANGE_CREATED, "new/deep/x");
	CHECK_EQ(rename(in_root("new"), in_root("moved")), 0);
	check_next(EVL_CHANGE_RENAMED, "moved");
	CHECK_EQ(unlink(in_root("moved/deep/x")), 0);
	check_next(EVL_CHANGE_REMOVED, "moved/deep/x");
	tear_down();
}

TEST(fs_watch_of_one_name)
{
	set_up("one", false, 10);
	touch("other");
	touch("one");
	check_next(EVL_CHANGE_CREATED, "one");
	CHECK_EQ(rename(in_root("one"), in_root("other")), 0);
	check_next(EVL_CHANGE_RENAMED, "other");
	tear_down();
}

TEST(fs_watch_ends_with_its_root)
{
	set_up(NULL, true, 10);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
	check_next(EVL_CHANGE_REMOVED, "old");
	check_next(EVL_CHANGE_REMOVED, "");
	CHECK(evl_watch_has_ended(watch));
	CHECK_PTR(evl_watch_take(watch), NULL);
	evl_watch_free(watch, true);
	evl_loop_destroy(&loop);
}

TEST(fs_watch_refuses_too_many_folders)
{
	set_up(NULL, true, 1);
	CHECK_EQ(status_of_begin, UV_ENOSPC);
	tear_down();
}

TEST(fs_watch_survives_its_loop)
{
	set_up(NULL, true, 10);
	CHECK_EQ(mkdir(in_root("late"), 0700), 0);
	evl_loop_poll(&loop, false);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
	evl_loop_destroy(&loop);
	evl_watch_free(watch, false);
}

#endif
