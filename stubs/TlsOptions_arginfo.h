/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 18e51735b00d3fdc755d71452058121b98d0277a */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_TlsOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, verify_peer, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, verify_peer_name, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, peer_name, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allow_self_signed, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cafile, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capath, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, local_cert, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, local_pk, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, passphrase, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ciphers, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, min_proto_version, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, alpn_protocols, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, SNI_server_certs, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capture_peer_cert, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, verify_depth, IS_LONG, 0, "9")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_TlsOptions, __construct);


static const zend_function_entry class_Evloop_TlsOptions_methods[] = {
	ZEND_ME(Evloop_TlsOptions, __construct, arginfo_class_Evloop_TlsOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_TlsOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "TlsOptions", class_Evloop_TlsOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_verify_peer_default_value;
	ZVAL_UNDEF(&property_verify_peer_default_value);
	zend_string *property_verify_peer_name = zend_string_init("verify_peer", sizeof("verify_peer") - 1, 1);
	zend_declare_typed_property(class_entry, property_verify_peer_name, &property_verify_peer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_verify_peer_name);

	zval property_verify_peer_name_default_value;
	ZVAL_UNDEF(&property_verify_peer_name_default_value);
	zend_string *property_verify_peer_name_name = zend_string_init("verify_peer_name", sizeof("verify_peer_name") - 1, 1);
	zend_declare_typed_property(class_entry, property_verify_peer_name_name, &property_verify_peer_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_verify_peer_name_name);

	zval property_peer_name_default_value;
	ZVAL_UNDEF(&property_peer_name_default_value);
	zend_string *property_peer_name_name = zend_string_init("peer_name", sizeof("peer_name") - 1, 1);
	zend_declare_typed_property(class_entry, property_peer_name_name, &property_peer_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_peer_name_name);

	zval property_allow_self_signed_default_value;
	ZVAL_UNDEF(&property_allow_self_signed_default_value);
	zend_string *property_allow_self_signed_name = zend_string_init("allow_self_signed", sizeof("allow_self_signed") - 1, 1);
	zend_declare_typed_property(class_entry, property_allow_self_signed_name, &property_allow_self_signed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_allow_self_signed_name);

	zval property_cafile_default_value;
	ZVAL_UNDEF(&property_cafile_default_value);
	zend_string *property_cafile_name = zend_string_init("cafile", sizeof("cafile") - 1, 1);
	zend_declare_typed_property(class_entry, property_cafile_name, &property_cafile_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_cafile_name);

	zval property_capath_default_value;
	ZVAL_UNDEF(&property_capath_default_value);
	zend_string *property_capath_name = zend_string_init("capath", sizeof("capath") - 1, 1);
	zend_declare_typed_property(class_entry, property_capath_name, &property_capath_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_capath_name);

	zval property_local_cert_default_value;
	ZVAL_UNDEF(&property_local_cert_default_value);
	zend_string *property_local_cert_name = zend_string_init("local_cert", sizeof("local_cert") - 1, 1);
	zend_declare_typed_property(class_entry, property_local_cert_name, &property_local_cert_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_local_cert_name);

	zval property_local_pk_default_value;
	ZVAL_UNDEF(&property_local_pk_default_value);
	zend_string *property_local_pk_name = zend_string_init("local_pk", sizeof("local_pk") - 1, 1);
	zend_declare_typed_property(class_entry, property_local_pk_name, &property_local_pk_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_local_pk_name);

	zval property_passphrase_default_value;
	ZVAL_UNDEF(&property_passphrase_default_value);
	zend_string *property_passphrase_name = zend_string_init("passphrase", sizeof("passphrase") - 1, 1);
	zend_declare_typed_property(class_entry, property_passphrase_name, &property_passphrase_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_passphrase_name);

	zval property_ciphers_default_value;
	ZVAL_UNDEF(&property_ciphers_default_value);
	zend_string *property_ciphers_name = zend_string_init("ciphers", sizeof("ciphers") - 1, 1);
	zend_declare_typed_property(class_entry, property_ciphers_name, &property_ciphers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_ciphers_name);

	zval property_min_proto_version_default_value;
	ZVAL_UNDEF(&property_min_proto_version_default_value);
	zend_string *property_min_proto_version_name = zend_string_init("min_proto_version", sizeof("min_proto_version") - 1, 1);
	zend_declare_typed_property(class_entry, property_min_proto_version_name, &property_min_proto_version_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_min_proto_version_name);

	zval property_alpn_protocols_default_value;
	ZVAL_UNDEF(&property_alpn_protocols_default_value);
	zend_string *property_alpn_protocols_name = zend_string_init("alpn_protocols", sizeof("alpn_protocols") - 1, 1);
	zend_declare_typed_property(class_entry, property_alpn_protocols_name, &property_alpn_protocols_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_alpn_protocols_name);

	zval property_SNI_server_certs_default_value;
	ZVAL_UNDEF(&property_SNI_server_certs_default_value);
	zend_string *property_SNI_server_certs_name = zend_string_init("SNI_server_certs", sizeof("SNI_server_certs") - 1, 1);
	zend_declare_typed_property(class_entry, property_SNI_server_certs_name, &property_SNI_server_certs_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_SNI_server_certs_name);

	zval property_capture_peer_cert_default_value;
	ZVAL_UNDEF(&property_capture_peer_cert_default_value);
	zend_string *property_capture_peer_cert_name = zend_string_init("capture_peer_cert", sizeof("capture_peer_cert") - 1, 1);
	zend_declare_typed_property(class_entry, property_capture_peer_cert_name, &property_capture_peer_cert_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_capture_peer_cert_name);

	zval property_verify_depth_default_value;
	ZVAL_UNDEF(&property_verify_depth_default_value);
	zend_string *property_verify_depth_name = zend_string_init("verify_depth", sizeof("verify_depth") - 1, 1);
	zend_declare_typed_property(class_entry, property_verify_depth_name, &property_verify_depth_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_verify_depth_name);


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 8, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
