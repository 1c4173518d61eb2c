/* SPDX-License-Identifier: MIT */
/*
 * Engine state that a context switch of the engine's own does not carry: what one context had in mid-air must not be seen by the
 * next. Saved (and set to its neutral value) when a context parks, restored when it goes on. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_STATE_H
#define EVLOOP_COROUTINE_STATE_H

#include "php.h"
#include "php_output.h"
#include "zend_ini.h"

typedef struct evloop_state {
	zend_error_handling_t error_handling; /* a constructor that turns warnings into exceptions */
	zend_class_entry *exception_class;
	struct evloop_state_rare *rare; /* sorting, serialising, output buffers: NULL nearly always */
	int saved_errno;
} evloop_state;

/* `output_level`: output handlers from this level up belong to the context that parks. */
void evloop_state_save(evloop_state *state, int output_level);

/* Whether the callback of an output handler below this level is running: to park in it would open the handler to everybody. */
static inline bool evloop_state_is_inside_shared_output(int output_level)
{
	return OG(running) != NULL && OG(running)->level < output_level;
}

/* Returns the output level that the context's own handlers now begin at. */
int evloop_state_restore(evloop_state *state);

/* End the output handlers that a context opened and left open: their contents go on to the level below. Runs PHP code. */
void evloop_state_end_output(int output_level);

/* What error_reporting is set to, which a fresh fiber starts with whatever `@` was active where it was made. Read once a change. */
typedef struct evloop_reporting {
	zend_ini_entry *setting;
	zend_string *text; /* one reference, so that its address is not given to another text */
	int level;
} evloop_reporting;

void evloop_reporting_init(evloop_reporting *reporting);
void evloop_reporting_free(evloop_reporting *reporting);
int evloop_reporting_read(evloop_reporting *reporting);

static inline int evloop_reporting_level(evloop_reporting *reporting)
{
	return EXPECTED(reporting->setting->value == reporting->text) ? reporting->level : evloop_reporting_read(reporting);
}

#endif
