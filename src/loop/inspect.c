/* SPDX-License-Identifier: MIT */
/*
 * Figures and a list of a loop. What they need is counted where it happens only if counting costs next to nothing; the rest is found by
 * walking when somebody asks. PHP's thread only.
 */
#include "src/loop/inspect.h"

#include "src/coroutine/dump.h"
#include "src/loop/watcher.h"

static const evloop_watcher_kind *const kinds[] = {
	&evloop_watcher_deferred,
	&evloop_watcher_delayed,
	&evloop_watcher_repeated,
	&evloop_watcher_signalled,
	&evloop_watcher_readable,
	&evloop_watcher_writable,
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

/* A pinned object that is an enabled watcher, or NULL. */
static const evloop_watcher *watcher_of(const evl_list *node)
{
	zend_object *object = EVL_CONTAINER_OF(node, evloop_pin, link)->object;

	return object->ce == evloop_ce_watcher ? evloop_watcher_from_obj(object) : NULL;
}

static void count_watchers(const evloop_runtime *runtime, zval *result)
{
	zend_long counts[KINDS] = {0};

	for (const evl_list *node = runtime->pins.next; node != &runtime->pins; node = node->next) {
		const evloop_watcher *watcher = watcher_of(node);

		for (size_t i = 0; i < KINDS && watcher != NULL; i++) {
			counts[i] += watcher->kind->name == kinds[i]->name;
		}
	}
	array_init(result);
	for (size_t i = 0; i < KINDS; i++) {
		add_assoc_long(result, kinds[i]->name, counts[i]);
	}
}

static void add_seconds(zval *array, const char *key, uint64_t nanoseconds)
{
	add_assoc_double(array, key, (double) nanoseconds / 1e9);
}

void evloop_loop_metrics(const evloop_scheduler *scheduler, zval *result)
{
	const evl_loop *loop = &scheduler->runtime->loop;
	zval part;

	array_init(result);
	add_assoc_long(result, "ticks", (zend_long) loop->tick.count);
	add_assoc_long(result, "callbacks", (zend_long) loop->tick.ran);
	count_watchers(scheduler->runtime, &part);
	add_assoc_zval(result, "watchers", &part);
	array_init(&part);
	add_assoc_long(&part, "alive", scheduler->coroutines);
	add_assoc_long(&part, "ready", evloop_coroutine_count_ready(scheduler));
	add_assoc_zval(result, "coroutines", &part);
	array_init(&part);
	add_assoc_long(&part, "in", (zend_long) loop->bytes_in);
	add_assoc_long(&part, "out", (zend_long) loop->bytes_out);
	add_assoc_zval(result, "bytes", &part);
	array_init(&part);
	add_seconds(&part, "p50", evl_histogram_percentile(&loop->lag, 0.5));
	add_seconds(&part, "p99", evl_histogram_percentile(&loop->lag, 0.99));
	add_seconds(&part, "max", loop->lag.max);
	add_assoc_zval(result, "lag", &part);
	add_seconds(result, "busy", loop->busy);
	add_seconds(result, "idle", loop->idle);
}

zend_string *evloop_loop_dump(const evloop_scheduler *scheduler)
{
	const evl_list *pins = &scheduler->runtime->pins;
	smart_str text = {0};

	evloop_coroutine_dump(scheduler, &text);
	for (const evl_list *node = pins->next; node != pins; node = node->next) {
		const evloop_watcher *watcher = watcher_of(node);

		if (watcher != NULL) {
			smart_str_appends(&text, "watcher ");
			evloop_watcher_describe(watcher, &text);
		} else {
			smart_str_append(&text, EVL_CONTAINER_OF(node, evloop_pin, link)->object->ce->name);
			smart_str_appends(&text, " is open");
		}
		smart_str_appendc(&text, '\n');
	}
	return smart_str_extract(&text);
}
