/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d47f790b20249df9b5eff1b0bafebd27047ed783 */




static const zend_function_entry class_Evloop_DuplexStream_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_DuplexStream(zend_class_entry *class_entry_Evloop_ReadableStream, zend_class_entry *class_entry_Evloop_WritableStream)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "DuplexStream", class_Evloop_DuplexStream_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_Evloop_ReadableStream, class_entry_Evloop_WritableStream);

	return class_entry;
}
