/* SPDX-License-Identifier: MIT */
/*
 * Lending and taking back; see resource_pool.h. User code (create, check) runs in who borrows, while the resource is pending, so that
 * nobody else can have it meanwhile. What is to be destroyed is left to the reaper, a ready item of the pool: it can be doomed from
 * where no PHP code may run, and a coroutine that is being cancelled need not wait for it. Its place becomes free when it is gone.
 * PHP's thread only; on_idle_too_long() runs inside the poll.
 */
#include "src/coroutine/resource_pool.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

/* Who waits, on its C stack. */
typedef struct pool_waiter {
	evloop_place place;
	bool served;
	evloop_pooled *pooled; /* what it was given; NULL: room for a new one */
} pool_waiter;

static evloop_resource_pool *pool_of_timer(evl_timer *timer)
{
	return EVL_CONTAINER_OF(timer, evloop_resource_pool, timer);
}

static bool serve_first(evloop_resource_pool *pool, evloop_pooled *pooled)
{
	evloop_place *place = evloop_queue_first(&pool->waiters);
	pool_waiter *waiter;

	if (place == NULL) {
		return false;
	}
	waiter = EVL_CONTAINER_OF(place, pool_waiter, place);
	waiter->served = true;
	waiter->pooled = pooled;
	evloop_place_serve(place);
	return true;
}

/* There is room for one that was counted. */
static void give_room(evloop_resource_pool *pool)
{
	if (pool->closed || !serve_first(pool, NULL)) {
		pool->size--;
	}
}

/* Have the reaper run. Not when the request is over: then the pool goes, too. */
static void call_reaper(evloop_resource_pool *pool)
{
	evloop_runtime *runtime = evloop_wait_runtime();

	if (runtime != NULL && !evl_ready_is_queued(&pool->reaper)) {
		evloop_pin_set(&pool->pin, runtime, &pool->std);
		evl_tick_push(&runtime->loop.tick, &pool->reaper);
	}
}

/* It is pending: no list has it. */
static void doom(evloop_pooled *pooled)
{
	evloop_resource_pool *pool = pooled->pool;

	zend_hash_index_del(&pool->known, pooled->object->handle);
	evl_list_append(&pool->doomed, &pooled->link);
	pool->doomed_count++;
	call_reaper(pool);
}

static void leave_idle(evloop_pooled *pooled)
{
	evl_list_remove(&pooled->link);
	pooled->pool->idle_count--;
	pooled->state = EVLOOP_POOLED_PENDING;
}

static evloop_pooled *idle_longest(const evloop_resource_pool *pool)
{
	return evl_list_is_empty(&pool->idle) ? NULL : EVL_CONTAINER_OF(pool->idle.prev, evloop_pooled, link);
}

/* Doom what has been idle for too long, and come back for the next. */
static void watch_idle(evloop_resource_pool *pool)
{
	evloop_runtime *runtime = evloop_wait_runtime();
	evloop_pooled *oldest;
	uint64_t now = evl_loop_now();

	while ((oldest = idle_longest(pool)) != NULL && pool->size - pool->doomed_count > pool->min) {
		if (oldest->idle_since + pool->idle_limit > now) {
			if (runtime != NULL) {
				/* Without memory for it they stay longer. */
				(void) evl_timer_start(&runtime->loop, &pool->timer, oldest->idle_since + pool->idle_limit);
			}
			return;
		}
		leave_idle(oldest);
		doom(oldest);
	}
}

static void on_idle_too_long(evl_timer *timer)
{
	watch_idle(pool_of_timer(timer));
}

static void become_idle(evloop_pooled *pooled)
{
	evloop_resource_pool *pool = pooled->pool;

	pooled->state = EVLOOP_POOLED_IDLE;
	evl_list_prepend(&pool->idle, &pooled->link);
	pool->idle_count++;
	if (pool->idle_limit > 0) {
		pooled->idle_since = evl_loop_now();
		if (!evl_timer_is_active(&pool->timer)) {
			watch_idle(pool);
		}
	}
}

/* It is pending, and of use. */
static void give(evloop_pooled *pooled)
{
	if (pooled->pool->closed) {
		doom(pooled);
	} else if (!serve_first(pooled->pool, pooled)) {
		become_idle(pooled);
	}
}

static void leave_lent(evloop_pooled *pooled)
{
	if (evl_list_is_linked(&pooled->ending.link)) {
		evl_list_remove(&pooled->ending.link);
	}
	pooled->pool->lent_count--;
	pooled->state = EVLOOP_POOLED_PENDING;
}

void evloop_resource_pool_take_back(evloop_pooled *pooled, bool usable)
{
	leave_lent(pooled);
	if (usable) {
		give(pooled);
	} else {
		doom(pooled);
	}
}

/* The coroutine that it was lent to has ended. */
static void on_ended(evloop_ending *ending)
{
	evloop_resource_pool_take_back(EVL_CONTAINER_OF(ending, evloop_pooled, ending), false);
}

static void lend(evloop_pooled *pooled)
{
	evloop_resource_pool *pool = pooled->pool;
	evloop_stack *stack = evloop_stack_current();

	pooled->state = EVLOOP_POOLED_LENT;
	pooled->lease = ++pool->leases;
	pool->lent_count++;
	if (stack != NULL) {
		pooled->ending.ended = on_ended;
		evloop_coroutine_watch_end(stack, &pooled->ending);
	}
}

/* The reaper has taken it out of the doomed. Runs PHP code, which may wait. */
static void destroy(evloop_pooled *pooled)
{
	evloop_resource_pool *pool = pooled->pool;
	zval object;

	ZVAL_OBJ(&object, pooled->object);
	efree(pooled);
	if (evloop_callback_is_set(&pool->destroy)) {
		evloop_scheduler_run_callback(&pool->destroy, 1, &object);
	}
	zval_ptr_dtor(&object);
	pool->doomed_count--;
	pool->destroyed++;
	give_room(pool);
}

/* If a callback waits, the next doomed one queues the item again: there may be several at work. */
static void reap(evl_ready *item)
{
	evloop_resource_pool *pool = EVL_CONTAINER_OF(item, evloop_resource_pool, reaper);
	evl_list *node;

	GC_ADDREF(&pool->std);
	evloop_pin_drop(&pool->pin);
	while (EG(exception) == NULL && (node = evl_list_shift(&pool->doomed)) != NULL) {
		destroy(EVL_CONTAINER_OF(node, evloop_pooled, link));
	}
	OBJ_RELEASE(&pool->std);
}

static void throw_closed(void)
{
	zend_throw_exception(evloop_ce_closed_exception, "Pool::acquire(): the pool is closed", 0);
}

/* Room is counted for it. NULL: an exception is thrown. */
static evloop_pooled *make(evloop_resource_pool *pool)
{
	evloop_pooled *pooled;
	zval result;

	evloop_callback_call(&pool->create, &result, 0, NULL);
	if (EG(exception) == NULL && Z_TYPE(result) != IS_OBJECT) {
		zend_type_error("Pool: $create must return an object, %s returned", zend_zval_type_name(&result));
	} else if (EG(exception) == NULL && zend_hash_index_exists(&pool->known, Z_OBJ_HANDLE(result))) {
		zend_type_error("Pool: $create must return a new object, the pool has this one already");
	}
	if (UNEXPECTED(EG(exception) != NULL)) {
		zval_ptr_dtor(&result);
		give_room(pool);
		return NULL;
	}
	pooled = ecalloc(1, sizeof(*pooled));
	pooled->pool = pool;
	pooled->object = Z_OBJ(result);
	zend_hash_index_add_new_ptr(&pool->known, Z_OBJ_HANDLE(result), pooled);
	pool->created++;
	return pooled;
}

/* Whether it may be lent; an Exception means no, an Error goes on. */
static bool passes_check(evloop_pooled *pooled)
{
	evloop_resource_pool *pool = pooled->pool;
	zval object;
	zval result;
	bool passes;

	if (!evloop_callback_is_set(&pool->check)) {
		return true;
	}
	ZVAL_OBJ(&object, pooled->object);
	evloop_callback_call(&pool->check, &result, 1, &object);
	if (UNEXPECTED(EG(exception) != NULL)) {
		if (instanceof_function(EG(exception)->ce, zend_ce_exception)) {
			zend_clear_exception();
		}
		return false;
	}
	passes = zend_is_true(&result);
	zval_ptr_dtor(&result);
	return passes && EG(exception) == NULL;
}

/* A waiter that cannot go on has been given something. */
static void pass_on(evloop_resource_pool *pool, pool_waiter *who)
{
	if (who->served && who->pooled != NULL) {
		give(who->pooled);
	} else if (who->served) {
		give_room(pool);
	}
}

/*
 * Wait for a resource, or for room to make one (`pooled` NULL). Who has had its turn already, and got one that was of no use, is the
 * first in the queue. False with an exception thrown.
 */
static bool wait_for_turn(evloop_resource_pool *pool, double timeout, bool first, evloop_pooled **pooled)
{
	pool_waiter who;
	evloop_wait wait;
	evloop_waited waited;

	if (!evloop_wait_begin(&wait, "Pool::acquire", &pool->std)) {
		return false;
	}
	who.served = false;
	evloop_place_enter(&who.place, first ? pool->waiters.next : &pool->waiters, &wait);
	waited = evloop_wait_park(&wait, timeout);
	evloop_place_leave(&who.place);

	if (waited == EVLOOP_WAITED_THROWN || pool->closed) {
		pass_on(pool, &who);
		if (waited != EVLOOP_WAITED_THROWN) {
			throw_closed();
		}
		return false;
	}
	if (!who.served) {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "Pool::acquire(): nothing came back within %g seconds", timeout);
		return false;
	}
	*pooled = who.pooled;
	return true;
}

/* One that is pending now, and known to be good. NULL: an exception is thrown. */
static evloop_pooled *find(evloop_resource_pool *pool, double timeout)
{
	for (bool again = false;; again = true) {
		evloop_pooled *pooled = NULL;

		if (!evl_list_is_empty(&pool->idle)) {
			pooled = EVL_CONTAINER_OF(pool->idle.next, evloop_pooled, link);
			leave_idle(pooled);
		} else if (pool->size < pool->max) {
			pool->size++;
		} else if (!wait_for_turn(pool, timeout, again, &pooled)) {
			return NULL;
		}
		if (pooled == NULL) {
			return make(pool);
		}
		if (passes_check(pooled)) {
			return pooled;
		}
		doom(pooled);
		if (EG(exception) != NULL) {
			return NULL;
		}
		if (pool->closed) {
			throw_closed();
			return NULL;
		}
	}
}

evloop_pooled *evloop_resource_pool_borrow(evloop_resource_pool *pool, double timeout)
{
	evloop_pooled *pooled;

	if (pool->closed) {
		throw_closed();
		return NULL;
	}
	pooled = find(pool, timeout);
	if (pooled == NULL) {
		return NULL;
	}
	if (UNEXPECTED(pool->closed)) {
		doom(pooled);
		throw_closed();
		return NULL;
	}
	lend(pooled);
	return pooled;
}

evloop_pooled *evloop_resource_pool_lent(const evloop_resource_pool *pool, const zend_object *object)
{
	evloop_pooled *pooled = zend_hash_index_find_ptr(&pool->known, object->handle);

	return pooled != NULL && pooled->object == object && pooled->state == EVLOOP_POOLED_LENT ? pooled : NULL;
}

void evloop_resource_pool_close(evloop_resource_pool *pool)
{
	evloop_place *place;

	pool->closed = true;
	while ((place = evloop_queue_first(&pool->waiters)) != NULL) {
		evloop_place_serve(place);
	}
	while (!evl_list_is_empty(&pool->idle)) {
		evloop_pooled *pooled = EVL_CONTAINER_OF(pool->idle.next, evloop_pooled, link);

		leave_idle(pooled);
		doom(pooled);
	}
}

void evloop_resource_pool_init(evloop_resource_pool *pool)
{
	zend_hash_init(&pool->known, 0, NULL, NULL, false);
	evl_list_init(&pool->idle);
	evl_list_init(&pool->doomed);
	evl_list_init(&pool->waiters);
	ZVAL_UNDEF(&pool->create.callable);
	ZVAL_UNDEF(&pool->check.callable);
	ZVAL_UNDEF(&pool->destroy.callable);
	evl_timer_init(&pool->timer, on_idle_too_long);
	pool->timer.unreferenced = true;
	pool->reaper.run = reap;
	pool->reaper.priority = EVL_PRIORITY_NORMAL;
}

static void let_go(evloop_pooled *pooled, bool loop_is_there)
{
	zend_object *object = pooled->object;

	if (loop_is_there && evl_list_is_linked(&pooled->ending.link)) {
		evl_list_remove(&pooled->ending.link);
	}
	efree(pooled);
	OBJ_RELEASE(object);
}

/* Nobody waits, and the reaper is not queued: they hold the pool. */
void evloop_resource_pool_free(evloop_resource_pool *pool)
{
	evloop_runtime *runtime = evloop_runtime_if_alive();
	evloop_pooled *pooled;
	evl_list *node;

	if (runtime != NULL) {
		evl_timer_stop(&runtime->loop, &pool->timer);
	}
	ZEND_HASH_FOREACH_PTR (&pool->known, pooled) {
		let_go(pooled, runtime != NULL);
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(&pool->known);
	while ((node = evl_list_shift(&pool->doomed)) != NULL) {
		let_go(EVL_CONTAINER_OF(node, evloop_pooled, link), runtime != NULL);
	}
	evloop_callback_free(&pool->create);
	evloop_callback_free(&pool->check);
	evloop_callback_free(&pool->destroy);
}

void evloop_resource_pool_gc(evloop_resource_pool *pool, zend_get_gc_buffer *buffer)
{
	evloop_pooled *pooled;

	ZEND_HASH_FOREACH_PTR (&pool->known, pooled) {
		zend_get_gc_buffer_add_obj(buffer, pooled->object);
	}
	ZEND_HASH_FOREACH_END();
	for (evl_list *node = pool->doomed.next; node != &pool->doomed; node = node->next) {
		zend_get_gc_buffer_add_obj(buffer, EVL_CONTAINER_OF(node, evloop_pooled, link)->object);
	}
	zend_get_gc_buffer_add_zval(buffer, &pool->create.callable);
	zend_get_gc_buffer_add_zval(buffer, &pool->check.callable);
	zend_get_gc_buffer_add_zval(buffer, &pool->destroy.callable);
	evloop_queue_gc(&pool->waiters, buffer);
}
