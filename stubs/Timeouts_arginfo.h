/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f2f3634e258e459d48c2b2e9ec554e680db0c4d0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Timeouts___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, connect, IS_DOUBLE, 1, "10.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, handshake, IS_DOUBLE, 1, "15.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, read, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, write, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, idle, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, total, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Timeouts, __construct);


static const zend_function_entry class_Evloop_Timeouts_methods[] = {
	ZEND_ME(Evloop_Timeouts, __construct, arginfo_class_Evloop_Timeouts___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Timeouts(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Timeouts", class_Evloop_Timeouts_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_connect_default_value;
	ZVAL_UNDEF(&property_connect_default_value);
	zend_string *property_connect_name = zend_string_init("connect", sizeof("connect") - 1, 1);
	zend_declare_typed_property(class_entry, property_connect_name, &property_connect_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_connect_name);

	zval property_handshake_default_value;
	ZVAL_UNDEF(&property_handshake_default_value);
	zend_string *property_handshake_name = zend_string_init("handshake", sizeof("handshake") - 1, 1);
	zend_declare_typed_property(class_entry, property_handshake_name, &property_handshake_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_handshake_name);

	zval property_read_default_value;
	ZVAL_UNDEF(&property_read_default_value);
	zend_string *property_read_name = zend_string_init("read", sizeof("read") - 1, 1);
	zend_declare_typed_property(class_entry, property_read_name, &property_read_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_read_name);

	zval property_write_default_value;
	ZVAL_UNDEF(&property_write_default_value);
	zend_string *property_write_name = zend_string_init("write", sizeof("write") - 1, 1);
	zend_declare_typed_property(class_entry, property_write_name, &property_write_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_write_name);

	zval property_idle_default_value;
	ZVAL_UNDEF(&property_idle_default_value);
	zend_string *property_idle_name = zend_string_init("idle", sizeof("idle") - 1, 1);
	zend_declare_typed_property(class_entry, property_idle_name, &property_idle_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_idle_name);

	zval property_total_default_value;
	ZVAL_UNDEF(&property_total_default_value);
	zend_string *property_total_name = zend_string_init("total", sizeof("total") - 1, 1);
	zend_declare_typed_property(class_entry, property_total_name, &property_total_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_total_name);

	return class_entry;
}
