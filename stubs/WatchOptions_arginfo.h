/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5f2312471274704e30fc19fc22ee2cb3e7471782 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_WatchOptions___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, debounce, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxFolders, IS_LONG, 0, "10000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, queue, IS_LONG, 0, "4096")
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_WatchOptions, __construct);


static const zend_function_entry class_Evloop_WatchOptions_methods[] = {
	ZEND_ME(Evloop_WatchOptions, __construct, arginfo_class_Evloop_WatchOptions___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_WatchOptions(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "WatchOptions", class_Evloop_WatchOptions_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_debounce_default_value;
	ZVAL_UNDEF(&property_debounce_default_value);
	zend_string *property_debounce_name = zend_string_init("debounce", sizeof("debounce") - 1, 1);
	zend_declare_typed_property(class_entry, property_debounce_name, &property_debounce_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_debounce_name);

	zval property_maxFolders_default_value;
	ZVAL_UNDEF(&property_maxFolders_default_value);
	zend_string *property_maxFolders_name = zend_string_init("maxFolders", sizeof("maxFolders") - 1, 1);
	zend_declare_typed_property(class_entry, property_maxFolders_name, &property_maxFolders_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maxFolders_name);

	zval property_queue_default_value;
	ZVAL_UNDEF(&property_queue_default_value);
	zend_string *property_queue_name = zend_string_init("queue", sizeof("queue") - 1, 1);
	zend_declare_typed_property(class_entry, property_queue_name, &property_queue_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_queue_name);

	return class_entry;
}
