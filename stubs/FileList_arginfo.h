/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 91ea85fd5676279453d7613b940bc93ae5c4218b */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_FileList___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_FileList_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_FileList_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_FileList, __construct);
ZEND_METHOD(Evloop_FileList, close);
ZEND_METHOD(Evloop_FileList, getIterator);


static const zend_function_entry class_Evloop_FileList_methods[] = {
	ZEND_ME(Evloop_FileList, __construct, arginfo_class_Evloop_FileList___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_FileList, close, arginfo_class_Evloop_FileList_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_FileList, getIterator, arginfo_class_Evloop_FileList_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileList(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "FileList", class_Evloop_FileList_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
