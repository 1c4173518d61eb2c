/* SPDX-License-Identifier: MIT */
/*
 * What the kernel allows, as far as stacks are concerned. Read from files at start-up; other systems than Linux give the defaults.
 * Any thread.
 */
#ifndef EVLOOP_CORE_SYSTEM_H
#define EVLOOP_CORE_SYSTEM_H

#include <stdbool.h>
#include <stdint.h>

/* How many memory maps a process may have (vm.max_map_count); UINT32_MAX where that is not limited or not known. */
uint32_t evl_system_map_limit(void);

/* Whether the kernel makes huge pages of memory that nobody asked for. */
bool evl_system_has_huge_pages(void);

/* The first number in a file; `fallback` when it cannot be read or does not begin with one. */
uint32_t evl_system_read_number(const char *path, uint32_t fallback);

#endif
