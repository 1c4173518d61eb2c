/* SPDX-License-Identifier: MIT */
/*
 * See token.h. Those who listen in C are told at once; PHP callbacks run as microtasks, so cancel() itself runs no user code and
 * cannot fail. PHP's thread only.
 */
#include "src/coroutine/token.h"

#include "src/base/callback.h"
#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/object.h"
#include "src/coroutine/scheduler.h"
#include "zend_exceptions.h"

#include "stubs/Cancellation_arginfo.h"

#define CANCELLED_BY_TOKEN "The operation was cancelled"

zend_class_entry *evloop_ce_token;
static zend_class_entry *ce_source;
static zend_object_handlers token_handlers;
static zend_object_handlers source_handlers;

struct evloop_token_source {
	evloop_token_watch watch; /* on `from`, while its token is attached; then `from` holds that */
	evloop_token *from;       /* owned */
	evloop_token *to;
};

/* What onCancel() was given. */
typedef struct listener {
	evloop_token_watch watch;
	evl_ready ready;
	zend_long id;
	evloop_callback callback;
	zend_object *reason; /* owned, once it is queued */
} listener;

static void detach(evloop_token *token);

static void token_cancel(evloop_token *token, zend_object *reason)
{
	evl_list *node;

	if (token->reason != NULL) {
		return;
	}
	token->reason = reason;
	token->since = token->deadline != 0 ? token->deadline : evl_loop_now();
	GC_ADDREF(reason);
	GC_ADDREF(&token->std);
	while ((node = evl_list_shift(&token->watches)) != NULL) {
		evloop_token_watch *watch = EVL_CONTAINER_OF(node, evloop_token_watch, link);

		watch->ops->cancelled(watch, reason);
	}
	detach(token);
	OBJ_RELEASE(&token->std);
}

static zend_object *time_is_over(const evloop_token *token)
{
	return evloop_error_new(evloop_ce_timeout_exception, "The %g seconds of the cancellation are over", token->seconds);
}

static void cancel_with(evloop_token *token, zend_object *reason)
{
	token_cancel(token, reason);
	OBJ_RELEASE(reason);
}

static void expired_run(evl_ready *item)
{
	evloop_token *token = EVL_CONTAINER_OF(item, evloop_token, expired);

	cancel_with(token, time_is_over(token));
}

static void timer_fired(evl_timer *timer)
{
	evloop_token *token = EVL_CONTAINER_OF(timer, evloop_token, timer);
	evloop_runtime *runtime = evloop_runtime_find(token->loop);

	if (!evl_ready_is_queued(&token->expired)) {
		evl_tick_push(&runtime->loop.tick, &token->expired);
	}
}

static void source_cancelled(evloop_token_watch *watch, zend_object *reason)
{
	evloop_token *token = EVL_CONTAINER_OF(watch, evloop_token_source, watch)->to;

	token_cancel(token, reason);
	OBJ_RELEASE(&token->std); /* what the source held */
}

static void source_gc(evloop_token_watch *watch, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_obj(buffer, &EVL_CONTAINER_OF(watch, evloop_token_source, watch)->to->std);
}

static const evloop_token_watch_ops source_ops = {source_cancelled, source_gc};

static bool attach_timer(evloop_token *token)
{
	evloop_runtime *runtime = evloop_runtime_get();

	if (runtime == NULL) {
		return false;
	}
	if (evl_timer_start(&runtime->loop, &token->timer, token->deadline) != 0) {
		zend_throw_exception(evloop_ce_loop_exception, "No memory for another timer", 0);
		return false;
	}
	token->loop = runtime->id;
	evloop_pin_set(&token->pin, runtime, &token->std);
	return true;
}

static bool attach(evloop_token *token)
{
	if (token->deadline != 0 && !attach_timer(token)) {
		return false;
	}
	for (uint32_t i = 0; i < token->source_count; i++) {
		if (!evloop_token_listen(token->sources[i].from, &token->sources[i].watch)) {
			token->attached = true;
			detach(token);
			return false;
		}
		GC_ADDREF(&token->std);
	}
	token->attached = true;
	return true;
}

/* May drop the last reference to it but the caller's. */
static void detach(evloop_token *token)
{
	evloop_runtime *runtime = evloop_runtime_find(token->loop);

	if (!token->attached) {
		return;
	}
	token->attached = false;
	if (runtime != NULL && !runtime->broken) {
		evl_timer_stop(&runtime->loop, &token->timer);
		evl_tick_remove(&token->expired);
	} else {
		evl_timer_init(&token->timer, timer_fired); /* its loop is gone */
	}
	for (uint32_t i = 0; i < token->source_count; i++) {
		if (evl_list_is_linked(&token->sources[i].watch.link)) {
			evloop_token_unlisten(token->sources[i].from, &token->sources[i].watch);
			OBJ_RELEASE(&token->std);
		}
	}
	evloop_pin_drop(&token->pin);
}

/* The source that was cancelled first, whether or not somebody has listened; or NULL. */
static evloop_token *first_cancelled(const evloop_token *token)
{
	evloop_token *first = NULL;

	for (uint32_t i = 0; i < token->source_count; i++) {
		evloop_token *from = token->sources[i].from;

		if (evloop_token_reason(from) != NULL && (first == NULL || from->since < first->since)) {
			first = from;
		}
	}
	return first;
}

zend_object *evloop_token_reason(evloop_token *token)
{
	evloop_token *first;

	if (token->reason == NULL && token->deadline != 0 && evl_loop_now() >= token->deadline) {
		cancel_with(token, time_is_over(token));
	}
	if (token->reason == NULL && (first = first_cancelled(token)) != NULL) {
		token_cancel(token, first->reason);
	}
	return token->reason;
}

/* It was listened to in an isolated loop, which is gone, with the timer. */
static bool attach_again(evloop_token *token)
{
	if (token->deadline != 0 && evloop_runtime_find(token->loop) == NULL) {
		evl_timer_init(&token->timer, timer_fired);
		return attach_timer(token);
	}
	for (uint32_t i = 0; i < token->source_count; i++) {
		if (token->sources[i].from->attached && !attach_again(token->sources[i].from)) {
			return false;
		}
	}
	return true;
}

bool evloop_token_listen(evloop_token *token, evloop_token_watch *watch)
{
	if (!(token->attached ? attach_again(token) : attach(token))) {
		return false;
	}
	evl_list_append(&token->watches, &watch->link);
	return true;
}

void evloop_token_unlisten(evloop_token *token, evloop_token_watch *watch)
{
	if (!evl_list_is_linked(&watch->link)) {
		return;
	}
	evl_list_remove(&watch->link);
	if (evl_list_is_empty(&token->watches)) {
		GC_ADDREF(&token->std);
		detach(token);
		OBJ_RELEASE(&token->std);
	}
}

static void listener_free(listener *self)
{
	evloop_callback_free(&self->callback);
	if (self->reason != NULL) {
		OBJ_RELEASE(self->reason);
	}
	efree(self);
}

/* As a microtask. */
static void listener_run(evl_ready *item)
{
	listener *self = EVL_CONTAINER_OF(item, listener, ready);
	zval argument;

	if (EXPECTED(!EVLOOP_G(runtime)->dropping)) {
		ZVAL_OBJ(&argument, self->reason);
		evloop_scheduler_run_callback(&self->callback, 1, &argument);
	}
	listener_free(self);
}

static void listener_cancelled(evloop_token_watch *watch, zend_object *reason)
{
	listener *self = EVL_CONTAINER_OF(watch, listener, watch);
	evloop_runtime *runtime = evloop_runtime_if_alive();

	if (runtime == NULL) {
		listener_free(self); /* the request is over */
		return;
	}
	self->reason = reason;
	GC_ADDREF(reason);
	evl_tick_push_microtask(&runtime->loop.tick, &self->ready);
}

static void listener_gc(evloop_token_watch *watch, zend_get_gc_buffer *buffer)
{
	evloop_callback_gc(&EVL_CONTAINER_OF(watch, listener, watch)->callback, buffer);
}

static const evloop_token_watch_ops listener_ops = {listener_cancelled, listener_gc};

static evloop_token *token_new(void)
{
	zend_object *object = evloop_ce_token->create_object(evloop_ce_token);

	return evloop_token_from_obj(object);
}

static zend_object *source_create_object(zend_class_entry *ce)
{
	zend_object *source = zend_objects_new(ce);

	object_properties_init(source, ce);
	source->handlers = &source_handlers;
	return source;
}

static zend_object *token_create_object(zend_class_entry *ce)
{
	evloop_token *token = evloop_object_alloc(sizeof(*token), ce);

	zend_object_std_init(&token->std, ce);
	token->std.handlers = &token_handlers;
	evl_list_init(&token->watches);
	evl_timer_init(&token->timer, timer_fired);
	token->expired = (evl_ready){.run = expired_run, .priority = EVL_PRIORITY_HIGH};
	return &token->std;
}

/* Only listeners of PHP can be left: whoever else listens holds the token. */
static void token_free(zend_object *object)
{
	evloop_token *token = evloop_token_from_obj(object);
	evl_list *node;

	while ((node = evl_list_shift(&token->watches)) != NULL) {
		evloop_token_watch *watch = EVL_CONTAINER_OF(node, evloop_token_watch, link);

		if (watch->ops == &listener_ops) {
			listener_free(EVL_CONTAINER_OF(watch, listener, watch));
		}
	}
	for (uint32_t i = 0; i < token->source_count; i++) {
		evloop_token_source *source = &token->sources[i];

		if (evl_list_is_linked(&source->watch.link)) {
			evl_list_remove(&source->watch.link);
		}
		OBJ_RELEASE(&source->from->std);
	}
	if (token->sources != NULL) {
		efree(token->sources);
	}
	if (token->reason != NULL) {
		OBJ_RELEASE(token->reason);
	}
	zend_object_std_dtor(object);
}

static HashTable *token_get_gc(zend_object *object, zval **table, int *count)
{
	evloop_token *token = evloop_token_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (token->reason != NULL) {
		zend_get_gc_buffer_add_obj(buffer, token->reason);
	}
	for (uint32_t i = 0; i < token->source_count; i++) {
		zend_get_gc_buffer_add_obj(buffer, &token->sources[i].from->std);
	}
	for (evl_list *node = token->watches.next; node != &token->watches; node = node->next) {
		evloop_token_watch *watch = EVL_CONTAINER_OF(node, evloop_token_watch, link);

		if (watch->ops->gc != NULL) {
			watch->ops->gc(watch, buffer);
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

PHP_METHOD(Evloop_Cancellation, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Cancellation, timeout)
{
	double seconds;
	evloop_token *token;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_DOUBLE(seconds)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_duration_check(seconds, 1)) {
		RETURN_THROWS();
	}
	token = token_new();
	token->seconds = seconds;
	token->deadline = evl_loop_now() + evloop_duration_ns(seconds);
	RETURN_OBJ(&token->std);
}

static void add_source(evloop_token *token, evloop_token *from)
{
	evloop_token_source *source = &token->sources[token->source_count++];

	source->watch.ops = &source_ops;
	source->from = from;
	source->to = token;
	GC_ADDREF(&from->std);
}

/* Of a token that has sources itself take those: so tokens of tokens of tokens are no deeper than one. */
static void add_sources(evloop_token *token, evloop_token *from)
{
	uint32_t more = from->source_count > 0 ? from->source_count : 1;

	token->sources = safe_erealloc(token->sources, token->source_count + more, sizeof(*token->sources), 0);
	memset(&token->sources[token->source_count], 0, more * sizeof(*token->sources));
	if (from->source_count == 0) {
		add_source(token, from);
	}
	for (uint32_t i = 0; i < from->source_count; i++) {
		add_source(token, from->sources[i].from);
	}
}

PHP_METHOD(Evloop_Cancellation, any)
{
	zval *arguments = NULL;
	int count = 0;
	evloop_token *token;

	ZEND_PARSE_PARAMETERS_START(0, -1)
		Z_PARAM_VARIADIC('*', arguments, count)
	ZEND_PARSE_PARAMETERS_END();

	for (int i = 0; i < count; i++) {
		if (Z_TYPE(arguments[i]) != IS_OBJECT || Z_OBJCE(arguments[i]) != evloop_ce_token) {
			zend_argument_type_error(
				(uint32_t) i + 1, "must be of type Evloop\\Cancellation, %s given", zend_zval_type_name(&arguments[i]));
			RETURN_THROWS();
		}
	}
	token = token_new();
	for (int i = 0; i < count; i++) {
		add_sources(token, evloop_token_from_obj(Z_OBJ(arguments[i])));
	}
	RETURN_OBJ(&token->std);
}

PHP_METHOD(Evloop_Cancellation, isCancelled)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(evloop_token_reason(evloop_token_from_obj(Z_OBJ_P(ZEND_THIS))) != NULL);
}

PHP_METHOD(Evloop_Cancellation, throwIfCancelled)
{
	zend_object *reason;

	ZEND_PARSE_PARAMETERS_NONE();
	reason = evloop_token_reason(evloop_token_from_obj(Z_OBJ_P(ZEND_THIS)));
	if (reason != NULL) {
		evloop_error_rethrow(evloop_error_cancelled(CANCELLED_BY_TOKEN, reason));
	}
}

PHP_METHOD(Evloop_Cancellation, onCancel)
{
	evloop_token *token = evloop_token_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_object *reason;
	listener *self;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL) {
		RETURN_THROWS();
	}
	self = ecalloc(1, sizeof(*self));
	self->watch.ops = &listener_ops;
	self->ready = (evl_ready){.run = listener_run, .priority = EVL_PRIORITY_NORMAL};
	self->id = ++token->last_id;
	evloop_callback_init(&self->callback, &fci, &fcc);
	RETVAL_LONG(self->id);
	reason = evloop_token_reason(token);
	if (reason != NULL) {
		listener_cancelled(&self->watch, reason);
	} else if (!evloop_token_listen(token, &self->watch)) {
		listener_free(self);
	}
}

PHP_METHOD(Evloop_Cancellation, off)
{
	evloop_token *token = evloop_token_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	for (evl_list *node = token->watches.next; node != &token->watches; node = node->next) {
		evloop_token_watch *watch = EVL_CONTAINER_OF(node, evloop_token_watch, link);
		listener *self = EVL_CONTAINER_OF(watch, listener, watch);

		if (watch->ops == &listener_ops && self->id == id) {
			evloop_token_unlisten(token, watch);
			listener_free(self);
			return;
		}
	}
}

/* Its token is the one property; made without its constructor it has none. */
static evloop_token *source_token(zval *source)
{
	zval *token = OBJ_PROP_NUM(Z_OBJ_P(source), 0);

	if (UNEXPECTED(Z_TYPE_P(token) != IS_OBJECT)) {
		zend_throw_error(NULL, "The CancellationSource is not constructed");
		return NULL;
	}
	return evloop_token_from_obj(Z_OBJ_P(token));
}

PHP_METHOD(Evloop_CancellationSource, __construct)
{
	zval *token = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0);

	ZEND_PARSE_PARAMETERS_NONE();
	if (Z_TYPE_P(token) == IS_OBJECT) {
		zend_throw_error(NULL, "The CancellationSource is constructed already");
		RETURN_THROWS();
	}
	ZVAL_OBJ(token, &token_new()->std);
}

PHP_METHOD(Evloop_CancellationSource, cancel)
{
	zend_object *reason = NULL;
	evloop_token *token;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(reason, zend_ce_throwable)
	ZEND_PARSE_PARAMETERS_END();

	token = source_token(ZEND_THIS);
	if (token == NULL || token->reason != NULL) {
		return;
	}
	if (reason != NULL) {
		token_cancel(token, reason);
	} else {
		cancel_with(token, evloop_error_cancelled("The source of the cancellation was cancelled", NULL));
	}
}

zend_result evloop_token_minit(int module_number)
{
	evloop_ce_token = register_class_Evloop_Cancellation();
	evloop_ce_token->create_object = token_create_object;
	evloop_object_handlers(&token_handlers, XtOffsetOf(evloop_token, std));
	token_handlers.free_obj = token_free;
	token_handlers.get_gc = token_get_gc;

	ce_source = register_class_Evloop_CancellationSource();
	ce_source->create_object = source_create_object;
	evloop_object_handlers(&source_handlers, 0);
	return SUCCESS;
}
