/* SPDX-License-Identifier: MIT */
/*
 * The class Process. What run() and background() need of one: outputs that are kept instead of streamed, and waiting for more than the
 * end. PHP's thread only; what the reactor tells comes from inside the poll, and wakes who waits.
 */
#ifndef EVLOOP_IO_PROCESS_H
#define EVLOOP_IO_PROCESS_H

#include "src/io/process_start.h"
#include "src/io/wait.h"
#include "src/reactor/capture.h"
#include "src/reactor/process.h"

typedef struct evloop_process {
	evl_process *process;    /* NULL: it was not started */
	evl_list joiners;        /* evloop_waiter.link: told of every change */
	evl_capture captures[3]; /* of standard output and error, by their numbers, when they are kept */
	evl_stream *input;       /* what run() gives it, until all is taken */
	zend_object std;
} evloop_process;

/* What is not in evloop_process_settings. */
typedef struct evloop_process_kept {
	bool streams[3]; /* pipes of those become streams, the others are kept */
	bool tail;       /* the last bytes */
} evloop_process_kept;

static inline evloop_process *evloop_process_from_obj(zend_object *object)
{
	return EVL_CONTAINER_OF(object, evloop_process, std);
}

/* Start what was prepared. NULL with an exception thrown. */
evloop_process *evloop_process_start(evloop_start *start, const evloop_process_kept *kept);

/*
 * Wait until `is_over` says so, which is asked at once and after each change. EVLOOP_WAITED_IN_VAIN: it is `deadline` (of
 * evloop_deadline()).
 */
evloop_waited evloop_process_wait(
	evloop_process *self, bool (*is_over)(const evloop_process *), const char *operation, uint64_t deadline);

static inline bool evloop_process_has_ended(const evloop_process *self)
{
	return self->process->state != EVL_PROCESS_RUNS;
}

/* Whether all that is kept of its outputs is there: nobody holds them open any more. */
bool evloop_process_is_drained(const evloop_process *self);

/* What join() and stop() of both classes do. False with an exception thrown. */
bool evloop_process_join(evloop_process *self, const char *operation, double timeout, zend_long *code);
bool evloop_process_stop(evloop_process *self, const char *operation, double grace, zend_long *code);

/* False with a ProcessException thrown: its status was taken by others. */
bool evloop_process_check_status(const evloop_process *self, const char *operation);

zend_result evloop_process_minit(int module_number);

/* process_run.c */
PHP_METHOD(Evloop_Process, run);
zend_result evloop_process_run_minit(int module_number);

/* job.c */
PHP_METHOD(Evloop_Process, background);
zend_result evloop_job_minit(int module_number);

#endif
