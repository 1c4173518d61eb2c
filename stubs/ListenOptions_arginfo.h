/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7ee177bcb1ff6a77f76da7cb6575a733f98ee896 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_ListenOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, backlog, IS_LONG, 0, "511")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reusePort, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ipv6Only, _IS_BOOL, 0, "false")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, tls, Evloop\\TlsOptions, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxConnections, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, unixMode, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, noDelay, _IS_BOOL, 0, "true")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, timeouts, Evloop\\Timeouts, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, stream, Evloop\\StreamOptions, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_ListenOptions, __construct);


static const zend_function_entry class_Evloop_ListenOptions_methods[] = {
	ZEND_ME(Evloop_ListenOptions, __construct, arginfo_class_Evloop_ListenOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_ListenOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ListenOptions", class_Evloop_ListenOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_backlog_default_value;
	ZVAL_UNDEF(&property_backlog_default_value);
	zend_string *property_backlog_name = zend_string_init("backlog", sizeof("backlog") - 1, 1);
	zend_declare_typed_property(class_entry, property_backlog_name, &property_backlog_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_backlog_name);

	zval property_reusePort_default_value;
	ZVAL_UNDEF(&property_reusePort_default_value);
	zend_string *property_reusePort_name = zend_string_init("reusePort", sizeof("reusePort") - 1, 1);
	zend_declare_typed_property(class_entry, property_reusePort_name, &property_reusePort_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_reusePort_name);

	zval property_ipv6Only_default_value;
	ZVAL_UNDEF(&property_ipv6Only_default_value);
	zend_string *property_ipv6Only_name = zend_string_init("ipv6Only", sizeof("ipv6Only") - 1, 1);
	zend_declare_typed_property(class_entry, property_ipv6Only_name, &property_ipv6Only_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_ipv6Only_name);

	zend_string *property_tls_class_Evloop_TlsOptions = zend_string_init("Evloop\\TlsOptions", sizeof("Evloop\\TlsOptions")-1, 1);
	zval property_tls_default_value;
	ZVAL_UNDEF(&property_tls_default_value);
	zend_string *property_tls_name = zend_string_init("tls", sizeof("tls") - 1, 1);
	zend_declare_typed_property(class_entry, property_tls_name, &property_tls_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_tls_class_Evloop_TlsOptions, 0, MAY_BE_NULL));
	zend_string_release(property_tls_name);

	zval property_maxConnections_default_value;
	ZVAL_UNDEF(&property_maxConnections_default_value);
	zend_string *property_maxConnections_name = zend_string_init("maxConnections", sizeof("maxConnections") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxConnections_name, &property_maxConnections_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_maxConnections_name);

	zval property_unixMode_default_value;
	ZVAL_UNDEF(&property_unixMode_default_value);
	zend_string *property_unixMode_name = zend_string_init("unixMode", sizeof("unixMode") - 1, 1);
	zend_declare_typed_property(class_entry, property_unixMode_name, &property_unixMode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_unixMode_name);

	zval property_noDelay_default_value;
	ZVAL_UNDEF(&property_noDelay_default_value);
	zend_string *property_noDelay_name = zend_string_init("noDelay", sizeof("noDelay") - 1, 1);
	zend_declare_typed_property(class_entry, property_noDelay_name, &property_noDelay_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_noDelay_name);

	zend_string *property_timeouts_class_Evloop_Timeouts = zend_string_init("Evloop\\Timeouts", sizeof("Evloop\\Timeouts")-1, 1);
	zval property_timeouts_default_value;
	ZVAL_UNDEF(&property_timeouts_default_value);
	zend_string *property_timeouts_name = zend_string_init("timeouts", sizeof("timeouts") - 1, 1);
	zend_declare_typed_property(class_entry, property_timeouts_name, &property_timeouts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_timeouts_class_Evloop_Timeouts, 0, MAY_BE_NULL));
	zend_string_release(property_timeouts_name);

	zend_string *property_stream_class_Evloop_StreamOptions = zend_string_init("Evloop\\StreamOptions", sizeof("Evloop\\StreamOptions")-1, 1);
	zval property_stream_default_value;
	ZVAL_UNDEF(&property_stream_default_value);
	zend_string *property_stream_name = zend_string_init("stream", sizeof("stream") - 1, 1);
	zend_declare_typed_property(class_entry, property_stream_name, &property_stream_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_stream_class_Evloop_StreamOptions, 0, MAY_BE_NULL));
	zend_string_release(property_stream_name);

	return class_entry;
}
