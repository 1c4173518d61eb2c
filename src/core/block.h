/* SPDX-License-Identifier: MIT */
/*
 * Blocks of one size, which is what reading in bulk takes and gives back all the time. The process keeps some: malloc
 * would return so much to the kernel and fetch it again, page by page. In every other way they are evl_malloc's. Any
 * thread.
 */
#ifndef EVLOOP_CORE_BLOCK_H
#define EVLOOP_CORE_BLOCK_H

#define EVL_BLOCK 65536

/* At most so many are kept. */
#define EVL_BLOCKS 32

/* NULL: out of memory. */
void *evl_block_new(void);

void evl_block_free(void *block);

/* From now on so many are kept, at most EVL_BLOCKS. At first it is all; in debug builds none, so that tools see what is used too late. */
void evl_blocks_keep(int count);

#endif
