/* SPDX-License-Identifier: MIT */
/*
 * Tells on stderr what a request has left open or has not freed; and in the file that EVLOOP_AUDIT names, by which a test run sees it
 * of processes whose output nobody looks at. The counts are the process's: with several threads they say nothing about one request,
 * so a thread-safe build looks only where it is told to. PHP's thread only.
 */
#include "src/base/audit.h"

#ifdef EVLOOP_DEBUG
#include "php.h"

#include "src/core/count.h"
#include "src/core/mem.h"
#include "SAPI.h"

#include <stdio.h>

static void tell(const char *log, long count, const char *what)
{
	FILE *file = log != NULL ? fopen(log, "a") : NULL;

	fprintf(stderr, "evloop: %ld %s\n", count, what);
	if (file != NULL) {
		fprintf(file, "evloop: %ld %s: %s\n", count, what, SG(request_info).path_translated);
		(void) fclose(file);
	}
}

void evloop_audit_request(void)
{
	static const char *const left[EVL_COUNTS] = {
		"handles were not closed",
		"requests did not complete",
		"stacks were not freed",
		"pins were not dropped",
	};
	const char *log = getenv("EVLOOP_AUDIT");

#ifdef ZTS
	if (log == NULL) {
		return;
	}
#endif
	for (int what = 0; what < EVL_COUNTS; what++) {
		if (evl_count_of((evl_counted) what) != 0) {
			tell(log, evl_count_of((evl_counted) what), left[what]);
		}
	}
	if (evl_mem_balance() != 0) {
		tell(log, evl_mem_balance(), "blocks were not freed");
	}
}
#else
void evloop_audit_request(void)
{
}
#endif
