/* SPDX-License-Identifier: MIT */
/*
 * See scope.h: entering and leaving, and what a scope comes to. Cancelling is in scope_cancel.c, time and tokens are in
 * scope_expiry.c. PHP's thread only.
 */
#include "src/coroutine/scope.h"

#include "src/base/error.h"
#include "src/coroutine/functions.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "stubs/Scope_arginfo.h"

zend_class_entry *evloop_ce_scope;
static zend_object_handlers scope_handlers;

static zend_object *hold(zend_object *object)
{
	GC_ADDREF(object);
	return object;
}

static bool is_shield(const evloop_scope *scope)
{
	return (scope->flags & EVLOOP_SCOPE_SHIELD) != 0;
}

zend_object *evloop_scope_reason(const evloop_stack *stack)
{
	if (stack->scope != NULL) {
		return stack->scope->reason;
	}
	return stack->coroutine != NULL ? evloop_coroutine_from_obj(stack->coroutine)->cancelled : NULL;
}

/* `failure` is taken over. */
static void add_failure(evloop_scope *scope, zend_object *failure)
{
	scope->failures = safe_erealloc(scope->failures, scope->failure_count + 1, sizeof(zend_object *), 0);
	scope->failures[scope->failure_count++] = failure;
}

static bool has_failure(const evloop_scope *scope, const zend_object *exception)
{
	for (uint32_t i = 0; i < scope->failure_count; i++) {
		if (scope->failures[i] == exception) {
			return true;
		}
	}
	return false;
}

void evloop_scope_fail(evloop_scope *scope, zend_object *failure)
{
	if (!has_failure(scope, failure)) {
		add_failure(scope, hold(failure));
	}
	if (scope->reason == NULL) {
		evloop_scope_cancel(scope, failure);
	}
}

void evloop_scope_adopt(evloop_scope *scope, evloop_coroutine *coroutine)
{
	coroutine->scope = scope;
	GC_ADDREF(&scope->std);
	GC_ADDREF(&coroutine->promise.std);
	evl_list_append(&scope->children, &coroutine->sibling);
	if (UNEXPECTED(scope->reason != NULL)) {
		coroutine->cancelled = hold(scope->reason);
	}
}

bool evloop_scope_child_ended(evloop_coroutine *coroutine, zend_object *failure)
{
	evloop_scope *scope = coroutine->scope;
	bool ours = failure != NULL && !(scope->flags & EVLOOP_SCOPE_SUPERVISED) && !evloop_error_is_cancelled(failure);

	evl_list_remove(&coroutine->sibling);
	coroutine->scope = NULL;
	GC_DELREF(&coroutine->promise.std); /* the scheduler has another one */
	if (UNEXPECTED(ours)) {
		evloop_scope_fail(scope, failure);
	}
	if (scope->join != NULL && evl_list_is_empty(&scope->children)) {
		evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, scope->join);
	}
	OBJ_RELEASE(&scope->std);
	return ours;
}

static zend_object *scope_create_object(zend_class_entry *ce)
{
	evloop_scope *scope = evloop_object_alloc(sizeof(*scope), ce);

	zend_object_std_init(&scope->std, ce);
	scope->std.handlers = &scope_handlers;
	evl_list_init(&scope->children);
	scope->flags = EVLOOP_SCOPE_ENDED;
	scope->seconds = -1.0;
	evloop_scope_expiry_init(scope);
	return &scope->std;
}

evloop_scope *evloop_scope_new(uint8_t flags, double seconds)
{
	evloop_scope *scope = evloop_scope_from_obj(scope_create_object(evloop_ce_scope));

	scope->flags = flags;
	scope->seconds = seconds;
	evloop_site_take(&scope->site);
	return scope;
}

/* The scope() of {main} is a coroutine without code of its own. */
static void take_site_of(evloop_site *site, const evloop_promise *coroutine)
{
	*site = coroutine->site;
	if (site->file != NULL) {
		zend_string_addref(site->file);
	}
}

static void push(evloop_scope *scope, evloop_stack *stack)
{
	zend_object *reason = evloop_scope_reason(stack);

	scope->stack = stack;
	GC_ADDREF(stack->coroutine);
	if (UNEXPECTED(scope->site.file == NULL)) {
		take_site_of(&scope->site, evloop_promise_from_obj(stack->coroutine));
	}
	scope->outer = stack->scope;
	if (scope->outer != NULL) {
		scope->outer->inner = scope;
	}
	stack->scope = scope;
	if (UNEXPECTED(reason != NULL) && (!is_shield(scope) || !evloop_scope_wait_outside(scope, reason))) {
		/* Nothing runs in it yet that would have to be told. */
		scope->reason = hold(reason);
	}
	stack->cancelled = scope->reason != NULL;
}

static evloop_scope *enter_due(evloop_stack *stack)
{
	evloop_scope *scope = evloop_scope_new(0, -1.0);

	stack->scope_due = false;
	scope->loop = EVLOOP_G(runtime)->id;
	evloop_coroutine_of(stack);
	push(scope, stack);
	return scope;
}

evloop_scope *evloop_scope_current(void)
{
	evloop_stack *stack = EVLOOP_G(runtime) != NULL ? evloop_stack_current() : NULL;

	if (stack == NULL) {
		return NULL;
	}
	if (stack->scope != NULL) {
		return stack->scope;
	}
	if (UNEXPECTED(stack->scope_due)) {
		return enter_due(stack);
	}
	return stack->coroutine != NULL ? evloop_coroutine_from_obj(stack->coroutine)->scope : NULL;
}

bool evloop_scope_enter(evloop_scope *scope, evloop_token *token)
{
	evloop_stack *stack = evloop_stack_current();
	evloop_scope *parent = NULL;

	scope->loop = EVLOOP_G(runtime)->id;
	if (stack != NULL && evloop_stack_context(stack) == evloop_context_current()) {
		evloop_coroutine_of(stack);
		parent = evloop_scope_current();
		if (parent == NULL && evloop_coroutine_caller(stack) != NULL) {
			/* For its deadline: it does not cancel this one, but its timeout ends the wait for it, which does. */
			parent = evloop_coroutine_caller(stack)->scope;
		}
	} else {
		stack = NULL;
	}
	if (!evloop_scope_expiry_start(scope, parent, token)) {
		return false;
	}
	if (stack != NULL) {
		push(scope, stack);
	}
	return true;
}

static void end(evloop_scope *scope)
{
	evloop_stack *stack = scope->stack;

	evloop_scope_expiry_stop(scope);
	scope->flags |= EVLOOP_SCOPE_ENDED;
	if (stack != NULL) {
		GC_DELREF(stack->coroutine);
		stack->scope = scope->outer;
		if (scope->outer != NULL) {
			scope->outer->inner = NULL;
		}
		scope->stack = NULL;
		scope->outer = NULL;
		stack->cancelled = evloop_scope_reason(stack) != NULL;
	}
}

/* They go on as children of the loop. */
static void abandon_children(evloop_scope *scope)
{
	evl_list *node;

	while ((node = evl_list_shift(&scope->children)) != NULL) {
		evloop_coroutine *child = EVL_CONTAINER_OF(node, evloop_coroutine, sibling);

		child->scope = NULL;
		OBJ_RELEASE(&child->promise.std);
		OBJ_RELEASE(&scope->std);
	}
}

/* Nobody is left who wants to have what the children do. `cause` is borrowed. */
static void cancel_children(evloop_scope *scope, zend_object *cause)
{
	if (scope->reason == NULL) {
		evloop_scope_cancel(scope, cause);
	}
}

/*
 * Without regard to cancellations: the children are told, too, and must have ended. False with an exception thrown; `waited` says
 * whether there was something to wait for.
 */
static bool join(evloop_scope *scope, bool *waited)
{
	while (!evl_list_is_empty(&scope->children)) {
		evloop_park park = {
			.ready.priority = EVL_PRIORITY_NORMAL, .reason = "the children of a scope", .steadfast = true};
		evloop_outcome outcome;

		*waited = true;
		park.subject = hold(&scope->std);
		scope->join = &park;
		if (scope->stack != NULL) {
			gc_check_possible_root((zend_refcounted *) scope->stack->coroutine);
		}
		outcome = evloop_park_wait(&park);
		scope->join = NULL;
		OBJ_RELEASE(&scope->std);
		if (outcome == EVLOOP_IDLE) {
			zend_string *waiting = evloop_coroutine_list_waiting(EVLOOP_G(runtime)->scheduler);

			zend_throw_exception_ex(
				evloop_ce_deadlock_exception, 0, "Nothing is left that could end the tasks:%s", ZSTR_VAL(waiting));
			zend_string_release(waiting);
		}
		if (outcome != EVLOOP_WOKEN) {
			return false;
		}
	}
	return true;
}

/* What the body threw fails the scope, unless it is what the scope's cancellation threw into it. */
static void body_failed(evloop_scope *scope, zend_object *exception)
{
	if (!evloop_error_is_cancelled(exception) && !has_failure(scope, exception)) {
		add_failure(scope, hold(exception));
	}
	cancel_children(scope, exception);
}

static void throw_failures(evloop_scope *scope)
{
	zend_object *first = scope->failures[0];
	zval message;
	zval scratch;

	if (scope->failure_count == 1) {
		evloop_error_rethrow(hold(first));
		return;
	}
	ZVAL_COPY(&message,
		zend_read_property_ex(zend_get_exception_base(first), first, ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &scratch));
	evloop_error_rethrow(evloop_error_aggregate(evloop_ce_scope_exception, scope->failures, scope->failure_count,
		"%" PRIu32 " tasks of the scope failed, the first with %s: %s", scope->failure_count, ZSTR_VAL(first->ce->name),
		Z_TYPE(message) == IS_STRING ? Z_STRVAL(message) : ""));
	zval_ptr_dtor(&message);
}

/*
 * The body cannot wait for its children (any more). By exit(), or with the request, all ends; as garbage, or when who drives the loop is
 * thrown out of it, nobody is left for them to work for. `exception` is taken over.
 */
static void leave_without_them(evloop_scope *scope, zend_object *exception)
{
	if (!(EG(flags) & EG_FLAGS_OBJECT_STORE_NO_REUSE) && !zend_is_unwind_exit(exception)) {
		zend_object *reason = evloop_error_cancelled("The body of the scope is gone", NULL);

		cancel_children(scope, reason);
		OBJ_RELEASE(reason);
	}
	abandon_children(scope);
	end(scope);
	evloop_error_rethrow(exception);
}

/* Who was cancelled from outside while it waited for its children has not got what it waited for. */
static zend_object *cancelled_from_outside(const evloop_scope *scope, const evloop_stack *stack)
{
	if (scope->reason == NULL || scope->waiting != NULL) {
		return scope->reason;
	}
	return stack != NULL ? evloop_scope_reason(stack) : NULL;
}

/* What a scope that has ended holds would lead back to it: the traces of exceptions hold the arguments of calls. */
static void forget(evloop_scope *scope)
{
	zend_object *reason = scope->reason;
	zend_object *waiting = scope->waiting;
	zend_object **failures = scope->failures;
	uint32_t count = scope->failure_count;

	scope->flags |= reason != NULL ? EVLOOP_SCOPE_CANCELLED : 0;
	scope->reason = NULL;
	scope->waiting = NULL;
	scope->failures = NULL;
	scope->failure_count = 0;
	if (reason != NULL) {
		OBJ_RELEASE(reason);
	}
	if (waiting != NULL) {
		OBJ_RELEASE(waiting);
	}
	for (uint32_t i = 0; i < count; i++) {
		OBJ_RELEASE(failures[i]);
	}
	if (failures != NULL) {
		efree(failures);
	}
}

bool evloop_scope_leave(evloop_scope *scope)
{
	zend_object *exception = evloop_error_take();
	evloop_stack *stack = scope->stack;
	zend_object *reason;
	bool waited = false;

	if (exception != NULL && evloop_error_is_unwind(exception)) {
		leave_without_them(scope, exception);
		return false;
	}
	if (exception != NULL) {
		body_failed(scope, exception);
	}
	if (UNEXPECTED(!join(scope, &waited))) {
		if (exception != NULL) {
			OBJ_RELEASE(exception);
		}
		leave_without_them(scope, evloop_error_take());
		return false;
	}
	end(scope);
	if (scope->failure_count > 0) {
		if (exception != NULL) {
			OBJ_RELEASE(exception);
		}
		throw_failures(scope);
	} else if (exception != NULL) {
		evloop_error_rethrow(exception);
	} else if (waited && (reason = cancelled_from_outside(scope, stack)) != NULL) {
		evloop_error_rethrow(evloop_error_cancelled("The scope was cancelled", reason));
	}
	forget(scope);
	return EG(exception) == NULL;
}

bool evloop_scope_leave_late(evloop_stack *stack)
{
	evloop_scope *scope = stack->scope;
	bool well;

	stack->scope_due = false;
	if (EXPECTED(scope == NULL)) {
		return EG(exception) == NULL;
	}
	well = evloop_scope_leave(scope);
	OBJ_RELEASE(&scope->std);
	return well;
}

void evloop_scope_gc_stack(const evloop_stack *stack, zend_get_gc_buffer *buffer)
{
	for (evloop_scope *scope = stack->scope; scope != NULL; scope = scope->outer) {
		/* One that has its time is held by that, and so are those who are cancelled by it. */
		if (!evl_timer_is_active(&scope->timer) && !evl_ready_is_queued(&scope->expired)) {
			zend_get_gc_buffer_add_obj(buffer, &scope->std);
		}
	}
	if (stack->values != NULL) {
		evloop_values_gc(stack->values, buffer);
	}
}

static void scope_free(zend_object *object)
{
	evloop_scope *scope = evloop_scope_from_obj(object);

	forget(scope);
	evloop_callback_free(&scope->body);
	evloop_site_free(&scope->site);
	zend_object_std_dtor(object);
}

/* The parked frame that its children will wake. */
static void gc_join(const evloop_scope *scope, zend_get_gc_buffer *buffer)
{
	if (scope->join != NULL && scope->stack != NULL && !evl_ready_is_queued(&scope->join->ready) &&
		!evloop_stack_holds_coroutine(scope->stack)) {
		zend_get_gc_buffer_add_obj(buffer, scope->stack->coroutine);
	}
}

static HashTable *scope_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_scope *scope = evloop_scope_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (scope->reason != NULL) {
		zend_get_gc_buffer_add_obj(buffer, scope->reason);
	}
	if (scope->waiting != NULL) {
		zend_get_gc_buffer_add_obj(buffer, scope->waiting);
	}
	for (uint32_t i = 0; i < scope->failure_count; i++) {
		zend_get_gc_buffer_add_obj(buffer, scope->failures[i]);
	}
	evloop_callback_gc(&scope->body, buffer);
	if (scope->token != NULL) {
		zend_get_gc_buffer_add_obj(buffer, &scope->token->std);
	}
	for (evl_list *node = scope->children.next; node != &scope->children; node = node->next) {
		zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(node, evloop_coroutine, sibling)->promise.std);
	}
	if (scope->stack != NULL) {
		zend_get_gc_buffer_add_obj(buffer, scope->stack->coroutine);
	}
	gc_join(scope, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Scope, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Scope, async)
{
	evloop_scope *scope = evloop_scope_from_obj(Z_OBJ_P(ZEND_THIS));

	if (scope->flags & EVLOOP_SCOPE_ENDED) {
		zend_throw_exception(spl_ce_LogicException, "Scope::async(): the scope has ended", 0);
		RETURN_THROWS();
	}
	evloop_spawn(INTERNAL_FUNCTION_PARAM_PASSTHRU, scope);
}

PHP_METHOD(Evloop_Scope, cancel)
{
	evloop_scope *scope = evloop_scope_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *reason = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	if ((scope->flags & EVLOOP_SCOPE_ENDED) || scope->reason != NULL) {
		return;
	}
	hold(&scope->std);
	if (reason != NULL) {
		evloop_scope_cancel(scope, reason);
	} else {
		reason = evloop_error_cancelled("The scope was cancelled", NULL);
		evloop_scope_cancel(scope, reason);
		OBJ_RELEASE(reason);
	}
	OBJ_RELEASE(&scope->std);
}

PHP_METHOD(Evloop_Scope, isCancelled)
{
	const evloop_scope *scope = evloop_scope_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(scope->reason != NULL || (scope->flags & EVLOOP_SCOPE_CANCELLED));
}

PHP_METHOD(Evloop_Scope, deadline)
{
	evloop_scope *scope = evloop_scope_from_obj(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (scope->deadline != 0) {
		RETURN_DOUBLE((double) scope->deadline / 1e9);
	}
}

PHP_METHOD(Evloop_Scope, current)
{
	evloop_scope *scope;

	ZEND_PARSE_PARAMETERS_NONE();
	scope = evloop_scope_current();
	if (scope != NULL) {
		RETURN_OBJ_COPY(&scope->std);
	}
}

zend_result evloop_scope_minit(int module_number)
{
	evloop_ce_scope = register_class_Evloop_Scope();
	evloop_ce_scope->create_object = scope_create_object;
	evloop_object_handlers(&scope_handlers, XtOffsetOf(evloop_scope, std));
	scope_handlers.free_obj = scope_free;
	scope_handlers.get_gc = scope_get_gc;
	return SUCCESS;
}
