/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 26272312a4fd8cf1dbeabfae79ccc737979e282c */

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Mutex_acquire, 0, 0, Evloop\\Permit, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Mutex_tryAcquire, 0, 0, Evloop\\Permit, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Mutex_synchronized, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Mutex_isLocked, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Mutex, acquire);
ZEND_METHOD(Evloop_Mutex, tryAcquire);
ZEND_METHOD(Evloop_Mutex, synchronized);
ZEND_METHOD(Evloop_Mutex, isLocked);


static const zend_function_entry class_Evloop_Mutex_methods[] = {
	ZEND_ME(Evloop_Mutex, acquire, arginfo_class_Evloop_Mutex_acquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Mutex, tryAcquire, arginfo_class_Evloop_Mutex_tryAcquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Mutex, synchronized, arginfo_class_Evloop_Mutex_synchronized, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Mutex, isLocked, arginfo_class_Evloop_Mutex_isLocked, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Mutex(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Mutex", class_Evloop_Mutex_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
