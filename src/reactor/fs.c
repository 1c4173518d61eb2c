/* SPDX-License-Identifier: MIT */
/*
 * See fs.h: a table of what threads do for each request. Owns what a request holds. The functions of the table run in a
 * thread, all others in the loop's.
 */
#include "src/reactor/fs.h"

#include "src/core/mem.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Of names in one go. */
#define NAMES_ROOM 32768

static int result_of(int value)
{
	return value >= 0 ? 0 : errno != 0 ? -errno : -EIO;
}

static int run_open(evl_fs *fs)
{
	fs->fd = evl_disk_open(fs->path, fs->flags, fs->mode);
	if (fs->fd < 0) {
		return fs->fd;
	}
	if (fstat(fs->fd, &fs->facts) != 0) {
		return result_of(-1);
	}
	if (S_ISDIR(fs->facts.st_mode)) {
		return -EISDIR;
	}
	fs->offset = lseek(fs->fd, 0, SEEK_CUR);
	fs->flag = S_ISCHR(fs->facts.st_mode) && isatty(fs->fd);
	return 0;
}

static int run_get(evl_fs *fs)
{
	return evl_disk_get(fs->path, (size_t) fs->number, &fs->data, &fs->size, &fs->work.unwanted);
}

static int run_put(evl_fs *fs)
{
	return evl_disk_put(fs->path, fs->data, fs->size, (int) fs->number, fs->flag, &fs->work.unwanted);
}

static int run_append(evl_fs *fs)
{
	return evl_disk_append(fs->path, fs->data, fs->size, fs->flag, &fs->work.unwanted);
}

static int run_copy(evl_fs *fs)
{
	uint64_t size = 0;
	int status = evl_disk_copy(fs->path, fs->path2, &size, &fs->work.unwanted);

	fs->number = (int64_t) size;
	return status;
}

static int run_stat(evl_fs *fs)
{
	return result_of(fs->flag ? lstat(fs->path, &fs->facts) : stat(fs->path, &fs->facts));
}

static int run_rename(evl_fs *fs)
{
	return result_of(rename(fs->path, fs->path2));
}

static int run_remove(evl_fs *fs)
{
	return evl_folder_remove(fs->path, fs->flag, &fs->work.unwanted);
}

static int run_mkdir(evl_fs *fs)
{
	return evl_folder_make(fs->path, fs->mode, fs->flag);
}

static int run_symlink(evl_fs *fs)
{
	return result_of(symlink(fs->path2, fs->path));
}

static int run_readlink(evl_fs *fs)
{
	ssize_t length;

	fs->data = evl_malloc(PATH_MAX);
	if (fs->data == NULL) {
		return -ENOMEM;
	}
	length = readlink(fs->path, fs->data, PATH_MAX);
	fs->size = length > 0 ? (size_t) length : 0;
	return result_of(length < 0 ? -1 : 0);
}

static int run_chmod(evl_fs *fs)
{
	return result_of(chmod(fs->path, fs->mode));
}

static int run_temp(evl_fs *fs)
{
	fs->fd = evl_disk_temp(fs->path, fs->path2, &fs->data);
	if (fs->fd < 0) {
		return fs->fd;
	}
	fs->size = strlen(fs->data);
	return result_of(fstat(fs->fd, &fs->facts));
}

static int run_names(evl_fs *fs)
{
	fs->data = evl_malloc(NAMES_ROOM);
	return fs->data != NULL ? evl_folder_read(fs->folder, fs->data, NAMES_ROOM, &fs->size) : -ENOMEM;
}

/* The first names come with it. */
static int run_list(evl_fs *fs)
{
	int status = evl_folder_open(&fs->folder, fs->path);

	return status != 0 ? status : run_names(fs);
}

static int run_fstat(evl_fs *fs)
{
	return result_of(fstat(fs->file->fd, &fs->facts));
}

static int run_truncate(evl_fs *fs)
{
	int value;

	do {
		value = ftruncate(fs->file->fd, (off_t) fs->number);
	} while (value != 0 && errno == EINTR);
	return result_of(value);
}

static int run_sync(evl_fs *fs)
{
	int value;

	do {
#ifdef __APPLE__
		value = fsync(fs->file->fd);
#else
		value = fs->flag ? fdatasync(fs->file->fd) : fsync(fs->file->fd);
#endif
	} while (value != 0 && errno == EINTR);
	return result_of(value);
}

static int run_lock(evl_fs *fs)
{
	return result_of(flock(fs->file->fd, fs->flags | LOCK_NB));
}

static int run_read(evl_fs *fs)
{
	ssize_t count = evl_disk_read(fs->file->fd, fs->buffer.block, fs->size, fs->number, &fs->work.unwanted);

	fs->buffer.length = count > 0 ? (size_t) count : 0;
	return count < 0 ? (int) count : 0;
}

static int run_write(evl_fs *fs)
{
	const evl_buf *bytes = &fs->buffer;
	int status =
		evl_disk_write(fs->file->fd, evl_buf_data(bytes), bytes->length, fs->number, &fs->size, &fs->work.unwanted);

	fs->offset = fs->number < 0 ? lseek(fs->file->fd, 0, SEEK_CUR) : fs->number + (int64_t) fs->size;
	return status;
}

static int run_begin(evl_fs *fs)
{
	return evl_replacement_begin(&fs->replacement, fs->path, (int) fs->number);
}

static int run_commit(evl_fs *fs)
{
	return evl_replacement_commit(&fs->replacement, fs->flag);
}

static int (*const operations[])(evl_fs *fs) = {
	[EVL_FS_OPEN] = run_open,
	[EVL_FS_GET] = run_get,
	[EVL_FS_PUT] = run_put,
	[EVL_FS_APPEND] = run_append,
	[EVL_FS_COPY] = run_copy,
	[EVL_FS_STAT] = run_stat,
	[EVL_FS_RENAME] = run_rename,
	[EVL_FS_REMOVE] = run_remove,
	[EVL_FS_MKDIR] = run_mkdir,
	[EVL_FS_SYMLINK] = run_symlink,
	[EVL_FS_READLINK] = run_readlink,
	[EVL_FS_CHMOD] = run_chmod,
	[EVL_FS_TEMP] = run_temp,
	[EVL_FS_LIST] = run_list,
	[EVL_FS_NAMES] = run_names,
	[EVL_FS_FSTAT] = run_fstat,
	[EVL_FS_TRUNCATE] = run_truncate,
	[EVL_FS_SYNC] = run_sync,
	[EVL_FS_LOCK] = run_lock,
	[EVL_FS_READ] = run_read,
	[EVL_FS_WRITE] = run_write,
	[EVL_FS_BEGIN] = run_begin,
	[EVL_FS_COMMIT] = run_commit,
};

static void run(evl_work *work)
{
	evl_fs *fs = EVL_CONTAINER_OF(work, evl_fs, work);

	work->status = operations[fs->op](fs);
}

static void told(evl_work *work, void *owner)
{
	evl_fs *fs = EVL_CONTAINER_OF(work, evl_fs, work);

	fs->done(fs, owner);
}

static void destroy(evl_work *work)
{
	evl_fs *fs = EVL_CONTAINER_OF(work, evl_fs, work);

	if (fs->fd >= 0) {
		(void) close(fs->fd);
		if (fs->op == EVL_FS_TEMP && fs->process == getpid()) {
			(void) unlink(fs->data);
		}
	}
	if (fs->folder != NULL) {
		evl_folder_close(fs->folder);
	}
	/* Only those two have one; others leave zeros there, which would be a descriptor. */
	if ((fs->op == EVL_FS_BEGIN || fs->op == EVL_FS_COMMIT) && fs->replacement.path != NULL) {
		evl_replacement_abort(&fs->replacement);
	}
	if (fs->file != NULL) {
		evl_fd_release(fs->file, NULL);
	}
	evl_free(fs->path);
	evl_free(fs->path2);
	evl_free(fs->data);
	evl_buf_free(&fs->buffer);
}

static const evl_work_kind fs_kind = {.run = run, .done = told, .destroy = destroy};

static bool copy_text(char **to, const char *text)
{
	size_t size;

	if (text == NULL) {
		return true;
	}
	size = strlen(text) + 1;
	*to = evl_malloc(size);
	if (*to == NULL) {
		return false;
	}
	memcpy(*to, text, size);
	return true;
}

evl_fs *evl_fs_new(evl_fs_op op, const char *path, const char *path2)
{
	evl_fs *fs = evl_calloc(1, sizeof(*fs));

	if (fs == NULL) {
		return NULL;
	}
	fs->work.kind = &fs_kind;
	fs->op = op;
	fs->fd = -1;
	fs->replacement.fd = -1;
	fs->process = getpid();
	if (!copy_text(&fs->path, path) || !copy_text(&fs->path2, path2)) {
		destroy(&fs->work);
		evl_free(fs);
		return NULL;
	}
	return fs;
}

bool evl_fs_set_second(evl_fs *fs, const char *path2)
{
	assert(fs->path2 == NULL);
	return copy_text(&fs->path2, path2);
}

bool evl_fs_set_data(evl_fs *fs, const char *data, size_t size)
{
	assert(fs->data == NULL);
	fs->data = evl_malloc(size > 0 ? size : 1);
	if (fs->data == NULL) {
		return false;
	}
	memcpy(fs->data, data, size);
	fs->size = size;
	return true;
}

int evl_fs_start(evl_fs *fs, evl_loop *loop, void (*done)(evl_fs *fs, void *owner), void *owner)
{
	fs->done = done;
	return evl_work_start(&fs->work, loop, owner);
}

void evl_fs_start_alone(evl_fs *fs, evl_loop *loop)
{
	evl_work_start_alone(&fs->work, loop);
}

evl_fd *evl_fd_new(int fd)
{
	evl_fd *self = evl_malloc(sizeof(*self));

	if (self == NULL) {
		(void) close(fd);
		return NULL;
	}
	*self = (evl_fd){.fd = fd, .references = 1};
	return self;
}

typedef struct closing {
	evl_work work;
	int fd;
} closing;

static void run_close(evl_work *work)
{
	closing *self = EVL_CONTAINER_OF(work, closing, work);

	(void) close(self->fd);
	self->fd = -1;
}

static void never_done(evl_work *work, void *owner)
{
}

static void destroy_close(evl_work *work)
{
	closing *self = EVL_CONTAINER_OF(work, closing, work);

	if (self->fd >= 0) {
		(void) close(self->fd);
	}
}

static const evl_work_kind closing_kind = {.run = run_close, .done = never_done, .destroy = destroy_close};

void evl_fd_release(evl_fd *self, evl_loop *loop)
{
	closing *work;

	if (--self->references > 0) {
		return;
	}
	work = loop == NULL || loop->muted ? NULL : evl_calloc(1, sizeof(*work));
	if (work == NULL) {
		(void) close(self->fd);
	} else {
		work->work.kind = &closing_kind;
		work->fd = self->fd;
		evl_work_start_alone(&work->work, loop);
	}
	evl_free(self);
}
