/* SPDX-License-Identifier: MIT */
/*
 * libuv aborts the process when it cannot make its table of descriptors larger. So its reallocations go through here: when memory is
 * out, one of them gets a block that was kept for that. Address space only, as long as it is not needed. Any thread.
 */
#ifndef EVLOOP_REACTOR_RESERVE_H
#define EVLOOP_REACTOR_RESERVE_H

#include <stddef.h>

/* The table for 65,536 descriptors. */
#define EVL_RESERVE_SIZE (512 * 1024)

/* Before a loop is made: 0, or UV_ENOMEM when there is no memory for the reserve even now. */
int evl_reserve_fill(void);

/* What libuv calls: as realloc(), but for the reserve. */
void *evl_reserve_realloc(void *block, size_t size);

#endif
