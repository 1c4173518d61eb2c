/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7213e5fd97fd5c39b39a39ae0437ed34cb6117f5 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Channel___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capacity, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_send, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_receive, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_trySend, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_tryReceive, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(1, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_close, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, reason, Throwable, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_isClosed, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Channel_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Channel_onReceive, 0, 0, Evloop\\Arm, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Channel_onSend, 0, 1, Evloop\\Arm, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Channel_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Channel, __construct);
ZEND_METHOD(Evloop_Channel, send);
ZEND_METHOD(Evloop_Channel, receive);
ZEND_METHOD(Evloop_Channel, trySend);
ZEND_METHOD(Evloop_Channel, tryReceive);
ZEND_METHOD(Evloop_Channel, close);
ZEND_METHOD(Evloop_Channel, isClosed);
ZEND_METHOD(Evloop_Channel, count);
ZEND_METHOD(Evloop_Channel, onReceive);
ZEND_METHOD(Evloop_Channel, onSend);
ZEND_METHOD(Evloop_Channel, getIterator);


static const zend_function_entry class_Evloop_Channel_methods[] = {
	ZEND_ME(Evloop_Channel, __construct, arginfo_class_Evloop_Channel___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, send, arginfo_class_Evloop_Channel_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, receive, arginfo_class_Evloop_Channel_receive, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, trySend, arginfo_class_Evloop_Channel_trySend, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, tryReceive, arginfo_class_Evloop_Channel_tryReceive, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, close, arginfo_class_Evloop_Channel_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, isClosed, arginfo_class_Evloop_Channel_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, count, arginfo_class_Evloop_Channel_count, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, onReceive, arginfo_class_Evloop_Channel_onReceive, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, onSend, arginfo_class_Evloop_Channel_onSend, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Channel, getIterator, arginfo_class_Evloop_Channel_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Channel(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Channel", class_Evloop_Channel_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Countable);

	return class_entry;
}
