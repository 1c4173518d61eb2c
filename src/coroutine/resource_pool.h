/* SPDX-License-Identifier: MIT */
/*
 * The class Pool.
 * PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_RESOURCE_POOL_H
#define EVLOOP_COROUTINE_RESOURCE_POOL_H

#include "php.h"

zend_result evloop_resource_pool_minit(int module_number);

#endif
