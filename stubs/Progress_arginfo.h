/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2f06f5b00ea50b903040ae3843b877d6a6103de2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Progress___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, total, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, label, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, unit, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, interval, IS_DOUBLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, output, Evloop\\Stream, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Progress_over, 0, 1, Evloop\\Progress, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, items, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, label, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, total, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, unit, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, interval, IS_DOUBLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, output, Evloop\\Stream, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_advance, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, steps, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_set, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, done, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_setTotal, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, total, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_setLabel, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, label, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_next, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, label, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, total, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_print, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, line, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Progress_finish, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Progress_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Progress, __construct);
ZEND_METHOD(Evloop_Progress, over);
ZEND_METHOD(Evloop_Progress, advance);
ZEND_METHOD(Evloop_Progress, set);
ZEND_METHOD(Evloop_Progress, setTotal);
ZEND_METHOD(Evloop_Progress, setLabel);
ZEND_METHOD(Evloop_Progress, next);
ZEND_METHOD(Evloop_Progress, print);
ZEND_METHOD(Evloop_Progress, finish);
ZEND_METHOD(Evloop_Progress, getIterator);


static const zend_function_entry class_Evloop_Progress_methods[] = {
	ZEND_ME(Evloop_Progress, __construct, arginfo_class_Evloop_Progress___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, over, arginfo_class_Evloop_Progress_over, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Progress, advance, arginfo_class_Evloop_Progress_advance, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, set, arginfo_class_Evloop_Progress_set, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, setTotal, arginfo_class_Evloop_Progress_setTotal, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, setLabel, arginfo_class_Evloop_Progress_setLabel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, next, arginfo_class_Evloop_Progress_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, print, arginfo_class_Evloop_Progress_print, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, finish, arginfo_class_Evloop_Progress_finish, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Progress, getIterator, arginfo_class_Evloop_Progress_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Progress(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Progress", class_Evloop_Progress_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
