/* SPDX-License-Identifier: MIT */
/*
 * spawn.h: starting a program in a child process, with only the descriptors that were asked for, no signal blocked or ignored, and the
 * failure of each step told to who starts it. No shell. Any thread; nothing but the child's id is left behind, and reaping it is the
 * caller's.
 *
 * On Linux the child shares our memory until it runs the program (as in vfork), so that starting one costs the same from a process of
 * 10 MB and of 10 GB; the thread that starts it stands still meanwhile. Another user's child gets a copy instead (fork), since whoever
 * may signal it must not reach our memory.
 */
#ifndef EVLOOP_CORE_SPAWN_H
#define EVLOOP_CORE_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* More descriptors than that are refused with -EINVAL. */
#define EVL_SPAWN_FDS 64

/* What failed. */
typedef enum evl_spawn_step {
	EVL_SPAWN_START, /* no child was made */
	EVL_SPAWN_DESCRIPTORS,
	EVL_SPAWN_GROUP,
	EVL_SPAWN_USER,
	EVL_SPAWN_FOLDER,
	EVL_SPAWN_PROGRAM,
} evl_spawn_step;

typedef struct evl_spawn_fd {
	int from; /* open here */
	int to;   /* its number there */
} evl_spawn_fd;

typedef struct evl_spawn {
	char *const *files; /* paths of the program, tried in order; NULL at the end */
	char *const *argv;
	char *const *envp;
	const char *folder; /* NULL: ours */
	const evl_spawn_fd *fds;
	size_t fd_count;
	bool own_group;  /* leads a process group of its own */
	bool set_groups; /* the supplementary ones */
	bool set_gid;
	bool set_uid;
	const gid_t *groups;
	size_t group_count;
	gid_t gid;
	uid_t uid;
} evl_spawn;

/*
 * The child's id once it runs the program; or a negative errno, then nothing runs and `failed` says what it was. The program's paths are
 * tried as execvp() tries those of PATH, but a file that is no program is -ENOEXEC and given to no shell.
 */
pid_t evl_spawn_start(const evl_spawn *spawn, evl_spawn_step *failed);

#endif
