/* SPDX-License-Identifier: MIT */
/*
 * The module globals and the INI settings that fill them. A value that cannot be used is refused with a warning that
 * names the setting, the value and the range, and the setting keeps what it had. PHP calls the handlers, on the thread
 * whose globals they change.
 */
#include "src/base/globals.h"

#include "zend_ini.h"

#include "src/base/compat.h"
#include "src/base/runtime.h"

ZEND_DECLARE_MODULE_GLOBALS(evloop)

typedef struct ini_range {
	zend_long min;
	zend_long max;
	bool zero_allowed; /* 0 is a meaning of its own, outside of min..max */
	const char *text;  /* the range, as the warning says it */
} ini_range;

static const ini_range io_budget_range = {1, 1000000, false, "between 1 and 1000000"};
static const ini_range microtask_budget_range = {1, 1000000000, false, "between 1 and 1000000000"};
static const ini_range stack_size_range = {
	128 * 1024, 1024 * 1024 * 1024, true, "0 (for fiber.stack_size) or between 128K and 1024M"};
static const ini_range max_coroutines_range = {1, 1000000000, true, "0 (for no limit) or between 1 and 1000000000"};

static const ini_range dns_cache_ttl_range = {0, 86400, false, "between 0 and 86400"};
static const ini_range block_warn_ms_range = {1, 3600000, true, "0 (for off) or between 1 and 3600000"};

static const char *const deadlock_names[] = {
	[EVLOOP_DEADLOCK_WARN] = "warn",
	[EVLOOP_DEADLOCK_THROW] = "throw",
	[EVLOOP_DEADLOCK_OFF] = "off",
};

static zend_result ini_refuse(const zend_ini_entry *entry, const zend_string *value, const char *range)
{
	php_error_docref(NULL, E_WARNING, "%s must be %s, \"%s\" given", ZSTR_VAL(entry->name), range, ZSTR_VAL(value));
	return FAILURE;
}

static bool ini_in_range(zend_long number, const ini_range *range)
{
	return (number == 0 && range->zero_allowed) || (number >= range->min && number <= range->max);
}

/* A number, with PHP's usual suffixes K, M and G. */
static ZEND_INI_MH(ini_on_number)
{
	const ini_range *range = mh_arg3;
	zend_long *target = (zend_long *) ZEND_INI_GET_ADDR();
	zend_string *problem = NULL;
	zend_long number = zend_ini_parse_quantity(new_value, &problem);

	if (problem) {
		zend_string_release(problem);
		return ini_refuse(entry, new_value, range->text);
	}
	if (ZSTR_LEN(new_value) == 0 || !ini_in_range(number, range)) {
		return ini_refuse(entry, new_value, range->text);
	}
	*target = number;
	if (stage == ZEND_INI_STAGE_RUNTIME && EVLOOP_G(runtime) != NULL) {
		evloop_runtime_configure(EVLOOP_G(runtime));
	}
	return SUCCESS;
}

static ZEND_INI_MH(ini_on_deadlock)
{
	evloop_deadlock_mode *target = (evloop_deadlock_mode *) ZEND_INI_GET_ADDR();

	for (size_t i = 0; i < sizeof(deadlock_names) / sizeof(deadlock_names[0]); i++) {
		if (zend_string_equals_cstr(new_value, deadlock_names[i], strlen(deadlock_names[i]))) {
			*target = (evloop_deadlock_mode) i;
			return SUCCESS;
		}
	}
	/* php.ini turns an unquoted off into an empty string before we see it. */
	if (ZSTR_LEN(new_value) == 0) {
		*target = EVLOOP_DEADLOCK_OFF;
		return SUCCESS;
	}
	return ini_refuse(entry, new_value, "one of warn, throw, off");
}

#ifdef ZTS
#define INI_BASE ((void *) &evloop_globals_id)
#else
#define INI_BASE ((void *) &evloop_globals)
#endif
#define INI_FIELD(field) ((void *) XtOffsetOf(zend_evloop_globals, field))
#define INI_NUMBER(field, value)                                                                                       \
	ZEND_INI_ENTRY3(                                                                                                   \
		"evloop." #field, value, ZEND_INI_ALL, ini_on_number, INI_FIELD(field), INI_BASE, (void *) &field##_range)

PHP_INI_BEGIN()
	INI_NUMBER(io_budget, "64")
	INI_NUMBER(microtask_budget, "10000")
	INI_NUMBER(stack_size, "0")
	INI_NUMBER(max_coroutines, "0")
	INI_NUMBER(dns_cache_ttl, "30")
	INI_NUMBER(block_warn_ms, "0")
	ZEND_INI_ENTRY2("evloop.deadlock", "warn", ZEND_INI_ALL, ini_on_deadlock, INI_FIELD(deadlock), INI_BASE)
PHP_INI_END()

void evloop_globals_ctor(zend_evloop_globals *globals)
{
	memset(globals, 0, sizeof(*globals));
}

zend_result evloop_globals_minit(int module_number)
{
	return zend_register_ini_entries(ini_entries, module_number);
}

void evloop_globals_mshutdown(int module_number)
{
	zend_unregister_ini_entries(module_number);
}
