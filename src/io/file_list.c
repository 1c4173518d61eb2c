/* SPDX-License-Identifier: MIT */
/*
 * See file_list.h. A list owns the open folder, but while a request reads from it, which then owns it: whoever ends first,
 * the folder is closed by the other. PHP's thread only.
 */
#include "src/io/file_list.h"

#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/core/mem.h"
#include "src/io/file.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/FileList_arginfo.h"

typedef struct file_list {
	evl_folder *folder; /* NULL: closed, at its end, or with the request */
	char *names;        /* evl_malloc'd: the batch */
	size_t size;
	size_t taken;
	zend_string *path; /* for messages */
	double timeout;
	evloop_waiter waiter; /* who reads the next batch */
	bool reads;
	bool closed;
	zend_object std;
} file_list;

static zend_class_entry *ce_file_list;
static zend_object_handlers file_list_handlers;

static file_list *list_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, file_list);
}

static zend_object *file_list_create_object(zend_class_entry *ce)
{
	file_list *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &file_list_handlers;
	self->closed = true;
	return &self->std;
}

static void list_close(file_list *self)
{
	if (self->folder != NULL) {
		evl_folder_close(self->folder);
		self->folder = NULL;
	}
	evl_free(self->names);
	self->names = NULL;
	self->size = self->taken = 0;
	self->closed = true;
}

static void file_list_free_object(zend_object *object)
{
	file_list *self = list_from_obj(object);

	list_close(self);
	if (self->path != NULL) {
		zend_string_release(self->path);
	}
	zend_object_std_dtor(object);
}

/* What the request has brought, which is freed. */
static void take_batch(file_list *self, evl_fs *fs)
{
	if (!self->closed) {
		evl_free(self->names);
		self->names = fs->data;
		self->size = fs->size;
		self->taken = 0;
		self->folder = fs->folder;
		fs->data = NULL;
		fs->folder = NULL;
		if (self->size == 0) {
			list_close(self);
		}
	}
	evl_fs_free(fs);
}

static bool read_batch(file_list *self)
{
	evloop_fs_call call = {"list", ZSTR_VAL(self->path), &self->std, self->timeout};
	evl_fs *fs = evl_fs_new(EVL_FS_NAMES, NULL, NULL);

	if (fs != NULL) {
		fs->folder = self->folder;
		self->folder = NULL;
	}
	evloop_waiter_mark(&self->waiter, "list");
	self->reads = true;
	fs = evloop_fs_do(&call, fs);
	self->reads = false;
	if (fs == NULL) {
		list_close(self);
		return false;
	}
	take_batch(self, fs);
	return true;
}

static bool list_next(zend_object *object, zval *value)
{
	file_list *self = list_from_obj(object);
	const char *name;

	if (UNEXPECTED(self->reads)) {
		evloop_waiter_throw_pending(&self->waiter, "list", ZSTR_VAL(self->path));
		return false;
	}
	if (self->taken == self->size && self->folder != NULL && !read_batch(self)) {
		return false;
	}
	if (self->taken == self->size) {
		return true;
	}
	name = self->names + self->taken;
	ZVAL_STRING(value, name);
	self->taken += Z_STRLEN_P(value) + 1;
	return true;
}

static zend_object_iterator *list_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), list_next, by_reference);
}

PHP_METHOD(Evloop_File, list)
{
	evloop_fs_call call = {.operation = "list"};
	zend_string *path;
	bool no_timeout = true;
	file_list *self;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(call.timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&call.timeout, no_timeout, -1.0, 2)) {
		RETURN_THROWS();
	}
	call.subject = ZSTR_VAL(path);
	fs = evloop_fs_new(&call, EVL_FS_LIST, path, NULL, 1);
	fs = fs != NULL ? evloop_fs_do(&call, fs) : NULL;
	if (fs == NULL) {
		RETURN_THROWS();
	}
	self = list_from_obj(file_list_create_object(ce_file_list));
	self->path = zend_string_copy(path);
	self->timeout = call.timeout;
	self->closed = false;
	take_batch(self, fs);
	RETURN_OBJ(&self->std);
}

PHP_METHOD(Evloop_FileList, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_FileList, close)
{
	ZEND_PARSE_PARAMETERS_NONE();
	list_close(list_from_obj(Z_OBJ_P(ZEND_THIS)));
}

PHP_METHOD(Evloop_FileList, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_file_list_minit(int module_number)
{
	ce_file_list = register_class_Evloop_FileList(zend_ce_aggregate);
	ce_file_list->create_object = file_list_create_object;
	ce_file_list->get_iterator = list_get_iterator;
	evloop_object_handlers(&file_list_handlers, XtOffsetOf(file_list, std));
	file_list_handlers.free_obj = file_list_free_object;
	return SUCCESS;
}
