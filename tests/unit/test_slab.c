/* SPDX-License-Identifier: MIT */
/* The slabs: stacks of several sizes, their guards, what is given back. Where the kernel has no such guards only that is tested. */
#include "src/core/slab.h"

#include "tests/unit/test.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIZE  131072
#define COUNT 200

static evl_slabs slabs;
static evl_slab_stack stacks[COUNT];

static bool begin(void)
{
	evl_slab_stack stack;
	int error;

	evl_slabs_init(&slabs);
	error = evl_slab_take(&slabs, SIZE, &stack);
	CHECK(error == 0 || error == -ENOTSUP);
	if (error == 0) {
		evl_slab_give(&slabs, &stack);
	}
	CHECK(evl_list_is_empty(&slabs.open));
	return error == 0;
}

/* Whether touching the byte ends a process. */
static bool is_deadly(const char *byte)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		/* Without the sanitizer's report. */
		signal(SIGSEGV, SIG_DFL);
		signal(SIGBUS, SIG_DFL);
		_exit(*(const volatile char *) byte == 1);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

static int maps(void)
{
	FILE *file = fopen("/proc/self/maps", "r");
	int lines = 0;

	for (int c; file != NULL && (c = fgetc(file)) != EOF;) {
		lines += c == '\n';
	}
	if (file != NULL) {
		fclose(file);
	}
	return lines;
}

TEST(slab_stacks_are_whole_pages_apart_and_guarded)
{
	if (!begin()) {
		return;
	}
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_slab_take(&slabs, SIZE - 1, &stacks[i]), 0);
		CHECK_EQ(stacks[i].size, SIZE);
		memset(stacks[i].memory, i, stacks[i].size);
	}
	for (int i = 0; i < COUNT; i++) {
		char *memory = stacks[i].memory;

		CHECK_EQ(memory[0], (char) i);
		CHECK_EQ(memory[SIZE - 1], (char) i);
		if (i % 16 == 0 || i == 63) {
			CHECK(is_deadly(memory - 1));
			CHECK(is_deadly(memory - (long) slabs.page));
			CHECK(!is_deadly(memory));
		}
	}
	for (int i = 0; i < COUNT; i++) {
		evl_slab_give(&slabs, &stacks[i]);
	}
	CHECK(evl_list_is_empty(&slabs.open));
	CHECK(evl_list_is_empty(&slabs.full));
}

TEST(slab_stacks_cost_no_map_each)
{
	int before = maps();
#ifdef __SANITIZE_THREAD__
	int most = 1000; /* its shadow has maps of its own */
#else
	int most = 10;
#endif

	if (!begin()) {
		return;
	}
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_slab_take(&slabs, SIZE, &stacks[i]), 0);
	}
	CHECK(maps() - before < most);
	for (int i = COUNT - 1; i >= 0; i--) {
		evl_slab_give(&slabs, &stacks[i]);
	}
}

TEST(slab_stack_taken_again_is_empty_and_guarded)
{
	if (!begin()) {
		return;
	}
	CHECK_EQ(evl_slab_take(&slabs, SIZE, &stacks[0]), 0);
	CHECK_EQ(evl_slab_take(&slabs, SIZE, &stacks[1]), 0);
	memset(stacks[0].memory, 1, SIZE);
	evl_slab_give(&slabs, &stacks[0]);
	CHECK_EQ(evl_slab_take(&slabs, SIZE, &stacks[2]), 0);
	CHECK_PTR(stacks[2].memory, stacks[0].memory);
	CHECK_EQ(((char *) stacks[2].memory)[SIZE - 1], 0);
	CHECK(is_deadly((char *) stacks[2].memory - 1));
	evl_slab_give(&slabs, &stacks[1]);
	evl_slab_give(&slabs, &stacks[2]);
}

TEST(slab_sizes_do_not_mix)
{
	if (!begin()) {
		return;
	}
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(evl_slab_take(&slabs, i % 2 ? SIZE : 4 * SIZE, &stacks[i]), 0);
		CHECK_EQ(stacks[i].size, i % 2 ? SIZE : 4 * SIZE);
		memset(stacks[i].memory, i, stacks[i].size);
	}
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQ(((char *) stacks[i].memory)[stacks[i].size - 1], (char) i);
		evl_slab_give(&slabs, &stacks[i]);
	}
	CHECK(evl_list_is_empty(&slabs.open));
}

TEST(slab_sizes_that_cannot_be)
{
	if (!begin()) {
		return;
	}
	CHECK_EQ(evl_slab_take(&slabs, 0, &stacks[0]), -EINVAL);
	CHECK_EQ(evl_slab_take(&slabs, SIZE_MAX, &stacks[0]), -EINVAL);
	CHECK_EQ(evl_slab_take(&slabs, SIZE_MAX / 64 - 8192, &stacks[0]), -ENOMEM);
	CHECK(evl_list_is_empty(&slabs.open));
}

TEST(slab_in_locked_memory_is_refused_or_guarded)
{
	evl_slab_stack stack;
	int error;

	if (!begin() || mlockall(MCL_FUTURE) != 0) {
		return;
	}
	/* The kernel may not guard what is locked; without a guard there is no stack. */
	error = evl_slab_take(&slabs, 16384, &stack);
	munlockall();
	if (error == 0) {
		CHECK(is_deadly((char *) stack.memory - 1));
		evl_slab_give(&slabs, &stack);
	} else {
		CHECK(error == -ENOTSUP || error == -ENOMEM);
	}
	CHECK(evl_list_is_empty(&slabs.open));
}
