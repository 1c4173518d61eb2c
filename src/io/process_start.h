/* SPDX-License-Identifier: MIT */
/*
 * From a command and options to what core/spawn.h starts: strings, descriptors, user and groups. Lives on the C stack of the call that
 * starts a program. PHP's thread only.
 */
#ifndef EVLOOP_IO_PROCESS_START_H
#define EVLOOP_IO_PROCESS_START_H

#include "src/core/spawn.h"
#include "src/io/process_options.h"
#include "src/io/stream.h"

typedef struct evloop_start {
	const char *operation; /* "Process::spawn", for messages */
	uint32_t number;       /* which argument of it the options are */
	evloop_process_settings settings;
	evloop_source_kind fallback[3]; /* what a standard stream is that the options do not name */
	const char *variable;           /* one more for the environment, "NAME=value", or NULL */
	evl_spawn spawn;
	evl_spawn_fd fds[EVL_SPAWN_FDS];
	int pipes[3];                         /* our ends of those of the standard streams, until they are taken; or -1 */
	int opened[EVL_SPAWN_FDS];            /* for the child only: closed here once it runs */
	uint32_t opened_count;                /* of opened */
	evloop_stream *handed[EVL_SPAWN_FDS]; /* to the child; closed here once it runs */
	uint32_t handed_count;
	char **files; /* what the spawn points to */
	char **argv;
	char **envp;
	gid_t *groups;
	zend_string **texts; /* of the elements that were no strings */
	uint32_t text_count;
	const char *program; /* for messages */
} evloop_start;

/* What evloop_start_free() is for afterwards. Without options the defaults. */
void evloop_start_init(evloop_start *start, const char *operation, uint32_t number, zend_object *options);

/* Argument 1 of the operation is the command. Before the start, with settings and fallbacks as wanted. False with an exception thrown. */
bool evloop_start_prepare(evloop_start *start, zend_array *command);

/* One more descriptor for the child, before the start; stays the caller's. False: too many. */
bool evloop_start_add(evloop_start *start, int from, int to);

/* The child runs: close what is its own now. */
void evloop_start_done(evloop_start *start);

/* ProcessException for what evl_process_open() answered. */
void evloop_start_throw(const evloop_start *start, int status, evl_spawn_step step);

void evloop_start_free(evloop_start *start);

/* process_user.c: the ids and groups of the settings. False with an exception thrown. */
bool evloop_start_set_user(evloop_start *start);

#endif
