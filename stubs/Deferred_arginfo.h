/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3ed777ff351decfe87e50443f634867084676e2f */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Deferred___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, onCancel, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Deferred_promise, 0, 0, Evloop\\Promise, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Deferred_resolve, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, value, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Deferred_reject, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, reason, Throwable, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Deferred_isSettled, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Deferred_rejectWith, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Deferred, __construct);
ZEND_METHOD(Evloop_Deferred, promise);
ZEND_METHOD(Evloop_Deferred, resolve);
ZEND_METHOD(Evloop_Deferred, reject);
ZEND_METHOD(Evloop_Deferred, isSettled);
ZEND_METHOD(Evloop_Deferred, rejectWith);


static const zend_function_entry class_Evloop_Deferred_methods[] = {
	ZEND_ME(Evloop_Deferred, __construct, arginfo_class_Evloop_Deferred___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Deferred, promise, arginfo_class_Evloop_Deferred_promise, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Deferred, resolve, arginfo_class_Evloop_Deferred_resolve, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Deferred, reject, arginfo_class_Evloop_Deferred_reject, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Deferred, isSettled, arginfo_class_Evloop_Deferred_isSettled, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Deferred, rejectWith, arginfo_class_Evloop_Deferred_rejectWith, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Deferred(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Deferred", class_Evloop_Deferred_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_promise_class_Evloop_Promise = zend_string_init("Evloop\\Promise", sizeof("Evloop\\Promise")-1, 1);
	zval property_promise_default_value;
	ZVAL_UNDEF(&property_promise_default_value);
	zend_string *property_promise_name = zend_string_init("promise", sizeof("promise") - 1, 1);
	zend_declare_typed_property(class_entry, property_promise_name, &property_promise_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_promise_class_Evloop_Promise, 0, 0));
	zend_string_release(property_promise_name);

	return class_entry;
}
