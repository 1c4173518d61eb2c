/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c1bef156cfab2227245e250a77b63af97412e1a4 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Watcher___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Watcher_cancel, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Watcher_enable, 0, 0, IS_STATIC, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Watcher_disable arginfo_class_Evloop_Watcher_enable

#define arginfo_class_Evloop_Watcher_reference arginfo_class_Evloop_Watcher_enable

#define arginfo_class_Evloop_Watcher_unreference arginfo_class_Evloop_Watcher_enable

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Watcher_isEnabled, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evloop_Watcher_isReferenced arginfo_class_Evloop_Watcher_isEnabled

#define arginfo_class_Evloop_Watcher_isCancelled arginfo_class_Evloop_Watcher_isEnabled


ZEND_METHOD(Evloop_Watcher, __construct);
ZEND_METHOD(Evloop_Watcher, cancel);
ZEND_METHOD(Evloop_Watcher, enable);
ZEND_METHOD(Evloop_Watcher, disable);
ZEND_METHOD(Evloop_Watcher, reference);
ZEND_METHOD(Evloop_Watcher, unreference);
ZEND_METHOD(Evloop_Watcher, isEnabled);
ZEND_METHOD(Evloop_Watcher, isReferenced);
ZEND_METHOD(Evloop_Watcher, isCancelled);


static const zend_function_entry class_Evloop_Watcher_methods[] = {
	ZEND_ME(Evloop_Watcher, __construct, arginfo_class_Evloop_Watcher___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Watcher, cancel, arginfo_class_Evloop_Watcher_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, enable, arginfo_class_Evloop_Watcher_enable, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, disable, arginfo_class_Evloop_Watcher_disable, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, reference, arginfo_class_Evloop_Watcher_reference, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, unreference, arginfo_class_Evloop_Watcher_unreference, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, isEnabled, arginfo_class_Evloop_Watcher_isEnabled, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, isReferenced, arginfo_class_Evloop_Watcher_isReferenced, ZEND_ACC_PUBLIC)
	ZEND_ME(Evloop_Watcher, isCancelled, arginfo_class_Evloop_Watcher_isCancelled, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Watcher(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Watcher", class_Evloop_Watcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	return class_entry;
}
