/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b37c95d550f4268b10e54eb76fa479fd373496bc */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Stream___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, resource, IS_MIXED, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\StreamOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Stream_stdin, 0, 0, Evloop\\Stream, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Stream_stdout arginfo_class_Evloop_Stream_stdin

#define arginfo_class_Evloop_Stream_stderr arginfo_class_Evloop_Stream_stdin

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_createPipe, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_read, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, length, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_readLine, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, max, IS_LONG, 0, "65536")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_readExactly, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, length, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_readAll, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "16777216")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_pipeTo, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, to, Evloop\\WritableStream, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, end, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_pause, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Stream_resume arginfo_class_Evloop_Stream_pause

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_isReadable, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_write, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_tryWrite, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_drain, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_end, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, last, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Stream_isWritable arginfo_class_Evloop_Stream_isReadable

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_getBufferedBytes, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_on, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, listener, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Stream_once arginfo_class_Evloop_Stream_on

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_off, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listener, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Stream_isClosed arginfo_class_Evloop_Stream_isReadable

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Stream_getFd, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Stream_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Stream, __construct);
ZEND_METHOD(Evloop_Stream, stdin);
ZEND_METHOD(Evloop_Stream, stdout);
ZEND_METHOD(Evloop_Stream, stderr);
ZEND_METHOD(Evloop_Stream, createPipe);
ZEND_METHOD(Evloop_Stream, read);
ZEND_METHOD(Evloop_Stream, readLine);
ZEND_METHOD(Evloop_Stream, readExactly);
ZEND_METHOD(Evloop_Stream, readAll);
ZEND_METHOD(Evloop_Stream, pipeTo);
ZEND_METHOD(Evloop_Stream, pause);
ZEND_METHOD(Evloop_Stream, resume);
ZEND_METHOD(Evloop_Stream, isReadable);
ZEND_METHOD(Evloop_Stream, write);
ZEND_METHOD(Evloop_Stream, tryWrite);
ZEND_METHOD(Evloop_Stream, drain);
ZEND_METHOD(Evloop_Stream, end);
ZEND_METHOD(Evloop_Stream, isWritable);
ZEND_METHOD(Evloop_Stream, getBufferedBytes);
ZEND_METHOD(Evloop_Stream, on);
ZEND_METHOD(Evloop_Stream, once);
ZEND_METHOD(Evloop_Stream, off);
ZEND_METHOD(Evloop_Stream, close);
ZEND_METHOD(Evloop_Stream, isClosed);
ZEND_METHOD(Evloop_Stream, getFd);
ZEND_METHOD(Evloop_Stream, getIterator);


static const zend_function_entry class_Evloop_Stream_methods[] = {
	ZEND_ME(Evloop_Stream, __construct, arginfo_class_Evloop_Stream___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, stdin, arginfo_class_Evloop_Stream_stdin, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Stream, stdout, arginfo_class_Evloop_Stream_stdout, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Stream, stderr, arginfo_class_Evloop_Stream_stderr, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Stream, createPipe, arginfo_class_Evloop_Stream_createPipe, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Stream, read, arginfo_class_Evloop_Stream_read, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, readLine, arginfo_class_Evloop_Stream_readLine, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, readExactly, arginfo_class_Evloop_Stream_readExactly, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, readAll, arginfo_class_Evloop_Stream_readAll, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, pipeTo, arginfo_class_Evloop_Stream_pipeTo, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, pause, arginfo_class_Evloop_Stream_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, resume, arginfo_class_Evloop_Stream_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, isReadable, arginfo_class_Evloop_Stream_isReadable, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, write, arginfo_class_Evloop_Stream_write, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, tryWrite, arginfo_class_Evloop_Stream_tryWrite, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, drain, arginfo_class_Evloop_Stream_drain, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, end, arginfo_class_Evloop_Stream_end, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, isWritable, arginfo_class_Evloop_Stream_isWritable, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, getBufferedBytes, arginfo_class_Evloop_Stream_getBufferedBytes, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, on, arginfo_class_Evloop_Stream_on, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, once, arginfo_class_Evloop_Stream_once, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, off, arginfo_class_Evloop_Stream_off, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, close, arginfo_class_Evloop_Stream_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, isClosed, arginfo_class_Evloop_Stream_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, getFd, arginfo_class_Evloop_Stream_getFd, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Stream, getIterator, arginfo_class_Evloop_Stream_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Stream(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Evloop_DuplexStream)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Stream", class_Evloop_Stream_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Evloop_DuplexStream);

	return class_entry;
}
