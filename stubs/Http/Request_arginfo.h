/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 811295cd2b795817838199b5806afccc451d7eca */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Http_Request___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Request_header, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Http_Request_body, 0, 0, Evloop\\ReadableStream, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Request_text, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Request_json, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, associative, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_Request_form, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Http_Request_cookies arginfo_class_Evloop_Http_Request_form

#define arginfo_class_Evloop_Http_Request_query arginfo_class_Evloop_Http_Request_form

#define arginfo_class_Evloop_Http_Request_trailers arginfo_class_Evloop_Http_Request_form


ZEND_METHOD(Evloop_Http_Request, __construct);
ZEND_METHOD(Evloop_Http_Request, header);
ZEND_METHOD(Evloop_Http_Request, body);
ZEND_METHOD(Evloop_Http_Request, text);
ZEND_METHOD(Evloop_Http_Request, json);
ZEND_METHOD(Evloop_Http_Request, form);
ZEND_METHOD(Evloop_Http_Request, cookies);
ZEND_METHOD(Evloop_Http_Request, query);
ZEND_METHOD(Evloop_Http_Request, trailers);


static const zend_function_entry class_Evloop_Http_Request_methods[] = {
	ZEND_ME(Evloop_Http_Request, __construct, arginfo_class_Evloop_Http_Request___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Http_Request, header, arginfo_class_Evloop_Http_Request_header, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, body, arginfo_class_Evloop_Http_Request_body, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, text, arginfo_class_Evloop_Http_Request_text, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, json, arginfo_class_Evloop_Http_Request_json, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, form, arginfo_class_Evloop_Http_Request_form, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, cookies, arginfo_class_Evloop_Http_Request_cookies, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, query, arginfo_class_Evloop_Http_Request_query, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_Request, trailers, arginfo_class_Evloop_Http_Request_trailers, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Http_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop\\Http", "Request", class_Evloop_Http_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_method_default_value;
	ZVAL_UNDEF(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_target_default_value;
	ZVAL_UNDEF(&property_target_default_value);
	zend_string *property_target_name = zend_string_init("target", sizeof("target") - 1, 1);
	zend_declare_typed_property(class_entry, property_target_name, &property_target_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_target_name);

	zval property_path_default_value;
	ZVAL_UNDEF(&property_path_default_value);
	zend_string *property_path_name = zend_string_init("path", sizeof("path") - 1, 1);
	zend_declare_typed_property(class_entry, property_path_name, &property_path_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_path_name);

	zval property_query_default_value;
	ZVAL_UNDEF(&property_query_default_value);
	zend_string *property_query_name = zend_string_init("query", sizeof("query") - 1, 1);
	zend_declare_typed_property(class_entry, property_query_name, &property_query_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_query_name);

	zval property_version_default_value;
	ZVAL_UNDEF(&property_version_default_value);
	zend_string *property_version_name = zend_string_init("version", sizeof("version") - 1, 1);
	zend_declare_typed_property(class_entry, property_version_name, &property_version_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_version_name);

	zval property_remoteAddress_default_value;
	ZVAL_UNDEF(&property_remoteAddress_default_value);
	zend_string *property_remoteAddress_name = zend_string_init("remoteAddress", sizeof("remoteAddress") - 1, 1);
	zend_declare_typed_property(class_entry, property_remoteAddress_name, &property_remoteAddress_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_remoteAddress_name);

	zval property_headers_default_value;
	ZVAL_UNDEF(&property_headers_default_value);
	zend_string *property_headers_name = zend_string_init("headers", sizeof("headers") - 1, 1);
	zend_declare_typed_property(class_entry, property_headers_name, &property_headers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_headers_name);

	return class_entry;
}
