/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 57c8b2d2f5b37a3ea5a4f41bdbbe6ff909e096bd */




static const zend_function_entry class_Evloop_FileChange_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileChange(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\FileChange", IS_UNDEF, class_Evloop_FileChange_methods);

	zend_enum_add_case_cstr(class_entry, "Created", NULL);

	zend_enum_add_case_cstr(class_entry, "Changed", NULL);

	zend_enum_add_case_cstr(class_entry, "Removed", NULL);

	zend_enum_add_case_cstr(class_entry, "Renamed", NULL);

	zend_enum_add_case_cstr(class_entry, "Overflow", NULL);

	return class_entry;
}
