/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 63a980f8b3efc90ee7698209b7fe56e6339bbdb1 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Loop___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_run, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_runOnce, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, block, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Loop_stop arginfo_class_Evloop_Loop_run

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_isRunning, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_queue, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Loop_defer, 0, 1, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Loop_delay, 0, 2, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Loop_repeat, 0, 2, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, interval, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Loop_onReadable, 0, 2, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, stream, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Loop_onWritable arginfo_class_Evloop_Loop_onReadable

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Loop_onSignal, 0, 2, Evloop\\Watcher, 0)
	ZEND_ARG_TYPE_INFO(0, signal, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_cancel, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, watcher, Evloop\\Watcher, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_now, 0, 0, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_setErrorHandler, 0, 1, IS_CALLABLE, 1)
	ZEND_ARG_TYPE_INFO(0, handler, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_isolate, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, main, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_metrics, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Loop_dump, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Loop, __construct);
ZEND_METHOD(Evloop_Loop, run);
ZEND_METHOD(Evloop_Loop, runOnce);
ZEND_METHOD(Evloop_Loop, stop);
ZEND_METHOD(Evloop_Loop, isRunning);
ZEND_METHOD(Evloop_Loop, queue);
ZEND_METHOD(Evloop_Loop, defer);
ZEND_METHOD(Evloop_Loop, delay);
ZEND_METHOD(Evloop_Loop, repeat);
ZEND_METHOD(Evloop_Loop, onReadable);
ZEND_METHOD(Evloop_Loop, onWritable);
ZEND_METHOD(Evloop_Loop, onSignal);
ZEND_METHOD(Evloop_Loop, cancel);
ZEND_METHOD(Evloop_Loop, now);
ZEND_METHOD(Evloop_Loop, setErrorHandler);
ZEND_METHOD(Evloop_Loop, isolate);
ZEND_METHOD(Evloop_Loop, metrics);
ZEND_METHOD(Evloop_Loop, dump);


static const zend_function_entry class_Evloop_Loop_methods[] = {
	ZEND_ME(Evloop_Loop, __construct, arginfo_class_Evloop_Loop___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Loop, run, arginfo_class_Evloop_Loop_run, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, runOnce, arginfo_class_Evloop_Loop_runOnce, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, stop, arginfo_class_Evloop_Loop_stop, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, isRunning, arginfo_class_Evloop_Loop_isRunning, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, queue, arginfo_class_Evloop_Loop_queue, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, defer, arginfo_class_Evloop_Loop_defer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, delay, arginfo_class_Evloop_Loop_delay, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, repeat, arginfo_class_Evloop_Loop_repeat, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, onReadable, arginfo_class_Evloop_Loop_onReadable, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, onWritable, arginfo_class_Evloop_Loop_onWritable, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, onSignal, arginfo_class_Evloop_Loop_onSignal, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, cancel, arginfo_class_Evloop_Loop_cancel, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, now, arginfo_class_Evloop_Loop_now, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, setErrorHandler, arginfo_class_Evloop_Loop_setErrorHandler, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, isolate, arginfo_class_Evloop_Loop_isolate, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, metrics, arginfo_class_Evloop_Loop_metrics, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Loop, dump, arginfo_class_Evloop_Loop_dump, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Loop(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Loop", class_Evloop_Loop_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
