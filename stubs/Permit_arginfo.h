/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3af2311c653284b4717f72e88178e58af4eb3bd1 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Permit___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Evloop_Permit_release, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Permit, __construct);
ZEND_METHOD(Evloop_Permit, release);


static const zend_function_entry class_Evloop_Permit_methods[] = {
	ZEND_ME(Evloop_Permit, __construct, arginfo_class_Evloop_Permit___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Evloop_Permit, release, arginfo_class_Evloop_Permit_release, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Permit(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Permit", class_Evloop_Permit_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
