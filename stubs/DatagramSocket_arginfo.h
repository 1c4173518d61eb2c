/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 60ab2dac6c33c69bac913b8e5e23dfb59e8cc6f0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_DatagramSocket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_DatagramSocket_bind, 0, 1, Evloop\\DatagramSocket, 0)
	ZEND_ARG_TYPE_INFO(0, uri, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\DatagramOptions, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_DatagramSocket_connect arginfo_class_Evloop_DatagramSocket_bind

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_send, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, address, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_DatagramSocket_receive, 0, 0, Evloop\\Datagram, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_localAddress, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_remoteAddress, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_joinGroup, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, interface, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, source, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_DatagramSocket_leaveGroup arginfo_class_Evloop_DatagramSocket_joinGroup

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_getDropped, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_on, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, listener, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_DatagramSocket_once arginfo_class_Evloop_DatagramSocket_on

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_off, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listener, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_DatagramSocket_isClosed, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_DatagramSocket_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_DatagramSocket, __construct);
ZEND_METHOD(Evloop_DatagramSocket, bind);
ZEND_METHOD(Evloop_DatagramSocket, connect);
ZEND_METHOD(Evloop_DatagramSocket, send);
ZEND_METHOD(Evloop_DatagramSocket, receive);
ZEND_METHOD(Evloop_DatagramSocket, localAddress);
ZEND_METHOD(Evloop_DatagramSocket, remoteAddress);
ZEND_METHOD(Evloop_DatagramSocket, joinGroup);
ZEND_METHOD(Evloop_DatagramSocket, leaveGroup);
ZEND_METHOD(Evloop_DatagramSocket, getDropped);
ZEND_METHOD(Evloop_DatagramSocket, on);
ZEND_METHOD(Evloop_DatagramSocket, once);
ZEND_METHOD(Evloop_DatagramSocket, off);
ZEND_METHOD(Evloop_DatagramSocket, close);
ZEND_METHOD(Evloop_DatagramSocket, isClosed);
ZEND_METHOD(Evloop_DatagramSocket, getIterator);


static const zend_function_entry class_Evloop_DatagramSocket_methods[] = {
	ZEND_ME(Evloop_DatagramSocket, __construct, arginfo_class_Evloop_DatagramSocket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_DatagramSocket, bind, arginfo_class_Evloop_DatagramSocket_bind, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_DatagramSocket, connect, arginfo_class_Evloop_DatagramSocket_connect, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_DatagramSocket, send, arginfo_class_Evloop_DatagramSocket_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, receive, arginfo_class_Evloop_DatagramSocket_receive, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, localAddress, arginfo_class_Evloop_DatagramSocket_localAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, remoteAddress, arginfo_class_Evloop_DatagramSocket_remoteAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, joinGroup, arginfo_class_Evloop_DatagramSocket_joinGroup, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, leaveGroup, arginfo_class_Evloop_DatagramSocket_leaveGroup, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, getDropped, arginfo_class_Evloop_DatagramSocket_getDropped, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, on, arginfo_class_Evloop_DatagramSocket_on, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, once, arginfo_class_Evloop_DatagramSocket_once, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, off, arginfo_class_Evloop_DatagramSocket_off, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, close, arginfo_class_Evloop_DatagramSocket_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, isClosed, arginfo_class_Evloop_DatagramSocket_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_DatagramSocket, getIterator, arginfo_class_Evloop_DatagramSocket_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_DatagramSocket(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "DatagramSocket", class_Evloop_DatagramSocket_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
