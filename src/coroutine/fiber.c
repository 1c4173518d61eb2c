/* SPDX-License-Identifier: MIT */
/*
 * Stacks, Fibers and switches; see fiber.h for who owns what. The order of operations matters everywhere here: the engine keeps
 * pointers to contexts in the frames of its own switch function, and observers (Xdebug) want a user frame whenever they are told.
 *
 * A stack's context lives in its Fiber object, as the engine lays it out. Its entry function never returns: the trampoline below it
 * would write to a context that is gone. PHP's thread only.
 */
#include "src/coroutine/fiber.h"

#include "src/base/compat.h"
#include "src/base/error.h"
#include "src/base/runtime.h"
#include "src/core/count.h"
#include "zend_observer.h"

/*
 * The first VM page lies on the C stack, next to the C frames of the first calls, so that a shallow coroutine touches two pages in all
 * and memory_limit is not charged. Deeper calls get pages of the usual size from PHP's heap.
 */
#define FIRST_VM_PAGE 4096
#define HUB_STACK     131072

typedef struct evloop_hub {
	zend_fiber_context context;
	evloop_fibers *fibers;
	unsigned int valgrind;
} evloop_hub;

/* Written once: copies of what the engine uses for every Fiber. */
static zend_object_handlers fiber_handlers;
static zend_object_get_gc_t stock_get_gc;
static zend_object_dtor_obj_t stock_dtor;
static zend_object_free_obj_t stock_free;

/* Stands for the loop's callbacks where ReflectionFiber wants a callable. */
static zend_string *callback_name;

static zend_fiber *fiber_of(const evloop_stack *stack)
{
	return (zend_fiber *) stack->fiber;
}

/* NULL once it is retired. The engine notes a VM stack there, and only of those that it runs itself: memory is what counts here. */
static evloop_stack *stack_of(const zend_fiber *fiber)
{
	return (evloop_stack *) fiber->vm_stack;
}

static void set_stack(zend_fiber *fiber, evloop_stack *stack)
{
	fiber->vm_stack = (zend_vm_stack) stack;
}

static HashTable *fiber_get_gc(zend_object *object, zval **table, int *count)
{
	zend_fiber *fiber = (zend_fiber *) object;
	zend_fiber_context *caller = fiber->caller;
	evloop_stack *stack = stack_of(fiber);
	HashTable *result;

	/* In the middle of a statement, where it destroys another Fiber say, its frames are nothing to look at. */
	if (fiber->context.status != ZEND_FIBER_STATUS_SUSPENDED || stack == NULL || stack->park == NULL) {
		return stock_get_gc(object, table, count);
	}
	/* Parked: the stock handler shows the frames only without a caller. */
	fiber->caller = NULL;
	result = stock_get_gc(object, table, count);
	fiber->caller = caller;
	return result;
}

/*
 * A stack is unwound while its work waits inside $other->resume() (only at shutdown): the other one, if it is ours, must not return
 * into it later, so it goes to the hub as if nobody had resumed it.
 */
static void forget_resumer(evloop_stack *resumer)
{
	evloop_fibers *fibers = resumer->fibers;
	zend_fiber_context *context = &fiber_of(resumer)->context;

	for (evl_list *node = fibers->stacks.next; node != &fibers->stacks; node = node->next) {
		evloop_stack *other = EVL_CONTAINER_OF(node, evloop_stack, link);
		zend_fiber *fiber = fiber_of(other);

		if (other->busy && fiber->caller == context) {
			fiber->caller = &fibers->hub->context;
			fiber->stack_bottom->prev_execute_data = NULL;
			if (evloop_stack_holds_coroutine(other)) {
				ZVAL_UNDEF(&fiber->result);
			}
		}
	}
}

static void fiber_dtor(zend_object *object)
{
	zend_fiber *fiber = (zend_fiber *) object;
	evloop_stack *stack = stack_of(fiber);
	evloop_state state;

	if (fiber->context.status != ZEND_FIBER_STATUS_SUSPENDED || stack == NULL || !stack->busy) {
		return;
	}
	if (stack->park == NULL) {
		forget_resumer(stack);
	}
	/* What unwinds is in the middle of something else than who destroys it. */
	evloop_state_save(&state, INT_MAX);
	stock_dtor(object);
	evloop_state_restore(&state);
}

/* A Fiber that is no longer a stack's: terminated, for whoever holds it. */
static void fiber_detach(zend_fiber *fiber)
{
	set_stack(fiber, NULL);
	fiber->context.status = ZEND_FIBER_STATUS_DEAD;
	fiber->context.stack = NULL;
	fiber->context.handle = NULL;
	fiber->caller = NULL;
	fiber->previous = NULL;
	fiber->execute_data = NULL;
	fiber->stack_bottom = NULL;
}

/* What lies on the stack stays until all are freed: others may still point to it. */
static void part_from_fiber(evloop_stack *stack)
{
	zend_fiber *fiber = fiber_of(stack);

	stack->orphan = fiber->context;
	stack->orphan.kind = &stack->orphan;
	stack->fiber = NULL;
	stack->coroutine = NULL;
	stack->busy = false;
	ZVAL_UNDEF(&fiber->result);
	fiber_detach(fiber);
}

static void fiber_free(zend_object *object)
{
	evloop_stack *stack = stack_of((zend_fiber *) object);

	/* A fatal error marks all objects as destructed: then the collector frees Fibers that wait, and nobody unwinds them. */
	if (UNEXPECTED(stack != NULL && evl_list_is_linked(&stack->link))) {
		part_from_fiber(stack);
	}
	stock_free(object);
}

static void take_stock_handlers(void)
{
	zend_object *sample;

	if (stock_get_gc != NULL) {
		return;
	}
	sample = zend_ce_fiber->create_object(zend_ce_fiber);
	memcpy(&fiber_handlers, sample->handlers, sizeof(fiber_handlers));
	OBJ_RELEASE(sample);
	stock_get_gc = fiber_handlers.get_gc;
	stock_dtor = fiber_handlers.dtor_obj;
	stock_free = fiber_handlers.free_obj;
	fiber_handlers.get_gc = fiber_get_gc;
	fiber_handlers.dtor_obj = fiber_dtor;
	fiber_handlers.free_obj = fiber_free;
}

static zend_fiber *fiber_new(void)
{
	zend_fiber *fiber = ecalloc(1, sizeof(*fiber));

	zend_object_std_init(&fiber->std, zend_ce_fiber);
	fiber->std.handlers = &fiber_handlers;
	return fiber;
}

/* A fatal error in the work: {main} goes on with it. This stack is never used again. */
static ZEND_COLD void leave_by_bailout(evloop_stack *stack)
{
	zend_fiber_transfer transfer = {.context = EG(main_fiber_context), .flags = ZEND_FIBER_TRANSFER_FLAG_BAILOUT};
	zend_fiber *fiber = fiber_of(stack);

	/* The frames that {main} waits in are about to be jumped over, with whatever points into them. */
	evloop_runtime_break();
	fiber->flags |= ZEND_FIBER_FLAG_BAILOUT;
	/* Let the Fiber say that it is terminated. */
	part_from_fiber(stack);
	stack->orphan.status = ZEND_FIBER_STATUS_RUNNING;
	EG(current_fiber_context) = &stack->orphan;
	EG(active_fiber) = NULL;
	OBJ_RELEASE(&fiber->std);
	ZVAL_NULL(&transfer.value);
	EG(current_execute_data) = evloop_frame_nowhere();
	zend_fiber_switch_context(&transfer);
	abort(); /* nobody switches to it */
}

static void stack_entry(zend_fiber_transfer *transfer)
{
	/* Neither changes: they are read after a longjmp. */
	evloop_stack *const stack = stack_of(zend_fiber_from_context(EG(current_fiber_context)));
	zend_fiber *const fiber = fiber_of(stack);
	zval vm_page[FIRST_VM_PAGE / sizeof(zval)];

	EG(active_fiber) = fiber;
	zend_first_try
	{
		stack->root = evloop_frame_begin_stack((zend_vm_stack) vm_page, sizeof(vm_page));
		evloop_fiber_stack_set_limits(&fiber->context);
		stack->fibers->ops->work(stack);
	}
	zend_end_try();
	leave_by_bailout(stack);
}

/* Keep the coroutine that a raw suspend left: its Fiber holds it now, as only who holds the Fiber can wake it. */
static void adopt_suspended(evloop_hub *hub, zend_fiber_context *from)
{
	zend_fiber *fiber;

	if (from->kind != zend_ce_fiber || from->function != stack_entry) {
		return;
	}
	fiber = zend_fiber_from_context(from);
	if (fiber->caller == NULL && from->status == ZEND_FIBER_STATUS_SUSPENDED && Z_ISUNDEF(fiber->result)) {
		ZVAL_OBJ(&fiber->result, hub->fibers->ops->occupant(stack_of(fiber)));
	}
}

/* Only a raw Fiber::suspend() in one of our stacks comes here: its `caller`, in the engine's eyes. */
static void hub_entry(zend_fiber_transfer *transfer)
{
	evloop_hub *hub = EVL_CONTAINER_OF(EG(current_fiber_context), evloop_hub, context);
	zend_fiber_context *from = transfer->context;
	zval vm_page[2048 / sizeof(zval)];

	EG(active_fiber) = NULL;
	zend_execute_data *root = evloop_frame_begin_stack((zend_vm_stack) vm_page, sizeof(vm_page));
	evloop_fiber_stack_set_limits(&hub->context);
	zval_ptr_dtor(&transfer->value);

	for (;;) {
		zend_fiber_transfer next = {0};

		adopt_suspended(hub, from);
		ZVAL_NULL(&next.value);
		next.context = hub->fibers->ops->next();
		EG(current_execute_data) = evloop_frame_nowhere();
		zend_fiber_switch_context(&next);
		EG(current_execute_data) = root;
		EG(active_fiber) = NULL;
		from = next.context;
		zval_ptr_dtor(&next.value);
	}
}

static bool hub_init(evloop_fibers *fibers)
{
	evloop_hub *hub = ecalloc(1, sizeof(*hub));

	/* Any address that is not zend_ce_fiber will do as its kind. */
	if (!EVLOOP_CONTEXT_MADE(zend_fiber_init_context(&hub->context, hub, hub_entry, HUB_STACK))) {
		efree(hub);
		return false;
	}
	hub->valgrind = evloop_fiber_stack_tell_valgrind(&hub->context);
	hub->fibers = fibers;
	fibers->hub = hub;
	return true;
}

bool evloop_fibers_init(evloop_fibers *fibers, const evloop_fibers_ops *ops)
{
	take_stock_handlers();
	memset(fibers, 0, sizeof(*fibers));
	evl_list_init(&fibers->stacks);
	fibers->ops = ops;
	evloop_fiber_stacks_init(&fibers->memory);
	evloop_reporting_init(&fibers->reporting);
	return hub_init(fibers);
}

evloop_stack *evloop_stack_new(evloop_fibers *fibers)
{
	zend_fiber *fiber = fiber_new();
	evloop_fiber_stack *memory =
		evloop_fiber_stack_open(&fibers->memory, sizeof(evloop_stack), &fiber->context, stack_entry);
	evloop_stack *stack;

	if (UNEXPECTED(memory == NULL)) {
		fiber->context.status = ZEND_FIBER_STATUS_DEAD;
		OBJ_RELEASE(&fiber->std);
		return NULL;
	}
	stack = EVL_CONTAINER_OF(memory, evloop_stack, memory);
	stack->fibers = fibers;
	evl_list_init(&stack->endings);
	stack->fiber = &fiber->std;
	set_stack(fiber, stack);
	fiber->caller = &fibers->hub->context;
	evl_list_append(&fibers->stacks, &stack->link);
	fibers->stack_count++;
	evl_count(EVL_COUNT_STACKS, 1);
	return stack;
}

void evloop_stack_free(evloop_stack *stack, bool clean)
{
	evloop_fibers *fibers = stack->fibers;
	zend_fiber *fiber = fiber_of(stack);
	zend_fiber_context context = fiber != NULL ? fiber->context : stack->orphan;

	evl_list_remove(&stack->link);
	fibers->stack_count--;
	if (fiber != NULL) {
		fiber_detach(fiber);
		if (clean) {
			OBJ_RELEASE(&fiber->std);
		}
	}
	evl_count(EVL_COUNT_STACKS, -1);
	evloop_fiber_stack_close(&fibers->memory, &stack->memory, &context);
}

void evloop_fibers_destroy(evloop_fibers *fibers, bool clean)
{
	while (!evl_list_is_empty(&fibers->stacks)) {
		evloop_stack *stack = EVL_CONTAINER_OF(fibers->stacks.next, evloop_stack, link);

		if (stack->fiber != NULL && evloop_stack_holds_coroutine(stack)) {
			ZVAL_UNDEF(&fiber_of(stack)->result);
		}
		evloop_stack_free(stack, clean);
	}
	evloop_fiber_stack_untell_valgrind(fibers->hub->valgrind);
	zend_fiber_destroy_context(&fibers->hub->context);
	efree(fibers->hub);
	if (clean) {
		evloop_reporting_free(&fibers->reporting);
	}
}

evloop_stack *evloop_stack_current(void)
{
	zend_fiber_context *context = EG(current_fiber_context);

	while (context != NULL && context->kind == zend_ce_fiber) {
		zend_fiber *fiber = zend_fiber_from_context(context);

		if (context->function == stack_entry) {
			return UNEXPECTED(stack_of(fiber)->fibers->standing) ? NULL : stack_of(fiber);
		}
		context = fiber->caller;
	}
	return NULL;
}

evloop_context *evloop_stack_context(const evloop_stack *stack)
{
	return &fiber_of(stack)->context;
}

bool evloop_context_arrive(zend_fiber_transfer *transfer)
{
	if (UNEXPECTED(transfer->flags & ZEND_FIBER_TRANSFER_FLAG_BAILOUT)) {
		EG(active_fiber) = NULL;
		zend_bailout();
	}
	if (UNEXPECTED(transfer->flags & ZEND_FIBER_TRANSFER_FLAG_ERROR)) {
		evloop_error_rethrow(Z_OBJ(transfer->value));
		return false;
	}
	zval_ptr_dtor(&transfer->value);
	return true;
}

const char *evloop_context_refusal(void)
{
	if (UNEXPECTED(zend_fiber_switch_blocked())) {
		return "PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal "
			   "handler";
	}
	if (UNEXPECTED(EG(active_fiber) != NULL && (EG(active_fiber)->flags & ZEND_FIBER_FLAG_DESTROYED))) {
		return "the fiber is being destroyed and cannot be suspended any more";
	}
	if (UNEXPECTED(EG(exception) != NULL)) {
		return "an exception is being thrown";
	}
	if (UNEXPECTED(EG(flags) & EG_FLAGS_OBJECT_STORE_NO_REUSE)) {
		return "the request is ending";
	}
	return NULL;
}

bool evloop_context_publish_frames(zend_execute_data **outermost)
{
	zend_fiber *fiber = EG(active_fiber);
	bool resumed = fiber != NULL && fiber->stack_bottom->prev_execute_data != NULL;

	if (fiber == NULL) {
		return false;
	}
	fiber->execute_data = EG(current_execute_data);
	while (UNEXPECTED(fiber->caller->kind == zend_ce_fiber)) {
		fiber->stack_bottom->prev_execute_data = NULL;
		fiber = zend_fiber_from_context(fiber->caller);
	}
	*outermost = fiber->stack_bottom->prev_execute_data;
	fiber->stack_bottom->prev_execute_data = NULL;
	return resumed;
}

void evloop_context_rejoin_frames(zend_execute_data *outermost)
{
	zend_fiber *fiber = EG(active_fiber);

	if (fiber == NULL || UNEXPECTED(fiber->flags & ZEND_FIBER_FLAG_DESTROYED)) {
		return;
	}
	while (UNEXPECTED(fiber->caller->kind == zend_ce_fiber)) {
		fiber->stack_bottom->prev_execute_data = zend_fiber_from_context(fiber->caller)->execute_data;
		fiber = zend_fiber_from_context(fiber->caller);
	}
	fiber->stack_bottom->prev_execute_data = outermost;
}

void evloop_stack_begin(evloop_stack *stack)
{
	zend_fiber *fiber = fiber_of(stack);

	fiber->flags = 0;
	fiber->caller = &stack->fibers->hub->context;
	fiber->previous = &fiber->context;
	fiber->execute_data = stack->root;
	fiber->stack_bottom = stack->root;
	stack->root->prev_execute_data = NULL;
	ZVAL_INTERNED_STR(&fiber->fci.function_name, callback_name);
	stack->busy = true;

	EG(error_reporting) = evloop_reporting_level(&stack->fibers->reporting);
	EG(jit_trace_num) = 0;
}

void evloop_stack_show_callable(evloop_stack *stack, const zval *callable)
{
	ZVAL_COPY(&fiber_of(stack)->fci.function_name, callable);
}

evloop_stack_end evloop_stack_how_ended(const evloop_stack *stack)
{
	const zend_fiber *fiber = fiber_of(stack);

	return (evloop_stack_end){
		.resumer = fiber->caller != &stack->fibers->hub->context ? fiber->caller : NULL,
		.destroyed = (fiber->flags & ZEND_FIBER_FLAG_DESTROYED) != 0,
	};
}

/* Somebody else holds the Fiber, or knows it, or its destructor ran: it cannot serve again. */
static bool fiber_was_seen(const zend_fiber *fiber)
{
	return GC_REFCOUNT(&fiber->std) > 1 ||
		   (OBJ_FLAGS(&fiber->std) & (IS_OBJ_WEAKLY_REFERENCED | IS_OBJ_DESTRUCTOR_CALLED)) != 0;
}

static ZEND_COLD void retire_fiber(evloop_stack *stack, zval *result)
{
	zend_fiber *old = fiber_of(stack);
	zend_fiber *fresh = fiber_new();
	zend_execute_data *frame = EG(current_execute_data);

	set_stack(fresh, stack);
	fresh->context = old->context;
	fresh->context.status = ZEND_FIBER_STATUS_INIT;
	memset(fresh->context.reserved, 0, sizeof(fresh->context.reserved));
	zend_observer_fiber_init_notify(&fresh->context);
	fiber_detach(old);
	if (result != NULL) {
		ZVAL_COPY(&old->result, result);
	} else {
		old->flags |= ZEND_FIBER_FLAG_THREW;
	}

	EG(current_fiber_context) = &fresh->context;
	EG(active_fiber) = fresh;
	stack->fiber = &fresh->std;
	fresh->caller = &stack->fibers->hub->context;

	EG(current_execute_data) = evloop_frame_nowhere();
	zend_observer_fiber_switch_notify(&old->context, &fresh->context);
	zend_observer_fiber_destroy_notify(&old->context);
	EG(current_execute_data) = frame;
	fresh->context.status = ZEND_FIBER_STATUS_RUNNING;
	OBJ_RELEASE(&old->std);
}

void evloop_stack_finish(evloop_stack *stack, zval *result)
{
	zend_fiber *fiber = fiber_of(stack);
	zval callable;

	if (UNEXPECTED(evloop_stack_holds_coroutine(stack))) {
		ZVAL_UNDEF(&fiber->result);
	}
	ZVAL_COPY_VALUE(&callable, &fiber->fci.function_name);
	ZVAL_UNDEF(&fiber->fci.function_name);
	zval_ptr_dtor(&callable);
	stack->busy = false;
	fiber->caller = &stack->fibers->hub->context;
	fiber->execute_data = stack->root; /* for the collector: the frames of the work are gone */

	if (UNEXPECTED(fiber_was_seen(fiber))) {
		/* In the engine's destructor step nothing runs here any more, and a reference dropped there would not free the object. */
		if (!(EG(flags) & EG_FLAGS_OBJECT_STORE_NO_REUSE)) {
			retire_fiber(stack, result);
		}
	} else if (UNEXPECTED(GC_INFO(&fiber->std) != 0)) {
		/* To a collection that is running it must look as if it had been freed. */
		GC_REMOVE_FROM_BUFFER(&fiber->std);
	}
}

bool evloop_stack_holds_coroutine(const evloop_stack *stack)
{
	const zend_fiber *fiber = fiber_of(stack);

	return Z_TYPE(fiber->result) == IS_OBJECT && Z_OBJ(fiber->result) == stack->coroutine;
}

void evloop_stack_unwind(evloop_stack *stack)
{
	zend_object *fiber = stack->fiber;

	GC_ADDREF(fiber);
	fiber_dtor(fiber);
	OBJ_RELEASE(fiber);
}

zend_execute_data *evloop_stack_frame(const evloop_stack *stack)
{
	return fiber_of(stack)->execute_data;
}

const zend_execute_data *evloop_stack_user_frame(const evloop_stack *stack)
{
	return evloop_frame_nearest_user(fiber_of(stack)->execute_data);
}

zend_result evloop_fiber_minit(int module_number)
{
	evloop_fiber_stack_minit();
	callback_name = zend_string_init_interned(ZEND_STRL("Evloop\\Loop::run"), true);
	return SUCCESS;
}
