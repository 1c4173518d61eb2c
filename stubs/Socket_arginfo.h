/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: fabe22de0d37cdc8338745412c855336b436b603 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Socket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Socket_connect, 0, 1, Evloop\\Socket, 0)
	ZEND_ARG_TYPE_INFO(0, uri, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ConnectOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_pair, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_localAddress, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Socket_remoteAddress arginfo_class_Evloop_Socket_localAddress

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_startTls, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\TlsOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Socket_tls, 0, 0, Evloop\\TlsInfo, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_setNoDelay, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, on, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_shutdown, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_setKeepAlive, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, on, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, delay, IS_DOUBLE, 0, "60.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_setTimeouts, 0, 1, IS_STATIC, 0)
	ZEND_ARG_OBJ_INFO(0, timeouts, Evloop\\Timeouts, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_getOption, 0, 2, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, level, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_setOption, 0, 3, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, level, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_sendHandle, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, socket, Evloop\\Socket, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Socket_receiveHandle, 0, 0, Evloop\\Socket, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Socket, __construct);
ZEND_METHOD(Evloop_Socket, connect);
ZEND_METHOD(Evloop_Socket, pair);
ZEND_METHOD(Evloop_Socket, localAddress);
ZEND_METHOD(Evloop_Socket, remoteAddress);
ZEND_METHOD(Evloop_Socket, startTls);
ZEND_METHOD(Evloop_Socket, tls);
ZEND_METHOD(Evloop_Socket, setNoDelay);
ZEND_METHOD(Evloop_Socket, shutdown);
ZEND_METHOD(Evloop_Socket, setKeepAlive);
ZEND_METHOD(Evloop_Socket, setTimeouts);
ZEND_METHOD(Evloop_Socket, getOption);
ZEND_METHOD(Evloop_Socket, setOption);
ZEND_METHOD(Evloop_Socket, sendHandle);
ZEND_METHOD(Evloop_Socket, receiveHandle);


static const zend_function_entry class_Evloop_Socket_methods[] = {
	ZEND_ME(Evloop_Socket, __construct, arginfo_class_Evloop_Socket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Socket, connect, arginfo_class_Evloop_Socket_connect, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Socket, pair, arginfo_class_Evloop_Socket_pair, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Socket, localAddress, arginfo_class_Evloop_Socket_localAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, remoteAddress, arginfo_class_Evloop_Socket_remoteAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, startTls, arginfo_class_Evloop_Socket_startTls, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, tls, arginfo_class_Evloop_Socket_tls, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, setNoDelay, arginfo_class_Evloop_Socket_setNoDelay, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, shutdown, arginfo_class_Evloop_Socket_shutdown, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, setKeepAlive, arginfo_class_Evloop_Socket_setKeepAlive, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, setTimeouts, arginfo_class_Evloop_Socket_setTimeouts, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, getOption, arginfo_class_Evloop_Socket_getOption, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, setOption, arginfo_class_Evloop_Socket_setOption, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, sendHandle, arginfo_class_Evloop_Socket_sendHandle, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, receiveHandle, arginfo_class_Evloop_Socket_receiveHandle, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Socket(zend_class_entry *class_entry_Evloop_Stream)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Socket", class_Evloop_Socket_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_Stream);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
