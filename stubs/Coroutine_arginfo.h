/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d1570433544ec8c726b897715284630455b1d99b */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Coroutine___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Coroutine_current, 0, 0, Evloop\\Coroutine, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_setName, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_getName, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_setPriority, 0, 1, IS_STATIC, 0)
	ZEND_ARG_OBJ_INFO(0, priority, Evloop\\Priority, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_cancel, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, reason, Throwable, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_isFinished, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_getAwaiting, 0, 0, IS_OBJECT, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_getTrace, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Coroutine_getCreationSite, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Coroutine, __construct);
ZEND_METHOD(Evloop_Coroutine, current);
ZEND_METHOD(Evloop_Coroutine, setName);
ZEND_METHOD(Evloop_Coroutine, getName);
ZEND_METHOD(Evloop_Coroutine, setPriority);
ZEND_METHOD(Evloop_Coroutine, cancel);
ZEND_METHOD(Evloop_Coroutine, isFinished);
ZEND_METHOD(Evloop_Coroutine, getAwaiting);
ZEND_METHOD(Evloop_Coroutine, getTrace);
ZEND_METHOD(Evloop_Coroutine, getCreationSite);


static const zend_function_entry class_Evloop_Coroutine_methods[] = {
	ZEND_ME(Evloop_Coroutine, __construct, arginfo_class_Evloop_Coroutine___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Coroutine, current, arginfo_class_Evloop_Coroutine_current, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Coroutine, setName, arginfo_class_Evloop_Coroutine_setName, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, getName, arginfo_class_Evloop_Coroutine_getName, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, setPriority, arginfo_class_Evloop_Coroutine_setPriority, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, cancel, arginfo_class_Evloop_Coroutine_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, isFinished, arginfo_class_Evloop_Coroutine_isFinished, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, getAwaiting, arginfo_class_Evloop_Coroutine_getAwaiting, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, getTrace, arginfo_class_Evloop_Coroutine_getTrace, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Coroutine, getCreationSite, arginfo_class_Evloop_Coroutine_getCreationSite, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Coroutine(zend_class_entry *class_entry_Evloop_Promise)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Coroutine", class_Evloop_Coroutine_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_Promise);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	return class_entry;
}
