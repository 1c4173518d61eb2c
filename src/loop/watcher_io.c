/* SPDX-License-Identifier: MIT */
/*
 * Watchers of foreign descriptors. A stream's bytes may wait in PHP's own buffer, of which the kernel knows nothing: it is looked at
 * after each callback, and before the loop waits. A stream that was closed while it was watched ends its watcher with an exception
 * for the error handler. PHP's thread only; polls report from inside the poll.
 */
#include "src/loop/watcher.h"

#include "src/base/error.h"
#include "src/loop/foreign.h"

static evloop_watcher *watcher_of(const evl_poll *poll)
{
	return EVL_CONTAINER_OF(poll, evloop_watcher, poll);
}

static void io_ready(evl_poll *poll)
{
	evloop_watcher_make_ready(watcher_of(poll));
}

static void io_gone(evl_poll *poll)
{
	evloop_watcher *watcher = watcher_of(poll);

	watcher->flags |= EVLOOP_WATCHER_GONE;
	evloop_watcher_make_ready(watcher);
}

static evl_poll_view io_look(const evl_poll *poll)
{
	const zval *source = &watcher_of(poll)->source;

	if (evloop_foreign_is_closed(source)) {
		return EVL_POLL_GONE;
	}
	return poll->direction == EVL_POLL_READ && evloop_foreign_has_bytes(source) ? EVL_POLL_READY : EVL_POLL_WAITING;
}

static const evl_poll_ops value_ops = {io_ready, io_gone, io_look};
/* Of a number only the kernel knows whether it is open. */
static const evl_poll_ops number_ops = {io_ready, io_gone, NULL};

static bool io_start(evloop_watcher *watcher, evl_loop *loop)
{
	int status;

	watcher->flags &= ~EVLOOP_WATCHER_GONE;
	if (evloop_foreign_is_closed(&watcher->source)) {
		evloop_error_rethrow(
			evloop_error_new(evloop_ce_closed_exception, "The stream of this watcher was closed meanwhile"));
		return false;
	}
	status = evl_poll_start(loop, &watcher->poll);
	if (status != 0) {
		evloop_error_throw(evloop_ce_socket_exception, status, "watching descriptor %d", watcher->poll.fd);
		return false;
	}
	if (watcher->poll.direction == EVL_POLL_READ && evloop_foreign_fetch_bytes(&watcher->source)) {
		evl_tick_push_deferred(&loop->tick, &watcher->ready);
	}
	return true;
}

static void io_stop(evloop_watcher *watcher, evl_loop *loop)
{
	evl_poll_stop(loop, &watcher->poll);
}

static void io_reference(evloop_watcher *watcher, evl_loop *loop, bool referenced)
{
	evl_poll_reference(loop, &watcher->poll, referenced);
}

static uint32_t io_arguments(evloop_watcher *watcher, zval *arguments)
{
	ZVAL_COPY(&arguments[0], &watcher->source);
	return 1;
}

static void io_free(evloop_watcher *watcher)
{
	zval source;

	ZVAL_COPY_VALUE(&source, &watcher->source);
	ZVAL_UNDEF(&watcher->source);
	zval_ptr_dtor(&source);
}

static void io_describe(const evloop_watcher *watcher, smart_str *text)
{
	smart_str_append_printf(text, "descriptor %d to be %s", watcher->poll.fd, watcher->kind->name);
}

static bool io_before(evloop_watcher *watcher)
{
	zend_string *site;

	if (EXPECTED(!(watcher->flags & EVLOOP_WATCHER_GONE) && !evloop_foreign_is_closed(&watcher->source))) {
		return true;
	}
	site = evloop_site_text(&watcher->site);
	evloop_runtime_report(evloop_error_new(evloop_ce_closed_exception,
							  "Descriptor %d was closed while a watcher (#" ZEND_LONG_FMT
							  ", made at %s) waited for it: cancel the watcher first",
							  watcher->poll.fd, Z_LVAL_P(OBJ_PROP_NUM(&watcher->std, 0)), ZSTR_VAL(site)),
		NULL);
	zend_string_release(site);
	evloop_watcher_cancel(watcher);
	return false;
}

static void io_after(evloop_watcher *watcher)
{
	evl_loop *loop = evloop_watcher_loop(watcher);

	if (watcher->poll.direction == EVL_POLL_READ && evloop_foreign_fetch_bytes(&watcher->source) &&
		!evl_ready_is_queued(&watcher->ready)) {
		evl_tick_push_deferred(&loop->tick, &watcher->ready);
	}
}

#define IO_KIND(text)                                                                                                  \
	{                                                                                                                  \
		.name = text, .start = io_start, .stop = io_stop, .reference = io_reference, .arguments = io_arguments,        \
		.free = io_free, .describe = io_describe, .before = io_before, .after = io_after,                              \
	}

const evloop_watcher_kind evloop_watcher_readable = IO_KIND("readable");
const evloop_watcher_kind evloop_watcher_writable = IO_KIND("writable");

bool evloop_watcher_set_source(evloop_watcher *watcher, zval *source)
{
	int fd = evloop_foreign_descriptor(source);

	ZVAL_UNDEF(&watcher->source);
	if (fd < 0) {
		return false;
	}
	evl_poll_init(&watcher->poll, Z_TYPE_P(source) == IS_LONG ? &number_ops : &value_ops, fd,
		watcher->kind == &evloop_watcher_writable ? EVL_POLL_WRITE : EVL_POLL_READ);
	ZVAL_COPY(&watcher->source, source);
	return true;
}
