/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: ef310c4aa360bba0eb148e7d9ee6f178301a41f8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Semaphore___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, permits, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Semaphore_acquire, 0, 0, Evloop\\Permit, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Semaphore_tryAcquire, 0, 0, Evloop\\Permit, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Semaphore_withPermit, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Semaphore_available, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Semaphore, __construct);
ZEND_METHOD(Evloop_Semaphore, acquire);
ZEND_METHOD(Evloop_Semaphore, tryAcquire);
ZEND_METHOD(Evloop_Semaphore, withPermit);
ZEND_METHOD(Evloop_Semaphore, available);


static const zend_function_entry class_Evloop_Semaphore_methods[] = {
	ZEND_ME(Evloop_Semaphore, __construct, arginfo_class_Evloop_Semaphore___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Semaphore, acquire, arginfo_class_Evloop_Semaphore_acquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Semaphore, tryAcquire, arginfo_class_Evloop_Semaphore_tryAcquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Semaphore, withPermit, arginfo_class_Evloop_Semaphore_withPermit, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Semaphore, available, arginfo_class_Evloop_Semaphore_available, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Semaphore(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Semaphore", class_Evloop_Semaphore_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
