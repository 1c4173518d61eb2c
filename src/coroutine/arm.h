/* SPDX-License-Identifier: MIT */
/*
 * The class Arm: what select() may do with a channel. It holds the channel and the value to send. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_ARM_H
#define EVLOOP_COROUTINE_ARM_H

#include "src/coroutine/channel.h"

typedef struct evloop_arm {
	evloop_channel *channel; /* owned; NULL: not made by a channel */
	zval value;              /* to send; UNDEF: it receives */
	zend_object std;
} evloop_arm;

extern zend_class_entry *evloop_ce_arm;

static inline evloop_arm *evloop_arm_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_arm);
}

static inline bool evloop_arm_sends(const evloop_arm *arm)
{
	return !Z_ISUNDEF(arm->value);
}

/* One reference. `value` is copied; NULL for one that receives. */
zend_object *evloop_arm_new(evloop_channel *channel, zval *value);

zend_result evloop_arm_minit(int module_number);

#endif
