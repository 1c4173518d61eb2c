/* SPDX-License-Identifier: MIT */
/*
 * Registers the exceptions of the extension. PHP's thread only.
 */
#include "src/base/error.h"

#include "zend_exceptions.h"

#include "stubs/Exception_arginfo.h"

zend_class_entry *evloop_ce_exception;

zend_result evloop_error_minit(int module_number)
{
	evloop_ce_exception = register_class_Evloop_Exception(zend_ce_throwable);
	return SUCCESS;
}
