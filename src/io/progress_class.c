/* SPDX-License-Identifier: MIT */
/*
 * The methods of Progress, and foreach over what over() has made: an iterator that passes on the items' own and counts them. It is the
 * one that finishes the Progress, whichever way the loop ends. PHP's thread only.
 */
#include "src/io/progress.h"

#include "src/base/callback.h"
#include "src/base/iterate.h"
#include "src/base/object.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/Progress_arginfo.h"

typedef struct progress_iterator {
	zend_object_iterator base; /* base.data is the Progress */
	evloop_iteration items;
	zval value; /* UNDEF: not fetched yet, or the end */
	bool ended;
} progress_iterator;

static zend_class_entry *ce_progress;
static zend_object_handlers progress_handlers;

static zend_object *progress_create_object(zend_class_entry *ce)
{
	evloop_progress *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &progress_handlers;
	ZVAL_UNDEF(&self->items);
	return &self->std;
}

static void progress_destroy(zend_object *object)
{
	evloop_progress_finish(evloop_progress_from_obj(object));
	zend_objects_destroy_object(object);
}

static void progress_free(zend_object *object)
{
	evloop_progress_free(evloop_progress_from_obj(object));
}

static HashTable *progress_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_progress *self = evloop_progress_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &self->items);
	if (self->output != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &self->output->std);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Progress, __construct)
{
	evloop_progress *self = evloop_progress_from_obj(Z_OBJ_P(ZEND_THIS));
	evloop_progress_settings settings = {.label = ZSTR_EMPTY_ALLOC(),
		.unit = ZSTR_EMPTY_ALLOC(),
		.no_total = true,
		.no_interval = true,
		.total_number = 1,
		.interval_number = 4};

	ZEND_PARSE_PARAMETERS_START(0, 5)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(settings.total, settings.no_total)
		Z_PARAM_STR(settings.label)
		Z_PARAM_STR(settings.unit)
		Z_PARAM_DOUBLE_OR_NULL(settings.interval, settings.no_interval)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(settings.output, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	if (self->output != NULL) {
		zend_throw_error(NULL, "The Progress is constructed already");
		RETURN_THROWS();
	}
	evloop_progress_begin(self, &settings);
}

/* How many there are, if they say it. False with an exception thrown. */
static bool count_items(zval *items, evloop_progress_settings *settings)
{
	evloop_callback count = {.max_args = 0};
	zval result;

	if (Z_TYPE_P(items) == IS_ARRAY) {
		settings->total = zend_hash_num_elements(Z_ARRVAL_P(items));
		settings->no_total = false;
		return true;
	}
	if (!instanceof_function(Z_OBJCE_P(items), zend_ce_countable)) {
		return true;
	}
	count.fcc = (zend_fcall_info_cache){
		.function_handler = zend_hash_str_find_ptr(&Z_OBJCE_P(items)->function_table, ZEND_STRL("count")),
		.object = Z_OBJ_P(items),
		.called_scope = Z_OBJCE_P(items),
	};
	evloop_callback_call(&count, &result, 0, NULL);
	if (EG(exception) == NULL) {
		settings->total = MAX(zval_get_long(&result), 0);
		settings->no_total = false;
	}
	zval_ptr_dtor(&result);
	return EG(exception) == NULL;
}

PHP_METHOD(Evloop_Progress, over)
{
	evloop_progress_settings settings = {.label = ZSTR_EMPTY_ALLOC(),
		.unit = ZSTR_EMPTY_ALLOC(),
		.no_total = true,
		.no_interval = true,
		.total_number = 3,
		.interval_number = 5};
	zval *items;

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_ITERABLE(items)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(settings.label)
		Z_PARAM_LONG_OR_NULL(settings.total, settings.no_total)
		Z_PARAM_STR(settings.unit)
		Z_PARAM_DOUBLE_OR_NULL(settings.interval, settings.no_interval)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(settings.output, evloop_ce_stream)
	ZEND_PARSE_PARAMETERS_END();

	if (settings.no_total && !count_items(items, &settings)) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, ce_progress);
	if (evloop_progress_begin(evloop_progress_from_obj(Z_OBJ_P(return_value)), &settings)) {
		ZVAL_COPY(&evloop_progress_from_obj(Z_OBJ_P(return_value))->items, items);
	}
}

/* NULL with an exception thrown. */
static evloop_progress *this_progress(zval *this)
{
	evloop_progress *self = evloop_progress_from_obj(Z_OBJ_P(this));

	if (UNEXPECTED(self->output == NULL)) {
		zend_throw_error(NULL, "The Progress was not constructed");
		return NULL;
	}
	return self;
}

/* advance() and set(). */
static void move(INTERNAL_FUNCTION_PARAMETERS, zend_long number, bool is_step)
{
	evloop_progress *self = this_progress(ZEND_THIS);
	uint64_t done;

	if (self == NULL) {
		RETURN_THROWS();
	}
	if (UNEXPECTED(number < 0)) {
		zend_argument_value_error(1, "must be at least 0");
		RETURN_THROWS();
	}
	done = (is_step ? self->state.done : 0) + (uint64_t) number;
	self->state.done = done < ZEND_LONG_MAX ? done : ZEND_LONG_MAX;
	evloop_progress_moved(self);
}

PHP_METHOD(Evloop_Progress, advance)
{
	zend_long steps = 1;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(steps)
	ZEND_PARSE_PARAMETERS_END();

	move(INTERNAL_FUNCTION_PARAM_PASSTHRU, steps, true);
}

PHP_METHOD(Evloop_Progress, set)
{
	zend_long done;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(done)
	ZEND_PARSE_PARAMETERS_END();

	move(INTERNAL_FUNCTION_PARAM_PASSTHRU, done, false);
}

PHP_METHOD(Evloop_Progress, setTotal)
{
	evloop_progress *self = this_progress(ZEND_THIS);
	zend_long total = 0;
	bool is_null;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG_OR_NULL(total, is_null)
	ZEND_PARSE_PARAMETERS_END();

	if (self == NULL || !evloop_progress_take_total(total, is_null, 1, &self->state.total)) {
		RETURN_THROWS();
	}
	evloop_progress_moved(self);
}

PHP_METHOD(Evloop_Progress, setLabel)
{
	evloop_progress *self = this_progress(ZEND_THIS);
	zend_string *label;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(label)
	ZEND_PARSE_PARAMETERS_END();

	if (self == NULL) {
		RETURN_THROWS();
	}
	zend_string_release(self->label);
	self->label = zend_string_copy(label);
	evloop_progress_moved(self);
}

PHP_METHOD(Evloop_Progress, next)
{
	evloop_progress *self = this_progress(ZEND_THIS);
	zend_string *label;
	zend_long total = 0;
	bool no_total = true;
	uint64_t steps;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(label)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(total, no_total)
	ZEND_PARSE_PARAMETERS_END();

	if (self == NULL || !evloop_progress_take_total(total, no_total, 2, &steps)) {
		RETURN_THROWS();
	}
	evloop_progress_next(self, label, steps);
}

PHP_METHOD(Evloop_Progress, print)
{
	evloop_progress *self = this_progress(ZEND_THIS);
	zend_string *line;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(line)
	ZEND_PARSE_PARAMETERS_END();

	if (self == NULL) {
		RETURN_THROWS();
	}
	evloop_progress_print(self, line);
}

PHP_METHOD(Evloop_Progress, finish)
{
	evloop_progress *self = this_progress(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();

	if (self == NULL) {
		RETURN_THROWS();
	}
	evloop_progress_finish(self);
}

static progress_iterator *iterator_from(zend_object_iterator *base)
{
	return (progress_iterator *) base;
}

static void iterator_drop(zend_object_iterator *base)
{
	zval value;

	ZVAL_COPY_VALUE(&value, &iterator_from(base)->value);
	ZVAL_UNDEF(&iterator_from(base)->value);
	zval_ptr_dtor(&value);
}

static void iterator_free(zend_object_iterator *base)
{
	iterator_drop(base);
	evloop_iteration_free(&iterator_from(base)->items);
	evloop_progress_finish(evloop_progress_from_obj(Z_OBJ(base->data)));
	zval_ptr_dtor(&base->data);
}

static int iterator_valid(zend_object_iterator *base)
{
	progress_iterator *self = iterator_from(base);

	if (Z_ISUNDEF(self->value) && !self->ended) {
		if (!evloop_iteration_next(&self->items, &self->value)) {
			return FAILURE;
		}
		self->ended = Z_ISUNDEF(self->value);
	}
	return self->ended ? FAILURE : SUCCESS;
}

static zval *iterator_current(zend_object_iterator *base)
{
	return iterator_valid(base) == SUCCESS ? &iterator_from(base)->value : NULL;
}

/* Of any type, as the items have it. */
static void iterator_key(zend_object_iterator *base, zval *key)
{
	zend_object_iterator *inner = iterator_from(base)->items.iterator;

	if (iterator_valid(base) != SUCCESS) {
		ZVAL_NULL(key);
	} else if (inner != NULL && inner->funcs->get_current_key != NULL) {
		inner->funcs->get_current_key(inner, key);
	} else {
		(void) evloop_iteration_key(&iterator_from(base)->items, key);
	}
}

static void iterator_forward(zend_object_iterator *base)
{
	evloop_progress *self = evloop_progress_from_obj(Z_OBJ(base->data));

	if (iterator_valid(base) == SUCCESS) {
		iterator_drop(base);
		self->state.done++;
		evloop_progress_moved(self);
	}
}

static void iterator_rewind(zend_object_iterator *base)
{
}

static HashTable *iterator_gc(zend_object_iterator *base, zval **table, int *count)
{
	progress_iterator *self = iterator_from(base);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	zval array;

	zend_get_gc_buffer_add_zval(buffer, &base->data);
	zend_get_gc_buffer_add_zval(buffer, &self->value);
	if (self->items.iterator != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &self->items.iterator->std);
	}
	if (self->items.array != NULL) {
		ZVAL_ARR(&array, self->items.array);
		zend_get_gc_buffer_add_zval(buffer, &array);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static const zend_object_iterator_funcs iterator_functions = {
	.dtor = iterator_free,
	.valid = iterator_valid,
	.get_current_data = iterator_current,
	.get_current_key = iterator_key,
	.move_forward = iterator_forward,
	.rewind = iterator_rewind,
	.get_gc = iterator_gc,
};

static zend_object_iterator *progress_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	evloop_progress *self = evloop_progress_from_obj(Z_OBJ_P(object));
	progress_iterator *iterator;
	zval items;

	if (by_reference) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	if (Z_ISUNDEF(self->items)) {
		zend_throw_exception(
			spl_ce_LogicException, "foreach is for what Progress::over() has made, and once for each", 0);
		return NULL;
	}
	ZVAL_COPY_VALUE(&items, &self->items);
	ZVAL_UNDEF(&self->items);
	iterator = ecalloc(1, sizeof(*iterator));
	zend_iterator_init(&iterator->base);
	iterator->base.funcs = &iterator_functions;
	ZVAL_OBJ_COPY(&iterator->base.data, &self->std);
	ZVAL_UNDEF(&iterator->value);
	if (!evloop_iteration_init(&iterator->items, &items)) {
		zend_iterator_dtor(&iterator->base);
		zval_ptr_dtor(&items);
		return NULL;
	}
	zval_ptr_dtor(&items);
	return &iterator->base;
}

PHP_METHOD(Evloop_Progress, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_progress_minit(int module_number)
{
	ce_progress = register_class_Evloop_Progress(zend_ce_aggregate);
	ce_progress->create_object = progress_create_object;
	ce_progress->get_iterator = progress_get_iterator;
	evloop_object_handlers(&progress_handlers, XtOffsetOf(evloop_progress, std));
	progress_handlers.dtor_obj = progress_destroy;
	progress_handlers.free_obj = progress_free;
	progress_handlers.get_gc = progress_get_gc;
	return SUCCESS;
}
