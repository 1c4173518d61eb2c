/* SPDX-License-Identifier: MIT */
/* Timers in a real loop: never early, in order, safe to touch from their own callbacks. */
#include "src/reactor/timer.h"

#include <stdlib.h>

#include "tests/unit/test.h"

#define MS UINT64_C(1000000)

static evl_loop loop;
static int fired[256];
static int fired_count;

typedef struct probe {
	evl_timer timer;
	int id;
	uint64_t at;
	int restarts;
	uint64_t restart_after;
	struct probe *stops;
} probe;

static void on_probe(evl_timer *timer)
{
	probe *self = (probe *) timer;

	self->at = evl_loop_now();
	CHECK(self->at >= timer->deadline);
	CHECK(!evl_timer_is_active(timer));
	fired[fired_count++] = self->id;
	if (self->restarts > 0) {
		self->restarts--;
		CHECK_EQ(evl_timer_start(&loop, timer, self->restart_after ? self->at + self->restart_after : 0), 0);
	}
	if (self->stops != NULL) {
		evl_timer_stop(&loop, &self->stops->timer);
	}
}

static void set_up(probe *probes, int count)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	fired_count = 0;
	for (int i = 0; i < count; i++) {
		memset(&probes[i], 0, sizeof(probes[i]));
		evl_timer_init(&probes[i].timer, on_probe);
		probes[i].id = i;
	}
}

static void run(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

static int fired_of_many;
static uint64_t latest_of_many;

static void on_one_of_many(evl_timer *timer)
{
	CHECK(timer->deadline >= latest_of_many);
	latest_of_many = timer->deadline;
	fired_of_many++;
}

TEST(timer_fires_by_deadline_then_by_start)
{
	probe probes[5];
	uint64_t now;

	set_up(probes, 5);
	now = evl_loop_now();
	evl_timer_start(&loop, &probes[0].timer, now + 3 * MS);
	evl_timer_start(&loop, &probes[1].timer, now + 1 * MS);
	evl_timer_start(&loop, &probes[2].timer, now + 3 * MS);
	evl_timer_start(&loop, &probes[3].timer, now + 2 * MS);
	evl_timer_start(&loop, &probes[4].timer, now + 3 * MS);
	evl_timer_start(&loop, &probes[0].timer, now + 3 * MS);
	run();
	CHECK_EQ(fired_count, 5);
	CHECK_EQ(fired[0], 1);
	CHECK_EQ(fired[1], 3);
	CHECK_EQ(fired[2], 2);
	CHECK_EQ(fired[3], 4);
	CHECK_EQ(fired[4], 0);
	evl_loop_destroy(&loop);
}

TEST(timer_is_never_early_and_little_late)
{
	probe one;
	uint64_t late[200];
	int count = 0;
	int very_late = 0;

	set_up(&one, 1);
	for (uint64_t wait = 0; wait < 4 * MS; wait += 4 * MS / 200) {
		uint64_t deadline = evl_loop_now() + wait;

		fired_count = 0;
		CHECK_EQ(evl_timer_start(&loop, &one.timer, deadline), 0);
		run();
		CHECK(one.at >= deadline);
		late[count++] = one.at - deadline;
	}
	for (int i = 0; i < count; i++) {
		very_late += late[i] > 3 * MS / 2;
	}
	/* Others use this machine too: not all of them. */
	CHECK(very_late < count * 3 / 4);
	evl_loop_destroy(&loop);
}

TEST(timer_that_restarts_itself_at_once_fires_once_a_poll)
{
	probe probes[2];

	set_up(probes, 2);
	probes[0].restarts = 10;
	evl_timer_start(&loop, &probes[0].timer, 0);
	evl_timer_start(&loop, &probes[1].timer, 1);
	evl_loop_poll(&loop, true);
	CHECK_EQ(fired_count, 2);
	CHECK_EQ(fired[1], 1);
	evl_loop_poll(&loop, true);
	CHECK_EQ(fired_count, 3);
	run();
	CHECK_EQ(fired_count, 12);
	evl_loop_destroy(&loop);
}

TEST(timer_stopped_by_another_that_is_due_with_it_does_not_fire)
{
	probe probes[3];

	set_up(probes, 3);
	probes[0].stops = &probes[1];
	for (int i = 0; i < 3; i++) {
		evl_timer_start(&loop, &probes[i].timer, (uint64_t) i);
	}
	run();
	CHECK_EQ(fired_count, 2);
	CHECK_EQ(fired[1], 2);
	evl_loop_destroy(&loop);
}

TEST(timer_unreferenced_does_not_keep_alive)
{
	probe one;

	set_up(&one, 1);
	evl_timer_start(&loop, &one.timer, evl_loop_now() + 1000 * MS);
	CHECK(evl_loop_is_alive(&loop));
	evl_timer_reference(&loop, &one.timer, false);
	evl_timer_reference(&loop, &one.timer, false);
	CHECK(!evl_loop_is_alive(&loop));
	evl_timer_reference(&loop, &one.timer, true);
	CHECK(evl_loop_is_alive(&loop));
	evl_timer_stop(&loop, &one.timer);
	evl_timer_stop(&loop, &one.timer);
	CHECK_EQ(loop.timers_referenced, 0);
	evl_timer_reference(&loop, &one.timer, false);
	evl_timer_start(&loop, &one.timer, evl_loop_now() + 1000 * MS);
	CHECK_EQ(loop.timers_referenced, 0);
	/* Nothing referenced to wait for: at once. */
	evl_loop_poll(&loop, true);
	CHECK_EQ(fired_count, 0);
	evl_timer_start(&loop, &one.timer, 0);
	evl_loop_poll(&loop, true);
	CHECK_EQ(fired_count, 1);
	evl_loop_destroy(&loop);
}

TEST(timer_bound_follows_the_earliest_deadline)
{
	probe probes[2];
	uint64_t begun;

	set_up(probes, 2);
	begun = evl_loop_now();
	evl_timer_start(&loop, &probes[0].timer, begun + 5 * MS);
	evl_timer_start(&loop, &probes[1].timer, begun + 2000 * MS);
	evl_loop_poll(&loop, false);
	CHECK_EQ(loop.timer_armed, 0);
	while (fired_count == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(fired[0], 0);
	evl_timer_start(&loop, &probes[1].timer, evl_loop_now() + 2 * MS);
	run();
	CHECK_EQ(fired[1], 1);
	CHECK(evl_loop_now() - begun < 1500 * MS);
	evl_loop_destroy(&loop);
}

TEST(timer_outlives_its_loop)
{
	probe one;

	set_up(&one, 1);
	evl_timer_start(&loop, &one.timer, 1);
	evl_loop_destroy(&loop);
	CHECK(!evl_timer_is_active(&one.timer));
	evl_timer_stop(NULL, &one.timer);
	CHECK_EQ(fired_count, 0);
}

/* Nine tenths are stopped again: the heap gives their room back, the others fire in order. */
TEST(timer_a_million_of_them)
{
	const int count = 1000000;
	evl_timer *timers = calloc((size_t) count, sizeof(*timers));
	uint64_t base;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	base = evl_loop_now();
	for (int i = 0; i < count; i++) {
		evl_timer_init(&timers[i], on_one_of_many);
		CHECK_EQ(evl_timer_start(&loop, &timers[i], base + (uint64_t) (i * INT64_C(7919) % count)), 0);
	}
	for (int i = 0; i < count; i++) {
		if (i % 10 != 0) {
			evl_timer_stop(&loop, &timers[i]);
		}
	}
	CHECK_EQ(loop.timers.count, count / 10);
	CHECK(loop.timers.capacity < count / 5);
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(fired_of_many, count / 10);
	evl_loop_destroy(&loop);
	free(timers);
}
