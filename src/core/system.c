/* SPDX-License-Identifier: MIT */
/*
 * Small files of /proc and /sys. Owns nothing. Any thread.
 */
#include "src/core/system.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

uint32_t evl_system_read_number(const char *path, uint32_t fallback)
{
	FILE *file = fopen(path, "re");
	uint32_t number = fallback;

	if (file == NULL) {
		return fallback;
	}
	if (fscanf(file, "%" SCNu32, &number) != 1) {
		number = fallback;
	}
	fclose(file);
	return number;
}

uint32_t evl_system_map_limit(void)
{
	return evl_system_read_number("/proc/sys/vm/max_map_count", UINT32_MAX);
}

bool evl_system_has_huge_pages(void)
{
	FILE *file = fopen("/sys/kernel/mm/transparent_hugepage/enabled", "re");
	char text[64] = "";

	if (file == NULL) {
		return false;
	}
	if (fgets(text, sizeof(text), file) == NULL) {
		text[0] = '\0';
	}
	fclose(file);
	return strstr(text, "[always]") != NULL;
}
