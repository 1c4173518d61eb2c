/* SPDX-License-Identifier: MIT */
/*
 * gather(), map() and wait(): many awaited by one. Each task has an entry with a reaction on its promise; what has settled is put
 * aside, since reactions run no PHP code, and taken by the one who waits when it has its turn. It is woken only when there is something
 * to decide, so gathering a thousand tasks costs two switches and not a thousand.
 *
 * The promises and results lie in an array that the waiting coroutine's get_gc reports. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/base/iterate.h"
#include "src/coroutine/functions.h"
#include "src/coroutine/scope.h"
#include "src/coroutine/wait_queue.h"
#include "src/promise/cancel.h"
#include "src/promise/rejection.h"
#include "zend_enum.h"
#include "zend_exceptions.h"

#include "stubs/WaitFor_arginfo.h"

static zend_class_entry *ce_wait_for;

/* Where the results are in gathering.kept; promises have the keys behind it. */
#define RESULTS 0

typedef struct gathering {
	evloop_wait wait;
	evloop_scope *scope; /* of what is started; NULL: nothing is */
	zend_array *kept;    /* owned */
	evl_list pending;    /* entry.link */
	evl_list settled;
	uint32_t pending_count;
	zend_ulong last_id;
	evloop_callback *map; /* NULL: the items are the tasks */
	bool wake_on_each;
	bool wake_on_failure;
} gathering;

typedef struct entry {
	evl_list link;
	evloop_reaction reaction;
	gathering *owner;
	zval key;
	zend_ulong id; /* of its promise in owner->kept */
} entry;

static entry *entry_from(evl_list *node)
{
	return EVL_CONTAINER_OF(node, entry, link);
}

static void entry_settled(evloop_reaction *reaction, evloop_promise *promise)
{
	entry *self = EVL_CONTAINER_OF(reaction, entry, reaction);
	gathering *owner = self->owner;

	evl_list_remove(&self->link);
	evl_list_append(&owner->settled, &self->link);
	owner->pending_count--;
	evloop_wait_unshare(&owner->wait);
	if (owner->wake_on_each || owner->pending_count == 0 ||
		(owner->wake_on_failure && promise->state == EVLOOP_PROMISE_REJECTED)) {
		evloop_wait_wake(&owner->wait);
	}
}

static void entry_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	evloop_wait_gc(&EVL_CONTAINER_OF(reaction, entry, reaction)->owner->wait, buffer);
}

static void entry_abandoned(evloop_reaction *reaction)
{
	/* Only after a fatal error: else we hold the promise. */
}

static const evloop_reaction_ops entry_ops = {entry_settled, entry_gc, entry_abandoned, NULL};

static bool gathering_begin(gathering *self, const char *operation, evloop_scope *scope)
{
	zval results;

	memset(self, 0, sizeof(*self));
	if (!evloop_wait_begin(&self->wait, operation, NULL)) {
		return false;
	}
	/* Not to be woken, nor to be taken for somebody who waits, until it does. */
	self->wait.timed.park.woken = true;
	self->scope = scope;
	evl_list_init(&self->pending);
	evl_list_init(&self->settled);
	self->kept = zend_new_array(8);
	array_init(&results);
	zend_hash_index_add_new(self->kept, RESULTS, &results);
	return true;
}

static zval *results_of(gathering *self)
{
	zval *results = zend_hash_index_find(self->kept, RESULTS);

	SEPARATE_ARRAY(results);
	return results;
}

static void set_result(zval *results, zval *key, zval *value)
{
	if (Z_TYPE_P(key) == IS_STRING) {
		zend_symtable_update(Z_ARR_P(results), Z_STR_P(key), value);
	} else {
		zend_hash_index_update(Z_ARR_P(results), (zend_ulong) Z_LVAL_P(key), value);
	}
}

static void entry_free(entry *self)
{
	zval_ptr_dtor_str(&self->key);
	efree(self);
}

/* What is pending is left to itself, or cancelled: a coroutine, and a plain promise that nobody else wants. */
static void gathering_end(gathering *self, bool cancel)
{
	evl_list *node;

	while ((node = evl_list_shift(&self->pending)) != NULL) {
		entry *current = entry_from(node);
		evloop_promise *promise = current->reaction.source;

		evl_list_remove(&current->reaction.link);
		evloop_wait_unshare(&self->wait);
		if (UNEXPECTED(cancel) && promise->std.ce == evloop_ce_coroutine) {
			evloop_coroutine_cancel(evloop_coroutine_from_obj(&promise->std), self->scope->reason);
		} else if (UNEXPECTED(cancel) && evl_list_is_empty(&promise->reactions)) {
			evloop_cancel(promise, self->scope->reason);
		}
		entry_free(current);
	}
	while ((node = evl_list_shift(&self->settled)) != NULL) {
		entry_free(entry_from(node));
	}
	zend_array_release(self->kept);
}

/* Have the promise (one reference, taken over) awaited. The key is copied. */
static void add_entry(gathering *self, zval *key, evloop_promise *promise)
{
	entry *current = ecalloc(1, sizeof(*current));
	zval object;

	current->owner = self;
	current->reaction.ops = &entry_ops;
	current->reaction.source = promise;
	current->id = ++self->last_id;
	ZVAL_COPY(&current->key, key);
	ZVAL_OBJ(&object, &promise->std);
	zend_hash_index_add_new(self->kept, current->id, &object);
	evl_list_append(&self->pending, &current->link);
	self->pending_count++;
	evloop_wait_share(&self->wait);
	evloop_promise_react(promise, &current->reaction);
}

/* A callable, as a child of the scope. NULL with an exception thrown. */
static evloop_promise *start(gathering *self, zval *task)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	evloop_callback callback;
	evloop_coroutine *coroutine;
	char *error = NULL;

	if (zend_fcall_info_init(task, 0, &fci, &fcc, NULL, &error) != SUCCESS) {
		zend_type_error("%s(): a task must be callable or awaitable, %s given%s%s", self->wait.timed.park.reason,
			zend_zval_type_name(task), error != NULL ? ": " : "", error != NULL ? error : "");
		if (error != NULL) {
			efree(error);
		}
		return NULL;
	}
	evloop_callback_init(&callback, &fci, &fcc);
	zend_release_fcall_info_cache(&fcc);
	coroutine = evloop_coroutine_spawn(&callback, 0, NULL, self->scope);
	if (coroutine == NULL) {
		evloop_callback_free(&callback);
		return NULL;
	}
	return &coroutine->promise;
}

static evloop_promise *start_mapped(gathering *self, zval *item)
{
	evloop_callback callback;
	evloop_coroutine *coroutine;

	evloop_callback_copy(&callback, self->map);
	coroutine = evloop_coroutine_spawn(&callback, 1, item, self->scope);
	if (coroutine == NULL) {
		evloop_callback_free(&callback);
		return NULL;
	}
	return &coroutine->promise;
}

static evloop_promise *promise_of(gathering *self, zval *item)
{
	if (self->map != NULL) {
		return start_mapped(self, item);
	}
	if (Z_TYPE_P(item) == IS_OBJECT && evloop_promise_is_awaitable(Z_OBJ_P(item))) {
		return evloop_promise_of(item);
	}
	if (self->scope == NULL) {
		zend_type_error("%s(): expected a promise or an object with a then() method, %s given",
			self->wait.timed.park.reason, zend_zval_type_name(item));
		return NULL;
	}
	return start(self, item);
}

/* Take the next item. `more` becomes false at the end. False with an exception thrown. */
static bool take_next(gathering *self, evloop_iteration *items, bool *more)
{
	evloop_promise *promise = NULL;
	zval place;
	zval item;
	zval key;

	if (!evloop_iteration_next(items, &item)) {
		return false;
	}
	if (Z_ISUNDEF(item)) {
		/* The collector does not see what we hold, so it is not held for longer than needed. */
		evloop_iteration_free(items);
		*more = false;
		return true;
	}
	if (evloop_iteration_key(items, &key)) {
		promise = promise_of(self, &item);
	}
	if (promise != NULL) {
		/* Its place, in the order of the input; wait() hands the input itself back. */
		ZVAL_NULL(&place);
		if (self->scope == NULL) {
			ZVAL_COPY(&place, &item);
		}
		set_result(results_of(self), &key, &place);
		add_entry(self, &key, promise);
	}
	zval_ptr_dtor(&key);
	zval_ptr_dtor(&item);
	return promise != NULL;
}

/* Note what has settled. False when that was a failure, and failures end it. */
static bool take_settled(gathering *self)
{
	evl_list *node;

	while ((node = evl_list_shift(&self->settled)) != NULL) {
		entry *current = entry_from(node);
		evloop_promise *promise = current->reaction.source;

		if (promise->state == EVLOOP_PROMISE_REJECTED) {
			evloop_rejection_handle(promise);
			if (self->wake_on_failure) {
				evloop_scope_fail(self->scope, Z_OBJ(promise->result));
				entry_free(current);
				return false;
			}
		}
		Z_TRY_ADDREF(promise->result);
		set_result(results_of(self), &current->key, &promise->result);
		zend_hash_index_del(self->kept, current->id);
		entry_free(current);
	}
	return true;
}

/* False with an exception thrown. */
static bool park(gathering *self, double timeout)
{
	evloop_waited waited;

	self->wait.timed.park.woken = false;
	self->wait.timed.park.subjects = self->kept;
	waited = evloop_wait_park(&self->wait, timeout);
	self->wait.timed.park.woken = true;
	return waited != EVLOOP_WAITED_THROWN;
}

/* Until all has settled, something has failed (what it means is in the scope), or an exception is thrown. */
static void gather_all(gathering *self, evloop_iteration *items, uint32_t concurrency)
{
	bool more = true;

	for (;;) {
		if (!take_settled(self) || evloop_scope_is_failed(self->scope)) {
			return;
		}
		while (more && (concurrency == 0 || self->pending_count < concurrency)) {
			if (!take_next(self, items, &more)) {
				return;
			}
		}
		if (!evl_list_is_empty(&self->settled)) {
			continue;
		}
		if (self->pending_count == 0) {
			return;
		}
		self->wake_on_each = more;
		if (!park(self, -1.0)) {
			return;
		}
	}
}

/* The first argument of who calls; `map` (taken over) may be NULL. */
static void gather(INTERNAL_FUNCTION_PARAMETERS, const char *operation, evloop_callback *map, uint32_t concurrency,
	bool return_exceptions)
{
	evloop_scope *scope = evloop_scope_new(return_exceptions ? EVLOOP_SCOPE_SUPERVISED : 0, -1.0);
	evloop_iteration items;
	gathering self;
	zval results;

	ZVAL_UNDEF(&results);
	if (map != NULL) {
		/* The scope shows it to the collector. */
		scope->body = *map;
	}
	if (!evloop_iteration_init(&items, ZEND_CALL_ARG(execute_data, 1))) {
		OBJ_RELEASE(&scope->std);
		return;
	}
	evloop_drop_argument(execute_data, 1);
	if (evloop_scope_enter(scope, NULL)) {
		if (gathering_begin(&self, operation, scope)) {
			self.map = map != NULL ? &scope->body : NULL;
			self.wake_on_failure = !return_exceptions;
			gather_all(&self, &items, concurrency);
			ZVAL_COPY(&results, results_of(&self));
			gathering_end(&self, evloop_scope_is_failed(scope));
		}
		if (evloop_scope_leave(scope)) {
			ZVAL_COPY_VALUE(return_value, &results);
		} else {
			zval_ptr_dtor(&results);
		}
	}
	OBJ_RELEASE(&scope->std);
	evloop_iteration_free(&items);
}

static bool concurrency_check(zend_long concurrency, uint32_t number)
{
	if (concurrency < 0 || concurrency > UINT32_MAX) {
		zend_argument_value_error(number, "must be between 0, which is no limit, and %" PRIu32, UINT32_MAX);
		return false;
	}
	return true;
}

PHP_FUNCTION(Evloop_gather)
{
	zval *tasks; /* only checked here */
	zend_long concurrency = 0;
	bool return_exceptions = false;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(tasks)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(concurrency)
		Z_PARAM_BOOL(return_exceptions)
	ZEND_PARSE_PARAMETERS_END();

	if (!concurrency_check(concurrency, 2) || evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	gather(INTERNAL_FUNCTION_PARAM_PASSTHRU, "gather", NULL, (uint32_t) concurrency, return_exceptions);
}

PHP_FUNCTION(Evloop_map)
{
	zval *items; /* only checked here */
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_long concurrency = 0;
	evloop_callback fn;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ITERABLE(items)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(concurrency)
	ZEND_PARSE_PARAMETERS_END();

	if (!concurrency_check(concurrency, 3) || evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	evloop_callback_init(&fn, &fci, &fcc);
	evloop_drop_argument(execute_data, 2);
	gather(INTERNAL_FUNCTION_PARAM_PASSTHRU, "map", &fn, (uint32_t) concurrency, false);
}

typedef enum wait_for {
	WAIT_FOR_ALL,
	WAIT_FOR_FIRST,
	WAIT_FOR_FIRST_EXCEPTION,
} wait_for;

static wait_for wait_for_from(zend_object *option)
{
	const char *name = option != NULL ? Z_STRVAL_P(zend_enum_fetch_case_name(option)) : "All";

	return strcmp(name, "All") == 0     ? WAIT_FOR_ALL
		   : strcmp(name, "First") == 0 ? WAIT_FOR_FIRST
										: WAIT_FOR_FIRST_EXCEPTION;
}

static bool has_rejected(const evl_list *settled)
{
	for (evl_list *node = settled->next; node != settled; node = node->next) {
		if (entry_from(node)->reaction.source->state == EVLOOP_PROMISE_REJECTED) {
			return true;
		}
	}
	return false;
}

static bool wait_is_over(const gathering *self, wait_for what)
{
	return self->pending_count == 0 || (what == WAIT_FOR_FIRST && !evl_list_is_empty(&self->settled)) ||
		   (what == WAIT_FOR_FIRST_EXCEPTION && has_rejected(&self->settled));
}

/* The input, in its order: what has settled, and what has not. */
static void sort_awaitables(gathering *self, zval *return_value)
{
	zend_array *inputs = Z_ARR_P(results_of(self));
	HashPosition position;
	zval settled;
	zval sorted[2];
	zval *input;
	zval key;

	array_init(&settled);
	array_init(&sorted[0]);
	array_init(&sorted[1]);
	for (evl_list *node = self->settled.next; node != &self->settled; node = node->next) {
		ZVAL_TRUE(&key);
		set_result(&settled, &entry_from(node)->key, &key);
	}
	for (zend_hash_internal_pointer_reset_ex(inputs, &position);
		 (input = zend_hash_get_current_data_ex(inputs, &position)) != NULL;
		 zend_hash_move_forward_ex(inputs, &position)) {
		bool done;

		zend_hash_get_current_key_zval_ex(inputs, &key, &position);
		done = Z_TYPE(key) == IS_STRING ? zend_hash_exists(Z_ARR(settled), Z_STR(key))
										: zend_hash_index_exists(Z_ARR(settled), (zend_ulong) Z_LVAL(key));
		Z_TRY_ADDREF_P(input);
		set_result(&sorted[done ? 0 : 1], &key, input);
		zval_ptr_dtor(&key);
	}
	zval_ptr_dtor(&settled);
	array_init_size(return_value, 2);
	add_next_index_zval(return_value, &sorted[0]);
	add_next_index_zval(return_value, &sorted[1]);
}

static void wait_until(gathering *self, evloop_iteration *items, wait_for what, double timeout, zval *return_value)
{
	bool more = true;

	while (more) {
		if (!take_next(self, items, &more)) {
			return;
		}
	}
	self->wake_on_each = what == WAIT_FOR_FIRST;
	self->wake_on_failure = what == WAIT_FOR_FIRST_EXCEPTION;
	if (wait_is_over(self, what) || park(self, timeout)) {
		sort_awaitables(self, return_value);
	}
}

PHP_FUNCTION(Evloop_wait)
{
	zval *awaitables;
	zend_object *what = NULL;
	double timeout = 0;
	bool no_timeout = true;
	evloop_iteration items;
	gathering self;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(awaitables)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS(what, ce_wait_for)
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 3) || evloop_scheduler_get() == NULL ||
		!evloop_iteration_init(&items, awaitables)) {
		RETURN_THROWS();
	}
	evloop_drop_argument(execute_data, 1);
	if (gathering_begin(&self, "wait", NULL)) {
		wait_until(&self, &items, wait_for_from(what), timeout, return_value);
		gathering_end(&self, false);
	}
	evloop_iteration_free(&items);
}

zend_result evloop_gather_minit(int module_number)
{
	ce_wait_for = register_class_Evloop_WaitFor();
	return SUCCESS;
}
