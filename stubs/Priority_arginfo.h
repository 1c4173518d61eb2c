/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 29a206651e26c8d82b7326c75c9b28b71e446f0f */




static const zend_function_entry class_Evloop_Priority_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Priority(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\Priority", IS_UNDEF, class_Evloop_Priority_methods);

	zend_enum_add_case_cstr(class_entry, "High", NULL);

	zend_enum_add_case_cstr(class_entry, "Normal", NULL);

	zend_enum_add_case_cstr(class_entry, "Low", NULL);

	return class_entry;
}
