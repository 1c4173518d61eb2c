/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b54069560c78ee3c35333bac7f7ae790a5658c38 */




static const zend_function_entry class_Evloop_WaitFor_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_WaitFor(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Evloop\\WaitFor", IS_UNDEF, class_Evloop_WaitFor_methods);

	zend_enum_add_case_cstr(class_entry, "All", NULL);

	zend_enum_add_case_cstr(class_entry, "First", NULL);

	zend_enum_add_case_cstr(class_entry, "FirstException", NULL);

	return class_entry;
}
