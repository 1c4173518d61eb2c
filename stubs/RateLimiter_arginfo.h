/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5b6aaf17aa2362f422c8371e21ff42ac1877f6a3 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_RateLimiter___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, perSecond, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, burst, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_RateLimiter_acquire, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tokens, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_RateLimiter_tryAcquire, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tokens, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_RateLimiter, __construct);
ZEND_METHOD(Evloop_RateLimiter, acquire);
ZEND_METHOD(Evloop_RateLimiter, tryAcquire);


static const zend_function_entry class_Evloop_RateLimiter_methods[] = {
	ZEND_ME(Evloop_RateLimiter, __construct, arginfo_class_Evloop_RateLimiter___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_RateLimiter, acquire, arginfo_class_Evloop_RateLimiter_acquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_RateLimiter, tryAcquire, arginfo_class_Evloop_RateLimiter_tryAcquire, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_RateLimiter(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "RateLimiter", class_Evloop_RateLimiter_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
