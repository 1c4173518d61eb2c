/* SPDX-License-Identifier: MIT */
/*
 * Preloaded before libasan (see ./dev asan). PHP opens extensions with RTLD_DEEPBIND: their calls of malloc and free then go past
 * every preloaded library, and ASan refuses to start. This dlopen() takes the flag away and is no more than that.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

void *dlopen(const char *file, int mode);

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int);

	*(void **) &next = dlsym(RTLD_NEXT, "dlopen");
	return next != NULL ? next(file, mode & ~RTLD_DEEPBIND) : NULL;
}
