/* SPDX-License-Identifier: MIT */
/*
 * See file_watch.h. A watcher owns its evl_watch until it is closed or freed, which may be after the loop has ended. PHP's
 * thread only; the ops are told inside the poll.
 */
#include "src/io/file_watch.h"

#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/base/options.h"
#include "src/core/mem.h"
#include "src/io/file.h"
#include "src/reactor/fs_watch.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/FileChange_arginfo.h"
#include "stubs/FileEvent_arginfo.h"
#include "stubs/FileWatcher_arginfo.h"
#include "stubs/WatchOptions_arginfo.h"

static zend_class_entry *ce_file_watcher;
static zend_class_entry *ce_file_event;
static zend_class_entry *ce_file_change;
static zend_class_entry *ce_watch_options;
static zend_object_handlers watcher_handlers;
static zend_object_handlers event_handlers;

enum { DEBOUNCE, MAX_FOLDERS, QUEUE };

static const evloop_option watch_options[] = {
	[DEBOUNCE] = {.type = EVLOOP_OPTION_SECONDS, .nullable = true, .seconds = -1.0},
	[MAX_FOLDERS] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 1 << 24, .integer = 10000},
	[QUEUE] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 1 << 24, .integer = 4096},
};

enum { CHANGE, PATH, OLD_PATH, IS_FOLDER };

typedef struct file_watcher {
	evl_watch *watch;      /* NULL: closed */
	evl_change *change;    /* that becomes an event now: owned */
	evloop_waiter *waiter; /* who waits; there is one at most */
	zend_string *root;     /* what the paths of events begin with; "" for a file in the working directory */
	uint32_t loop;         /* see evloop_runtime_find() */
	int status;            /* of beginning */
	bool begun;
	zend_object std;
} file_watcher;

static file_watcher *watcher_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, file_watcher);
}

static void wake(const file_watcher *self)
{
	evloop_runtime *runtime = evloop_runtime_find(self->loop);

	if (self->waiter != NULL && runtime != NULL) {
		evloop_waiter_wake(&runtime->loop.tick, self->waiter);
	}
}

static void on_begun(evl_watch *watch, void *owner, int status)
{
	file_watcher *self = owner;

	self->begun = true;
	self->status = status;
	wake(self);
}

static void on_happened(evl_watch *watch, void *owner)
{
	wake(owner);
}

static const evl_watch_ops watch_ops = {.begun = on_begun, .happened = on_happened};

static void watcher_close(file_watcher *self)
{
	evl_watch *watch = self->watch;

	if (watch != NULL) {
		self->watch = NULL;
		evl_watch_free(watch, evloop_runtime_if_alive() != NULL && evloop_runtime_find(self->loop) != NULL);
	}
}

static zend_object *watcher_create_object(zend_class_entry *ce)
{
	file_watcher *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &watcher_handlers;
	return &self->std;
}

static void watcher_free_object(zend_object *object)
{
	file_watcher *self = watcher_from_obj(object);

	watcher_close(self);
	evl_free(self->change);
	if (self->root != NULL) {
		zend_string_release(self->root);
	}
	zend_object_std_dtor(object);
}

static const char *const change_names[] = {
	[EVL_CHANGE_CREATED] = "Created",
	[EVL_CHANGE_CHANGED] = "Changed",
	[EVL_CHANGE_REMOVED] = "Removed",
	[EVL_CHANGE_RENAMED] = "Renamed",
	[EVL_CHANGE_OVERFLOW] = "Overflow",
};

static zend_string *full_path(const zend_string *root, const char *path)
{
	if (*path == '\0') {
		return zend_string_copy((zend_string *) root);
	}
	return ZSTR_LEN(root) == 0 || ZSTR_VAL(root)[ZSTR_LEN(root) - 1] == '/'
			   ? zend_strpprintf(0, "%s%s", ZSTR_VAL(root), path)
			   : zend_strpprintf(0, "%s/%s", ZSTR_VAL(root), path);
}

/* Of the change that was taken, which is freed. */
static void make_event(file_watcher *self, zval *result)
{
	const evl_change *change = self->change;
	zend_object *event;

	object_init_ex(result, ce_file_event);
	event = Z_OBJ_P(result);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(event, CHANGE), zend_enum_get_case_cstr(ce_file_change, change_names[change->kind]));
	ZVAL_STR(OBJ_PROP_NUM(event, PATH), full_path(self->root, change->path));
	ZVAL_NULL(OBJ_PROP_NUM(event, OLD_PATH));
	if (change->old_path != NULL) {
		ZVAL_STR(OBJ_PROP_NUM(event, OLD_PATH), full_path(self->root, change->old_path));
	}
	ZVAL_BOOL(OBJ_PROP_NUM(event, IS_FOLDER), change->is_folder);
	evl_free(self->change);
	self->change = NULL;
}

static evloop_waited wait_once(file_watcher *self, const char *operation, double timeout)
{
	evloop_waiter waiter = {.waiting = false};
	evloop_waited waited;

	self->waiter = &waiter;
	evl_watch_reference(self->watch, true);
	waited = evloop_waiter_wait(&waiter, &self->std, operation, timeout);
	self->waiter = NULL;
	if (self->watch != NULL) {
		evl_watch_reference(self->watch, false);
	}
	return waited;
}

/* `result` stays UNDEF at the end. */
static bool watcher_next(file_watcher *self, double timeout, zval *result)
{
	uint64_t deadline = evloop_deadline(timeout);
	evloop_waited waited = EVLOOP_WAITED;

	if (self->waiter != NULL) {
		evloop_waiter_throw_pending(self->waiter, "next", ZSTR_VAL(self->root));
		return false;
	}
	while (self->watch != NULL) {
		self->change = evl_watch_take(self->watch);
		if (self->change != NULL) {
			make_event(self, result);
			return true;
		}
		if (evl_watch_has_ended(self->watch)) {
			watcher_close(self);
			return true;
		}
		if (waited == EVLOOP_WAITED_IN_VAIN) {
			zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "next() on %s: nothing happened within %g seconds",
				ZSTR_VAL(self->root), timeout);
			return false;
		}
		waited = wait_once(self, "next", evloop_deadline_left(deadline));
		if (waited == EVLOOP_WAITED_THROWN) {
			return false;
		}
	}
	return true;
}

static bool iterate(zend_object *object, zval *value)
{
	return watcher_next(watcher_from_obj(object), -1.0, value);
}

static zend_object_iterator *watcher_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), iterate, by_reference);
}

PHP_METHOD(Evloop_FileWatcher, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_FileWatcher, next)
{
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 1)) {
		RETURN_THROWS();
	}
	watcher_next(watcher_from_obj(Z_OBJ_P(ZEND_THIS)), timeout, return_value);
}

PHP_METHOD(Evloop_FileWatcher, close)
{
	file_watcher *self = watcher_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	watcher_close(self);
	wake(self);
}

PHP_METHOD(Evloop_FileWatcher, isClosed)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(watcher_from_obj(Z_OBJ_P(ZEND_THIS))->watch == NULL);
}

PHP_METHOD(Evloop_FileWatcher, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

/* The folder and, for a single file, its name: the end of both texts is cut off where the name begins. */
static const char *split(char *path, zend_string **shown)
{
	char *slash = strrchr(path, '/');
	const char *shown_slash = zend_memrchr(ZSTR_VAL(*shown), '/', ZSTR_LEN(*shown));
	size_t kept = shown_slash != NULL ? (size_t) (shown_slash - ZSTR_VAL(*shown)) : 0;
	zend_string *folder =
		shown_slash != NULL ? zend_string_init(ZSTR_VAL(*shown), kept > 0 ? kept : 1, false) : zend_empty_string;

	zend_string_release(*shown);
	*shown = folder;
	*slash = '\0';
	return slash + 1;
}

/* What is told as begun, or an exception. */
static bool begin(file_watcher *self, const evloop_fs_call *call, evl_fs *facts, const evl_watch_settings *settings)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	const char *name = S_ISDIR(facts->facts.st_mode) ? NULL : split(facts->path, &self->root);
	int status;

	self->loop = EVLOOP_G(runtime)->id;
	status =
		evl_watch_open(&self->watch, loop, *facts->path != '\0' ? facts->path : "/", name, settings, &watch_ops, self);
	if (status == 0) {
		evl_watch_reference(self->watch, false);
		while (!self->begun) {
			if (wait_once(self, call->operation, -1.0) == EVLOOP_WAITED_THROWN) {
				return false;
			}
		}
		status = self->status;
	}
	if (status != 0) {
		evloop_fs_throw(call, status);
	}
	return status == 0;
}

static zend_string *without_slashes(const zend_string *path)
{
	size_t length = ZSTR_LEN(path);

	while (length > 1 && ZSTR_VAL(path)[length - 1] == '/') {
		length--;
	}
	return zend_string_init(ZSTR_VAL(path), length, false);
}

PHP_METHOD(Evloop_File, watch)
{
	evloop_fs_call call = {.operation = "watch", .timeout = -1.0};
	evl_watch_settings settings = {.recursive = false};
	zend_object *options = NULL;
	zend_string *path;
	file_watcher *self;
	double debounce;
	evl_fs *fs;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(settings.recursive)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, ce_watch_options)
	ZEND_PARSE_PARAMETERS_END();

	call.subject = ZSTR_VAL(path);
	debounce = evloop_options_seconds(watch_options, options, DEBOUNCE);
	settings.settle = debounce > 0.0 ? evloop_duration_ns(debounce) : 0;
	settings.max_folders = (uint32_t) evloop_options_int(watch_options, options, MAX_FOLDERS);
	settings.queue = (uint32_t) evloop_options_int(watch_options, options, QUEUE);
	fs = evloop_fs_new(&call, EVL_FS_STAT, path, NULL, 1);
	fs = fs != NULL ? evloop_fs_do(&call, fs) : NULL;
	if (fs == NULL) {
		RETURN_THROWS();
	}
	self = watcher_from_obj(watcher_create_object(ce_file_watcher));
	self->root = without_slashes(path);
	if (!begin(self, &call, fs, &settings)) {
		evl_fs_free(fs);
		OBJ_RELEASE(&self->std);
		RETURN_THROWS();
	}
	evl_fs_free(fs);
	RETURN_OBJ(&self->std);
}

PHP_METHOD(Evloop_WatchOptions, __construct)
{
	evloop_options_construct(execute_data, watch_options, sizeof(watch_options) / sizeof(watch_options[0]));
}

PHP_METHOD(Evloop_FileEvent, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

static zend_object *event_create_object(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &event_handlers;
	return object;
}

zend_result evloop_file_watch_minit(int module_number)
{
	ce_file_change = register_class_Evloop_FileChange();
	ce_file_event = register_class_Evloop_FileEvent();
	ce_file_event->create_object = event_create_object;
	evloop_object_handlers(&event_handlers, 0);
	ce_watch_options = register_class_Evloop_WatchOptions();
	evloop_options_register(ce_watch_options);
	ce_file_watcher = register_class_Evloop_FileWatcher(zend_ce_aggregate);
	ce_file_watcher->create_object = watcher_create_object;
	ce_file_watcher->get_iterator = watcher_get_iterator;
	evloop_object_handlers(&watcher_handlers, XtOffsetOf(file_watcher, std));
	watcher_handlers.free_obj = watcher_free_object;
	return SUCCESS;
}
