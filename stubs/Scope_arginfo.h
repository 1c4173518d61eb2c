/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: cb1de71846eac396edfb0ca28fcd9cd9f9ec2c59 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Scope___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Scope_async, 0, 1, Evloop\\Coroutine, 0)
	ZEND_ARG_TYPE_INFO(0, task, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Scope_cancel, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, reason, Throwable, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Scope_isCancelled, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Scope_deadline, 0, 0, IS_DOUBLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Scope_current, 0, 0, Evloop\\Scope, 1)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Scope, __construct);
ZEND_METHOD(Evloop_Scope, async);
ZEND_METHOD(Evloop_Scope, cancel);
ZEND_METHOD(Evloop_Scope, isCancelled);
ZEND_METHOD(Evloop_Scope, deadline);
ZEND_METHOD(Evloop_Scope, current);


static const zend_function_entry class_Evloop_Scope_methods[] = {
	ZEND_ME(Evloop_Scope, __construct, arginfo_class_Evloop_Scope___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Scope, async, arginfo_class_Evloop_Scope_async, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Scope, cancel, arginfo_class_Evloop_Scope_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Scope, isCancelled, arginfo_class_Evloop_Scope_isCancelled, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Scope, deadline, arginfo_class_Evloop_Scope_deadline, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Scope, current, arginfo_class_Evloop_Scope_current, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Scope(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Scope", class_Evloop_Scope_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
