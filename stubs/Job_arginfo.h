/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7b1d1aec8fb19a062113c73b82dd5cd4d7e513ae */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Job___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_join, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_result, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_output, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_isRunning, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_kill, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Job_stop, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, grace, IS_DOUBLE, 0, "5.0")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Job, __construct);
ZEND_METHOD(Evloop_Job, join);
ZEND_METHOD(Evloop_Job, result);
ZEND_METHOD(Evloop_Job, output);
ZEND_METHOD(Evloop_Job, isRunning);
ZEND_METHOD(Evloop_Job, kill);
ZEND_METHOD(Evloop_Job, stop);


static const zend_function_entry class_Evloop_Job_methods[] = {
	ZEND_ME(Evloop_Job, __construct, arginfo_class_Evloop_Job___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Job, join, arginfo_class_Evloop_Job_join, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Job, result, arginfo_class_Evloop_Job_result, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Job, output, arginfo_class_Evloop_Job_output, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Job, isRunning, arginfo_class_Evloop_Job_isRunning, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Job, kill, arginfo_class_Evloop_Job_kill, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Job, stop, arginfo_class_Evloop_Job_stop, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Job(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Job", class_Evloop_Job_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_id_name);

	zend_string *property_process_class_Evloop_Process = zend_string_init("Evloop\\Process", sizeof("Evloop\\Process")-1, 1);
	zval property_process_default_value;
	ZVAL_UNDEF(&property_process_default_value);
	zend_string *property_process_name = zend_string_init("process", sizeof("process") - 1, 1);
	zend_declare_typed_property(class_entry, property_process_name, &property_process_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_process_class_Evloop_Process, 0, 0));
	zend_string_release(property_process_name);

	return class_entry;
}
