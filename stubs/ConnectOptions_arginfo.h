/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5d75ddacc938bc6335d771261e1cfab3c63a6f03 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_ConnectOptions___construct, 0, 0, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, timeouts, Evloop\\Timeouts, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, tls, Evloop\\TlsOptions, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bindTo, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, noDelay, _IS_BOOL, 0, "true")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, stream, Evloop\\StreamOptions, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_ConnectOptions, __construct);


static const zend_function_entry class_Evloop_ConnectOptions_methods[] = {
	ZEND_ME(Evloop_ConnectOptions, __construct, arginfo_class_Evloop_ConnectOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_ConnectOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ConnectOptions", class_Evloop_ConnectOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_timeouts_class_Evloop_Timeouts = zend_string_init("Evloop\\Timeouts", sizeof("Evloop\\Timeouts")-1, 1);
	zval property_timeouts_default_value;
	ZVAL_UNDEF(&property_timeouts_default_value);
	zend_string *property_timeouts_name = zend_string_init("timeouts", sizeof("timeouts") - 1, 1);
	zend_declare_typed_property(class_entry, property_timeouts_name, &property_timeouts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_timeouts_class_Evloop_Timeouts, 0, MAY_BE_NULL));
	zend_string_release(property_timeouts_name);

	zend_string *property_tls_class_Evloop_TlsOptions = zend_string_init("Evloop\\TlsOptions", sizeof("Evloop\\TlsOptions")-1, 1);
	zval property_tls_default_value;
	ZVAL_UNDEF(&property_tls_default_value);
	zend_string *property_tls_name = zend_string_init("tls", sizeof("tls") - 1, 1);
	zend_declare_typed_property(class_entry, property_tls_name, &property_tls_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_tls_class_Evloop_TlsOptions, 0, MAY_BE_NULL));
	zend_string_release(property_tls_name);

	zval property_bindTo_default_value;
	ZVAL_UNDEF(&property_bindTo_default_value);
	zend_string *property_bindTo_name = zend_string_init("bindTo", sizeof("bindTo") - 1, 1);
	zend_declare_typed_property(class_entry, property_bindTo_name, &property_bindTo_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_bindTo_name);

	zval property_noDelay_default_value;
	ZVAL_UNDEF(&property_noDelay_default_value);
	zend_string *property_noDelay_name = zend_string_init("noDelay", sizeof("noDelay") - 1, 1);
	zend_declare_typed_property(class_entry, property_noDelay_name, &property_noDelay_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_noDelay_name);

	zend_string *property_stream_class_Evloop_StreamOptions = zend_string_init("Evloop\\StreamOptions", sizeof("Evloop\\StreamOptions")-1, 1);
	zval property_stream_default_value;
	ZVAL_UNDEF(&property_stream_default_value);
	zend_string *property_stream_name = zend_string_init("stream", sizeof("stream") - 1, 1);
	zend_declare_typed_property(class_entry, property_stream_name, &property_stream_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_stream_class_Evloop_StreamOptions, 0, MAY_BE_NULL));
	zend_string_release(property_stream_name);

	return class_entry;
}
