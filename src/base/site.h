/* SPDX-License-Identifier: MIT */
/*
 * Where in the user's code something was made: file and line of the nearest user frame. Taken for every coroutine and promise, so it
 * is a look at the stack and one reference, no text is built.
 */
#ifndef EVLOOP_BASE_SITE_H
#define EVLOOP_BASE_SITE_H

#include "php.h"

typedef struct evloop_site {
	zend_string *file; /* NULL: no user code was running */
	uint32_t line;
} evloop_site;

/* The nearest user frame from this one outwards. */
static inline void evloop_site_take_from(evloop_site *site, const zend_execute_data *frame)
{
	while (frame != NULL && (frame->func == NULL || !ZEND_USER_CODE(frame->func->type))) {
		frame = frame->prev_execute_data;
	}
	if (frame != NULL && frame->func->op_array.filename != NULL) {
		site->file = zend_string_copy(frame->func->op_array.filename);
		site->line = frame->opline != NULL ? frame->opline->lineno : 0;
	} else {
		site->file = NULL;
		site->line = 0;
	}
}

static inline void evloop_site_take(evloop_site *site)
{
	evloop_site_take_from(site, EG(current_execute_data));
}

static inline void evloop_site_free(evloop_site *site)
{
	if (site->file != NULL) {
		zend_string_release(site->file);
		site->file = NULL;
	}
}

/* "file:line", a new string. */
static inline zend_string *evloop_site_text(const evloop_site *site)
{
	if (site->file == NULL) {
		return zend_string_init(ZEND_STRL("[internal]"), 0);
	}
	return zend_strpprintf(0, "%s:%" PRIu32, ZSTR_VAL(site->file), site->line);
}

#endif
