/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d142be8b0037afcfc27ca139565472a92bb009af */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Settled___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Settled, __construct);


static const zend_function_entry class_Evloop_Settled_methods[] = {
	ZEND_ME(Evloop_Settled, __construct, arginfo_class_Evloop_Settled___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Settled(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Settled", class_Evloop_Settled_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_state_class_Evloop_PromiseState = zend_string_init("Evloop\\PromiseState", sizeof("Evloop\\PromiseState")-1, 1);
	zval property_state_default_value;
	ZVAL_UNDEF(&property_state_default_value);
	zend_string *property_state_name = zend_string_init("state", sizeof("state") - 1, 1);
	zend_declare_typed_property(class_entry, property_state_name, &property_state_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_state_class_Evloop_PromiseState, 0, 0));
	zend_string_release(property_state_name);

	zval property_value_default_value;
	ZVAL_UNDEF(&property_value_default_value);
	zend_string *property_value_name = zend_string_init("value", sizeof("value") - 1, 1);
	zend_declare_typed_property(class_entry, property_value_name, &property_value_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ANY));
	zend_string_release(property_value_name);

	zend_string *property_reason_class_Throwable = zend_string_init("Throwable", sizeof("Throwable")-1, 1);
	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_reason_class_Throwable, 0, MAY_BE_NULL));
	zend_string_release(property_reason_name);

	return class_entry;
}
