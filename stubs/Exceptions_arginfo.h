/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b05a797a12f330963983254949425f14625ca085 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_AggregateException_getExceptions, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_AggregateException, getExceptions);


static const zend_function_entry class_Evloop_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_LoopException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_StreamException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_ClosedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_PendingOperationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_SocketException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_DnsException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_TlsException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_ProcessException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_JobException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_FileException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_ProtocolException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_TimeoutException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_DeadlockException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_ChannelClosedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_RejectedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_AggregateException_methods[] = {
	ZEND_ME(Evloop_AggregateException, getExceptions, arginfo_class_Evloop_AggregateException_getExceptions, ZEND_ACC_PUBLIC|ZEND_ACC_FINAL)
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_ScopeException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Evloop_CancelledError_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Exception(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Exception", class_Evloop_Exception_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_LoopException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "LoopException", class_Evloop_LoopException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_StreamException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "StreamException", class_Evloop_StreamException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_ClosedException(zend_class_entry *class_entry_Evloop_StreamException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ClosedException", class_Evloop_ClosedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_StreamException);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_PendingOperationException(zend_class_entry *class_entry_Evloop_StreamException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "PendingOperationException", class_Evloop_PendingOperationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_StreamException);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_SocketException(zend_class_entry *class_entry_Evloop_StreamException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "SocketException", class_Evloop_SocketException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_StreamException);

	zval property_name_default_value;
	ZVAL_EMPTY_STRING(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_DnsException(zend_class_entry *class_entry_Evloop_SocketException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "DnsException", class_Evloop_DnsException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_SocketException);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_TlsException(zend_class_entry *class_entry_Evloop_SocketException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "TlsException", class_Evloop_TlsException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_SocketException);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_ProcessException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ProcessException", class_Evloop_ProcessException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	zval property_name_default_value;
	ZVAL_EMPTY_STRING(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_step_default_value;
	ZVAL_EMPTY_STRING(&property_step_default_value);
	zend_string *property_step_name = zend_string_init("step", sizeof("step") - 1, 1);
	zend_declare_typed_property(class_entry, property_step_name, &property_step_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_step_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_JobException(zend_class_entry *class_entry_Evloop_ProcessException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "JobException", class_Evloop_JobException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_ProcessException);

	zval property_thrownClass_default_value;
	ZVAL_EMPTY_STRING(&property_thrownClass_default_value);
	zend_string *property_thrownClass_name = zend_string_init("thrownClass", sizeof("thrownClass") - 1, 1);
	zend_declare_typed_property(class_entry, property_thrownClass_name, &property_thrownClass_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_thrownClass_name);

	zval property_thrownTrace_default_value;
	ZVAL_EMPTY_STRING(&property_thrownTrace_default_value);
	zend_string *property_thrownTrace_name = zend_string_init("thrownTrace", sizeof("thrownTrace") - 1, 1);
	zend_declare_typed_property(class_entry, property_thrownTrace_name, &property_thrownTrace_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_thrownTrace_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_FileException(zend_class_entry *class_entry_Evloop_StreamException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "FileException", class_Evloop_FileException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_StreamException);

	zval property_name_default_value;
	ZVAL_EMPTY_STRING(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_ProtocolException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ProtocolException", class_Evloop_ProtocolException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_TimeoutException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "TimeoutException", class_Evloop_TimeoutException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_DeadlockException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "DeadlockException", class_Evloop_DeadlockException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_ChannelClosedException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ChannelClosedException", class_Evloop_ChannelClosedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_RejectedException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "RejectedException", class_Evloop_RejectedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	zval property_reason_default_value;
	ZVAL_NULL(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ANY));
	zend_string_release(property_reason_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_AggregateException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_Evloop_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "AggregateException", class_Evloop_AggregateException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_Evloop_Exception);

	zval property_exceptions_default_value;
	ZVAL_EMPTY_ARRAY(&property_exceptions_default_value);
	zend_string *property_exceptions_name = zend_string_init("exceptions", sizeof("exceptions") - 1, 1);
	zend_declare_typed_property(class_entry, property_exceptions_name, &property_exceptions_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_exceptions_name);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_ScopeException(zend_class_entry *class_entry_Evloop_AggregateException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "ScopeException", class_Evloop_ScopeException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Evloop_AggregateException);

	return class_entry;
}

static zend_class_entry *register_class_Evloop_CancelledError(zend_class_entry *class_entry_Error)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "CancelledError", class_Evloop_CancelledError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Error);

	return class_entry;
}
