/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 10113908f835df1e04dcb1efab0917025dcb65e6 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_TlsInfo___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_TlsInfo, __construct);


static const zend_function_entry class_Evloop_TlsInfo_methods[] = {
	ZEND_ME(Evloop_TlsInfo, __construct, arginfo_class_Evloop_TlsInfo___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_TlsInfo(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "TlsInfo", class_Evloop_TlsInfo_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_protocol_default_value;
	ZVAL_UNDEF(&property_protocol_default_value);
	zend_string *property_protocol_name = zend_string_init("protocol", sizeof("protocol") - 1, 1);
	zend_declare_typed_property(class_entry, property_protocol_name, &property_protocol_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_protocol_name);

	zval property_cipher_default_value;
	ZVAL_UNDEF(&property_cipher_default_value);
	zend_string *property_cipher_name = zend_string_init("cipher", sizeof("cipher") - 1, 1);
	zend_declare_typed_property(class_entry, property_cipher_name, &property_cipher_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_cipher_name);

	zval property_alpn_default_value;
	ZVAL_UNDEF(&property_alpn_default_value);
	zend_string *property_alpn_name = zend_string_init("alpn", sizeof("alpn") - 1, 1);
	zend_declare_typed_property(class_entry, property_alpn_name, &property_alpn_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_alpn_name);

	zval property_serverName_default_value;
	ZVAL_UNDEF(&property_serverName_default_value);
	zend_string *property_serverName_name = zend_string_init("serverName", sizeof("serverName") - 1, 1);
	zend_declare_typed_property(class_entry, property_serverName_name, &property_serverName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_serverName_name);

	zval property_peerCertificate_default_value;
	ZVAL_UNDEF(&property_peerCertificate_default_value);
	zend_string *property_peerCertificate_name = zend_string_init("peerCertificate", sizeof("peerCertificate") - 1, 1);
	zend_declare_typed_property(class_entry, property_peerCertificate_name, &property_peerCertificate_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_peerCertificate_name);

	zval property_resumed_default_value;
	ZVAL_UNDEF(&property_resumed_default_value);
	zend_string *property_resumed_name = zend_string_init("resumed", sizeof("resumed") - 1, 1);
	zend_declare_typed_property(class_entry, property_resumed_name, &property_resumed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_resumed_name);

	return class_entry;
}
