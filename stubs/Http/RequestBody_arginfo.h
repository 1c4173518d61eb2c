/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d0d295c84c9ad084df84e89b2f25c88db4336621 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Http_RequestBody___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_read, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_readLine, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, max, IS_LONG, 0, "65536")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_readExactly, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, length, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_readAll, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "16777216")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_pipeTo, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, to, Evloop\\WritableStream, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, end, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_pause, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Http_RequestBody_resume arginfo_class_Evloop_Http_RequestBody_pause

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_isReadable, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_on, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, listener, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Http_RequestBody_once arginfo_class_Evloop_Http_RequestBody_on

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_off, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listener, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Http_RequestBody_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Http_RequestBody_isClosed arginfo_class_Evloop_Http_RequestBody_isReadable

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Http_RequestBody_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Http_RequestBody, __construct);
ZEND_METHOD(Evloop_Http_RequestBody, read);
ZEND_METHOD(Evloop_Http_RequestBody, readLine);
ZEND_METHOD(Evloop_Http_RequestBody, readExactly);
ZEND_METHOD(Evloop_Http_RequestBody, readAll);
ZEND_METHOD(Evloop_Http_RequestBody, pipeTo);
ZEND_METHOD(Evloop_Http_RequestBody, pause);
ZEND_METHOD(Evloop_Http_RequestBody, resume);
ZEND_METHOD(Evloop_Http_RequestBody, isReadable);
ZEND_METHOD(Evloop_Http_RequestBody, on);
ZEND_METHOD(Evloop_Http_RequestBody, once);
ZEND_METHOD(Evloop_Http_RequestBody, off);
ZEND_METHOD(Evloop_Http_RequestBody, close);
ZEND_METHOD(Evloop_Http_RequestBody, isClosed);
ZEND_METHOD(Evloop_Http_RequestBody, getIterator);


static const zend_function_entry class_Evloop_Http_RequestBody_methods[] = {
	ZEND_ME(Evloop_Http_RequestBody, __construct, arginfo_class_Evloop_Http_RequestBody___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Http_RequestBody, read, arginfo_class_Evloop_Http_RequestBody_read, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, readLine, arginfo_class_Evloop_Http_RequestBody_readLine, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, readExactly, arginfo_class_Evloop_Http_RequestBody_readExactly, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, readAll, arginfo_class_Evloop_Http_RequestBody_readAll, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, pipeTo, arginfo_class_Evloop_Http_RequestBody_pipeTo, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, pause, arginfo_class_Evloop_Http_RequestBody_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, resume, arginfo_class_Evloop_Http_RequestBody_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, isReadable, arginfo_class_Evloop_Http_RequestBody_isReadable, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, on, arginfo_class_Evloop_Http_RequestBody_on, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, once, arginfo_class_Evloop_Http_RequestBody_once, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, off, arginfo_class_Evloop_Http_RequestBody_off, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, close, arginfo_class_Evloop_Http_RequestBody_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, isClosed, arginfo_class_Evloop_Http_RequestBody_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Http_RequestBody, getIterator, arginfo_class_Evloop_Http_RequestBody_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Http_RequestBody(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Evloop_ReadableStream)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop\\Http", "RequestBody", class_Evloop_Http_RequestBody_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Evloop_ReadableStream);

	return class_entry;
}
