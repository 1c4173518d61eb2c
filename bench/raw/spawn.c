/* SPDX-License-Identifier: MIT */
/*
 * The raw limit of starting programs: posix_spawn() of /bin/true and waitpid(), one after the other, with three descriptors of /dev/null.
 * Prints the least wall time of a round for one, in us.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 20
#define SPAWNS 50

extern char **environ;

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void spawn_one(posix_spawn_file_actions_t *actions)
{
	char *arguments[] = {"/bin/true", NULL};
	pid_t pid;

	if (posix_spawn(&pid, arguments[0], actions, NULL, arguments, environ) != 0 || waitpid(pid, NULL, 0) != pid) {
		fputs("spawn failed\n", stderr);
		exit(1);
	}
}

/* As much memory as PHP has; of what fork() would copy nothing is to be seen. */
static void take_memory(size_t size)
{
	char *memory = malloc(size);

	if (memory != NULL) {
		memset(memory, 1, size);
	}
}

int main(int argc, char **argv)
{
	posix_spawn_file_actions_t actions;
	double least = 1e12;

	take_memory((size_t) (argc > 1 ? atoi(argv[1]) : 0) << 20);
	posix_spawn_file_actions_init(&actions);
	for (int fd = 0; fd < 3; fd++) {
		posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
	}
	for (int round = 0; round < ROUNDS; round++) {
		double begun = now();

		for (int i = 0; i < SPAWNS; i++) {
			spawn_one(&actions);
		}
		least = now() - begun < least ? now() - begun : least;
	}
	printf("%.1f us\n", least / SPAWNS);
	return 0;
}
