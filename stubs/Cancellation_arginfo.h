/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 13cdbcbe6d6fba2221b7dfe5afa59eab7a9db22b */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_CancellationSource___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_CancellationSource_cancel, 0, 0, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, reason, Throwable, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Cancellation___construct arginfo_class_Evloop_CancellationSource___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Cancellation_timeout, 0, 1, Evloop\\Cancellation, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Evloop_Cancellation_any, 0, 0, Evloop\\Cancellation, 0)
	ZEND_ARG_VARIADIC_OBJ_INFO(0, tokens, Evloop\\Cancellation, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Cancellation_isCancelled, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Cancellation_throwIfCancelled, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Cancellation_onCancel, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Cancellation_off, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_CancellationSource, __construct);
ZEND_METHOD(Evloop_CancellationSource, cancel);
ZEND_METHOD(Evloop_Cancellation, __construct);
ZEND_METHOD(Evloop_Cancellation, timeout);
ZEND_METHOD(Evloop_Cancellation, any);
ZEND_METHOD(Evloop_Cancellation, isCancelled);
ZEND_METHOD(Evloop_Cancellation, throwIfCancelled);
ZEND_METHOD(Evloop_Cancellation, onCancel);
ZEND_METHOD(Evloop_Cancellation, off);


static const zend_function_entry class_Evloop_CancellationSource_methods[] = {
	ZEND_ME(Evloop_CancellationSource, __construct, arginfo_class_Evloop_CancellationSource___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_CancellationSource, cancel, arginfo_class_Evloop_CancellationSource_cancel, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_Cancellation_methods[] = {
	ZEND_ME(Evloop_Cancellation, __construct, arginfo_class_Evloop_Cancellation___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Cancellation, timeout, arginfo_class_Evloop_Cancellation_timeout, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Cancellation, any, arginfo_class_Evloop_Cancellation_any, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Evloop_Cancellation, isCancelled, arginfo_class_Evloop_Cancellation_isCancelled, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Cancellation, throwIfCancelled, arginfo_class_Evloop_Cancellation_throwIfCancelled, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Cancellation, onCancel, arginfo_class_Evloop_Cancellation_onCancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Cancellation, off, arginfo_class_Evloop_Cancellation_off, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_CancellationSource(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "CancellationSource", class_Evloop_CancellationSource_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_token_class_Evloop_Cancellation = zend_string_init("Evloop\\Cancellation", sizeof("Evloop\\Cancellation")-1, 1);
	zval property_token_default_value;
	ZVAL_UNDEF(&property_token_default_value);
	zend_string *property_token_name = zend_string_init("token", sizeof("token") - 1, 1);
	zend_declare_typed_property(class_entry, property_token_name, &property_token_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_token_class_Evloop_Cancellation, 0, 0));
	zend_string_release(property_token_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_Cancellation(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Cancellation", class_Evloop_Cancellation_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
