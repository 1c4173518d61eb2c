/* SPDX-License-Identifier: MIT */
/*
 * See block.h. A slot of the table is changed by one atomic operation, so there is nothing to lock; that a block may be
 * missed by who looks just then costs an allocation.
 */
#include "src/core/block.h"

#include "src/core/mem.h"

#include <stdatomic.h>

#ifdef EVLOOP_DEBUG
#define KEPT_AT_FIRST 0
#else
#define KEPT_AT_FIRST EVL_BLOCKS
#endif

static _Atomic(void *) slots[EVL_BLOCKS];
static atomic_int kept = KEPT_AT_FIRST;

void *evl_block_new(void)
{
	int count = atomic_load_explicit(&kept, memory_order_relaxed);

	for (int i = 0; i < count; i++) {
		void *block = atomic_load_explicit(&slots[i], memory_order_relaxed);

		if (block != NULL) {
			block = atomic_exchange_explicit(&slots[i], NULL, memory_order_acquire);
		}
		if (block != NULL) {
			return block;
		}
	}
	return evl_malloc(EVL_BLOCK);
}

void evl_block_free(void *block)
{
	int count = block != NULL ? atomic_load_explicit(&kept, memory_order_relaxed) : 0;

	for (int i = 0; i < count; i++) {
		void *none = NULL;

		if (atomic_load_explicit(&slots[i], memory_order_relaxed) == NULL &&
			atomic_compare_exchange_strong_explicit(
				&slots[i], &none, block, memory_order_release, memory_order_relaxed)) {
			return;
		}
	}
	evl_free(block);
}

void evl_blocks_keep(int count)
{
	atomic_store(&kept, count);
	for (int i = count; i < EVL_BLOCKS; i++) {
		evl_free(atomic_exchange(&slots[i], NULL));
	}
}
