/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5e10c84682f25234f5f756969c7ede754dfce4e8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_StreamOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, readBuffer, IS_LONG, 0, "65536")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, highWaterMark, IS_LONG, 0, "1048576")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_StreamOptions, __construct);


static const zend_function_entry class_Evloop_StreamOptions_methods[] = {
	ZEND_ME(Evloop_StreamOptions, __construct, arginfo_class_Evloop_StreamOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_StreamOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "StreamOptions", class_Evloop_StreamOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_readBuffer_default_value;
	ZVAL_UNDEF(&property_readBuffer_default_value);
	zend_string *property_readBuffer_name = zend_string_init("readBuffer", sizeof("readBuffer") - 1, 1);
	zend_declare_typed_property(class_entry, property_readBuffer_name, &property_readBuffer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_readBuffer_name);

	zval property_highWaterMark_default_value;
	ZVAL_UNDEF(&property_highWaterMark_default_value);
	zend_string *property_highWaterMark_name = zend_string_init("highWaterMark", sizeof("highWaterMark") - 1, 1);
	zend_declare_typed_property(class_entry, property_highWaterMark_name, &property_highWaterMark_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_highWaterMark_name);

	return class_entry;
}
