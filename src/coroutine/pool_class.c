/* SPDX-License-Identifier: MIT */
/*
 * The class Pool over resource_pool.c. PHP's thread only.
 */
#include "src/coroutine/resource_pool.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

#include "stubs/Pool_arginfo.h"

#define MAX_SIZE 1000000

static zend_object_handlers pool_handlers;

static evloop_resource_pool *pool_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, evloop_resource_pool);
}

static zend_object *pool_create_object(zend_class_entry *ce)
{
	evloop_resource_pool *pool = evloop_object_alloc(sizeof(*pool), ce);

	zend_object_std_init(&pool->std, ce);
	pool->std.handlers = &pool_handlers;
	evloop_resource_pool_init(pool);
	return &pool->std;
}

static void pool_free_object(zend_object *object)
{
	evloop_resource_pool_free(pool_from_obj(object));
	zend_object_std_dtor(object);
}

static HashTable *pool_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_resource_pool_gc(pool_from_obj(object), buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/* NULL with an exception thrown for one whose constructor was never called. */
static evloop_resource_pool *this_pool(zval *this)
{
	evloop_resource_pool *pool = pool_from_obj(Z_OBJ_P(this));

	if (UNEXPECTED(!evloop_callback_is_set(&pool->create))) {
		zend_throw_error(NULL, "The Pool was not constructed");
		return NULL;
	}
	return pool;
}

/* What is lent as this object, which is argument 1; NULL with a ValueError thrown. */
static evloop_pooled *lent_argument(zval *this, const zend_object *object)
{
	evloop_resource_pool *pool = this_pool(this);
	evloop_pooled *pooled = pool != NULL ? evloop_resource_pool_lent(pool, object) : NULL;

	if (pooled == NULL && EG(exception) == NULL) {
		zend_argument_value_error(1, "must be an object that this pool has lent");
	}
	return pooled;
}

static bool check_limits(zend_long max, zend_long min, double idle, bool no_idle)
{
	if (max < 1 || max > MAX_SIZE) {
		zend_argument_value_error(2, "must be between 1 and %d", MAX_SIZE);
		return false;
	}
	if (min < 0 || min > max) {
		zend_argument_value_error(3, "must be between 0 and argument #2 ($max)");
		return false;
	}
	return no_idle || evloop_duration_check(idle, 4);
}

static void take_callback(evloop_callback *callback, zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	if (ZEND_FCI_INITIALIZED(*fci)) {
		evloop_callback_init(callback, fci, fcc);
	}
}

PHP_METHOD(Evloop_Pool, __construct)
{
	evloop_resource_pool *pool = pool_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci[3] = {empty_fcall_info, empty_fcall_info, empty_fcall_info};
	zend_fcall_info_cache fcc[3] = {empty_fcall_info_cache, empty_fcall_info_cache, empty_fcall_info_cache};
	zend_long max = 10;
	zend_long min = 0;
	double idle = 60.0;
	bool no_idle = false;

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_FUNC(fci[0], fcc[0])
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(max)
		Z_PARAM_LONG(min)
		Z_PARAM_DOUBLE_OR_NULL(idle, no_idle)
		Z_PARAM_FUNC_OR_NULL(fci[1], fcc[1])
		Z_PARAM_FUNC_OR_NULL(fci[2], fcc[2])
	ZEND_PARSE_PARAMETERS_END();

	if (!check_limits(max, min, idle, no_idle)) {
		RETURN_THROWS();
	}
	if (evloop_callback_is_set(&pool->create)) {
		zend_throw_error(NULL, "The Pool is constructed already");
		RETURN_THROWS();
	}
	if (evloop_runtime_get() == NULL) {
		RETURN_THROWS();
	}
	pool->max = (uint32_t) max;
	pool->min = (uint32_t) min;
	pool->idle_limit = no_idle ? 0 : MAX(evloop_duration_ns(idle), 1);
	take_callback(&pool->create, &fci[0], &fcc[0]);
	take_callback(&pool->check, &fci[1], &fcc[1]);
	take_callback(&pool->destroy, &fci[2], &fcc[2]);
}

/* A body has ended with what it was lent. */
static void take_back_after(evloop_resource_pool *pool, zend_object *object, uint64_t lease)
{
	evloop_pooled *pooled = evloop_resource_pool_lent(pool, object);

	if (pooled != NULL && pooled->lease == lease) {
		evloop_resource_pool_take_back(pooled,
			EG(exception) == NULL || instanceof_function(EG(exception)->ce, zend_ce_exception) ||
				(instanceof_function(EG(exception)->ce, zend_ce_error) && !evloop_error_is_cancelled(EG(exception))));
	}
}

PHP_METHOD(Evloop_Pool, use)
{
	evloop_resource_pool *pool = this_pool(ZEND_THIS);
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback body;
	evloop_pooled *pooled;
	uint64_t lease;
	zval object;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	pooled = pool != NULL ? evloop_resource_pool_borrow(pool, -1.0) : NULL;
	if (pooled == NULL) {
		RETURN_THROWS();
	}
	lease = pooled->lease;
	ZVAL_OBJ_COPY(&object, pooled->object);
	evloop_callback_init(&body, &fci, &fcc);
	evloop_callback_call(&body, return_value, 1, &object);
	evloop_callback_free(&body);
	take_back_after(pool, Z_OBJ(object), lease);
	zval_ptr_dtor(&object);
}

PHP_METHOD(Evloop_Pool, acquire)
{
	evloop_resource_pool *pool = this_pool(ZEND_THIS);
	evloop_pooled *pooled;
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (pool == NULL || !evloop_wait_timeout(&timeout, no_timeout, 1)) {
		RETURN_THROWS();
	}
	pooled = evloop_resource_pool_borrow(pool, timeout);
	if (pooled == NULL) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(pooled->object);
}

static void give_back(INTERNAL_FUNCTION_PARAMETERS, bool usable)
{
	zend_object *object;
	evloop_pooled *pooled;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ(object)
	ZEND_PARSE_PARAMETERS_END();

	pooled = lent_argument(ZEND_THIS, object);
	if (pooled == NULL) {
		RETURN_THROWS();
	}
	evloop_resource_pool_take_back(pooled, usable);
}

PHP_METHOD(Evloop_Pool, release)
{
	give_back(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Evloop_Pool, discard)
{
	give_back(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Evloop_Pool, close)
{
	evloop_resource_pool *pool = this_pool(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (pool == NULL) {
		RETURN_THROWS();
	}
	evloop_resource_pool_close(pool);
}

PHP_METHOD(Evloop_Pool, stats)
{
	evloop_resource_pool *pool = this_pool(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (pool == NULL) {
		RETURN_THROWS();
	}
	array_init(return_value);
	add_assoc_long(return_value, "lent", pool->lent_count);
	add_assoc_long(return_value, "idle", pool->idle_count);
	add_assoc_long(return_value, "pending", pool->size - pool->lent_count - pool->idle_count);
	add_assoc_long(return_value, "waiting", evloop_queue_count(&pool->waiters));
	add_assoc_long(return_value, "created", (zend_long) pool->created);
	add_assoc_long(return_value, "destroyed", (zend_long) pool->destroyed);
}

zend_result evloop_pool_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Pool();

	ce->create_object = pool_create_object;
	evloop_object_handlers(&pool_handlers, XtOffsetOf(evloop_resource_pool, std));
	pool_handlers.free_obj = pool_free_object;
	pool_handlers.get_gc = pool_get_gc;
	return SUCCESS;
}
