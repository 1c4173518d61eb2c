/* SPDX-License-Identifier: MIT */
/* Requests in the thread pool: orphaned, cancelled, completed while their loop goes. */
#include "src/reactor/req.h"

#include "src/core/mem.h"

#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/test.h"

typedef struct job {
	evl_request request;
	uv_work_t uv;
} job;

static evl_loop loop;
static atomic_int started;
static atomic_bool hold;
static int told;
static int last_status;

static void work(uv_work_t *uv)
{
	atomic_fetch_add(&started, 1);
	while (atomic_load(&hold)) {
		uv_sleep(1);
	}
}

static void on_done(uv_work_t *uv, int status)
{
	job *self = uv->data;

	if (evl_request_complete(&self->request)) {
		told++;
		last_status = status;
		evl_free(self);
	}
}

static void on_cancelled(uv_req_t *uv)
{
	on_done((uv_work_t *) uv, UV_ECANCELED);
}

static job *start(void)
{
	job *self = evl_malloc(sizeof(*self));

	CHECK_EQ(uv_queue_work(&loop.uv, &self->uv, work, on_done), 0);
	evl_request_open(&self->request, &loop, (uv_req_t *) &self->uv, &loop, on_cancelled);
	return self;
}

static void run(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

TEST(request_completes)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	(void) start();
	CHECK(evl_loop_is_alive(&loop));
	run();
	CHECK_EQ(told, 1);
	CHECK_EQ(last_status, 0);
	evl_loop_destroy(&loop);
}

TEST(request_orphaned_while_a_thread_works_on_it)
{
	job *self;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	atomic_store(&hold, true);
	self = start();
	while (atomic_load(&started) == 0) {
		uv_sleep(1);
	}
	evl_request_orphan(&self->request);
	atomic_store(&hold, false);
	run();
	CHECK_EQ(told, 0);
	evl_loop_destroy(&loop);
}

TEST(request_cancelled_before_a_thread_took_it)
{
	enum { JOBS = 20 };
	job *jobs[JOBS];

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	atomic_store(&hold, true);
	for (int i = 0; i < JOBS; i++) {
		jobs[i] = start();
	}
	evl_request_cancel(&jobs[JOBS - 1]->request);
	while (told == 0) {
		evl_loop_poll(&loop, true);
	}
	CHECK_EQ(last_status, UV_ECANCELED);
	for (int i = 0; i < JOBS - 1; i++) {
		evl_request_orphan(&jobs[i]->request);
	}
	atomic_store(&hold, false);
	run();
	CHECK_EQ(told, 1);
	CHECK(atomic_load(&started) < JOBS);
	evl_loop_destroy(&loop);
}

/* None of the child's threads will ever complete them. */
TEST(request_pending_at_fork_fails_in_the_child)
{
	enum { JOBS = 20 };
	job *jobs[JOBS];
	int status;
	pid_t child;

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	atomic_store(&hold, true);
	for (int i = 0; i < JOBS; i++) {
		jobs[i] = start();
	}
	evl_request_orphan(&jobs[0]->request);
	child = fork();
	if (child == 0) {
		evl_loop_forked(&loop);
		CHECK_EQ(told, JOBS - 1);
		CHECK_EQ(last_status, UV_ECANCELED);
		evl_loop_destroy(&loop);
		CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
		atomic_store(&hold, false);
		(void) start();
		run();
		CHECK_EQ(told, JOBS);
		CHECK_EQ(last_status, 0);
		evl_loop_destroy(&loop);
		_exit(0);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(status, 0);
	atomic_store(&hold, false);
	run();
	CHECK_EQ(told, JOBS - 1);
	evl_loop_destroy(&loop);
}

TEST(request_outlives_its_loop)
{
	enum { JOBS = 20 };
	job *jobs[JOBS];

	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	for (int i = 0; i < JOBS; i++) {
		jobs[i] = start();
	}
	evl_request_orphan(&jobs[0]->request);
	evl_loop_destroy(&loop);
	CHECK_EQ(told, 0);
	for (int i = 1; i < JOBS; i++) {
		CHECK(jobs[i]->request.loop == NULL);
		evl_request_orphan(&jobs[i]->request);
	}
}
