/* SPDX-License-Identifier: MIT */
/*
 * The engine takes the function of set_error_handler() away while it runs, so that it is not called within itself. One that
 * waits would leave all others without: to them it is lent meanwhile. PHP's thread only.
 */
#ifndef EVLOOP_COROUTINE_ERROR_HANDLER_H
#define EVLOOP_COROUTINE_ERROR_HANDLER_H

#include "src/base/globals.h"

/* Whether the context that is about to park is inside of the error handler. */
static inline bool evloop_error_handler_is_running(void)
{
	return UNEXPECTED(!Z_ISUNDEF(EVLOOP_G(user_error_handler))) && Z_ISUNDEF(EG(user_error_handler));
}

/* When it is: put the handler there for the others, and take it away again, unless they have set another one. */
void evloop_error_handler_lend(zval *lent);
void evloop_error_handler_take_back(zval *lent);

zend_result evloop_error_handler_minit(int module_number);
void evloop_error_handler_rshutdown(void);

#endif
