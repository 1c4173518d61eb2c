/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 38a3909b4c157e4eee74fbdc60d8a3b93ba45b29 */




static const zend_function_entry class_Evloop_Exception_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Exception(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Exception", class_Evloop_Exception_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}
