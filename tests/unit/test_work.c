/* SPDX-License-Identifier: MIT */
/* Work in the pool: told once, or never, and always freed. */
#include "src/reactor/work.h"

#include "src/core/mem.h"

#include <semaphore.h>

#include "tests/unit/test.h"

typedef struct job {
	evl_work work;
	char *held;
} job;

static evl_loop loop;
static sem_t started, gate;
static _Atomic int ran, stopped_early;
static int told, destroyed;
static job *done_job;

static void run(evl_work *work)
{
	(void) sem_post(&started);
	(void) sem_wait(&gate);
	ran++;
	stopped_early += evl_work_is_wanted(work) ? 0 : 1;
}

static void done(evl_work *work, void *owner)
{
	CHECK_PTR(owner, &told);
	told++;
	done_job = EVL_CONTAINER_OF(work, job, work);
}

static void destroy(evl_work *work)
{
	destroyed++;
	evl_free(EVL_CONTAINER_OF(work, job, work)->held);
}

static const evl_work_kind kind = {.run = run, .done = done, .destroy = destroy};

static void set_up(void)
{
	CHECK_EQ(sem_init(&started, 0, 0) + sem_init(&gate, 0, 0), 0);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
}

static job *new_job(void)
{
	job *self = evl_calloc(1, sizeof(*self));

	self->work.kind = &kind;
	self->held = evl_malloc(10);
	return self;
}

static void run_loop(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

TEST(work_is_told_and_freed_by_its_owner)
{
	set_up();
	CHECK_EQ(evl_work_start(&new_job()->work, &loop, &told), 0);
	(void) sem_post(&gate);
	run_loop();
	CHECK_EQ(told, 1);
	CHECK_EQ(done_job->work.status, 0);
	CHECK_EQ(destroyed, 0);
	evl_work_free(&done_job->work);
	CHECK_EQ(destroyed, 1);
	evl_loop_destroy(&loop);
}

TEST(work_of_nobody_is_freed_by_itself)
{
	job *self;

	set_up();
	evl_work_start_alone(&new_job()->work, &loop);
	self = new_job();
	CHECK_EQ(evl_work_start(&self->work, &loop, &told), 0);
	(void) sem_wait(&started);
	(void) sem_wait(&started);
	evl_work_orphan(&self->work);
	(void) sem_post(&gate);
	(void) sem_post(&gate);
	run_loop();
	CHECK_EQ(told, 0);
	CHECK_EQ(ran, 2);
	CHECK_EQ(stopped_early, 1);
	CHECK_EQ(destroyed, 2);
	evl_loop_destroy(&loop);
}

TEST(work_survives_its_loop)
{
	job *self = NULL;

	set_up();
	for (int i = 0; i < 8; i++) {
		self = new_job();
		CHECK_EQ(evl_work_start(&self->work, &loop, &told), 0);
		if (i < 7) {
			evl_work_disown(&self->work);
		}
	}
	for (int i = 0; i < 8; i++) {
		(void) sem_post(&gate);
	}
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 0);
	CHECK_EQ(destroyed, 7);
	evl_work_orphan(&self->work);
	CHECK_EQ(destroyed, 8);
}

TEST(work_is_refused_by_a_loop_that_ends)
{
	set_up();
	loop.muted = true;
	CHECK_EQ(evl_work_start(&new_job()->work, &loop, &told), UV_ECANCELED);
	CHECK_EQ(destroyed, 1);
	loop.muted = false;
	evl_loop_destroy(&loop);
}
