/* SPDX-License-Identifier: MIT */
/*
 * The file that a listening Unix socket leaves in the file system. A file whose listener is gone (nobody answers) is
 * replaced; one that somebody listens on is not, nor is one that is no socket. It is removed by who made it alone: the
 * same process, not one that was forked from it, and only if the path still leads to the same file. Any thread.
 */
#ifndef EVLOOP_CORE_UNIX_FILE_H
#define EVLOOP_CORE_UNIX_FILE_H

#include <sys/socket.h>

typedef struct evl_unix_file evl_unix_file;

/* For bind: the permissions are those that the umask leaves. */
#define EVL_UNIX_MODE_DEFAULT (-1)

/*
 * Bind a socket to a path or an abstract name. Until listen() is called nobody can connect, so the permissions hold from
 * the first moment. `file` becomes NULL for an abstract name, which needs no removal. 0 or a negative errno; EADDRINUSE:
 * somebody listens there, or the file is no socket.
 */
int evl_unix_file_bind(evl_unix_file **file, int fd, const struct sockaddr *address, socklen_t length, int mode);

/* Remove it if it is ours, and free. NULL is nothing. */
void evl_unix_file_remove(evl_unix_file *file);

#endif
