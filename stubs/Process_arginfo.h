/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a0af81366bbbc7ba0b285873f0c6d52e23bc78ec */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Process___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Process_spawn, 0, 1, Evloop\\Process, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ProcessOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Process_run, 0, 1, Evloop\\ProcessResult, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, input, IS_STRING, 0, "\"\"")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ProcessOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Process_background, 0, 1, Evloop\\Job, 0)
	ZEND_ARG_TYPE_INFO(0, file, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, arguments, IS_ARRAY, 0, "[]")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, options, Evloop\\ProcessOptions, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_join, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_isRunning, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_getExitCode, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Process_getSignal arginfo_class_Evloop_Process_getExitCode

#define arginfo_class_Evloop_Process_isTimedOut arginfo_class_Evloop_Process_isRunning

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_signal, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, signal, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_kill, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_stop, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, grace, IS_DOUBLE, 0, "5.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Process_detach, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Process, __construct);
ZEND_METHOD(Evloop_Process, spawn);
ZEND_METHOD(Evloop_Process, run);
ZEND_METHOD(Evloop_Process, background);
ZEND_METHOD(Evloop_Process, join);
ZEND_METHOD(Evloop_Process, isRunning);
ZEND_METHOD(Evloop_Process, getExitCode);
ZEND_METHOD(Evloop_Process, getSignal);
ZEND_METHOD(Evloop_Process, isTimedOut);
ZEND_METHOD(Evloop_Process, signal);
ZEND_METHOD(Evloop_Process, kill);
ZEND_METHOD(Evloop_Process, stop);
ZEND_METHOD(Evloop_Process, detach);


static const zend_function_entry class_Evloop_Process_methods[] = {
	ZEND_ME(Evloop_Process, __construct, arginfo_class_Evloop_Process___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Process, spawn, arginfo_class_Evloop_Process_spawn, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Process, run, arginfo_class_Evloop_Process_run, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Process, background, arginfo_class_Evloop_Process_background, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Process, join, arginfo_class_Evloop_Process_join, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, isRunning, arginfo_class_Evloop_Process_isRunning, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, getExitCode, arginfo_class_Evloop_Process_getExitCode, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, getSignal, arginfo_class_Evloop_Process_getSignal, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, isTimedOut, arginfo_class_Evloop_Process_isTimedOut, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, signal, arginfo_class_Evloop_Process_signal, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, kill, arginfo_class_Evloop_Process_kill, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, stop, arginfo_class_Evloop_Process_stop, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Process, detach, arginfo_class_Evloop_Process_detach, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Process(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Process", class_Evloop_Process_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_pid_default_value;
	ZVAL_UNDEF(&property_pid_default_value);
	zend_string *property_pid_name = zend_string_init("pid", sizeof("pid") - 1, 1);
	zend_declare_typed_property(class_entry, property_pid_name, &property_pid_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_pid_name);

	zend_string *property_stdin_class_Evloop_Stream = zend_string_init("Evloop\\Stream", sizeof("Evloop\\Stream")-1, 1);
	zval property_stdin_default_value;
	ZVAL_UNDEF(&property_stdin_default_value);
	zend_string *property_stdin_name = zend_string_init("stdin", sizeof("stdin") - 1, 1);
	zend_declare_typed_property(class_entry, property_stdin_name, &property_stdin_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_stdin_class_Evloop_Stream, 0, MAY_BE_NULL));
	zend_string_release(property_stdin_name);

	zend_string *property_stdout_class_Evloop_Stream = zend_string_init("Evloop\\Stream", sizeof("Evloop\\Stream")-1, 1);
	zval property_stdout_default_value;
	ZVAL_UNDEF(&property_stdout_default_value);
	zend_string *property_stdout_name = zend_string_init("stdout", sizeof("stdout") - 1, 1);
	zend_declare_typed_property(class_entry, property_stdout_name, &property_stdout_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_stdout_class_Evloop_Stream, 0, MAY_BE_NULL));
	zend_string_release(property_stdout_name);

	zend_string *property_stderr_class_Evloop_Stream = zend_string_init("Evloop\\Stream", sizeof("Evloop\\Stream")-1, 1);
	zval property_stderr_default_value;
	ZVAL_UNDEF(&property_stderr_default_value);
	zend_string *property_stderr_name = zend_string_init("stderr", sizeof("stderr") - 1, 1);
	zend_declare_typed_property(class_entry, property_stderr_name, &property_stderr_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_stderr_class_Evloop_Stream, 0, MAY_BE_NULL));
	zend_string_release(property_stderr_name);

	return class_entry;
}
