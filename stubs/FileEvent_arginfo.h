/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 35afa302eb9ed5577b770c50e80b1ebe10c5840b */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_FileEvent___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_FileEvent, __construct);


static const zend_function_entry class_Evloop_FileEvent_methods[] = {
	ZEND_ME(Evloop_FileEvent, __construct, arginfo_class_Evloop_FileEvent___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileEvent(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "FileEvent", class_Evloop_FileEvent_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_change_class_Evloop_FileChange = zend_string_init("Evloop\\FileChange", sizeof("Evloop\\FileChange")-1, 1);
	zval property_change_default_value;
	ZVAL_UNDEF(&property_change_default_value);
	zend_string *property_change_name = zend_string_init("change", sizeof("change") - 1, 1);
	zend_declare_typed_property(class_entry, property_change_name, &property_change_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_change_class_Evloop_FileChange, 0, 0));
	zend_string_release(property_change_name);

	zval property_path_default_value;
	ZVAL_UNDEF(&property_path_default_value);
	zend_string *property_path_name = zend_string_init("path", sizeof("path") - 1, 1);
	zend_declare_typed_property(class_entry, property_path_name, &property_path_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_path_name);

	zval property_oldPath_default_value;
	ZVAL_UNDEF(&property_oldPath_default_value);
	zend_string *property_oldPath_name = zend_string_init("oldPath", sizeof("oldPath") - 1, 1);
	zend_declare_typed_property(class_entry, property_oldPath_name, &property_oldPath_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_oldPath_name);

	zval property_isFolder_default_value;
	ZVAL_UNDEF(&property_isFolder_default_value);
	zend_string *property_isFolder_name = zend_string_init("isFolder", sizeof("isFolder") - 1, 1);
	zend_declare_typed_property(class_entry, property_isFolder_name, &property_isFolder_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isFolder_name);

	return class_entry;
}
