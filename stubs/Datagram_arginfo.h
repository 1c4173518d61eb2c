/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: cb0ffce002aa4a173a20f46eeabbcfc1f07402c0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Datagram___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Datagram, __construct);


static const zend_function_entry class_Evloop_Datagram_methods[] = {
	ZEND_ME(Evloop_Datagram, __construct, arginfo_class_Evloop_Datagram___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Datagram(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Datagram", class_Evloop_Datagram_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_data_default_value;
	ZVAL_UNDEF(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_typed_property(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_data_name);

	zval property_address_default_value;
	ZVAL_UNDEF(&property_address_default_value);
	zend_string *property_address_name = zend_string_init("address", sizeof("address") - 1, 1);
	zend_declare_typed_property(class_entry, property_address_name, &property_address_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_address_name);

	zval property_truncated_default_value;
	ZVAL_UNDEF(&property_truncated_default_value);
	zend_string *property_truncated_name = zend_string_init("truncated", sizeof("truncated") - 1, 1);
	zend_declare_typed_property(class_entry, property_truncated_name, &property_truncated_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_truncated_name);

	return class_entry;
}
