/* SPDX-License-Identifier: MIT */
/*
 * Who runs next; see scheduler.h. The order inside each function matters: after a switch everything may have changed but this
 * context's own frames. PHP's thread only.
 */
#include "src/coroutine/scheduler.h"

#include "src/base/assert.h"
#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/coroutine/autoload.h"
#include "src/coroutine/coroutine.h"
#include "src/coroutine/interrupt.h"
#include "src/coroutine/state.h"
#include "src/coroutine/watchdog.h"
#include "src/promise/rejection.h"
#include "ext/spl/spl_exceptions.h"
#include "php_output.h"
#include "zend_exceptions.h"

static evloop_scheduler *the_scheduler(void)
{
	return EVLOOP_G(runtime)->scheduler;
}

bool evloop_scheduler_has_work(const evloop_scheduler *scheduler)
{
	return evl_tick_has_work(&scheduler->runtime->loop.tick) || evl_loop_is_alive(&scheduler->runtime->loop);
}

/* The tick is over: flush, poll, begin the next. False when nothing is left that could happen. */
static bool advance(evloop_scheduler *scheduler)
{
	evl_loop *loop = &scheduler->runtime->loop;
	bool work;

	evl_loop_flush(loop);
	work = evl_tick_has_work(&loop->tick);
	if (!work && !evl_loop_is_alive(loop)) {
		return false;
	}
	evl_tick_begin(&loop->tick);
	evl_loop_poll(loop, !work);
	if (UNEXPECTED(evloop_interrupt_is_pending())) {
		evloop_interrupt_take(scheduler->runtime);
	}
	evloop_fibers_trim(&scheduler->fibers);
	return true;
}

/* A tick ended: whether the driver wanted no more than that. */
static bool driver_has_enough(const evloop_scheduler *scheduler)
{
	return scheduler->driver != NULL &&
		   (scheduler->drive == EVLOOP_DRIVE_ONCE || (scheduler->drive == EVLOOP_DRIVE_RUN && scheduler->stopping));
}

/* The next item, polling if need be; NULL when it is the driver's turn for another reason than being woken. */
static evl_ready *next_item(evloop_scheduler *scheduler)
{
	for (;;) {
		evl_ready *item;

		if (UNEXPECTED(scheduler->runtime->error_count > 0) && scheduler->driver != NULL) {
			return NULL;
		}
		item = evl_tick_next(&scheduler->runtime->loop.tick);
		if (EXPECTED(item != NULL)) {
			return item;
		}
		if (UNEXPECTED(driver_has_enough(scheduler))) {
			scheduler->driver_outcome = EVLOOP_STOPPED;
			return NULL;
		}
		if (UNEXPECTED(!advance(scheduler))) {
			scheduler->driver_outcome = EVLOOP_IDLE;
			return NULL;
		}
	}
}

/* Give a parked context its turn. */
static evloop_context *take_turn(evl_ready *item)
{
	evloop_park *park = EVL_CONTAINER_OF(item, evloop_park, ready);

	park->woken = true;
	return park->context;
}

/* An item that needs a stack, and there is none: a coroutine fails with the reason, a callback waits for one to become free. */
static void no_stack_for(evloop_scheduler *scheduler, evl_ready *item)
{
	zend_object *reason = evloop_error_take();

	if (evloop_coroutine_fail(item, reason)) {
		return;
	}
	OBJ_RELEASE(reason);
	evl_tick_push_deferred(&scheduler->runtime->loop.tick, item);
}

/* The context to go on with: a woken one, or a pooled stack with an item to run. */
static evloop_context *next_context(evloop_scheduler *scheduler)
{
	for (;;) {
		evl_ready *item = next_item(scheduler);
		evloop_stack *stack;

		if (UNEXPECTED(item == NULL)) {
			return scheduler->driver != NULL ? scheduler->driver->context : evloop_context_main();
		}
		if (item->run == NULL) {
			return take_turn(item);
		}
		stack = evloop_stack_get(&scheduler->fibers);
		if (EXPECTED(stack != NULL)) {
			stack->item = item;
			return evloop_stack_context(stack);
		}
		no_stack_for(scheduler, item);
	}
}

static evloop_context *next_after_suspend(void)
{
	return next_context(the_scheduler());
}

/* What the driver finds besides being woken; EVLOOP_WOKEN stands for nothing. */
static evloop_outcome driver_outcome(evloop_scheduler *scheduler)
{
	evloop_outcome outcome = scheduler->driver_outcome;
	zend_object *error = evloop_runtime_take_error(scheduler->runtime);

	scheduler->driver_outcome = EVLOOP_WOKEN;
	if (error != NULL) {
		evloop_error_rethrow(error);
		return EVLOOP_THROWN;
	}
	return outcome;
}

/* Inlined: behind a switch the processor predicts every return wrong, so each frame between here and PHP costs several ns. */
static zend_always_inline evloop_outcome wait_for_turn(evloop_scheduler *scheduler, evloop_park *park)
{
	while (!park->woken) {
		evloop_context *context;

		if (scheduler->driver == park) {
			evloop_outcome outcome = driver_outcome(scheduler);

			if (UNEXPECTED(outcome != EVLOOP_WOKEN)) {
				return outcome;
			}
		}
		context = next_context(scheduler);
		if (context != park->context && !evloop_context_switch(context, NULL)) {
			return EVLOOP_THROWN;
		}
	}
	return EVLOOP_WOKEN;
}

/* `output_level`: see evloop_state_save(). */
static bool refuse(int output_level)
{
	const char *refusal = evloop_context_refusal();

	if (refusal == NULL && UNEXPECTED(evloop_state_is_inside_shared_output(output_level))) {
		refusal = "others may write to or end the output buffer whose callback this is";
	}
	if (EXPECTED(refusal == NULL)) {
		return false;
	}
	if (EG(exception) == NULL) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "Cannot suspend here: %s", refusal);
	}
	return true;
}

/* In a coroutine or callback: its stack is parked if it is the stack itself that waits, and not a plain Fiber inside. */
static evloop_outcome wait_inside(evloop_scheduler *scheduler, evloop_stack *stack, evloop_park *park)
{
	bool own = evloop_stack_context(stack) == park->context;
	evloop_state state;
	evloop_outcome outcome;

	evloop_coroutine_of(stack);
	if (own) {
		stack->park = park;
		if (!evl_ready_is_queued(&park->ready)) {
			park->ready.priority = evloop_coroutine_priority(stack);
		}
	} else {
		stack->inner = park;
	}
	evloop_state_save(&state, stack->output_level);
	outcome = wait_for_turn(scheduler, park);
	stack->output_level = evloop_state_restore(&state);
	if (own) {
		stack->park = NULL;
	} else if (stack->inner == park) {
		stack->inner = NULL;
	}
	return outcome;
}

/* Outside: this context drives the loop. */
static evloop_outcome wait_outside(evloop_scheduler *scheduler, evloop_park *park, evloop_drive drive)
{
	evloop_park *outer = scheduler->driver;
	evloop_drive outer_drive = scheduler->drive;
	evloop_state state;
	evloop_outcome outcome;

	scheduler->driver = park;
	scheduler->drive = drive;
	scheduler->driver_outcome = EVLOOP_WOKEN;
	scheduler->runtime->loop.touched = true;
	if (UNEXPECTED(!evloop_watchdog_is_current(scheduler->runtime))) {
		evloop_watchdog_adjust(scheduler->runtime);
	}
	evl_loop_set_driven(&scheduler->runtime->loop, true);
	/* What {main} buffers it buffers for everybody. */
	evloop_state_save(&state, INT_MAX);
	outcome = wait_for_turn(scheduler, park);
	evloop_state_restore(&state);
	evl_loop_set_driven(&scheduler->runtime->loop, outer != NULL);
	scheduler->driver = outer;
	scheduler->drive = outer_drive;
	return outcome;
}

evloop_outcome evloop_park_wait(evloop_park *park)
{
	evloop_scheduler *scheduler = the_scheduler();
	evloop_stack *stack = evloop_stack_current();
	evloop_outcome outcome = EVLOOP_THROWN;

	if (UNEXPECTED(stack != NULL && stack->cancelled && !park->steadfast)) {
		park->cancelled = true;
	} else if (EXPECTED(!refuse(stack != NULL ? stack->output_level : INT_MAX))) {
		zend_execute_data *outermost;
		bool resumed = evloop_context_publish_frames(&outermost);

		park->context = evloop_context_current();
		park->tick = &scheduler->runtime->loop.tick;
		outcome =
			stack != NULL ? wait_inside(scheduler, stack, park) : wait_outside(scheduler, park, EVLOOP_DRIVE_AWAIT);
		if (UNEXPECTED(resumed)) {
			evloop_context_rejoin_frames(outermost);
		}
	}
	if (UNEXPECTED(park->cancelled) && EG(exception) == NULL) {
		evloop_coroutine_throw_cancelled(stack);
		outcome = EVLOOP_THROWN;
	}
	/* The frame goes: nothing may point to it. */
	evl_tick_remove(&park->ready);
	return outcome;
}

bool evloop_scheduler_suspend(void)
{
	evloop_stack *stack = evloop_stack_current();
	evloop_park park = {.reason = "suspend()"};

	park.ready.priority = evloop_coroutine_priority(stack);
	evloop_park_wake(&the_scheduler()->runtime->loop.tick, &park);
	return evloop_park_wait(&park) == EVLOOP_WOKEN;
}

static void timed_out(evl_timer *timer)
{
	evloop_timed_park *park = EVL_CONTAINER_OF(timer, evloop_timed_park, timer);

	park->timed_out = true;
	evloop_park_wake(&EVLOOP_G(runtime)->loop.tick, &park->park);
}

evloop_outcome evloop_timed_park_wait(evloop_timed_park *park, double timeout)
{
	evl_loop *loop = &EVLOOP_G(runtime)->loop;
	evloop_outcome outcome;

	if (timeout < 0.0) {
		return evloop_park_wait(&park->park);
	}
	evl_timer_init(&park->timer, timed_out);
	if (evl_timer_start(loop, &park->timer, evl_loop_now() + evloop_duration_ns(timeout)) != 0) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return EVLOOP_THROWN;
	}
	outcome = evloop_park_wait(&park->park);
	evl_timer_stop(loop, &park->timer);
	return outcome;
}

bool evloop_scheduler_drive(evloop_drive drive)
{
	evloop_scheduler *scheduler = evloop_scheduler_get();
	evloop_park park = {.ready.priority = EVL_PRIORITY_NORMAL, .reason = "Loop::run()"};
	zend_execute_data *outermost;
	bool resumed;
	evloop_outcome outcome;

	if (scheduler == NULL || refuse(INT_MAX)) {
		return false;
	}
	park.context = evloop_context_current();
	resumed = evloop_context_publish_frames(&outermost);
	scheduler->stopping = false;
	/* What went on outside is not the loop's lag. */
	scheduler->runtime->loop.polled_at = 0;
	outcome = wait_outside(scheduler, &park, drive);
	if (resumed) {
		evloop_context_rejoin_frames(outermost);
	}
	scheduler->stopped = scheduler->stopping;
	scheduler->stopping = false;
	return outcome != EVLOOP_THROWN;
}

/*
 * The work on a stack ended. Settle who occupied it, give the Fiber back or retire it, and say where its end leads: to a foreign
 * resumer, with an error if there is one; NULL = on with the next item.
 */
static evloop_context *end_work(evloop_scheduler *scheduler, evloop_stack *stack, zend_object **error)
{
	evloop_stack_end end = evloop_stack_how_ended(stack);
	evloop_context *to = end.resumer;

	if (UNEXPECTED(EG(exception) != NULL)) {
		*error = evloop_error_take();
		if (end.destroyed && evloop_error_is_unwind(*error)) {
			OBJ_RELEASE(*error);
			*error = NULL;
		} else if (to == NULL) {
			to = scheduler->driver != NULL ? scheduler->driver->context : evloop_context_main();
		}
	}
	evloop_state_end_output(stack->output_level);
	evloop_coroutine_end(stack, end.destroyed || *error != NULL);
	if (UNEXPECTED(EG(exception) != NULL)) {
		/* An output handler, or a destructor of what was just released, threw. */
		evloop_runtime_report(evloop_error_take(), NULL);
	}
	return to;
}

/* The life of a pooled stack: run what is ready in place; when a parked context is next, go idle and switch to it. */
static void work(evloop_stack *stack)
{
	evloop_scheduler *scheduler = the_scheduler();
	evl_ready *item = NULL;

	for (;;) {
		evloop_context *to;
		zend_object *error = NULL;

		if (item == NULL) {
			item = stack->item;
			stack->item = NULL;
		}
		evloop_stack_begin(stack);
		stack->output_level = php_output_get_level();
		item->run(item);
		to = end_work(scheduler, stack, &error);
		item = NULL;

		if (EXPECTED(to == NULL)) {
			item = next_item(scheduler);
			if (item != NULL && item->run != NULL) {
				continue;
			}
			to = item != NULL                ? take_turn(item)
				 : scheduler->driver != NULL ? scheduler->driver->context
											 : evloop_context_main();
			item = NULL;
		}
		evloop_stack_put(&scheduler->fibers, stack);
		/* Nobody throws into an idle stack, so there is no failure to look at. */
		evloop_context_switch(to, error);
	}
}

static const evloop_fibers_ops fibers_ops = {work, evloop_coroutine_of, next_after_suspend};

evloop_scheduler *evloop_scheduler_get(void)
{
	evloop_runtime *runtime = evloop_runtime_get();
	evloop_scheduler *scheduler;

	if (UNEXPECTED(runtime == NULL)) {
		return NULL;
	}
	if (EXPECTED(runtime->scheduler != NULL)) {
		return runtime->scheduler;
	}
	scheduler = ecalloc(1, sizeof(*scheduler));
	scheduler->runtime = runtime;
	if (!evloop_fibers_init(&scheduler->fibers, &fibers_ops)) {
		efree(scheduler);
		return NULL;
	}
	runtime->scheduler = scheduler;
	evloop_interrupt_wake(runtime);
	return scheduler;
}

void evloop_scheduler_run_callback(const evloop_callback *callback, uint32_t argc, zval *argv)
{
	zval result;

	evloop_callback_call(callback, &result, argc, argv);
	zval_ptr_dtor(&result);
	if (UNEXPECTED(EG(exception) != NULL) && !evloop_error_is_unwind(EG(exception))) {
		evloop_stack *stack = evloop_stack_current();

		if (stack->cancelled && evloop_error_is_cancelled(EG(exception))) {
			zend_clear_exception(); /* it has unwound, as it was told to */
		} else if (!evloop_stack_how_ended(stack).destroyed) {
			evloop_runtime_report(evloop_error_take(), stack->coroutine);
		}
	}
}

/* Coroutines that were never started: nobody else holds the scheduler's reference. */
void evloop_scheduler_drop_queued(evloop_scheduler *scheduler)
{
	evl_tick *tick = &scheduler->runtime->loop.tick;

	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		evl_list *node;

		while ((node = evl_list_shift(&tick->lanes[lane])) != NULL) {
			evloop_coroutine_drop(EVL_CONTAINER_OF(node, evl_ready, link));
		}
	}
}

void evloop_scheduler_find_broken(void)
{
	bool jumped = false;

	if (!CG(unclean_shutdown)) {
		return;
	}
	for (const evloop_runtime *runtime = EVLOOP_G(runtime); runtime != NULL; runtime = runtime->outer) {
		jumped = jumped || (runtime->scheduler != NULL && runtime->scheduler->driver != NULL);
	}
	if (jumped) {
		evloop_runtime_break();
	}
}

void evloop_scheduler_leave(evloop_runtime *runtime)
{
	evloop_scheduler *scheduler = runtime->scheduler;
	evloop_runtime *outer = runtime->outer;
	bool clean;

	evloop_scheduler_find_broken();
	clean = !CG(unclean_shutdown) && !runtime->broken;
	evloop_watchdog_stop(runtime);
	evloop_interrupt_end(runtime);
	if (clean) {
		/* After exit() or stop() nobody has. Later there is no list any more, and PHP cannot print an exception. */
		evloop_rejection_report_all(runtime);
	}
	if (scheduler != NULL && clean) {
		evloop_scheduler_drop_queued(scheduler);
		evloop_autoload_shutdown(scheduler);
	}
	if (outer != NULL && outer->scheduler != NULL) {
		outer->scheduler->fibers.standing = false;
		evl_loop_set_driven(&outer->loop, outer->scheduler->driver != NULL);
	}
	evloop_runtime_destroy(runtime);
	if (scheduler != NULL) {
		evloop_fibers_destroy(&scheduler->fibers, clean);
		assert(scheduler->fibers.stack_count == 0);
		efree(scheduler);
	}
}

evloop_scheduler *evloop_scheduler_enter(void)
{
	evloop_runtime *outer = EVLOOP_G(runtime);
	evloop_stack *stack = evloop_stack_current();
	evloop_scheduler *scheduler;

	if (refuse(stack != NULL ? stack->output_level : INT_MAX) || !evloop_runtime_nest()) {
		return NULL;
	}
	if (outer != NULL && outer->scheduler != NULL) {
		outer->scheduler->fibers.standing = true;
		evl_loop_set_driven(&outer->loop, false);
	}
	scheduler = evloop_scheduler_get();
	if (scheduler == NULL) {
		evloop_scheduler_leave(EVLOOP_G(runtime));
	}
	return scheduler;
}

void evloop_scheduler_shutdown(void)
{
	/* Isolated ones are left only after a fatal error. */
	while (EVLOOP_G(runtime) != NULL) {
		evloop_scheduler_leave(EVLOOP_G(runtime));
	}
}
