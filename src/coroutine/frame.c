/* SPDX-License-Identifier: MIT */
/*
 * Root frames and the frame "[evloop]". The statics are written once, in MINIT. PHP's thread only.
 */
#include "src/coroutine/frame.h"

#include "zend_fibers.h"
#include "zend_vm.h"

/* Without a name, so that it does not show in traces; the engine asserts that a frame has a function. */
static zend_function root_function = {.internal_function = {.type = ZEND_INTERNAL_FUNCTION}};

static zend_op no_op;
static zend_op_array no_code;
static zend_execute_data nowhere;

static bool is_user_frame(const zend_execute_data *frame)
{
	return frame->func != NULL && ZEND_USER_CODE(frame->func->type);
}

zend_execute_data *evloop_frame_begin_stack(zend_vm_stack page, size_t size)
{
	zend_execute_data *root;

	page->top = ZEND_VM_STACK_ELEMENTS(page);
	page->end = (zval *) ((char *) page + size);
	page->prev = NULL;
	EG(vm_stack) = page;
	EG(vm_stack_top) = page->top + ZEND_CALL_FRAME_SLOT;
	EG(vm_stack_end) = page->end;
	EG(vm_stack_page_size) = ZEND_FIBER_VM_STACK_SIZE;

	root = (zend_execute_data *) page->top;
	memset(root, 0, sizeof(*root));
	root->func = &root_function;
	EG(current_execute_data) = root;
	return root;
}

zend_execute_data *evloop_frame_observable(zend_execute_data *frame)
{
	return EXPECTED(evloop_frame_nearest_user(frame) != NULL) ? frame : &nowhere;
}

zend_execute_data *evloop_frame_nowhere(void)
{
	return &nowhere;
}

const zend_execute_data *evloop_frame_nearest_user(const zend_execute_data *frame)
{
	while (frame != NULL && !is_user_frame(frame)) {
		frame = frame->func == &root_function ? NULL : frame->prev_execute_data;
	}
	return frame;
}

zend_result evloop_frame_minit(int module_number)
{
	no_code.type = ZEND_USER_FUNCTION;
	no_code.filename = zend_string_init_interned(ZEND_STRL("[evloop]"), true);
	nowhere.func = (zend_function *) &no_code;
	nowhere.opline = &no_op;
	return SUCCESS;
}
