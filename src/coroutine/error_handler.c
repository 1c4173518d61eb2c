/* SPDX-License-Identifier: MIT */
/*
 * While it runs the handler is in a local variable of the engine's. So the functions that change it are wrapped, and a second
 * reference to what they have set is kept in the globals, from one request's call of them to its end.
 */
#include "src/coroutine/error_handler.h"

static zif_handler set_before;
static zif_handler restore_before;

static void remember(void)
{
	zval last;

	ZVAL_COPY_VALUE(&last, &EVLOOP_G(user_error_handler));
	ZVAL_COPY(&EVLOOP_G(user_error_handler), &EG(user_error_handler));
	zval_ptr_dtor(&last);
}

static ZEND_FUNCTION(on_set_error_handler)
{
	set_before(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	remember();
}

static ZEND_FUNCTION(on_restore_error_handler)
{
	restore_before(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	remember();
}

void evloop_error_handler_lend(zval *lent)
{
	ZVAL_COPY(&EG(user_error_handler), &EVLOOP_G(user_error_handler));
	ZVAL_COPY_VALUE(lent, &EG(user_error_handler));
}

void evloop_error_handler_take_back(zval *lent)
{
	zval *present = &EG(user_error_handler);

	/* The same string, array or object: what the present one holds a reference to cannot have been replaced in its place. */
	if (Z_TYPE_P(present) == Z_TYPE_P(lent) && Z_PTR_P(present) == Z_PTR_P(lent)) {
		ZVAL_UNDEF(present);
		zval_ptr_dtor(lent);
	}
}

void evloop_error_handler_rshutdown(void)
{
	if (!CG(unclean_shutdown)) {
		zval_ptr_dtor(&EVLOOP_G(user_error_handler));
	}
	ZVAL_UNDEF(&EVLOOP_G(user_error_handler));
}

static zif_handler wrap(const char *name, zif_handler wrapper)
{
	zend_internal_function *function = zend_hash_str_find_ptr(CG(function_table), name, strlen(name));
	zif_handler before = NULL;

	if (function != NULL) {
		before = function->handler;
		function->handler = wrapper;
	}
	return before;
}

zend_result evloop_error_handler_minit(int module_number)
{
	set_before = wrap("set_error_handler", ZEND_FN(on_set_error_handler));
	restore_before = wrap("restore_error_handler", ZEND_FN(on_restore_error_handler));
	return SUCCESS;
}
