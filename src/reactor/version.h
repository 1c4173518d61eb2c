/* SPDX-License-Identifier: MIT */
/*
 * Which libuv this is: the one whose header we were compiled with, and the one that is loaded. Any thread.
 */
#ifndef EVLOOP_REACTOR_VERSION_H
#define EVLOOP_REACTOR_VERSION_H

#include <stdbool.h>

/* Versions as text, static storage. */
const char *evl_version_uv_header(void);
const char *evl_version_uv_runtime(void);

/* The kernel interface below libuv: "epoll", "kqueue", ... */
const char *evl_version_backend(void);

/* True for libuv 1.45 to 1.48, whose io_uring support has known bugs. */
bool evl_version_uv_has_io_uring_bugs(void);

#endif
