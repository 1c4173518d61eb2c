/* SPDX-License-Identifier: MIT */
/*
 * Interrupts and pcntl. Both pcntl and libuv put C handlers on a signal, and the last one wins; so the function pcntl_signal() is
 * wrapped. Its C handler gets a wrapper that also wakes the loop (libuv goes on waiting when a signal comes in between); and where the
 * loop watches that signal already, libuv's handler is put back, and passes the signal on. PHP's thread only, but for on_signal().
 */
#include "src/coroutine/interrupt.h"

#include "src/base/error.h"
#include "src/coroutine/watchdog.h"
#include "src/reactor/signal.h"
#include "src/reactor/terminal.h"
#include "src/reactor/wakeup.h"
#include "zend_signal.h"

#include <signal.h>

typedef void (*signal_handler)(int signum, siginfo_t *info, void *context);

/* Written once: what was there before us. */
static void (*interrupt_before)(zend_execute_data *execute_data);
static zif_handler pcntl_signal_before;
/* Written when a handler is set for the first time: pcntl has but one. */
static signal_handler pcntl_handler;

static void on_interrupt(zend_execute_data *execute_data)
{
	evloop_watchdog_answer();
	if (interrupt_before != NULL) {
		interrupt_before(execute_data);
	}
}

void evloop_interrupt_take(evloop_runtime *runtime)
{
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		return; /* the engine's own affair, when code runs again */
	}
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
	zend_interrupt_function(EG(current_execute_data));
	if (UNEXPECTED(EG(exception) != NULL)) {
		zend_object *exception = evloop_error_take();

		if (evloop_error_is_unwind(exception)) {
			evloop_runtime_push_error(runtime, exception);
		} else {
			evloop_runtime_report(exception, NULL);
		}
	}
}

/* In signal context. */
static void on_signal(int signum, siginfo_t *info, void *context)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);

	pcntl_handler(signum, info, context);
	if (runtime != NULL && runtime->waker != NULL) {
		evl_wakeup_send(runtime->waker);
	}
}

/* The handler of a signal in the engine's eyes: zend_signal keeps them in a table of its own. */
static void get_action(int signum, struct sigaction *action)
{
#ifdef ZEND_SIGNALS
	zend_sigaction(signum, NULL, action);
#else
	(void) sigaction(signum, NULL, action);
#endif
}

static void set_action(int signum, const struct sigaction *action)
{
#ifdef ZEND_SIGNALS
	zend_sigaction(signum, action, NULL);
#else
	(void) sigaction(signum, action, NULL);
#endif
}

static bool is_handler(const struct sigaction *action)
{
	return action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN && action->sa_handler != SIG_ERR;
}

static void on_wakeup(evl_wakeup *wakeup, void *owner)
{
	/* That the poll ends is all. */
}

void evloop_interrupt_wake(evloop_runtime *runtime)
{
	if (pcntl_handler != NULL && runtime->waker == NULL) {
		/* Without one the handler runs when the loop next turns. */
		(void) evl_wakeup_open(&runtime->waker, &runtime->loop, on_wakeup, runtime);
	}
}

void evloop_interrupt_end(evloop_runtime *runtime)
{
	evl_wakeup *waker = runtime->waker;

	runtime->waker = NULL;
	if (waker != NULL) {
		evl_handle_release(&waker->handle);
	}
}

/* Put ours around the C handler that pcntl has just set. */
static void wrap_handler(int signum)
{
	struct sigaction action;

	get_action(signum, &action);
	if (!is_handler(&action) || action.sa_sigaction == on_signal) {
		return;
	}
	pcntl_handler = action.sa_sigaction;
	action.sa_sigaction = on_signal;
	action.sa_flags |= SA_SIGINFO;
	set_action(signum, &action);
	if (EVLOOP_G(runtime) != NULL) {
		evloop_interrupt_wake(EVLOOP_G(runtime));
	}
}

void evloop_interrupt_pass_signal(int signum)
{
	struct sigaction action;
	siginfo_t info = {.si_signo = signum, .si_code = SI_USER};

#ifdef ZEND_SIGNALS
	get_action(signum, &action);
#else
	if (!evl_signal_previous(&EVLOOP_G(runtime)->loop, signum, &action)) {
		return;
	}
	evl_terminal_look_behind(signum, &action);
#endif
	if (is_handler(&action) && action.sa_sigaction == on_signal) {
		on_signal(signum, &info, NULL);
	}
}

static ZEND_FUNCTION(on_pcntl_signal)
{
	evloop_runtime *runtime = EVLOOP_G(runtime);
	struct sigaction watched, action;
	bool is_watched = false;
	int signum = 0;

	if (ZEND_NUM_ARGS() > 0 && Z_TYPE_P(ZEND_CALL_ARG(execute_data, 1)) == IS_LONG &&
		Z_LVAL_P(ZEND_CALL_ARG(execute_data, 1)) > 0 && Z_LVAL_P(ZEND_CALL_ARG(execute_data, 1)) < NSIG) {
		signum = (int) Z_LVAL_P(ZEND_CALL_ARG(execute_data, 1));
		is_watched = runtime != NULL && evl_signal_previous(&runtime->loop, signum, &action) &&
					 sigaction(signum, NULL, &watched) == 0;
	}
	pcntl_signal_before(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	if (Z_TYPE_P(return_value) != IS_TRUE || signum == 0) {
		return;
	}
	wrap_handler(signum);
	if (is_watched && sigaction(signum, &watched, &action) == 0) {
		evl_signal_set_previous(&runtime->loop, signum, &action);
	}
}

zend_result evloop_interrupt_minit(int module_number)
{
	zend_internal_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("pcntl_signal"));

	interrupt_before = zend_interrupt_function;
	zend_interrupt_function = on_interrupt;
	if (function != NULL) {
		pcntl_signal_before = function->handler;
		function->handler = ZEND_FN(on_pcntl_signal);
	}
	return SUCCESS;
}
