/* SPDX-License-Identifier: MIT */
/* Requests to the file system: each brings what it promises, and closes what nobody took. */
#include "src/reactor/fs.h"

#include "src/core/mem.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/unit/test.h"

static evl_loop loop;
static char folder[64];
static char path[128];
static evl_fs *last;

static void on_done(evl_fs *fs, void *owner)
{
	last = fs;
}

static void set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	strcpy(folder, "/tmp/evloop-fs-XXXXXX");
	CHECK(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "%s/file", folder);
}

static void tear_down(void)
{
	CHECK_EQ(evl_folder_remove(folder, true, NULL), 0);
	evl_loop_destroy(&loop);
}

static void run_loop(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

/* Its status; it is `last` then. */
static int run(evl_fs *fs)
{
	last = NULL;
	CHECK(fs != NULL);
	CHECK_EQ(evl_fs_start(fs, &loop, on_done, &loop), 0);
	run_loop();
	CHECK_PTR(last, fs);
	return fs->work.status;
}

static int do_and_free(evl_fs *fs)
{
	int status = run(fs);

	evl_fs_free(last);
	return status;
}

static evl_fs *with_data(evl_fs_op op, const char *text)
{
	evl_fs *fs = evl_fs_new(op, path, NULL);

	CHECK(evl_fs_set_data(fs, text, strlen(text)));
	return fs;
}

TEST(fs_puts_appends_and_gets)
{
	evl_fs *fs;

	set_up();
	fs = with_data(EVL_FS_PUT, "hello");
	fs->number = -1;
	CHECK_EQ(do_and_free(fs), 0);
	CHECK_EQ(do_and_free(with_data(EVL_FS_APPEND, " world")), 0);
	fs = evl_fs_new(EVL_FS_GET, path, NULL);
	fs->number = 100;
	CHECK_EQ(run(fs), 0);
	CHECK_EQ(fs->size, 11);
	CHECK_EQ(memcmp(fs->data, "hello world", 11), 0);
	evl_fs_free(fs);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_GET, "/none", NULL)), UV_ENOENT);
	tear_down();
}

TEST(fs_of_paths)
{
	char second[128];
	evl_fs *fs;

	set_up();
	snprintf(second, sizeof(second), "%s/second", folder);
	CHECK_EQ(do_and_free(with_data(EVL_FS_APPEND, "text")), 0);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_COPY, path, second)), 0);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_REMOVE, path, NULL)), 0);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_RENAME, second, path)), 0);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_SYMLINK, second, "file")), 0);
	CHECK_EQ(run(evl_fs_new(EVL_FS_READLINK, second, NULL)), 0);
	CHECK_EQ(last->size, 4);
	evl_fs_free(last);
	fs = evl_fs_new(EVL_FS_CHMOD, second, NULL);
	fs->mode = 0640;
	CHECK_EQ(do_and_free(fs), 0);
	CHECK_EQ(run(evl_fs_new(EVL_FS_STAT, second, NULL)), 0);
	CHECK_EQ(last->facts.st_mode, S_IFREG | 0640);
	evl_fs_free(last);
	fs = evl_fs_new(EVL_FS_STAT, second, NULL);
	fs->flag = true;
	CHECK_EQ(run(fs), 0);
	CHECK(S_ISLNK(fs->facts.st_mode));
	evl_fs_free(fs);
	tear_down();
}

TEST(fs_opened_and_not_taken_is_closed)
{
	evl_fs *fs;

	set_up();
	fs = evl_fs_new(EVL_FS_OPEN, path, NULL);
	fs->flags = O_RDWR | O_CREAT;
	fs->mode = 0600;
	CHECK_EQ(run(fs), 0);
	CHECK(fs->fd >= 0);
	evl_fs_free(fs);
	CHECK_EQ(run(evl_fs_new(EVL_FS_TEMP, folder, "t")), 0);
	CHECK_EQ(access(last->data, F_OK), 0);
	evl_fs_free(last);
	CHECK_EQ(do_and_free(evl_fs_new(EVL_FS_LIST, folder, NULL)), 0);
	CHECK_EQ(run(evl_fs_new(EVL_FS_OPEN, folder, NULL)), UV_EISDIR);
	evl_fs_free(last);
	fs = evl_fs_new(EVL_FS_BEGIN, path, NULL);
	fs->number = -1;
	CHECK_EQ(do_and_free(fs), 0);
	fs = evl_fs_new(EVL_FS_OPEN, path, NULL);
	CHECK_EQ(evl_fs_start(fs, &loop, on_done, &loop), 0);
	evl_fs_orphan(fs);
	run_loop();
	tear_down();
}

TEST(fs_of_a_descriptor)
{
	evl_fd *file;
	evl_fs *fs;

	set_up();
	file = evl_fd_new(open(path, O_RDWR | O_CREAT, 0600));
	for (int op = EVL_FS_FSTAT; op <= EVL_FS_WRITE; op++) {
		fs = evl_fs_new((evl_fs_op) op, NULL, NULL);
		fs->file = file;
		file->references++;
		fs->number = 2;
		fs->flags = LOCK_SH;
		if (op == EVL_FS_READ) {
			fs->size = 10;
			CHECK(evl_buf_reserve(&fs->buffer, 10) != NULL);
		} else if (op == EVL_FS_WRITE) {
			CHECK_EQ(evl_buf_append(&fs->buffer, "abc", 3), 0);
		}
		CHECK_EQ(run(fs), 0);
		CHECK(op != EVL_FS_WRITE || (fs->size == 3 && fs->offset == 5));
		evl_fs_free(fs);
	}
	CHECK_EQ(file->references, 1);
	evl_fd_release(file, &loop);
	run_loop();
	tear_down();
}
