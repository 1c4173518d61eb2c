/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b44a95f6485785cfb3dc81c4f0da7067bc8ad334 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Promise___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, executor, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onCancel, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_then, 0, 0, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onFulfilled, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onRejected, IS_CALLABLE, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, ignored, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_catch, 0, 1, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO(0, onRejected, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_finally, 0, 1, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO(0, onFinally, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Promise_cancel, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, reason, Throwable, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Promise_onCancel, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Promise_await, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, cancellation, Evloop\\Cancellation, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Promise_ignore, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_state, 0, 0, Evloop\\PromiseState, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_resolve, 0, 0, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_reject, 0, 1, Evloop\\Promise, 0)
	ZEND_ARG_OBJ_INFO(0, reason, Throwable, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_all, 0, 1, Evloop\\Promise, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, promises, Traversable, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Promise_any arginfo_class_Evloop_Promise_all

#define arginfo_class_Evloop_Promise_race arginfo_class_Evloop_Promise_all

#define arginfo_class_Evloop_Promise_allSettled arginfo_class_Evloop_Promise_all

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_try, 0, 1, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO(0, task, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_timeout, 0, 2, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO(0, executor, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Promise_retry, 0, 2, Evloop\\Promise, 0)
	ZEND_ARG_TYPE_INFO(0, task, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO(0, retries, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, delay, IS_DOUBLE, 0, "0.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, backoff, IS_DOUBLE, 0, "1.0")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Promise, __construct);
ZEND_METHOD(Evloop_Promise, then);
ZEND_METHOD(Evloop_Promise, catch);
ZEND_METHOD(Evloop_Promise, finally);
ZEND_METHOD(Evloop_Promise, cancel);
ZEND_METHOD(Evloop_Promise, onCancel);
ZEND_METHOD(Evloop_Promise, await);
ZEND_METHOD(Evloop_Promise, ignore);
ZEND_METHOD(Evloop_Promise, state);
ZEND_METHOD(Evloop_Promise, resolve);
ZEND_METHOD(Evloop_Promise, reject);
ZEND_METHOD(Evloop_Promise, all);
ZEND_METHOD(Evloop_Promise, any);
ZEND_METHOD(Evloop_Promise, race);
ZEND_METHOD(Evloop_Promise, allSettled);
ZEND_METHOD(Evloop_Promise, try);
ZEND_METHOD(Evloop_Promise, timeout);
ZEND_METHOD(Evloop_Promise, retry);


static const zend_function_entry class_Evloop_PromiseState_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_Promise_methods[] = {
	ZEND_ME(Evloop_Promise, __construct, arginfo_class_Evloop_Promise___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, then, arginfo_class_Evloop_Promise_then, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, catch, arginfo_class_Evloop_Promise_catch, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, finally, arginfo_class_Evloop_Promise_finally, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, cancel, arginfo_class_Evloop_Promise_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, onCancel, arginfo_class_Evloop_Promise_onCancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, await, arginfo_class_Evloop_Promise_await, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, ignore, arginfo_class_Evloop_Promise_ignore, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, state, arginfo_class_Evloop_Promise_state, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Promise, resolve, arginfo_class_Evloop_Promise_resolve, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, reject, arginfo_class_Evloop_Promise_reject, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, all, arginfo_class_Evloop_Promise_all, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, any, arginfo_class_Evloop_Promise_any, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, race, arginfo_class_Evloop_Promise_race, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, allSettled, arginfo_class_Evloop_Promise_allSettled, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, try, arginfo_class_Evloop_Promise_try, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, timeout, arginfo_class_Evloop_Promise_timeout, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Promise, retry, arginfo_class_Evloop_Promise_retry, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_PromiseState(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\PromiseState", IS_UNDEF, class_Evloop_PromiseState_methods);

	zend_enum_add_case_cstr(class_entry, "Pending", NULL);

	zend_enum_add_case_cstr(class_entry, "Fulfilled", NULL);

	zend_enum_add_case_cstr(class_entry, "Rejected", NULL);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_Promise(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Promise", class_Evloop_Promise_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
