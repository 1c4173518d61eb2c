/* SPDX-License-Identifier: MIT */
/*
 * The frames under and around PHP's own: what stands at the bottom of a stack of ours, and what observers are shown when no user code
 * is on it. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_FRAME_H
#define EVLOOP_COROUTINE_FRAME_H

#include "php.h"

/* Make `page` (of `size` bytes) the current VM stack, with a root frame of no name at its bottom, which is returned. */
zend_execute_data *evloop_frame_begin_stack(zend_vm_stack page, size_t size);

/* Observers ask for the file that is executed, and crash when no user frame is in the chain: then they get evloop_frame_nowhere(). */
zend_execute_data *evloop_frame_observable(zend_execute_data *frame);

/* A frame in the file "[evloop]". */
zend_execute_data *evloop_frame_nowhere(void);

/* From `frame` outwards, not past a root frame of ours; NULL when there is none. */
const zend_execute_data *evloop_frame_nearest_user(const zend_execute_data *frame);

zend_result evloop_frame_minit(int module_number);

#endif
