/* SPDX-License-Identifier: MIT */
/*
 * The class Progress: what progress.c draws and the methods of progress_class.c share. PHP's thread only.
 */
#ifndef EVLOOP_IO_PROGRESS_H
#define EVLOOP_IO_PROGRESS_H

#include "src/core/progress.h"
#include "src/io/stream.h"

typedef struct evloop_progress {
	evl_list link;   /* in EVLOOP_G(progresses) while it is shown on a terminal */
	evl_timer timer; /* of the next draw */
	evl_progress state;
	evloop_stream *output; /* NULL: not constructed */
	zend_string *label;
	zend_string *unit;
	uint64_t interval; /* nanoseconds */
	uint64_t drawn_at;
	uint32_t runtime; /* whose loop it was made in, see evloop_runtime_find() */
	bool is_terminal;
	bool finished;
	zval items; /* of over(), until they are looped over; UNDEF: none */
	zend_object std;
} evloop_progress;

/* What both ways to make one are given; the numbers are those of the arguments. */
typedef struct evloop_progress_settings {
	zend_string *label;
	zend_string *unit;
	zend_object *output;
	zend_long total;
	double interval;
	bool no_total;
	bool no_interval;
	uint32_t total_number;
	uint32_t interval_number;
} evloop_progress_settings;

static inline evloop_progress *evloop_progress_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_progress, std);
}

/* Of argument `number`. False with an exception thrown. */
bool evloop_progress_take_total(zend_long total, bool is_null, uint32_t number, uint64_t *result);

/* Construct. False with an exception thrown. */
bool evloop_progress_begin(evloop_progress *progress, const evloop_progress_settings *settings);

/* Its state has changed: draw it, if it is time to. Most calls end at the clock. */
void evloop_progress_moved(evloop_progress *progress);

/* End a step of the work with its line, and begin another one. */
void evloop_progress_next(evloop_progress *progress, zend_string *label, uint64_t total);

/* May wait for room. False with an exception thrown. */
bool evloop_progress_print(evloop_progress *progress, const zend_string *line);

/* Silent when repeated, and for one that was not constructed. */
void evloop_progress_finish(evloop_progress *progress);

/* Its object goes, finished or not. */
void evloop_progress_free(evloop_progress *progress);

zend_result evloop_progress_minit(int module_number);

#endif
