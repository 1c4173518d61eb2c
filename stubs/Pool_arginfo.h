/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 21a877f66caa3254ad20eed49b110de452664fb6 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Pool___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, create, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, max, IS_LONG, 0, "10")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, min, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, idleTimeout, IS_DOUBLE, 1, "60.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, check, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, destroy, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Pool_use, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Pool_acquire, 0, 0, IS_OBJECT, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Pool_release, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, resource, IS_OBJECT, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Pool_discard arginfo_class_Evloop_Pool_release

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Pool_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Pool_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Pool, __construct);
ZEND_METHOD(Evloop_Pool, use);
ZEND_METHOD(Evloop_Pool, acquire);
ZEND_METHOD(Evloop_Pool, release);
ZEND_METHOD(Evloop_Pool, discard);
ZEND_METHOD(Evloop_Pool, close);
ZEND_METHOD(Evloop_Pool, stats);


static const zend_function_entry class_Evloop_Pool_methods[] = {
	ZEND_ME(Evloop_Pool, __construct, arginfo_class_Evloop_Pool___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, use, arginfo_class_Evloop_Pool_use, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, acquire, arginfo_class_Evloop_Pool_acquire, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, release, arginfo_class_Evloop_Pool_release, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, discard, arginfo_class_Evloop_Pool_discard, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, close, arginfo_class_Evloop_Pool_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Pool, stats, arginfo_class_Evloop_Pool_stats, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Pool(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Pool", class_Evloop_Pool_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
