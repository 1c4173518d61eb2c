/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 9943a374d96741948d0943ac6ba0300b6956efe2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_FileStat___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_FileStat, __construct);


static const zend_function_entry class_Evloop_FileStat_methods[] = {
	ZEND_ME(Evloop_FileStat, __construct, arginfo_class_Evloop_FileStat___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileStat(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "FileStat", class_Evloop_FileStat_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_type_class_Evloop_FileType = zend_string_init("Evloop\\FileType", sizeof("Evloop\\FileType")-1, 1);
	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_type_class_Evloop_FileType, 0, 0));
	zend_string_release(property_type_name);

	zval property_size_default_value;
	ZVAL_UNDEF(&property_size_default_value);
	zend_string *property_size_name = zend_string_init("size", sizeof("size") - 1, 1);
	zend_declare_typed_property(class_entry, property_size_name, &property_size_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_size_name);

	zval property_mode_default_value;
	ZVAL_UNDEF(&property_mode_default_value);
	zend_string *property_mode_name = zend_string_init("mode", sizeof("mode") - 1, 1);
	zend_declare_typed_property(class_entry, property_mode_name, &property_mode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_mode_name);

	zval property_uid_default_value;
	ZVAL_UNDEF(&property_uid_default_value);
	zend_string *property_uid_name = zend_string_init("uid", sizeof("uid") - 1, 1);
	zend_declare_typed_property(class_entry, property_uid_name, &property_uid_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_uid_name);

	zval property_gid_default_value;
	ZVAL_UNDEF(&property_gid_default_value);
	zend_string *property_gid_name = zend_string_init("gid", sizeof("gid") - 1, 1);
	zend_declare_typed_property(class_entry, property_gid_name, &property_gid_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_gid_name);

	zval property_inode_default_value;
	ZVAL_UNDEF(&property_inode_default_value);
	zend_string *property_inode_name = zend_string_init("inode", sizeof("inode") - 1, 1);
	zend_declare_typed_property(class_entry, property_inode_name, &property_inode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_inode_name);

	zval property_device_default_value;
	ZVAL_UNDEF(&property_device_default_value);
	zend_string *property_device_name = zend_string_init("device", sizeof("device") - 1, 1);
	zend_declare_typed_property(class_entry, property_device_name, &property_device_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_device_name);

	zval property_links_default_value;
	ZVAL_UNDEF(&property_links_default_value);
	zend_string *property_links_name = zend_string_init("links", sizeof("links") - 1, 1);
	zend_declare_typed_property(class_entry, property_links_name, &property_links_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_links_name);

	zval property_accessed_default_value;
	ZVAL_UNDEF(&property_accessed_default_value);
	zend_string *property_accessed_name = zend_string_init("accessed", sizeof("accessed") - 1, 1);
	zend_declare_typed_property(class_entry, property_accessed_name, &property_accessed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_accessed_name);

	zval property_modified_default_value;
	ZVAL_UNDEF(&property_modified_default_value);
	zend_string *property_modified_name = zend_string_init("modified", sizeof("modified") - 1, 1);
	zend_declare_typed_property(class_entry, property_modified_name, &property_modified_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_modified_name);

	zval property_changed_default_value;
	ZVAL_UNDEF(&property_changed_default_value);
	zend_string *property_changed_name = zend_string_init("changed", sizeof("changed") - 1, 1);
	zend_declare_typed_property(class_entry, property_changed_name, &property_changed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_changed_name);

	return class_entry;
}
