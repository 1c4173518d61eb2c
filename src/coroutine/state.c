/* SPDX-License-Identifier: MIT */
/*
 * Saving and restoring what the engine keeps per thread and not per fiber. The common case is two words and a few tests; the rest is
 * allocated only by a context that parks inside a comparison function of usort(), in __serialize(), in stream_open() of a user's
 * stream wrapper, in an error handler, or with an output buffer open.
 */
#include "src/coroutine/state.h"

#include "src/coroutine/error_handler.h"
#include "ext/standard/basic_functions.h"
#include "ext/standard/file.h"
#include "php_output.h"

#include <errno.h>

typedef struct evloop_state_rare {
	zend_fcall_info compare;
	zend_fcall_info_cache compare_cache;
	unsigned serialize_lock;
	struct php_serialize_data *serialize_data;
	unsigned serialize_level;
	struct php_unserialize_data *unserialize_data;
	unsigned unserialize_level;
	const char *opening; /* the URL that a user's wrapper opens: the engine takes a second one for a recursion */
	bool in_user_include;
	zval error_handler; /* lent to the others; UNDEF = not */
	php_output_handler *running;
	int output_count;
	php_output_handler *output[]; /* bottom first */
} evloop_state_rare;

static bool has_rare_state(int output_level)
{
	return UNEXPECTED(BG(user_compare_fci).size != 0 || BG(serialize_lock) != 0 || BG(serialize).level != 0 ||
					  BG(unserialize).level != 0 || FG(user_stream_current_filename) != NULL || PG(in_user_include) ||
					  OG(running) != NULL || OG(handlers).top > output_level) ||
		   evloop_error_handler_is_running();
}

static void set_active_handler(void)
{
	php_output_handler **top = zend_stack_top(&OG(handlers));

	OG(active) = top != NULL ? *top : NULL;
}

static ZEND_COLD evloop_state_rare *save_rare(int output_level)
{
	int count = MAX(OG(handlers).top - output_level, 0);
	evloop_state_rare *rare = safe_emalloc((size_t) count, sizeof(php_output_handler *), sizeof(*rare));

	rare->compare = BG(user_compare_fci);
	rare->compare_cache = BG(user_compare_fci_cache);
	BG(user_compare_fci) = empty_fcall_info;
	BG(user_compare_fci_cache) = empty_fcall_info_cache;

	rare->serialize_lock = BG(serialize_lock);
	rare->serialize_data = BG(serialize).data;
	rare->serialize_level = BG(serialize).level;
	rare->unserialize_data = BG(unserialize).data;
	rare->unserialize_level = BG(unserialize).level;
	BG(serialize_lock) = 0;
	BG(serialize).level = 0;
	BG(serialize).data = NULL;
	BG(unserialize).level = 0;
	BG(unserialize).data = NULL;

	rare->opening = FG(user_stream_current_filename);
	rare->in_user_include = PG(in_user_include);
	FG(user_stream_current_filename) = NULL;
	PG(in_user_include) = false;

	ZVAL_UNDEF(&rare->error_handler);
	if (evloop_error_handler_is_running()) {
		evloop_error_handler_lend(&rare->error_handler);
	}

	rare->running = OG(running);
	OG(running) = NULL;
	rare->output_count = count;
	for (int i = count - 1; i >= 0; i--) {
		rare->output[i] = *(php_output_handler **) zend_stack_top(&OG(handlers));
		zend_stack_del_top(&OG(handlers));
	}
	set_active_handler();
	return rare;
}

static ZEND_COLD void restore_rare(evloop_state_rare *rare)
{
	BG(user_compare_fci) = rare->compare;
	BG(user_compare_fci_cache) = rare->compare_cache;
	BG(serialize_lock) = rare->serialize_lock;
	BG(serialize).data = rare->serialize_data;
	BG(serialize).level = rare->serialize_level;
	BG(unserialize).data = rare->unserialize_data;
	BG(unserialize).level = rare->unserialize_level;
	FG(user_stream_current_filename) = rare->opening;
	PG(in_user_include) = rare->in_user_include;
	if (!Z_ISUNDEF(rare->error_handler)) {
		evloop_error_handler_take_back(&rare->error_handler);
	}

	for (int i = 0; i < rare->output_count; i++) {
		rare->output[i]->level = zend_stack_push(&OG(handlers), &rare->output[i]);
	}
	set_active_handler();
	OG(running) = rare->running;
	efree(rare);
}

void evloop_state_save(evloop_state *state, int output_level)
{
	state->error_handling = EG(error_handling);
	state->exception_class = EG(exception_class);
	state->saved_errno = errno;
	EG(error_handling) = EH_NORMAL;
	EG(exception_class) = NULL;
	state->rare = has_rare_state(output_level) ? save_rare(output_level) : NULL;
}

int evloop_state_restore(evloop_state *state)
{
	int output_level = OG(handlers).top;

	EG(error_handling) = state->error_handling;
	EG(exception_class) = state->exception_class;
	errno = state->saved_errno;
	if (UNEXPECTED(state->rare != NULL)) {
		restore_rare(state->rare);
	} else if (UNEXPECTED(BG(user_compare_fci).size != 0)) {
		/* Who ran meanwhile left by an exception, past the place where usort() cleans up. */
		BG(user_compare_fci) = empty_fcall_info;
		BG(user_compare_fci_cache) = empty_fcall_info_cache;
	}
	return output_level;
}

void evloop_state_end_output(int output_level)
{
	while (UNEXPECTED(OG(handlers).top > output_level)) {
		int before = OG(handlers).top;

		php_output_end();
		if (OG(handlers).top >= before) {
			break; /* a handler that refuses to be removed; the engine ends it at the end of the request */
		}
	}
}

void evloop_reporting_init(evloop_reporting *reporting)
{
	reporting->setting = zend_hash_str_find_ptr(EG(ini_directives), ZEND_STRL("error_reporting"));
	reporting->text = NULL;
	reporting->level = E_ALL;
}

void evloop_reporting_free(evloop_reporting *reporting)
{
	if (reporting->text != NULL) {
		zend_string_release(reporting->text);
		reporting->text = NULL;
	}
}

int evloop_reporting_read(evloop_reporting *reporting)
{
	zend_string *text = reporting->setting->value;

	evloop_reporting_free(reporting);
	reporting->text = text != NULL ? zend_string_copy(text) : NULL;
	reporting->level = text != NULL ? atoi(ZSTR_VAL(text)) : E_ALL;
	return reporting->level;
}
