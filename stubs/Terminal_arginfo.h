/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 9f65419bb1ad467e6978ba0d2eeefa4872479409 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Terminal___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Terminal_isTerminal, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(0, stream, Evloop\\Stream, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Terminal_size, 0, 0, Evloop\\TerminalSize, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, stream, Evloop\\Stream, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Terminal_onResize, 0, 1, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Terminal_raw, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, signals, _IS_BOOL, 0, "true")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, terminal, Evloop\\Stream, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Terminal_readKey, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, terminal, Evloop\\Stream, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Terminal_readSecret, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, prompt, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Terminal, __construct);
ZEND_METHOD(Evloop_Terminal, isTerminal);
ZEND_METHOD(Evloop_Terminal, size);
ZEND_METHOD(Evloop_Terminal, onResize);
ZEND_METHOD(Evloop_Terminal, raw);
ZEND_METHOD(Evloop_Terminal, readKey);
ZEND_METHOD(Evloop_Terminal, readSecret);


static const zend_function_entry class_Evloop_Terminal_methods[] = {
	ZEND_ME(Evloop_Terminal, __construct, arginfo_class_Evloop_Terminal___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Terminal, isTerminal, arginfo_class_Evloop_Terminal_isTerminal, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Terminal, size, arginfo_class_Evloop_Terminal_size, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Terminal, onResize, arginfo_class_Evloop_Terminal_onResize, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Terminal, raw, arginfo_class_Evloop_Terminal_raw, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Terminal, readKey, arginfo_class_Evloop_Terminal_readKey, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Terminal, readSecret, arginfo_class_Evloop_Terminal_readSecret, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Terminal(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Terminal", class_Evloop_Terminal_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
