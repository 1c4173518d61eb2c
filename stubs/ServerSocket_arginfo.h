/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4336e6543c134659e969979903bd1738b2954184 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_ServerSocket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_ServerSocket_listen, 0, 1, Evloop\\ServerSocket, 0)
	ZEND_ARG_TYPE_INFO(0, uri, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ListenOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_ServerSocket_accept, 0, 0, Evloop\\Socket, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_localAddress, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_pause, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_ServerSocket_resume arginfo_class_Evloop_ServerSocket_pause

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_on, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, listener, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_ServerSocket_once arginfo_class_Evloop_ServerSocket_on

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_off, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listener, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_ServerSocket_isClosed, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_ServerSocket_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_ServerSocket, __construct);
ZEND_METHOD(Evloop_ServerSocket, listen);
ZEND_METHOD(Evloop_ServerSocket, accept);
ZEND_METHOD(Evloop_ServerSocket, localAddress);
ZEND_METHOD(Evloop_ServerSocket, pause);
ZEND_METHOD(Evloop_ServerSocket, resume);
ZEND_METHOD(Evloop_ServerSocket, on);
ZEND_METHOD(Evloop_ServerSocket, once);
ZEND_METHOD(Evloop_ServerSocket, off);
ZEND_METHOD(Evloop_ServerSocket, close);
ZEND_METHOD(Evloop_ServerSocket, isClosed);
ZEND_METHOD(Evloop_ServerSocket, getIterator);


static const zend_function_entry class_Evloop_ServerSocket_methods[] = {
	ZEND_ME(Evloop_ServerSocket, __construct, arginfo_class_Evloop_ServerSocket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_ServerSocket, listen, arginfo_class_Evloop_ServerSocket_listen, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_ServerSocket, accept, arginfo_class_Evloop_ServerSocket_accept, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, localAddress, arginfo_class_Evloop_ServerSocket_localAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, pause, arginfo_class_Evloop_ServerSocket_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, resume, arginfo_class_Evloop_ServerSocket_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, on, arginfo_class_Evloop_ServerSocket_on, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, once, arginfo_class_Evloop_ServerSocket_once, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, off, arginfo_class_Evloop_ServerSocket_off, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, close, arginfo_class_Evloop_ServerSocket_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, isClosed, arginfo_class_Evloop_ServerSocket_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_ServerSocket, getIterator, arginfo_class_Evloop_ServerSocket_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_ServerSocket(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ServerSocket", class_Evloop_ServerSocket_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
