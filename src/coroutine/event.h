/* SPDX-License-Identifier: MIT */
/*
 * The class Event.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_EVENT_H
#define EVLOOP_COROUTINE_EVENT_H

#include "php.h"

zend_result evloop_event_minit(int module_number);

#endif
