/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c149ac3911b9c0d5dd66ba416bfc23de2a227a32 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Event_set, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Event_clear arginfo_class_Evloop_Event_set

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Event_isSet, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Event_await, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Event, set);
ZEND_METHOD(Evloop_Event, clear);
ZEND_METHOD(Evloop_Event, isSet);
ZEND_METHOD(Evloop_Event, await);


static const zend_function_entry class_Evloop_Event_methods[] = {
	ZEND_ME(Evloop_Event, set, arginfo_class_Evloop_Event_set, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Event, clear, arginfo_class_Evloop_Event_clear, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Event, isSet, arginfo_class_Evloop_Event_isSet, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Event, await, arginfo_class_Evloop_Event_await, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Event(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Event", class_Evloop_Event_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
