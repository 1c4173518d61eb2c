/* SPDX-License-Identifier: MIT */
/* Questions are answered, or dropped in every state, and a child of a fork has none of its parent's. */
#include "src/reactor/resolver.h"

#include "src/core/mem.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/fake_names.h"
#include "tests/unit/test.h"

static evl_loop loop;
static evl_resolver resolver;
static int answered;

static void on_answered(evl_question *question)
{
	CHECK_PTR(question->owner, &answered);
	CHECK_EQ(question->status, 0);
	CHECK(question->found != NULL);
	answered++;
	evl_question_drop(question);
}

static evl_question *ask(const char *host)
{
	evl_question *question = evl_question_new(&resolver, on_answered, &answered);

	CHECK(question != NULL);
	question->family = AF_INET;
	(void) snprintf(question->host, sizeof(question->host), "%s", host);
	CHECK_EQ(evl_question_ask(question), 0);
	return question;
}

static void set_up(void)
{
	CHECK_EQ(sem_init(&fake_gate, 0, 0), 0);
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	CHECK_EQ(evl_resolver_open(&resolver, &loop), 0);
	evl_handle_reference(&resolver.wakeup->handle, true);
}

static void tear_down(void)
{
	evl_resolver_close(&resolver);
	evl_loop_destroy(&loop);
}

static void run_until(int count)
{
	while (answered < count) {
		evl_loop_poll(&loop, true);
	}
}

/* All threads hang. */
static void occupy(evl_question *hanging[EVL_RESOLVER_THREADS])
{
	fake_asked = 0;
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		hanging[i] = ask("slow.fake");
	}
	while (fake_asked < EVL_RESOLVER_THREADS) {
		uv_sleep(1);
	}
}

TEST(resolver_answers)
{
	set_up();
	for (int i = 0; i < 200; i++) {
		(void) ask("a.fake");
	}
	run_until(200);
	tear_down();
}

TEST(resolver_questions_are_dropped_in_every_state)
{
	evl_question *hanging[EVL_RESOLVER_THREADS];
	evl_question *queued;
	evl_question *quick;

	set_up();
	occupy(hanging);
	queued = ask("a.fake");
	CHECK(evl_question_is_queued(queued));
	CHECK(!evl_question_is_queued(hanging[0]));
	evl_question_drop(queued);
	for (int i = 1; i < EVL_RESOLVER_THREADS; i++) {
		evl_question_drop(hanging[i]);
	}
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		(void) sem_post(&fake_gate);
	}
	run_until(1);

	/* Answered, but not told yet. */
	quick = ask("a.fake");
	uv_sleep(20);
	evl_question_drop(quick);
	tear_down();
	CHECK_EQ(answered, 1);
}

TEST(resolver_closes_while_threads_hang)
{
	evl_question *hanging[EVL_RESOLVER_THREADS];

	set_up();
	occupy(hanging);
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		evl_question_drop(hanging[i]);
	}
	tear_down();
}

TEST(resolver_is_the_childs_own_after_a_fork)
{
	evl_question *hanging[EVL_RESOLVER_THREADS];
	evl_question *queued;
	int status;
	pid_t child;

	set_up();
	occupy(hanging);
	queued = ask("a.fake");
	child = fork();
	CHECK(child >= 0);
	if (child == 0) {
		evl_loop_forked(&loop);
		CHECK(!evl_question_is_queued(queued));
		evl_question_drop(queued);
		for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
			evl_question_drop(hanging[i]);
		}
		(void) ask("b.fake");
		run_until(1);
		tear_down();
		_exit(evl_mem_balance() == 0 ? 7 : 1);
	}
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(WEXITSTATUS(status), 7);
	for (int i = 0; i < EVL_RESOLVER_THREADS; i++) {
		(void) sem_post(&fake_gate);
	}
	run_until(EVL_RESOLVER_THREADS + 1);
	tear_down();
}

TEST(resolver_threads_hold_no_lock_of_the_c_library_when_a_child_is_made)
{
	int status;
	pid_t child;

	set_up();
	for (int i = 0; i < 2 * EVL_RESOLVER_THREADS; i++) {
		(void) ask("locked.fake");
	}
	while (fake_asked == 0) {
		uv_sleep(1);
	}
	child = fork();
	CHECK(child >= 0);
	if (child == 0) {
		(void) alarm(10);
		set_up();
		(void) ask("locked.fake");
		run_until(1);
		_exit(7);
	}
	/* What had to wait goes on. */
	run_until(2 * EVL_RESOLVER_THREADS);
	CHECK_EQ(waitpid(child, &status, 0), child);
	CHECK_EQ(WEXITSTATUS(status), 7);
	tear_down();
}
