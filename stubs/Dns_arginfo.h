/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: ef7fcc4566ad755e6f3d4aa71a12c4b378170959 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Dns___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Dns_resolve, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, family, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "10.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Dns_reverse, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ip, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "10.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Dns_flush, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Dns, __construct);
ZEND_METHOD(Evloop_Dns, resolve);
ZEND_METHOD(Evloop_Dns, reverse);
ZEND_METHOD(Evloop_Dns, flush);


static const zend_function_entry class_Evloop_Dns_methods[] = {
	ZEND_ME(Evloop_Dns, __construct, arginfo_class_Evloop_Dns___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Dns, resolve, arginfo_class_Evloop_Dns_resolve, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Dns, reverse, arginfo_class_Evloop_Dns_reverse, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Dns, flush, arginfo_class_Evloop_Dns_flush, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Dns(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Dns", class_Evloop_Dns_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
