/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c68fc181e32eea217b0a8b5518f7018408f90860 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evloop_Arm___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Evloop_Arm, __construct);


static const zend_function_entry class_Evloop_Arm_methods[] = {
	ZEND_ME(Evloop_Arm, __construct, arginfo_class_Evloop_Arm___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evloop_Arm(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evloop", "Arm", class_Evloop_Arm_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
