/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: bcde64781ad417eaeeabdff70eed7bff256e6c0a */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Barrier___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, parties, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Barrier_arrive, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Barrier, __construct);
ZEND_METHOD(Evloop_Barrier, arrive);


static const zend_function_entry class_Evloop_Barrier_methods[] = {
	ZEND_ME(Evloop_Barrier, __construct, arginfo_class_Evloop_Barrier___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Barrier, arrive, arginfo_class_Evloop_Barrier_arrive, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Barrier(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Barrier", class_Evloop_Barrier_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
