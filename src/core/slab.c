/* SPDX-License-Identifier: MIT */
/*
 * A bit for each stack of a slab. Guards are installed when a stack is first taken, since each needs a page table, and stay when it is
 * given back. One thread at a time.
 */
#include "src/core/slab.h"

#include "src/core/mem.h"

#include <errno.h>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>

#define STACKS 64

/* Not in the headers of the C library yet; the same number on every processor. */
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif

struct evl_slab {
	evl_list link;
	char *memory;
	size_t stride; /* of a guard and the stack above it */
	uint64_t used;
	uint64_t guarded;
};

void evl_slabs_init(evl_slabs *slabs)
{
	evl_list_init(&slabs->open);
	evl_list_init(&slabs->full);
	slabs->page = (size_t) sysconf(_SC_PAGESIZE);
}

static evl_slab *slab_new(evl_slabs *slabs, size_t stride)
{
	evl_slab *slab = evl_calloc(1, sizeof(*slab));

	if (slab == NULL) {
		return NULL;
	}
	slab->stride = stride;
	slab->memory = mmap(
		NULL, stride * STACKS, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	if (slab->memory == MAP_FAILED) {
		evl_free(slab);
		return NULL;
	}
	/* One touched byte of a stack must not become a page of 2 MB. */
	(void) madvise(slab->memory, stride * STACKS, MADV_NOHUGEPAGE);
	evl_list_prepend(&slabs->open, &slab->link);
	return slab;
}

/* The first that is open, as a rule: only a setting that was changed at run time makes stacks of another size. */
static evl_slab *slab_with_room(evl_slabs *slabs, size_t stride)
{
	for (evl_list *node = slabs->open.next; node != &slabs->open; node = node->next) {
		evl_slab *slab = EVL_CONTAINER_OF(node, evl_slab, link);

		if (slab->stride == stride) {
			return slab;
		}
	}
	return slab_new(slabs, stride);
}

/* It may fail: in the middle of a map it makes two of one, and then there may be too many. */
static bool slab_free(evl_slab *slab)
{
	if (munmap(slab->memory, slab->stride * STACKS) != 0) {
		return false;
	}
	evl_list_remove(&slab->link);
	evl_free(slab);
	return true;
}

int evl_slab_take(evl_slabs *slabs, size_t size, evl_slab_stack *stack)
{
	evl_slab *slab;
	char *guard;
	int index;

	if (size == 0 || size > SIZE_MAX / STACKS - 2 * slabs->page) {
		return -EINVAL;
	}
	size = (size + slabs->page - 1) / slabs->page * slabs->page;
	slab = slab_with_room(slabs, slabs->page + size);
	if (slab == NULL) {
		return -ENOMEM;
	}
	index = __builtin_ctzll(~slab->used);
	guard = slab->memory + slab->stride * (size_t) index;
	if ((slab->guarded >> index & 1) == 0 && madvise(guard, slabs->page, MADV_GUARD_INSTALL) != 0) {
		int error = errno == ENOMEM ? -ENOMEM : -ENOTSUP;

		if (slab->used == 0) {
			slab_free(slab);
		}
		return error;
	}
	slab->guarded |= UINT64_C(1) << index;
	slab->used |= UINT64_C(1) << index;
	if (slab->used == UINT64_MAX) {
		evl_list_remove(&slab->link);
		evl_list_append(&slabs->full, &slab->link);
	}
	*stack = (evl_slab_stack){.memory = guard + slabs->page, .size = size, .slab = slab};
	return 0;
}

void evl_slab_give(evl_slabs *slabs, const evl_slab_stack *stack)
{
	evl_slab *slab = stack->slab;
	size_t index = (size_t) ((char *) stack->memory - slab->memory) / slab->stride;

	if (slab->used == UINT64_MAX) {
		evl_list_remove(&slab->link);
		evl_list_prepend(&slabs->open, &slab->link);
	}
	slab->used &= ~(UINT64_C(1) << index);
	if (slab->used != 0 || !slab_free(slab)) {
		(void) madvise(stack->memory, stack->size, MADV_DONTNEED);
	}
}
#else
void evl_slabs_init(evl_slabs *slabs)
{
	(void) slabs;
}

int evl_slab_take(evl_slabs *slabs, size_t size, evl_slab_stack *stack)
{
	(void) slabs, (void) size, (void) stack;
	return -ENOTSUP;
}

void evl_slab_give(evl_slabs *slabs, const evl_slab_stack *stack)
{
	(void) slabs, (void) stack;
}
#endif
