/* SPDX-License-Identifier: MIT */
/*
 * The class Progress: core/progress.h on a stream. It is drawn where it advances, since a program that never turns the loop shall see it,
 * too; and by a timer that does not keep the loop alive, so that the time goes on while nothing advances. A draw formats into a buffer on
 * the stack and allocates nothing of PHP's, for the timer is due inside the poll. While the output takes nothing no line is added: what
 * is buffered is one line at most, besides what print() waits with.
 *
 * The ones on a terminal stand in a list; only the last of it is on the screen. Owns its output's reference. PHP's thread only.
 */
#include "src/io/progress.h"

#include "src/base/duration.h"
#include "src/reactor/terminal.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include <unistd.h>

#define COLUMNS           80
#define TERMINAL_INTERVAL 0.1
#define PLAIN_INTERVAL    10.0
#define ERASE             "\033[K" /* to the end of the line */

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && value[0] != '\0';
}

/* Whether a line may be drawn over there. */
static bool takes_bars(const evl_stream *stream)
{
	const char *terminal = getenv("TERM");

	return evl_terminal_is(evl_stream_fd(stream)) && !is_set("NO_COLOR") && !is_set("CI") &&
		   (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

/* Where the output goes; NULL when it is closed, fails, or belongs to another process (we are a child of fork()). */
static evl_stream *stream_of(const evloop_progress *self)
{
	const evloop_stream *output = self->output;

	return output->stream != NULL && !output->ended && output->stream->write_status == 0 &&
				   evloop_runtime_find(self->runtime) != NULL && evloop_runtime_if_alive() != NULL
			   ? output->stream
			   : NULL;
}

static evl_progress_text text_of(const evloop_progress *self)
{
	return (evl_progress_text){
		.label = ZSTR_VAL(self->label),
		.label_size = ZSTR_LEN(self->label),
		.unit = ZSTR_VAL(self->unit),
		.unit_size = ZSTR_LEN(self->unit),
	};
}

/* The bar over what stands in the line. */
static size_t format_bar(const evloop_progress *self, const evl_stream *stream, uint64_t now, char *out)
{
	evl_progress_text text = text_of(self);
	unsigned columns = 0, rows;
	size_t size = 1;

	if (evl_terminal_size(evl_stream_fd(stream), &columns, &rows) != 0 || columns == 0) {
		columns = COLUMNS;
	}
	out[0] = '\r';
	/* In the last column some terminals begin a new line. */
	size += evl_progress_bar(&self->state, &text, now, columns - 1, out + 1);
	memcpy(out + size, ERASE, strlen(ERASE));
	return size + strlen(ERASE);
}

static size_t format_line(const evloop_progress *self, uint64_t now, bool ended, char *out)
{
	evl_progress_text text = text_of(self);
	size_t size = 0;

	if (self->is_terminal) {
		out[size++] = '\r';
	}
	size += evl_progress_line(&self->state, &text, now, ended, out + size);
	if (self->is_terminal) {
		memcpy(out + size, ERASE, strlen(ERASE));
		size += strlen(ERASE);
	}
	out[size++] = '\n';
	return size;
}

/* Room for either, with what stands around it. */
#define LINE_MAX_SIZE (EVL_PROGRESS_LINE + 16)

static evloop_progress *shown(void)
{
	evl_list *list = &EVLOOP_G(progresses);

	return evl_list_is_empty(list) ? NULL : EVL_CONTAINER_OF(list->prev, evloop_progress, link);
}

static void draw(evloop_progress *self, uint64_t now)
{
	evl_stream *stream = stream_of(self);
	char line[LINE_MAX_SIZE];
	size_t size;

	self->drawn_at = now;
	evl_progress_look(&self->state, now);
	if (stream == NULL || (self->is_terminal && shown() != self) || evl_stream_buffered(stream) > 0 ||
		!evl_list_is_empty(&self->output->writers)) {
		return;
	}
	size = self->is_terminal ? format_bar(self, stream, now, line) : format_line(self, now, false, line);
	(void) evl_stream_write(stream, line, size);
	evl_stream_flush(stream);
}

static void on_due(evl_timer *timer)
{
	evloop_progress *self = EVL_CONTAINER_OF(timer, evloop_progress, timer);
	uint64_t now = evl_loop_now();

	if (now - self->drawn_at >= self->interval) {
		draw(self, now);
	}
	(void) evl_timer_start(timer->loop, timer, self->drawn_at + self->interval);
}

void evloop_progress_moved(evloop_progress *self)
{
	uint64_t now = evl_loop_now();

	if (!self->finished && now - self->drawn_at >= self->interval) {
		draw(self, now);
	}
}

static void begin_step(evloop_progress *self, uint64_t total)
{
	uint64_t now = evl_loop_now();

	evl_progress_begin(&self->state, total, now);
	self->drawn_at = now;
	if (self->is_terminal) {
		draw(self, now);
	}
}

static void end_step(const evloop_progress *self)
{
	evl_stream *stream = stream_of(self);
	char line[LINE_MAX_SIZE];

	if (stream != NULL) {
		(void) evl_stream_write(stream, line, format_line(self, evl_loop_now(), true, line));
		evl_stream_flush(stream);
	}
}

static void rest(evloop_progress *self)
{
	if (evl_list_is_linked(&self->link)) {
		evl_list_remove(&self->link);
	}
	if (evl_timer_is_active(&self->timer) && evloop_runtime_if_alive() != NULL &&
		evloop_runtime_find(self->runtime) != NULL) {
		evl_timer_stop(self->timer.loop, &self->timer);
	}
}

void evloop_progress_finish(evloop_progress *self)
{
	evloop_progress *next;

	if (self->output == NULL || self->finished) {
		return;
	}
	self->finished = true;
	end_step(self);
	rest(self);
	next = shown();
	if (next != NULL) {
		draw(next, evl_loop_now());
	}
}

void evloop_progress_free(evloop_progress *self)
{
	rest(self);
	if (self->output != NULL) {
		zend_string_release(self->label);
		zend_string_release(self->unit);
		OBJ_RELEASE(&self->output->std);
	}
	zval_ptr_dtor(&self->items);
	zend_object_std_dtor(&self->std);
}

void evloop_progress_next(evloop_progress *self, zend_string *label, uint64_t total)
{
	zend_string *before = self->label;

	if (self->finished) {
		return;
	}
	end_step(self);
	self->label = zend_string_copy(label);
	zend_string_release(before);
	begin_step(self, total);
}

bool evloop_progress_print(evloop_progress *self, const zend_string *line)
{
	smart_str text = {0};
	char bar[LINE_MAX_SIZE];
	bool ok;

	if (self->is_terminal) {
		smart_str_appendc(&text, '\r');
	}
	smart_str_append(&text, line);
	smart_str_appends(&text, self->is_terminal ? ERASE "\n" : "\n");
	if (shown() != NULL && self->is_terminal && stream_of(shown()) != NULL) {
		smart_str_appendl(&text, bar, format_bar(shown(), stream_of(shown()), evl_loop_now(), bar));
	}
	smart_str_0(&text);
	ok = evloop_stream_write(self->output, ZSTR_VAL(text.s), ZSTR_LEN(text.s), -1.0);
	if (ok && stream_of(self) != NULL) {
		evl_stream_flush(self->output->stream);
	}
	smart_str_free(&text);
	return ok;
}

bool evloop_progress_take_total(zend_long total, bool is_null, uint32_t number, uint64_t *result)
{
	if (!is_null && total < 0) {
		zend_argument_value_error(number, "must be at least 0, or null if nobody knows");
		return false;
	}
	*result = is_null ? EVL_PROGRESS_UNKNOWN : (uint64_t) total;
	return true;
}

bool evloop_progress_begin(evloop_progress *self, const evloop_progress_settings *settings)
{
	uint64_t total;
	evloop_stream *output;
	double interval = settings->interval;

	if (!evloop_progress_take_total(settings->total, settings->no_total, settings->total_number, &total) ||
		(!settings->no_interval && !evloop_duration_check(interval, settings->interval_number))) {
		return false;
	}
	output = settings->output != NULL ? evloop_stream_from_obj(settings->output) : evloop_stdio(STDERR_FILENO);
	if (output == NULL || evloop_scheduler_get() == NULL || !evloop_stream_check_open(output, "Progress")) {
		return false;
	}
	self->output = output;
	GC_ADDREF(&output->std);
	self->label = zend_string_copy(settings->label);
	self->unit = zend_string_copy(settings->unit);
	self->runtime = EVLOOP_G(runtime)->id;
	self->is_terminal = takes_bars(output->stream);
	if (settings->no_interval) {
		interval = self->is_terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
	}
	self->interval = evloop_duration_ns(interval);
	if (self->is_terminal) {
		evl_list_append(&EVLOOP_G(progresses), &self->link);
	}
	begin_step(self, total);
	evl_timer_init(&self->timer, on_due);
	evl_timer_reference(&EVLOOP_G(runtime)->loop, &self->timer, false);
	/* Without it, it is drawn where it advances. An interval of nothing is for that alone. */
	if (self->interval > 0) {
		(void) evl_timer_start(&EVLOOP_G(runtime)->loop, &self->timer, self->drawn_at + self->interval);
	}
	return true;
}
