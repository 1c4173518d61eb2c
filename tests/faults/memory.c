/* SPDX-License-Identifier: MIT */
/*
 * A PHP extension for ./dev faults: fail_allocation(n) lets the n-th emalloc from then on end as PHP's memory_limit ends it, with a
 * fatal error. memory_limit itself is looked at only when the heap needs another 2 MB, so that it falls at few places; here it falls
 * at each. Prints, to stderr, which allocation it was and when none was left to fail.
 */
#include "php.h"

static zend_long left;

static void *fail_or_alloc(size_t size);
static void *fail_or_realloc(void *block, size_t size);
static void only_free(void *block);

static void install(bool on)
{
	zend_mm_set_custom_handlers(
		zend_mm_get_heap(), on ? fail_or_alloc : NULL, on ? only_free : NULL, on ? fail_or_realloc : NULL);
}

/* What follows runs on the heap as it is. */
static void fall_when_due(size_t size)
{
	install(false);
	if (--left == 0) {
		fprintf(stderr, "[fell at %zu bytes]\n", size);
		zend_error_noreturn(E_ERROR, "Allowed memory size of 0 bytes exhausted (tried to allocate %zu bytes)", size);
	}
}

static void *fail_or_alloc(size_t size)
{
	void *block;

	fall_when_due(size);
	block = _zend_mm_alloc(zend_mm_get_heap(), size ZEND_FILE_LINE_CC ZEND_FILE_LINE_EMPTY_CC);
	install(true);
	return block;
}

static void *fail_or_realloc(void *block, size_t size)
{
	fall_when_due(size);
	block = _zend_mm_realloc(zend_mm_get_heap(), block, size ZEND_FILE_LINE_CC ZEND_FILE_LINE_EMPTY_CC);
	install(true);
	return block;
}

static void only_free(void *block)
{
	install(false);
	_zend_mm_free(zend_mm_get_heap(), block ZEND_FILE_LINE_CC ZEND_FILE_LINE_EMPTY_CC);
	install(true);
}

/* clang-format off */
ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_fail_allocation, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, n, IS_LONG, 0)
ZEND_END_ARG_INFO()
/* clang-format on */

static ZEND_FUNCTION(fail_allocation)
{
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(left)
	ZEND_PARSE_PARAMETERS_END();

	install(left > 0);
}

/* The request's objects are freed, the heap is not yet. */
static int post_deactivate(void)
{
	if (left > 0) {
		install(false);
		fprintf(stderr, "[nothing left to fall, " ZEND_LONG_FMT " to go]\n", left);
	}
	return SUCCESS;
}

/* clang-format off */
static const zend_function_entry functions[] = {
	ZEND_FE(fail_allocation, arginfo_fail_allocation)
	ZEND_FE_END
};
/* clang-format on */

static zend_module_entry memory_module_entry = {
	STANDARD_MODULE_HEADER,
	"evloop_memory",
	functions,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	"0",
	NO_MODULE_GLOBALS,
	post_deactivate,
	STANDARD_MODULE_PROPERTIES_EX,
};

ZEND_DLEXPORT zend_module_entry *get_module(void);
ZEND_GET_MODULE(memory)
