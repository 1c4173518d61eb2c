/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 648b1b2f6eb2288e9c637c0fa00760226691e440 */




static const zend_function_entry class_Evloop_FileType_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileType(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\FileType", IS_UNDEF, class_Evloop_FileType_methods);

	zend_enum_add_case_cstr(class_entry, "File", NULL);

	zend_enum_add_case_cstr(class_entry, "Folder", NULL);

	zend_enum_add_case_cstr(class_entry, "Link", NULL);

	zend_enum_add_case_cstr(class_entry, "Fifo", NULL);

	zend_enum_add_case_cstr(class_entry, "Socket", NULL);

	zend_enum_add_case_cstr(class_entry, "Device", NULL);

	return class_entry;
}
