/* SPDX-License-Identifier: MIT */
/*
 * Requests to the file system, in the thread pool: each is one piece of work, however many system calls that takes, and
 * holds copies of what it was given. What a request has opened and nobody took is closed with it.
 *
 * A descriptor that requests use is shared (evl_fd): the last who uses it closes it, so closing never takes it from
 * under a thread. It, too, is closed in the pool, since the last name of a large file may go with it.
 */
#ifndef EVLOOP_REACTOR_FS_H
#define EVLOOP_REACTOR_FS_H

#include "src/core/buf.h"
#include "src/core/folder.h"
#include "src/core/replacement.h"
#include "src/reactor/work.h"

#include <sys/stat.h>

typedef struct evl_fd {
	int fd;
	int references; /* the loop's thread only */
} evl_fd;

/* NULL: no memory; the descriptor is closed. */
evl_fd *evl_fd_new(int fd);
/* `loop` may be NULL: the last one closes it here and now. */
void evl_fd_release(evl_fd *self, evl_loop *loop);

typedef enum evl_fs_op {
	/* Of a path. */
	EVL_FS_OPEN,   /* flags, mode; fd, facts, offset (where it stands, -1 of what cannot be sought), flag: a terminal */
	EVL_FS_GET,    /* number: the limit; data, size */
	EVL_FS_PUT,    /* data, size, number: the mode or -1, flag: sync */
	EVL_FS_APPEND, /* data, size, flag: sync */
	EVL_FS_COPY,   /* path2; number */
	EVL_FS_STAT,   /* flag: of a link itself; facts */
	EVL_FS_RENAME, /* path2 */
	EVL_FS_REMOVE, /* flag: with all that is in it */
	EVL_FS_MKDIR,  /* mode, flag: parents too */
	EVL_FS_SYMLINK,  /* path2: what it says */
	EVL_FS_READLINK, /* data, size */
	EVL_FS_CHMOD,    /* mode */
	EVL_FS_TEMP,     /* path: the folder, path2: the prefix; fd, data: its path */
	EVL_FS_LIST,     /* opens the folder; then folder */
	/* Of a folder that is open. */
	EVL_FS_NAMES, /* data, size: the next names */
	/* Of a descriptor. */
	EVL_FS_FSTAT,    /* facts */
	EVL_FS_TRUNCATE, /* number */
	EVL_FS_SYNC,     /* flag: the contents alone */
	EVL_FS_LOCK,     /* flags: of flock(), which must not block */
	EVL_FS_READ,     /* number: the offset or -1, size; buffer, which has room for that */
	EVL_FS_WRITE,  /* number: the offset or -1, buffer; size that was written, also when it failed, offset behind it */
	EVL_FS_BEGIN,  /* path, number: the mode or -1; replacement */
	EVL_FS_COMMIT, /* replacement, flag: sync */
	EVL_FS_OPS,
} evl_fs_op;

typedef struct evl_fs evl_fs;

struct evl_fs {
	evl_work work;
	void (*done)(evl_fs *fs, void *owner); /* the owner's, told once; it frees by evl_fs_free() */
	evl_fs_op op;
	bool flag;
	int flags;
	mode_t mode;
	int64_t number;
	int64_t offset;
	char *path; /* owned */
	char *path2;
	evl_fd *file;                /* a reference, NULL for the others */
	evl_folder *folder;          /* owned; whoever takes it leaves NULL */
	evl_replacement replacement; /* the same: whoever takes it leaves an fd of -1; what nobody took is aborted */
	char *data;                  /* owned */
	size_t size;
	evl_buf buffer; /* owned */
	int fd;         /* owned: -1, or what was opened and not taken */
	pid_t process;  /* whose request it is */
	struct stat facts;
};

/* Zeroed, with copies of the paths, which may be NULL. NULL: no memory. */
evl_fs *evl_fs_new(evl_fs_op op, const char *path, const char *path2);

/* The second path of one that was made with the first. False: no memory. */
bool evl_fs_set_second(evl_fs *fs, const char *path2);

/* Have it hold a copy of these bytes. False: no memory. */
bool evl_fs_set_data(evl_fs *fs, const char *data, size_t size);

/* 0 or a negative UV_E*: then it was freed. `work.status` is the result, which is also EVL_DISK_SPECIAL. */
int evl_fs_start(evl_fs *fs, evl_loop *loop, void (*done)(evl_fs *fs, void *owner), void *owner);

/* Carry it out for nobody. */
void evl_fs_start_alone(evl_fs *fs, evl_loop *loop);

static inline void evl_fs_free(evl_fs *fs)
{
	evl_work_free(&fs->work);
}

static inline void evl_fs_orphan(evl_fs *fs)
{
	evl_work_orphan(&fs->work);
}

#endif
