/* SPDX-License-Identifier: MIT */
/*
 * How far a piece of work is, how fast it goes, and the line that says so. The rate is that of the last ten seconds or so (of all, while
 * that is less), each look weighing as much as the time that it covers, so that neither a burst nor a pause is taken for the future. Owns
 * nothing; one thread.
 */
#ifndef EVLOOP_CORE_PROGRESS_H
#define EVLOOP_CORE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line is never longer, in bytes. */
#define EVL_PROGRESS_LINE 512
/* The total is not known. */
#define EVL_PROGRESS_UNKNOWN UINT64_MAX

typedef struct evl_progress {
	uint64_t total;
	uint64_t done;
	uint64_t began;   /* nanoseconds of any monotonic clock */
	uint64_t since;   /* what the rate covers: all, unless it was set back */
	uint64_t looked;  /* at the last look */
	uint64_t counted; /* done, then */
	double rate;      /* a second, as of then; 0: nothing was done yet */
} evl_progress;

/* What the line is about; both need no end. */
typedef struct evl_progress_text {
	const char *label;
	size_t label_size;
	const char *unit; /* "B" is counted in KiB, MiB ... */
	size_t unit_size;
} evl_progress_text;

void evl_progress_begin(evl_progress *progress, uint64_t total, uint64_t now);

/* Take what was done since the last look into the rate. */
void evl_progress_look(evl_progress *progress, uint64_t now);

/*
 * The bar, in `columns` cells at most, as many parts of it as fit: "label  42% [====>     ] 420/1000 files 12.3/s 00:47 left". The
 * bytes of it, without an end. `out` has room for EVL_PROGRESS_LINE.
 */
size_t evl_progress_bar(
	const evl_progress *progress, const evl_progress_text *text, uint64_t now, size_t columns, char *out);

/* The same as a line of a log: "label: 42%, 420/1000 files, 12.3/s, 00:47 left"; at the end "label: 1000/1000 files in 01:21, 12.3/s". */
size_t evl_progress_line(
	const evl_progress *progress, const evl_progress_text *text, uint64_t now, bool ended, char *out);

#endif
