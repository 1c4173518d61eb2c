/* SPDX-License-Identifier: MIT */
/*
 * Coroutines in words: for deadlock reports, which list those that wait and the circles they wait in, and for Loop::dump(), which
 * shows the tree of scopes. Trees are walked with a list of what is to be shown, so their depth does not matter. PHP's thread only.
 */
#include "src/coroutine/dump.h"

#include "src/coroutine/scope.h"

/* A circle that is longer is not told. */
#define LONGEST_CIRCLE 1000
#define DEEPEST_INDENT 32u

static void append_name(smart_str *text, const evloop_coroutine *coroutine, zend_object *object)
{
	smart_str_append_printf(text, "#" ZEND_LONG_FMT, Z_LVAL_P(OBJ_PROP_NUM(object, 0)));
	if (coroutine->name != NULL) {
		smart_str_append_printf(text, " \"%s\"", ZSTR_VAL(coroutine->name));
	}
}

static void append_site(smart_str *text, const evloop_site *site)
{
	zend_string *where = evloop_site_text(site);

	smart_str_append(text, where);
	zend_string_release(where);
}

/* "Evloop\Channel::receive()", of what has neither a number nor a place. The reason may name the class, too. */
static void append_operation(smart_str *text, const char *reason)
{
	const char *method = strstr(reason, "::");

	smart_str_append_printf(text, "::%s()", method != NULL ? method + 2 : reason);
}

static void append_subject(smart_str *text, const evloop_park *park)
{
	zend_object *subject = park->subject;

	if (subject == NULL) {
		smart_str_appends(text, park->reason);
		return;
	}
	smart_str_append(text, subject->ce->name);
	if (subject->ce == evloop_ce_coroutine) {
		smart_str_appendc(text, ' ');
		append_name(text, evloop_coroutine_from_obj(subject), subject);
	}
	if (instanceof_function(subject->ce, evloop_ce_promise)) {
		smart_str_appends(text, " made at ");
		append_site(text, &evloop_promise_from_obj(subject)->site);
	} else if (subject->ce == evloop_ce_scope) {
		smart_str_appends(text, " opened at ");
		append_site(text, &evloop_scope_from_obj(subject)->site);
	} else {
		append_operation(text, park->reason);
	}
}

/* " started at file:line", and for one that does not run where it stands. */
static void append_places(
	smart_str *text, const evloop_coroutine *coroutine, const zend_execute_data *frame, const char *does)
{
	smart_str_appends(text, " started at ");
	append_site(text, &coroutine->promise.site);
	smart_str_appends(text, does);
	if (frame != NULL) {
		smart_str_append_printf(
			text, " at %s:%" PRIu32, ZSTR_VAL(frame->func->op_array.filename), frame->opline->lineno);
	}
}

/* "#3 "name" started at file:line waits at file:line for Evloop\Promise made at file:line". */
static void append_waiting(smart_str *text, const evloop_stack *stack)
{
	const evloop_coroutine *coroutine = evloop_coroutine_from_obj(stack->coroutine);

	append_name(text, coroutine, stack->coroutine);
	append_places(text, coroutine, evloop_stack_user_frame(stack), " waits");
	smart_str_appends(text, " for ");
	if (stack->park != NULL) {
		append_subject(text, stack->park);
	} else {
		smart_str_appends(text, "its Fiber to be resumed");
	}
}

/* The coroutine that one waits for, or NULL. */
static const evloop_coroutine *awaited_by(const evloop_coroutine *coroutine)
{
	const evloop_park *park = coroutine->stack != NULL ? coroutine->stack->park : NULL;

	if (park == NULL || park->subject == NULL || park->subject->ce != evloop_ce_coroutine) {
		return NULL;
	}
	return evloop_coroutine_from_obj(park->subject);
}

/* Whether the one waits for its scope to end, in which the other is: by that it waits for it. */
static bool waits_around(const evloop_coroutine *coroutine, const evloop_coroutine *inner)
{
	const evloop_park *park = coroutine->stack != NULL ? coroutine->stack->park : NULL;
	const evloop_scope *scope = inner->scope;

	while (park != NULL && scope != NULL) {
		if (park->subject == &scope->std) {
			return true;
		}
		scope = scope->outer != NULL   ? scope->outer
				: scope->stack != NULL ? evloop_coroutine_from_obj(scope->stack->coroutine)->scope
									   : NULL;
	}
	return false;
}

static zend_long id_of(const evloop_coroutine *coroutine)
{
	return Z_LVAL_P(OBJ_PROP_NUM((zend_object *) &coroutine->promise.std, 0));
}

/* "#1 awaits #2 awaits #1", if these wait in a circle; told of the first of them, or of the one that waits inside of its own awaiter. */
static void append_circle(smart_str *text, const evloop_coroutine *first)
{
	smart_str circle = {0};
	const evloop_coroutine *coroutine = first;
	bool is_first = true;
	bool closed = false;

	smart_str_append_printf(&circle, "#" ZEND_LONG_FMT, id_of(first));
	for (int steps = 0; steps < LONGEST_CIRCLE && !closed; steps++) {
		const evloop_coroutine *next = awaited_by(coroutine);

		if (next == NULL) {
			closed = is_first = steps > 0 && waits_around(coroutine, first);
			smart_str_append_printf(&circle, ", whose scope awaits #" ZEND_LONG_FMT, id_of(first));
			break;
		}
		closed = next == first;
		is_first = is_first && id_of(next) >= id_of(first);
		smart_str_append_printf(&circle, " awaits #" ZEND_LONG_FMT, id_of(next));
		coroutine = next;
	}
	if (closed && is_first) {
		smart_str_0(&circle);
		smart_str_append_printf(text, "\n  a circle: %s", ZSTR_VAL(circle.s));
	}
	smart_str_free(&circle);
}

zend_string *evloop_coroutine_list_waiting(const evloop_scheduler *scheduler)
{
	const evl_list *stacks = &scheduler->fibers.stacks;
	smart_str text = {0};
	smart_str circles = {0};

	for (const evl_list *node = stacks->next; node != stacks; node = node->next) {
		const evloop_stack *stack = EVL_CONTAINER_OF(node, evloop_stack, link);

		if (stack->busy && stack->coroutine != NULL) {
			smart_str_appends(&text, "\n  ");
			append_waiting(&text, stack);
			append_circle(&circles, evloop_coroutine_from_obj(stack->coroutine));
		}
	}
	smart_str_append_smart_str(&text, &circles);
	smart_str_free(&circles);
	return smart_str_extract(&text);
}

static bool is_ready(const evloop_park *park)
{
	return park != NULL && (park->woken || evl_ready_is_queued(&park->ready));
}

/* What is still to be shown: a coroutine, or a scope with what is in it. */
typedef struct shown {
	const evloop_coroutine *coroutine;
	const evloop_scope *scope;
	uint32_t depth;
} shown;

typedef struct tree {
	smart_str *text;
	shown *items; /* the last is next */
	uint32_t count;
	uint32_t size;
} tree;

static void show_later(tree *self, const evloop_coroutine *coroutine, const evloop_scope *scope, uint32_t depth)
{
	if (self->count == self->size) {
		self->size = self->size > 0 ? self->size * 2 : 16;
		self->items = safe_erealloc(self->items, self->size, sizeof(*self->items), 0);
	}
	self->items[self->count++] = (shown){coroutine, scope, depth};
}

static void append_coroutine(smart_str *text, const evloop_coroutine *coroutine)
{
	zend_object *object = (zend_object *) &coroutine->promise.std;
	const evloop_stack *stack = coroutine->stack;

	smart_str_appends(text, "coroutine ");
	if (stack == NULL) {
		append_name(text, coroutine, object);
		append_places(text, coroutine, NULL, " has not begun");
	} else if (stack == evloop_stack_current()) {
		append_name(text, coroutine, object);
		append_places(text, coroutine, NULL, " runs");
	} else if (is_ready(stack->park)) {
		append_name(text, coroutine, object);
		append_places(text, coroutine, evloop_stack_user_frame(stack), " is ready to go on");
	} else {
		append_waiting(text, stack);
	}
	if (coroutine->cancelled != NULL) {
		smart_str_appends(text, ", cancelled");
	}
}

static void append_scope(smart_str *text, const evloop_scope *scope)
{
	smart_str_appends(text, scope->flags & EVLOOP_SCOPE_SHIELD ? "shield opened at " : "scope opened at ");
	append_site(text, &scope->site);
	if (scope->reason != NULL) {
		smart_str_appends(text, ", cancelled");
	} else if (scope->deadline != 0) {
		double left = ((double) scope->deadline - (double) evl_loop_now()) / 1e9;

		smart_str_append_printf(text, ", %.3f seconds left", left > 0.0 ? left : 0.0);
	}
}

/* One behind the other: the scopes on a coroutine's stack, each inside the one before, each with its children. */
static void show_next(tree *self)
{
	shown item = self->items[--self->count];

	smart_str_append_printf(self->text, "%*s", (int) MIN(item.depth, DEEPEST_INDENT) * 2, "");
	if (item.coroutine != NULL) {
		append_coroutine(self->text, item.coroutine);
		if (item.coroutine->stack != NULL && item.coroutine->stack->scope != NULL) {
			show_later(self, NULL, evloop_scope_outermost(item.coroutine->stack), item.depth + 1);
		}
	} else {
		append_scope(self->text, item.scope);
		if (item.scope->inner != NULL) {
			show_later(self, NULL, item.scope->inner, item.depth + 1);
		}
		for (evl_list *node = item.scope->children.prev; node != &item.scope->children; node = node->prev) {
			show_later(self, EVL_CONTAINER_OF(node, evloop_coroutine, sibling), NULL, item.depth + 1);
		}
	}
	smart_str_appendc(self->text, '\n');
}

static void show(const evloop_coroutine *coroutine, smart_str *text)
{
	tree self = {.text = text};

	show_later(&self, coroutine, NULL, 0);
	while (self.count > 0) {
		show_next(&self);
	}
	efree(self.items);
}

/* In no scope, or in one that has no stack to be shown under: gather() outside of coroutines. */
static bool is_root(const evloop_coroutine *coroutine)
{
	return coroutine->scope == NULL || coroutine->scope->stack == NULL;
}

static void dump_queue(const evl_list *queue, smart_str *text)
{
	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evloop_coroutine *coroutine = evloop_coroutine_from_ready(EVL_CONTAINER_OF(node, evl_ready, link));

		if (coroutine != NULL && is_root(coroutine)) {
			show(coroutine, text);
		}
	}
}

void evloop_coroutine_dump(const evloop_scheduler *scheduler, smart_str *text)
{
	const evl_list *stacks = &scheduler->fibers.stacks;
	const evl_tick *tick = &scheduler->runtime->loop.tick;

	for (const evl_list *node = stacks->next; node != stacks; node = node->next) {
		const evloop_stack *stack = EVL_CONTAINER_OF(node, evloop_stack, link);

		if (stack->busy && stack->coroutine != NULL && is_root(evloop_coroutine_from_obj(stack->coroutine))) {
			show(evloop_coroutine_from_obj(stack->coroutine), text);
		}
	}
	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		dump_queue(&tick->lanes[lane], text);
	}
	dump_queue(&tick->deferred, text);
}

static uint32_t count_ready(const evl_list *queue)
{
	uint32_t count = 0;

	for (evl_list *node = queue->next; node != queue; node = node->next) {
		evl_ready *item = EVL_CONTAINER_OF(node, evl_ready, link);

		count += item->run == NULL || evloop_coroutine_from_ready(item) != NULL;
	}
	return count;
}

uint32_t evloop_coroutine_count_ready(const evloop_scheduler *scheduler)
{
	const evl_tick *tick = &scheduler->runtime->loop.tick;
	uint32_t count = count_ready(&tick->deferred);

	for (int lane = 0; lane < EVL_PRIORITIES; lane++) {
		count += count_ready(&tick->lanes[lane]);
	}
	return count;
}
