/* SPDX-License-Identifier: MIT */
/*
 * The runner of the unit tests: `unit [text ...]` runs the tests whose name or file contains one of the texts, all
 * without. Each test is forked, so a crash, a hang or a leak is that test's own. The last line is
 * `unit: N passed, N failed`; the exit code is 0 only when something ran and nothing failed.
 */
#include <dirent.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

#include "src/core/mem.h"
#include "tests/unit/test.h"

#ifndef TIME_LIMIT_SECONDS
#define TIME_LIMIT_SECONDS 20
#endif

static test_case *tests;

/* Sorted by file and name, since the order of constructors is the linker's affair. */
void test_register(test_case *test)
{
	test_case **place = &tests;

	while (*place) {
		int order = strcmp((*place)->file, test->file);
		if (order > 0 || (order == 0 && strcmp((*place)->name, test->name) > 0)) {
			break;
		}
		place = &(*place)->next;
	}
	test->next = *place;
	*place = test;
}

void test_fail(const char *file, int line, const char *format, ...)
{
	va_list arguments;

	printf("  %s:%d: ", file, line);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	printf("\n");
	fflush(stdout);
	_exit(1);
}

static int count_descriptors(void)
{
	DIR *directory = opendir("/dev/fd");
	int count = 0;

	if (!directory) {
		return 0;
	}
	while (readdir(directory)) {
		count++;
	}
	closedir(directory);
	return count;
}

/* A thread whose answer nobody waits for may still be about to close and free what it has: a second is more than enough. */
static void let_threads_finish(long blocks, int descriptors)
{
	for (int i = 0; i < 1000 && (evl_mem_balance() != blocks || count_descriptors() != descriptors); i++) {
		(void) usleep(1000);
	}
}

static void run_in_child(const test_case *test)
{
	long blocks = evl_mem_balance();
	int descriptors = count_descriptors();

	alarm(TIME_LIMIT_SECONDS);
	test->run();
	let_threads_finish(blocks, descriptors);
	if (evl_mem_balance() != blocks) {
		test_fail(test->file, 0, "%ld blocks of memory not freed", evl_mem_balance() - blocks);
	}
	if (count_descriptors() != descriptors) {
		test_fail(test->file, 0, "%d descriptors not closed", count_descriptors() - descriptors);
	}
	/* exit and not _exit: the sanitizer looks for leaks on the way out. */
	exit(0);
}

static bool run_test(const test_case *test)
{
	int status = 0;
	pid_t child = fork();

	if (child < 0) {
		perror("fork");
		return false;
	}
	if (child == 0) {
		run_in_child(test);
	}
	while (waitpid(child, &status, 0) < 0) {
		/* interrupted: wait again */
	}
	if (WIFSIGNALED(status)) {
		printf("  ended by signal %d (%s)\n", WTERMSIG(status),
			WTERMSIG(status) == SIGALRM ? "time limit" : strsignal(WTERMSIG(status)));
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool is_selected(const test_case *test, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strstr(test->name, argv[i]) || strstr(test->file, argv[i])) {
			return true;
		}
	}
	return argc < 2;
}

/* The first loop of a process opens two descriptors that libuv keeps: no test is to be blamed for them. */
static void warm_up(void)
{
	uv_loop_t loop;

	if (uv_loop_init(&loop) == 0) {
		uv_loop_close(&loop);
	}
}

int main(int argc, char **argv)
{
	int passed = 0, failed = 0;

	warm_up();

	for (const test_case *test = tests; test; test = test->next) {
		if (!is_selected(test, argc, argv)) {
			continue;
		}
		fflush(stdout);
		if (run_test(test)) {
			passed++;
		} else {
			failed++;
			printf("FAIL %s (%s)\n", test->name, test->file);
		}
	}
	printf("unit: %d passed, %d failed\n", passed, failed);
	return failed == 0 && passed > 0 ? 0 : 1;
}
