/* SPDX-License-Identifier: MIT */
/*
 * Wraps zend_autoload, the engine's hook that ext/spl has set before. Who loads a class is noted per name; a second coroutine parks
 * until that is over and then looks the class up, or loads it itself if the first one failed. PHP's thread only.
 */
#include "src/coroutine/autoload.h"

typedef struct loading {
	evloop_stack *owner; /* NULL: {main}, or a plain Fiber of it */
	evl_list waiters;    /* waiter.link */
} loading;

typedef struct waiter {
	evl_list link;
	evloop_park park;
} waiter;

static zend_class_entry *(*autoload_before)(zend_string *name, zend_string *lc_name);

static HashTable *loading_table(evloop_scheduler *scheduler)
{
	if (scheduler->autoloading == NULL) {
		ALLOC_HASHTABLE(scheduler->autoloading);
		zend_hash_init(scheduler->autoloading, 8, NULL, NULL, 0);
	}
	return scheduler->autoloading;
}

static void wake_waiters(evloop_scheduler *scheduler, loading *self)
{
	evl_list *node;

	while ((node = evl_list_shift(&self->waiters)) != NULL) {
		evloop_park_wake(&scheduler->runtime->loop.tick, &EVL_CONTAINER_OF(node, waiter, link)->park);
	}
}

/* False when waiting is not possible here, or was ended by an exception. */
static bool wait_for(loading *other)
{
	waiter self = {.park.ready.priority = EVL_PRIORITY_NORMAL, .park.reason = "a class that another coroutine loads"};
	evloop_outcome outcome;

	if (evloop_context_refusal() != NULL) {
		return false;
	}
	evl_list_append(&other->waiters, &self.link);
	outcome = evloop_park_wait(&self.park);
	if (evl_list_is_linked(&self.link)) {
		evl_list_remove(&self.link);
	}
	return outcome == EVLOOP_WOKEN;
}

static zend_class_entry *load(evloop_scheduler *scheduler, evloop_stack *owner, zend_string *name, zend_string *lc_name)
{
	loading self = {.owner = owner};
	zend_class_entry *ce;

	evl_list_init(&self.waiters);
	zend_hash_add_new_ptr(loading_table(scheduler), lc_name, &self);
	ce = autoload_before(name, lc_name);
	zend_hash_del(scheduler->autoloading, lc_name);
	wake_waiters(scheduler, &self);
	return ce;
}

static zend_class_entry *autoload(zend_string *name, zend_string *lc_name)
{
	evloop_runtime *runtime = evloop_runtime_if_alive();
	evloop_scheduler *scheduler = runtime != NULL ? runtime->scheduler : NULL;
	evloop_stack *owner;
	loading *other;

	if (scheduler == NULL) {
		return autoload_before(name, lc_name);
	}
	/* The engine's guard is per name: it comes off, ours is per name and coroutine. */
	zend_hash_del(EG(in_autoload), lc_name);
	owner = evloop_stack_current();
	while ((other = zend_hash_find_ptr(loading_table(scheduler), lc_name)) != NULL) {
		zend_class_entry *ce;

		if (other->owner == owner || !wait_for(other)) {
			return NULL;
		}
		ce = zend_hash_find_ptr(EG(class_table), lc_name);
		if (ce != NULL) {
			return ce;
		}
	}
	return load(scheduler, owner, name, lc_name);
}

void evloop_autoload_shutdown(evloop_scheduler *scheduler)
{
	if (scheduler->autoloading != NULL) {
		zend_hash_destroy(scheduler->autoloading);
		FREE_HASHTABLE(scheduler->autoloading);
	}
}

zend_result evloop_autoload_minit(int module_number)
{
	autoload_before = zend_autoload;
	zend_autoload = autoload;
	return SUCCESS;
}
