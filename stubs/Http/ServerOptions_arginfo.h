/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c604d8101172940654fa2d620e5c7d49682f6438 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Http_ServerOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxTarget, IS_LONG, 0, "8192")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxHead, IS_LONG, 0, "65536")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxHeaders, IS_LONG, 0, "128")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxBody, IS_LONG, 0, "16777216")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxTrailers, IS_LONG, 0, "8192")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxPipelined, IS_LONG, 0, "64")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxConnections, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxInFlight, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headTimeout, IS_DOUBLE, 1, "15.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bodyTimeout, IS_DOUBLE, 1, "30.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, keepAliveTimeout, IS_DOUBLE, 1, "60.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxRequestsPerConnection, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, serverName, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Http_ServerOptions, __construct);


static const zend_function_entry class_Evloop_Http_ServerOptions_methods[] = {
	ZEND_ME(Evloop_Http_ServerOptions, __construct, arginfo_class_Evloop_Http_ServerOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Http_ServerOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop\\Http", "ServerOptions", class_Evloop_Http_ServerOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_maxTarget_default_value;
	ZVAL_UNDEF(&property_maxTarget_default_value);
	zend_string *property_maxTarget_name = zend_string_init("maxTarget", sizeof("maxTarget") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxTarget_name, &property_maxTarget_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxTarget_name);

	zval property_maxHead_default_value;
	ZVAL_UNDEF(&property_maxHead_default_value);
	zend_string *property_maxHead_name = zend_string_init("maxHead", sizeof("maxHead") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxHead_name, &property_maxHead_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxHead_name);

	zval property_maxHeaders_default_value;
	ZVAL_UNDEF(&property_maxHeaders_default_value);
	zend_string *property_maxHeaders_name = zend_string_init("maxHeaders", sizeof("maxHeaders") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxHeaders_name, &property_maxHeaders_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxHeaders_name);

	zval property_maxBody_default_value;
	ZVAL_UNDEF(&property_maxBody_default_value);
	zend_string *property_maxBody_name = zend_string_init("maxBody", sizeof("maxBody") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxBody_name, &property_maxBody_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxBody_name);

	zval property_maxTrailers_default_value;
	ZVAL_UNDEF(&property_maxTrailers_default_value);
	zend_string *property_maxTrailers_name = zend_string_init("maxTrailers", sizeof("maxTrailers") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxTrailers_name, &property_maxTrailers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxTrailers_name);

	zval property_maxPipelined_default_value;
	ZVAL_UNDEF(&property_maxPipelined_default_value);
	zend_string *property_maxPipelined_name = zend_string_init("maxPipelined", sizeof("maxPipelined") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxPipelined_name, &property_maxPipelined_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxPipelined_name);

	zval property_maxConnections_default_value;
	ZVAL_UNDEF(&property_maxConnections_default_value);
	zend_string *property_maxConnections_name = zend_string_init("maxConnections", sizeof("maxConnections") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxConnections_name, &property_maxConnections_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_maxConnections_name);

	zval property_maxInFlight_default_value;
	ZVAL_UNDEF(&property_maxInFlight_default_value);
	zend_string *property_maxInFlight_name = zend_string_init("maxInFlight", sizeof("maxInFlight") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxInFlight_name, &property_maxInFlight_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_maxInFlight_name);

	zval property_headTimeout_default_value;
	ZVAL_UNDEF(&property_headTimeout_default_value);
	zend_string *property_headTimeout_name = zend_string_init("headTimeout", sizeof("headTimeout") - 1, 1);
	zend_declare_typed_property(class_entry, property_headTimeout_name, &property_headTimeout_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_headTimeout_name);

	zval property_bodyTimeout_default_value;
	ZVAL_UNDEF(&property_bodyTimeout_default_value);
	zend_string *property_bodyTimeout_name = zend_string_init("bodyTimeout", sizeof("bodyTimeout") - 1, 1);
	zend_declare_typed_property(class_entry, property_bodyTimeout_name, &property_bodyTimeout_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_bodyTimeout_name);

	zval property_keepAliveTimeout_default_value;
	ZVAL_UNDEF(&property_keepAliveTimeout_default_value);
	zend_string *property_keepAliveTimeout_name = zend_string_init("keepAliveTimeout", sizeof("keepAliveTimeout") - 1, 1);
	zend_declare_typed_property(class_entry, property_keepAliveTimeout_name, &property_keepAliveTimeout_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_keepAliveTimeout_name);

	zval property_maxRequestsPerConnection_default_value;
	ZVAL_UNDEF(&property_maxRequestsPerConnection_default_value);
	zend_string *property_maxRequestsPerConnection_name = zend_string_init("maxRequestsPerConnection", sizeof("maxRequestsPerConnection") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxRequestsPerConnection_name, &property_maxRequestsPerConnection_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_maxRequestsPerConnection_name);

	zval property_serverName_default_value;
	ZVAL_UNDEF(&property_serverName_default_value);
	zend_string *property_serverName_name = zend_string_init("serverName", sizeof("serverName") - 1, 1);
	zend_declare_typed_property(class_entry, property_serverName_name, &property_serverName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_serverName_name);

	return class_entry;
}
