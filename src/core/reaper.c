/* SPDX-License-Identifier: MIT */
/*
 * See reaper.h. The list is the process's, since its children are: it is the one place of state here, behind a lock. A forked child
 * finds its parent's list in it, which is none of its own.
 */
#include "src/core/reaper.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct reaper {
	pthread_mutex_t lock;
	pid_t owner; /* whose children they are */
	unsigned count;
	pid_t pids[EVL_REAPER_MAX];
} reaper = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* The caller has the lock. */
static void drop(unsigned index)
{
	reaper.count--;
	memmove(&reaper.pids[index], &reaper.pids[index + 1], (reaper.count - index) * sizeof(pid_t));
}

static void forget_parents(void)
{
	if (reaper.owner != getpid()) {
		reaper.owner = getpid();
		reaper.count = 0;
	}
}

/* Also if somebody else has taken what is left of it. */
static bool is_over(pid_t pid)
{
	pid_t ended;

	do {
		ended = waitpid(pid, NULL, WNOHANG);
	} while (ended < 0 && errno == EINTR);
	return ended != 0;
}

static void take_ended(void)
{
	for (unsigned i = reaper.count; i-- > 0;) {
		if (is_over(reaper.pids[i])) {
			drop(i);
		}
	}
}

void evl_reaper_add(pid_t pid)
{
	(void) pthread_mutex_lock(&reaper.lock);
	forget_parents();
	take_ended();
	if (reaper.count == EVL_REAPER_MAX) {
		drop(0);
	}
	reaper.pids[reaper.count++] = pid;
	(void) pthread_mutex_unlock(&reaper.lock);
}

unsigned evl_reaper_run(void)
{
	unsigned left;

	(void) pthread_mutex_lock(&reaper.lock);
	forget_parents();
	take_ended();
	left = reaper.count;
	(void) pthread_mutex_unlock(&reaper.lock);
	return left;
}
