/* SPDX-License-Identifier: MIT */
/*
 * See file_stat.h. PHP's thread only.
 */
#include "src/io/file_stat.h"

#include "src/base/object.h"
#include "zend_enum.h"

#include "stubs/FileStat_arginfo.h"
#include "stubs/FileType_arginfo.h"

static zend_class_entry *ce_file_stat;
static zend_class_entry *ce_file_type;
static zend_object_handlers file_stat_handlers;

enum { TYPE, SIZE, MODE, UID, GID, INODE, DEVICE, LINKS, ACCESSED, MODIFIED, CHANGED };

static const char *type_name(mode_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFDIR: return "Folder";
	case S_IFLNK: return "Link";
	case S_IFIFO: return "Fifo";
	case S_IFSOCK: return "Socket";
	case S_IFCHR:
	case S_IFBLK: return "Device";
	default: return "File";
	}
}

static double seconds_of(struct timespec time)
{
	return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

#ifdef __APPLE__
#define TIME_OF(facts, what) ((facts)->st_##what##timespec)
#else
#define TIME_OF(facts, what) ((facts)->st_##what##tim)
#endif

void evloop_file_stat_make(zval *result, const struct stat *facts)
{
	zend_object *object;

	object_init_ex(result, ce_file_stat);
	object = Z_OBJ_P(result);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(object, TYPE), zend_enum_get_case_cstr(ce_file_type, type_name(facts->st_mode)));
	ZVAL_LONG(OBJ_PROP_NUM(object, SIZE), (zend_long) facts->st_size);
	ZVAL_LONG(OBJ_PROP_NUM(object, MODE), (zend_long) (facts->st_mode & 07777));
	ZVAL_LONG(OBJ_PROP_NUM(object, UID), (zend_long) facts->st_uid);
	ZVAL_LONG(OBJ_PROP_NUM(object, GID), (zend_long) facts->st_gid);
	ZVAL_LONG(OBJ_PROP_NUM(object, INODE), (zend_long) facts->st_ino);
	ZVAL_LONG(OBJ_PROP_NUM(object, DEVICE), (zend_long) facts->st_dev);
	ZVAL_LONG(OBJ_PROP_NUM(object, LINKS), (zend_long) facts->st_nlink);
	ZVAL_DOUBLE(OBJ_PROP_NUM(object, ACCESSED), seconds_of(TIME_OF(facts, a)));
	ZVAL_DOUBLE(OBJ_PROP_NUM(object, MODIFIED), seconds_of(TIME_OF(facts, m)));
	ZVAL_DOUBLE(OBJ_PROP_NUM(object, CHANGED), seconds_of(TIME_OF(facts, c)));
}

PHP_METHOD(Evloop_FileStat, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *file_stat_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &file_stat_handlers;
	return object;
}

zend_result evloop_file_stat_minit(int module_number)
{
	ce_file_type = register_class_Evloop_FileType();
	ce_file_stat = register_class_Evloop_FileStat();
	/* With a function of its own a final class cannot be instantiated around its constructor. */
	ce_file_stat->create_object = file_stat_create_object;
	evloop_object_handlers(&file_stat_handlers, 0);
	return SUCCESS;
}
