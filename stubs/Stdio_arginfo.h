/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 9e5cf41db655bfa78ec8ef8079f2902dbfe705a0 */




static const zend_function_entry class_Evloop_Stdio_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Stdio(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\Stdio", IS_UNDEF, class_Evloop_Stdio_methods);

	zend_enum_add_case_cstr(class_entry, "Pipe", NULL);

	zend_enum_add_case_cstr(class_entry, "Inherit", NULL);

	zend_enum_add_case_cstr(class_entry, "Null", NULL);

	zend_enum_add_case_cstr(class_entry, "Output", NULL);

	return class_entry;
}
