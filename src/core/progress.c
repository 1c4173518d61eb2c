/* SPDX-License-Identifier: MIT */
/*
 * See progress.h. A bar is made of parts that are as wide as they are, put in by importance while they fit; the label takes what is left,
 * and the bar itself what the label leaves.
 */
#include "src/core/progress.h"

#include "src/core/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define SECOND       1e9
#define SMOOTHING    (10 * SECOND)
#define PART         64
#define BAR_MIN      8
#define BAR_MAX      40
#define LABEL_MIN    8   /* cells of the label that no other part may take */
#define LABEL_LINE   256 /* of a plain line */
#define DURATION_MAX (100 * 365 * 86400.0)

void evl_progress_begin(evl_progress *self, uint64_t total, uint64_t now)
{
	memset(self, 0, sizeof(*self));
	self->total = total;
	self->began = self->since = self->looked = now;
}

void evl_progress_look(evl_progress *self, uint64_t now)
{
	double span = now > self->looked ? (double) (now - self->looked) : 0.0;
	double before, current;

	if (self->done < self->counted) {
		/* Set back: what was before says nothing. */
		self->rate = 0.0;
		self->since = self->looked = now;
		self->counted = self->done;
		return;
	}
	if (span <= 0.0) {
		return;
	}
	before = (double) (self->looked - self->since);
	current = (double) (self->done - self->counted) / span * SECOND;
	self->rate += (current - self->rate) * span / ((before < SMOOTHING ? before : SMOOTHING) + span);
	self->looked = now;
	self->counted = self->done;
}

static bool is_bytes(const evl_progress_text *text)
{
	return text->unit_size == 1 && text->unit[0] == 'B';
}

/* "12.3 MiB". */
static void format_bytes(char *out, double amount)
{
	static const char *const prefixes[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
	size_t prefix = 0;

	while (amount >= 1023.95 && prefix < sizeof(prefixes) / sizeof(prefixes[0]) - 1) {
		amount /= 1024;
		prefix++;
	}
	(void) snprintf(out, PART, prefix == 0 ? "%.0f %s" : "%.1f %s", amount, prefixes[prefix]);
}

static void format_amount(char *out, const evl_progress_text *text, uint64_t amount)
{
	if (is_bytes(text)) {
		format_bytes(out, (double) amount);
	} else {
		(void) snprintf(out, PART, "%" PRIu64, amount);
	}
}

/* "420/1000 files". */
static void format_count(char *out, const evl_progress *self, const evl_progress_text *text)
{
	char done[PART], total[PART + 1] = "";
	char unit[PART] = "";
	size_t used;

	format_amount(done, text, self->done);
	if (self->total != EVL_PROGRESS_UNKNOWN) {
		total[0] = '/';
		format_amount(total + 1, text, self->total);
	}
	if (text->unit_size > 0 && !is_bytes(text)) {
		unit[0] = ' ';
		unit[1 + evl_text_copy(unit + 1, 16, 16, text->unit, text->unit_size, &used)] = '\0';
	}
	(void) snprintf(out, 3 * PART, "%s%s%s", done, total, unit);
}

/* "12.3/s"; what is slow by the minute or hour. Empty while nothing was done. */
static void format_rate(char *out, const evl_progress_text *text, double rate)
{
	char amount[PART];

	if (rate <= 0.0) {
		out[0] = '\0';
	} else if (is_bytes(text)) {
		format_bytes(amount, rate);
		(void) snprintf(out, PART + 4, "%s/s", amount);
	} else if (rate >= 9999.5) {
		(void) snprintf(out, PART, "%.*f%s/s",
			rate < 999.5e3 ? 1
			: rate < 1e6   ? 0
						   : 1,
			rate / (rate < 1e6 ? 1e3 : 1e6), rate < 1e6 ? "k" : "M");
	} else if (rate >= 0.95) {
		(void) snprintf(out, PART, rate >= 99.95 ? "%.0f/s" : "%.1f/s", rate);
	} else {
		bool slow = rate * 60 < 0.95;

		(void) snprintf(out, PART, "%.1f/%s", rate * (slow ? 3600 : 60), slow ? "h" : "min");
	}
}

/* "01:21", "1:01:21", "4d 05h". */
static void format_duration(char *out, double seconds)
{
	uint64_t whole = seconds < DURATION_MAX ? (uint64_t) (seconds + 0.5) : (uint64_t) DURATION_MAX;

	if (whole < 3600) {
		(void) snprintf(out, PART, "%02" PRIu64 ":%02" PRIu64, whole / 60, whole % 60);
	} else if (whole < 100 * 3600) {
		(void) snprintf(out, PART, "%" PRIu64 ":%02" PRIu64 ":%02" PRIu64, whole / 3600, whole / 60 % 60, whole % 60);
	} else {
		(void) snprintf(out, PART, "%" PRIu64 "d %02" PRIu64 "h", whole / 86400, whole / 3600 % 24);
	}
}

static double seconds_since(uint64_t then, uint64_t now)
{
	return now > then ? (double) (now - then) / SECOND : 0.0;
}

/* "00:47 left", or how long it has been going on where nobody knows. */
static void format_time(char *out, const evl_progress *self, uint64_t now)
{
	double left, passed;

	if (self->total == EVL_PROGRESS_UNKNOWN || self->rate <= 0.0 || self->done > self->total) {
		format_duration(out, seconds_since(self->began, now));
		return;
	}
	left = (double) (self->total - self->done) / self->rate;
	passed = seconds_since(self->looked, now);
	format_duration(out, left > passed ? left - passed : 0.0);
	(void) strcat(out, " left");
}

/* From 0 to 1; what is more than all is all. */
static double share_of(const evl_progress *self)
{
	return self->done >= self->total ? 1.0 : (double) self->done / (double) self->total;
}

/* All is said at the very end only. */
static int percent_of(const evl_progress *self)
{
	return (int) (share_of(self) * 100);
}

typedef struct line {
	char *out;
	size_t size;  /* bytes */
	size_t cells; /* left */
} line;

static void put(line *self, const char *text, size_t size)
{
	size_t used;

	self->size += evl_text_copy(self->out + self->size, EVL_PROGRESS_LINE - self->size, self->cells, text, size, &used);
	self->cells -= used;
}

static void put_bar(line *self, const evl_progress *progress, size_t cells)
{
	size_t inside = cells - 2;
	size_t full = (size_t) (share_of(progress) * (double) inside);
	char bar[BAR_MAX + 2];

	memset(bar, ' ', cells);
	memset(bar + 1, '=', full);
	if (full < inside) {
		bar[1 + full] = '>';
	}
	bar[0] = '[';
	bar[cells - 1] = ']';
	put(self, bar, cells);
}

/* What comes after the bar, by importance; the ones that fit. */
typedef struct parts {
	char head[PART]; /* the percentage, or a sign that something happens */
	char count[3 * PART];
	char rate[PART + 4];
	char time[PART];
	bool has_count, has_rate, has_time;
} parts;

static bool part_fits(size_t *room, const char *part)
{
	size_t width = evl_text_width(part, strlen(part));

	if (width == 0 || width + 1 > *room) {
		return false;
	}
	*room -= width + 1;
	return true;
}

/* The cells that are left for the label and the bar. */
static size_t choose_parts(parts *self, const evl_progress *progress, const evl_progress_text *text, uint64_t now,
	size_t columns, size_t label)
{
	size_t reserve, room;

	if (progress->total == EVL_PROGRESS_UNKNOWN) {
		(void) snprintf(self->head, PART, "%c", "|/-\\"[(uint64_t) (seconds_since(progress->began, now) * 8) % 4]);
	} else {
		(void) snprintf(self->head, PART, "%3d%%", percent_of(progress));
	}
	format_count(self->count, progress, text);
	format_rate(self->rate, text, progress->rate);
	format_time(self->time, progress, now);

	room = columns > strlen(self->head) + 1 ? columns - strlen(self->head) - 1 : 0;
	reserve = label < LABEL_MIN ? label : LABEL_MIN;
	reserve = reserve < room ? reserve : room;
	room -= reserve;
	self->has_time = part_fits(&room, self->time);
	self->has_count = part_fits(&room, self->count);
	self->has_rate = part_fits(&room, self->rate);
	return room + reserve;
}

size_t evl_progress_bar(
	const evl_progress *self, const evl_progress_text *text, uint64_t now, size_t columns, char *out)
{
	size_t label = evl_text_width(text->label, text->label_size);
	line result = {.out = out, .cells = columns};
	parts chosen;
	size_t room = choose_parts(&chosen, self, text, now, columns, label);

	if (label > 0 && room > 0) {
		line cut = {.out = out, .cells = label < room ? label : room};

		put(&cut, text->label, text->label_size);
		result.size = cut.size;
		room -= (label < room ? label : room) - cut.cells;
		result.cells -= evl_text_width(out, cut.size);
		put(&result, " ", 1);
	}
	put(&result, chosen.head, strlen(chosen.head));
	if (self->total != EVL_PROGRESS_UNKNOWN && room >= BAR_MIN + 3) {
		put(&result, " ", 1);
		put_bar(&result, self, room - 1 < BAR_MAX + 2 ? room - 1 : BAR_MAX + 2);
	}
	for (int i = 0; i < 3; i++) {
		const char *part = i == 0 ? chosen.count : i == 1 ? chosen.rate : chosen.time;

		if (i == 0 ? chosen.has_count : i == 1 ? chosen.has_rate : chosen.has_time) {
			put(&result, " ", 1);
			put(&result, part, strlen(part));
		}
	}
	return result.size;
}

size_t evl_progress_line(const evl_progress *self, const evl_progress_text *text, uint64_t now, bool ended, char *out)
{
	double passed = seconds_since(self->began, now);
	line result = {.out = out, .cells = LABEL_LINE};
	char part[3 * PART], rate[PART + 4], time[PART], all[8 * PART];

	if (text->label_size > 0) {
		put(&result, text->label, text->label_size);
		put(&result, ": ", 2);
	}
	result.cells = EVL_PROGRESS_LINE;
	format_count(part, self, text);
	if (ended) {
		format_duration(time, passed);
		format_rate(rate, text, passed > 0.0 ? (double) self->done / passed : 0.0);
		(void) snprintf(all, sizeof(all), "%s in %s%s%s", part, time, rate[0] != '\0' ? ", " : "", rate);
	} else {
		char percent[PART] = "";

		if (self->total != EVL_PROGRESS_UNKNOWN) {
			(void) snprintf(percent, PART, "%d%%, ", percent_of(self));
		}
		format_rate(rate, text, self->rate);
		format_time(time, self, now);
		(void) snprintf(all, sizeof(all), "%s%s%s%s, %s", percent, part, rate[0] != '\0' ? ", " : "", rate, time);
	}
	put(&result, all, strlen(all));
	return result.size;
}
