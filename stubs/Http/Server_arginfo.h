/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c175969d3c91fc5f1e57b4d23542b578a0f8ed36 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Http_Server___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, handler, IS_CALLABLE, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\Http\\ServerOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Server_listen, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, uri, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ListenOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Server_localAddresses, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Server_close, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, grace, IS_DOUBLE, 0, "30.0")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Http_Server_stats arginfo_class_Evloop_Http_Server_localAddresses


ZEND_METHOD(Evloop_Http_Server, __construct);
ZEND_METHOD(Evloop_Http_Server, listen);
ZEND_METHOD(Evloop_Http_Server, localAddresses);
ZEND_METHOD(Evloop_Http_Server, close);
ZEND_METHOD(Evloop_Http_Server, stats);


static const zend_function_entry class_Evloop_Http_Server_methods[] = {
	ZEND_ME(Evloop_Http_Server, __construct, arginfo_class_Evloop_Http_Server___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Server, listen, arginfo_class_Evloop_Http_Server_listen, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Server, localAddresses, arginfo_class_Evloop_Http_Server_localAddresses, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Server, close, arginfo_class_Evloop_Http_Server_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Server, stats, arginfo_class_Evloop_Http_Server_stats, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Http_Server(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop\\Http", "Server", class_Evloop_Http_Server_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
