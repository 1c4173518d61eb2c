/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f82d8ed5e9f4a34d213241d07457610669b88c3a */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_DatagramOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reuseAddress, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reusePort, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, broadcast, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ipv6Only, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, multicastTtl, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, multicastLoop, _IS_BOOL, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, multicastInterface, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tos, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, receiveBuffer, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sendBuffer, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, queue, IS_LONG, 0, "1024")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxSize, IS_LONG, 0, "65536")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_DatagramOptions, __construct);


static const zend_function_entry class_Evloop_DatagramOptions_methods[] = {
	ZEND_ME(Evloop_DatagramOptions, __construct, arginfo_class_Evloop_DatagramOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_DatagramOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "DatagramOptions", class_Evloop_DatagramOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_reuseAddress_default_value;
	ZVAL_UNDEF(&property_reuseAddress_default_value);
	zend_string *property_reuseAddress_name = zend_string_init("reuseAddress", sizeof("reuseAddress") - 1, 1);
	zend_declare_typed_property(class_entry, property_reuseAddress_name, &property_reuseAddress_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_reuseAddress_name);

	zval property_reusePort_default_value;
	ZVAL_UNDEF(&property_reusePort_default_value);
	zend_string *property_reusePort_name = zend_string_init("reusePort", sizeof("reusePort") - 1, 1);
	zend_declare_typed_property(class_entry, property_reusePort_name, &property_reusePort_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_reusePort_name);

	zval property_broadcast_default_value;
	ZVAL_UNDEF(&property_broadcast_default_value);
	zend_string *property_broadcast_name = zend_string_init("broadcast", sizeof("broadcast") - 1, 1);
	zend_declare_typed_property(class_entry, property_broadcast_name, &property_broadcast_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_broadcast_name);

	zval property_ipv6Only_default_value;
	ZVAL_UNDEF(&property_ipv6Only_default_value);
	zend_string *property_ipv6Only_name = zend_string_init("ipv6Only", sizeof("ipv6Only") - 1, 1);
	zend_declare_typed_property(class_entry, property_ipv6Only_name, &property_ipv6Only_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_ipv6Only_name);

	zval property_ttl_default_value;
	ZVAL_UNDEF(&property_ttl_default_value);
	zend_string *property_ttl_name = zend_string_init("ttl", sizeof("ttl") - 1, 1);
	zend_declare_typed_property(class_entry, property_ttl_name, &property_ttl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_ttl_name);

	zval property_multicastTtl_default_value;
	ZVAL_UNDEF(&property_multicastTtl_default_value);
	zend_string *property_multicastTtl_name = zend_string_init("multicastTtl", sizeof("multicastTtl") - 1, 1);
	zend_declare_typed_property(class_entry, property_multicastTtl_name, &property_multicastTtl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_multicastTtl_name);

	zval property_multicastLoop_default_value;
	ZVAL_UNDEF(&property_multicastLoop_default_value);
	zend_string *property_multicastLoop_name = zend_string_init("multicastLoop", sizeof("multicastLoop") - 1, 1);
	zend_declare_typed_property(class_entry, property_multicastLoop_name, &property_multicastLoop_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL|MAY_BE_NULL));
	zend_string_release(property_multicastLoop_name);

	zval property_multicastInterface_default_value;
	ZVAL_UNDEF(&property_multicastInterface_default_value);
	zend_string *property_multicastInterface_name = zend_string_init("multicastInterface", sizeof("multicastInterface") - 1, 1);
	zend_declare_typed_property(class_entry, property_multicastInterface_name, &property_multicastInterface_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_multicastInterface_name);

	zval property_tos_default_value;
	ZVAL_UNDEF(&property_tos_default_value);
	zend_string *property_tos_name = zend_string_init("tos", sizeof("tos") - 1, 1);
	zend_declare_typed_property(class_entry, property_tos_name, &property_tos_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_tos_name);

	zval property_receiveBuffer_default_value;
	ZVAL_UNDEF(&property_receiveBuffer_default_value);
	zend_string *property_receiveBuffer_name = zend_string_init("receiveBuffer", sizeof("receiveBuffer") - 1, 1);
	zend_declare_typed_property(class_entry, property_receiveBuffer_name, &property_receiveBuffer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_receiveBuffer_name);

	zval property_sendBuffer_default_value;
	ZVAL_UNDEF(&property_sendBuffer_default_value);
	zend_string *property_sendBuffer_name = zend_string_init("sendBuffer", sizeof("sendBuffer") - 1, 1);
	zend_declare_typed_property(class_entry, property_sendBuffer_name, &property_sendBuffer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_sendBuffer_name);

	zval property_queue_default_value;
	ZVAL_UNDEF(&property_queue_default_value);
	zend_string *property_queue_name = zend_string_init("queue", sizeof("queue") - 1, 1);
	zend_declare_typed_property(class_entry, property_queue_name, &property_queue_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_queue_name);

	zval property_maxSize_default_value;
	ZVAL_UNDEF(&property_maxSize_default_value);
	zend_string *property_maxSize_name = zend_string_init("maxSize", sizeof("maxSize") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxSize_name, &property_maxSize_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxSize_name);

	return class_entry;
}
