/* SPDX-License-Identifier: MIT */
/* A tree given to inotify: all its folders, what is in them, and not more than may be. */
#include "src/reactor/fs_scan.h"

#ifdef __linux__

#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>

#include "tests/unit/test.h"

static evl_loop loop;
static evl_fd *inotify;
static evl_scan *last;
static char root[64];

static void on_done(evl_scan *scan, void *owner)
{
	last = scan;
}

static void set_up(void)
{
	char path[128];

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	inotify = evl_fd_new(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
	strcpy(root, "/tmp/evloop-scan-XXXXXX");
	CHECK(mkdtemp(root) != NULL);
	snprintf(path, sizeof(path), "%s/a/b", root);
	CHECK_EQ(evl_folder_make(path, 0700, true), 0);
	snprintf(path, sizeof(path), "%s/c", root);
	CHECK_EQ(evl_folder_make(path, 0700, true), 0);
}

static evl_scan *scan(const char *path, bool recursive, bool reports, uint32_t most)
{
	evl_scan *self = evl_scan_new(root, inotify, IN_CREATE | IN_ONLYDIR);

	self->recursive = recursive;
	self->reports = reports;
	self->most = most;
	CHECK(evl_scan_add(self, path));
	CHECK_EQ(evl_scan_start(self, &loop, on_done, &loop), 0);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_PTR(last, self);
	return self;
}

static void tear_down(void)
{
	CHECK_EQ(evl_folder_remove(root, true, NULL), 0);
	evl_fd_release(inotify, NULL);
	evl_loop_destroy(&loop);
}

TEST(fs_scan_finds_all_folders)
{
	evl_scan *self;

	set_up();
	self = scan("", true, true, 100);
	CHECK_EQ(self->work.status, 0);
	CHECK_EQ(self->folder_count, 4);
	CHECK_EQ(self->found_count, 3);
	for (uint32_t i = 0; i < self->folder_count; i++) {
		CHECK(self->folders[i].wd >= 0);
	}
	evl_work_free(&self->work);
	self = scan("a", false, false, 100);
	CHECK_EQ(self->folder_count, 1);
	CHECK_EQ(self->found_count, 0);
	evl_work_free(&self->work);
	tear_down();
}

TEST(fs_scan_knows_its_bound_and_what_is_not_there)
{
	evl_scan *self;

	set_up();
	self = scan("", true, false, 2);
	CHECK(self->incomplete);
	evl_work_free(&self->work);
	self = scan("none", true, false, 2);
	CHECK_EQ(self->work.status, UV_ENOENT);
	CHECK(!self->incomplete);
	evl_work_free(&self->work);
	tear_down();
}

#endif
