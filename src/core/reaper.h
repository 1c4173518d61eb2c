/* SPDX-License-Identifier: MIT */
/*
 * reaper.h: children that nobody waits for any more: their loop ended while they ran. What is left of them is taken from the kernel when
 * the process next starts one or makes a loop, so that a process that serves one request after the other collects no zombies. Any
 * thread.
 */
#ifndef EVLOOP_CORE_REAPER_H
#define EVLOOP_CORE_REAPER_H

#include <sys/types.h>

/* So many are remembered; of more the oldest is left to the process's end. */
#define EVL_REAPER_MAX 256

void evl_reaper_add(pid_t pid);

/* Take those that have ended. Never waits. How many are left. */
unsigned evl_reaper_run(void);

#endif
