/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d8873f8301e72149b43b78f0809d72704f3dc8d0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_FileWatcher___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_FileWatcher_next, 0, 0, Evloop\\FileEvent, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_FileWatcher_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_FileWatcher_isClosed, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_FileWatcher_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_FileWatcher, __construct);
ZEND_METHOD(Evloop_FileWatcher, next);
ZEND_METHOD(Evloop_FileWatcher, close);
ZEND_METHOD(Evloop_FileWatcher, isClosed);
ZEND_METHOD(Evloop_FileWatcher, getIterator);


static const zend_function_entry class_Evloop_FileWatcher_methods[] = {
	ZEND_ME(Evloop_FileWatcher, __construct, arginfo_class_Evloop_FileWatcher___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_FileWatcher, next, arginfo_class_Evloop_FileWatcher_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_FileWatcher, close, arginfo_class_Evloop_FileWatcher_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_FileWatcher, isClosed, arginfo_class_Evloop_FileWatcher_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_FileWatcher, getIterator, arginfo_class_Evloop_FileWatcher_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_FileWatcher(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "FileWatcher", class_Evloop_FileWatcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
