/* SPDX-License-Identifier: MIT */
/*
 * See listeners.h. One list for all events of an object: there are a handful at most. PHP's thread only.
 */
#include "src/event/listeners.h"

#include "src/coroutine/scheduler.h"
#include "zend_smart_str.h"

struct evloop_listener {
	evloop_listener *next;
	evloop_callback callback;
	uint32_t id; /* counts up, so that an emission knows whom it found */
	uint8_t event;
	bool once;
	bool gone;
};

void evloop_listeners_init(evloop_listeners *listeners)
{
	memset(listeners, 0, sizeof(*listeners));
	listeners->end = &listeners->first;
}

/* "data", "end" or "close". */
static void append_names(smart_str *text, const evloop_events *events)
{
	for (uint8_t i = 0; i < events->count; i++) {
		smart_str_append_printf(text, "%s\"%s\"",
			i == 0                  ? ""
			: i + 1 < events->count ? ", "
									: " or ",
			events->names[i]);
	}
	smart_str_0(text);
}

/* The event of a name given as argument 1; negative with a ValueError thrown. */
static int find_event(const evloop_events *events, const zend_string *name)
{
	smart_str names = {0};

	for (uint8_t i = 0; i < events->count; i++) {
		if (zend_string_equals_cstr(name, events->names[i], strlen(events->names[i]))) {
			return i;
		}
	}
	append_names(&names, events);
	zend_argument_value_error(1, "must be %s, \"%s\" given", ZSTR_VAL(names.s), ZSTR_VAL(name));
	smart_str_free(&names);
	return -1;
}

int evloop_events_parse_on(
	INTERNAL_FUNCTION_PARAMETERS, const evloop_events *events, zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_FUNC(*fci, *fcc)
		ZEND_PARSE_PARAMETERS_END_EX(return -1);

		return find_event(events, name);
}

int evloop_events_parse_off(INTERNAL_FUNCTION_PARAMETERS, const evloop_events *events, zval *callable)
{
	zend_string *name;
	zend_fcall_info fci = empty_fcall_info;
	zend_fcall_info_cache fcc = empty_fcall_info_cache;

	ZVAL_UNDEF(callable);
	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
		ZEND_PARSE_PARAMETERS_END_EX(return -1);

		if (ZEND_FCI_INITIALIZED(fci)) {
			ZVAL_COPY_VALUE(callable, &fci.function_name);
		}
		return find_event(events, name);
}

void evloop_listeners_add(evloop_listeners *listeners, uint8_t event, evloop_callback *callback, bool once)
{
	evloop_listener *added = ecalloc(1, sizeof(*added));

	added->callback = *callback;
	added->id = ++listeners->last_id;
	added->event = event;
	added->once = once;
	*listeners->end = added;
	listeners->end = &added->next;
}

/* Runs destructors; the list is in order before. */
static void free_chain(evloop_listener *chain)
{
	while (chain != NULL) {
		evloop_listener *next = chain->next;

		evloop_callback_free(&chain->callback);
		efree(chain);
		chain = next;
	}
}

static void sweep(evloop_listeners *listeners)
{
	evloop_listener **link = &listeners->first;
	evloop_listener *dropped = NULL;
	evloop_listener *current;

	if (listeners->emitting > 0 || !listeners->removed) {
		return;
	}
	listeners->removed = false;
	while ((current = *link) != NULL) {
		if (current->gone) {
			*link = current->next;
			current->next = dropped;
			dropped = current;
		} else {
			link = &current->next;
		}
	}
	listeners->end = link;
	free_chain(dropped);
}

static void drop(evloop_listeners *listeners, evloop_listener *listener)
{
	listener->gone = true;
	listeners->removed = true;
}

void evloop_listeners_remove(evloop_listeners *listeners, uint8_t event, zval *callable)
{
	for (evloop_listener *current = listeners->first; current != NULL; current = current->next) {
		if (current->event == event &&
			(Z_ISUNDEF_P(callable) || zend_is_identical(&current->callback.callable, callable))) {
			drop(listeners, current);
		}
	}
	sweep(listeners);
}

bool evloop_listeners_has(const evloop_listeners *listeners, uint8_t event)
{
	for (const evloop_listener *current = listeners->first; current != NULL; current = current->next) {
		if (current->event == event && !current->gone) {
			return true;
		}
	}
	return false;
}

bool evloop_listeners_emit(evloop_listeners *listeners, uint8_t event, uint32_t argc, zval *argv)
{
	uint32_t last_id = listeners->last_id;

	listeners->emitting++;
	for (evloop_listener *current = listeners->first; current != NULL && current->id <= last_id;
		 current = current->next) {
		if (current->event != event || current->gone) {
			continue;
		}
		if (current->once) {
			drop(listeners, current);
		}
		evloop_scheduler_run_callback(&current->callback, argc, argv);
		if (UNEXPECTED(EG(exception) != NULL)) {
			break;
		}
	}
	listeners->emitting--;
	sweep(listeners);
	return EXPECTED(EG(exception) == NULL);
}

void evloop_listeners_free(evloop_listeners *listeners)
{
	evloop_listener *first = listeners->first;

	evloop_listeners_init(listeners);
	free_chain(first);
}

void evloop_listeners_gc(evloop_listeners *listeners, zend_get_gc_buffer *buffer)
{
	for (evloop_listener *current = listeners->first; current != NULL; current = current->next) {
		evloop_callback_gc(&current->callback, buffer);
	}
}
