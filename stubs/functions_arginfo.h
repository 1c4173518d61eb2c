/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3929e6f308e0d064a259a3823cacd1652e270c10 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_run, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, main, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Evloop_async, 0, 1, Evloop\\Coroutine, 0)
	ZEND_ARG_TYPE_INFO(0, task, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_Evloop_detached arginfo_Evloop_async

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_await, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, awaitable, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, cancellation, Evloop\\Cancellation, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_delay, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, result, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_suspend, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_scope, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, supervise, _IS_BOOL, 0, "false")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, cancellation, Evloop\\Cancellation, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_timeout, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_shield, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, max, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_select, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, arms, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_gather, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, tasks, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, concurrency, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, returnExceptions, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_map, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, items, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, concurrency, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Evloop_wait, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, awaitables, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, for, Evloop\\WaitFor, 0, "Evloop\\WaitFor::All")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()


ZEND_FUNCTION(Evloop_run);
ZEND_FUNCTION(Evloop_async);
ZEND_FUNCTION(Evloop_detached);
ZEND_FUNCTION(Evloop_await);
ZEND_FUNCTION(Evloop_delay);
ZEND_FUNCTION(Evloop_suspend);
ZEND_FUNCTION(Evloop_scope);
ZEND_FUNCTION(Evloop_timeout);
ZEND_FUNCTION(Evloop_shield);
ZEND_FUNCTION(Evloop_select);
ZEND_FUNCTION(Evloop_gather);
ZEND_FUNCTION(Evloop_map);
ZEND_FUNCTION(Evloop_wait);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Evloop", run, Evloop_run, arginfo_Evloop_run)
	ZEND_NS_FALIAS("Evloop", async, Evloop_async, arginfo_Evloop_async)
	ZEND_NS_FALIAS("Evloop", detached, Evloop_detached, arginfo_Evloop_detached)
	ZEND_NS_FALIAS("Evloop", await, Evloop_await, arginfo_Evloop_await)
	ZEND_NS_FALIAS("Evloop", delay, Evloop_delay, arginfo_Evloop_delay)
	ZEND_NS_FALIAS("Evloop", suspend, Evloop_suspend, arginfo_Evloop_suspend)
	ZEND_NS_FALIAS("Evloop", scope, Evloop_scope, arginfo_Evloop_scope)
	ZEND_NS_FALIAS("Evloop", timeout, Evloop_timeout, arginfo_Evloop_timeout)
	ZEND_NS_FALIAS("Evloop", shield, Evloop_shield, arginfo_Evloop_shield)
	ZEND_NS_FALIAS("Evloop", select, Evloop_select, arginfo_Evloop_select)
	ZEND_NS_FALIAS("Evloop", gather, Evloop_gather, arginfo_Evloop_gather)
	ZEND_NS_FALIAS("Evloop", map, Evloop_map, arginfo_Evloop_map)
	ZEND_NS_FALIAS("Evloop", wait, Evloop_wait, arginfo_Evloop_wait)
	ZEND_FE_END
};
