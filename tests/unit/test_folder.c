/* SPDX-License-Identifier: MIT */
/* Folders: making, emptying and reading them. */
#include "src/core/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/test.h"

static char root[64];
static char path[400];

static const char *in_root(const char *name)
{
	snprintf(path, sizeof(path), "%s/%s", root, name);
	return path;
}

static void set_up(void)
{
	strcpy(root, "/tmp/evloop-folder-XXXXXX");
	CHECK(mkdtemp(root) != NULL);
}

static void make(const char *name)
{
	int fd = open(in_root(name), O_CREAT | O_WRONLY, 0600);

	CHECK(fd >= 0);
	close(fd);
}

TEST(folder_makes_those_above_it)
{
	set_up();
	CHECK_EQ(evl_folder_make(in_root("a/b//c/d/"), 0700, false), -ENOENT);
	CHECK_EQ(evl_folder_make(in_root("a/b//c/d/"), 0700, true), 0);
	CHECK_EQ(access(in_root("a/b/c/d"), F_OK), 0);
	CHECK_EQ(evl_folder_make(in_root("a/b/c/d"), 0700, true), 0);
	CHECK_EQ(evl_folder_make(in_root("a/b/c/d"), 0700, false), -EEXIST);
	make("a/file");
	CHECK_EQ(evl_folder_make(in_root("a/file"), 0700, true), -EEXIST);
	CHECK_EQ(evl_folder_make(in_root("a/file/x"), 0700, true), -ENOTDIR);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
}

TEST(folder_is_removed_with_all_in_it_but_nothing_behind_links)
{
	int unwanted = 1;

	set_up();
	CHECK_EQ(evl_folder_make(in_root("kept"), 0700, false), 0);
	make("kept/file");
	CHECK_EQ(evl_folder_make(in_root("gone/deep/er"), 0700, true), 0);
	make("gone/deep/file");
	CHECK_EQ(symlink("../kept", in_root("gone/link")), 0);
	CHECK_EQ(evl_folder_remove(in_root("gone"), false, NULL), -ENOTEMPTY);
	CHECK_EQ(evl_folder_remove(in_root("gone"), true, &unwanted), -ECANCELED);
	CHECK_EQ(evl_folder_remove(in_root("gone"), true, NULL), 0);
	CHECK_EQ(access(in_root("kept/file"), F_OK), 0);
	CHECK_EQ(evl_folder_remove(in_root("gone"), true, NULL), -ENOENT);
	CHECK_EQ(evl_folder_remove(in_root("kept/file"), false, NULL), 0);
	CHECK_EQ(evl_folder_remove(in_root("kept"), false, NULL), 0);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
}

TEST(folder_names_come_in_pieces)
{
	char room[EVL_FOLDER_ROOM_MIN];
	evl_folder *folder;
	size_t used, names = 0, pieces = 0;
	char name[32];

	set_up();
	for (int i = 0; i < 500; i++) {
		snprintf(name, sizeof(name), "name-%04d", i);
		make(name);
	}
	CHECK_EQ(evl_folder_open(&folder, root), 0);
	do {
		CHECK_EQ(evl_folder_read(folder, room, sizeof(room), &used), 0);
		for (size_t at = 0; at < used; at += strlen(room + at) + 1) {
			CHECK_EQ(strncmp(room + at, "name-", 5), 0);
			names++;
		}
		pieces++;
	} while (used > 0);
	evl_folder_close(folder);
	CHECK_EQ(names, 500);
	CHECK(pieces > 4);
	CHECK_EQ(evl_folder_open(&folder, in_root("name-0001")), -ENOTDIR);
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
}
