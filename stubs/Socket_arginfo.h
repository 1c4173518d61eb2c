/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2778b11dc274c75321641ccd23f4ecd5296593f1 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Socket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Socket_connect, 0, 1, Evloop\\Socket, 0)
	ZEND_ARG_TYPE_INFO(0, uri, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ConnectOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_localAddress, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Socket_remoteAddress arginfo_class_Evloop_Socket_localAddress

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Socket_setNoDelay, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, on, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Socket, __construct);
ZEND_METHOD(Evloop_Socket, connect);
ZEND_METHOD(Evloop_Socket, localAddress);
ZEND_METHOD(Evloop_Socket, remoteAddress);
ZEND_METHOD(Evloop_Socket, setNoDelay);


static const zend_function_entry class_Evloop_Socket_methods[] = {
	ZEND_ME(Evloop_Socket, __construct, arginfo_class_Evloop_Socket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Socket, connect, arginfo_class_Evloop_Socket_connect, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Socket, localAddress, arginfo_class_Evloop_Socket_localAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, remoteAddress, arginfo_class_Evloop_Socket_remoteAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Socket, setNoDelay, arginfo_class_Evloop_Socket_setNoDelay, ZEND_ACC_PUBLIC)
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
