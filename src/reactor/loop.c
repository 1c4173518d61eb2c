/* SPDX-License-Identifier: MIT */
/*
 * The loop's life and its poll. Owns the uv_loop_t, the scratch area, the timer heap's array and two uv handles of its
 * own: the timer that bounds the poll and the keeper. One thread; only evl_wakeup_send() may be called by another.
 */
#include "src/reactor/loop.h"

#include "src/core/count.h"
#include "src/core/mem.h"
#include "src/core/reaper.h"
#include "src/reactor/dns.h"
#include "src/reactor/handle.h"
#include "src/reactor/poll.h"
#include "src/reactor/req.h"
#include "src/reactor/reserve.h"
#include "src/reactor/timeout.h"
#include "src/reactor/timer.h"
#include "src/reactor/udp.h"
#include "src/reactor/work.h"

#include <assert.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* What a loop opens itself, the descriptors that the first one in a process opens included. */
#define LOOP_DESCRIPTORS 8
/* Handles up to which an assert walks them before each poll. */
#define CHECKED 256

/*
 * libuv aborts the process when it cannot open some of its first descriptors. Open and close as many before, so that
 * running out becomes an error.
 */
static int probe_descriptors(void)
{
	int fds[LOOP_DESCRIPTORS][2];
	int count = 0;
	int status = 0;

	while (count < LOOP_DESCRIPTORS / 2) {
		status = uv_pipe(fds[count], 0, 0);
		if (status != 0) {
			break;
		}
		count++;
	}
	while (count > 0) {
		count--;
		(void) close(fds[count][0]);
		(void) close(fds[count][1]);
	}
	return status;
}

/*
 * A program may be started with its standard descriptors closed. libuv aborts when it is to close a descriptor of its
 * own that got one of these numbers, so /dev/null takes them first, for good.
 */
static void fill_standard_descriptors(void)
{
	int fd;

	if (fcntl(STDIN_FILENO, F_GETFD) >= 0 && fcntl(STDOUT_FILENO, F_GETFD) >= 0 && fcntl(STDERR_FILENO, F_GETFD) >= 0) {
		return;
	}
	do {
		fd = open("/dev/null", O_RDWR);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0) {
		(void) close(fd);
	}
}

/*
 * A write to a peer that is gone must be an error, and libuv has no flag for that. A handler that the program set stays
 * its own.
 */
static bool ignore_sigpipe(void)
{
	struct sigaction action;

	if (sigaction(SIGPIPE, NULL, &action) != 0 || (action.sa_flags & SA_SIGINFO) || action.sa_handler != SIG_DFL) {
		return false;
	}
	action.sa_handler = SIG_IGN;
	return sigaction(SIGPIPE, &action, NULL) == 0;
}

static void restore_sigpipe(void)
{
	struct sigaction action;

	if (sigaction(SIGPIPE, NULL, &action) != 0 || (action.sa_flags & SA_SIGINFO) || action.sa_handler != SIG_IGN) {
		return;
	}
	action.sa_handler = SIG_DFL;
	(void) sigaction(SIGPIPE, &action, NULL);
}

static void on_keeper(uv_check_t *keeper)
{
}

/* Handles of our own; neither can fail once the loop stands. */
static void open_own_handles(evl_loop *loop)
{
	(void) uv_timer_init(&loop->uv, &loop->uv_timer);
	loop->uv_timer.data = loop;
	uv_unref((uv_handle_t *) &loop->uv_timer);
	(void) uv_check_init(&loop->uv, &loop->keeper);
	(void) uv_check_start(&loop->keeper, on_keeper);
	uv_unref((uv_handle_t *) &loop->keeper);
}

int evl_loop_init(evl_loop *loop, uint32_t io_budget, uint32_t microtask_budget)
{
	int status;

	*loop = (evl_loop){0};
	evl_tick_init(&loop->tick, io_budget, microtask_budget);
	evl_list_init(&loop->handles);
	evl_list_init(&loop->requests);
	evl_list_init(&loop->held);
	evl_list_init(&loop->to_flush);
	loop->idle_now = true;
	loop->scratch = evl_malloc(EVL_LOOP_SCRATCH);
	if (loop->scratch == NULL) {
		return UV_ENOMEM;
	}
	fill_standard_descriptors();
	(void) evl_reaper_run();
	status = evl_reserve_fill();
	if (status == 0) {
		status = probe_descriptors();
	}
	if (status != 0) {
		goto fail_loop;
	}
	status = uv_loop_init(&loop->uv);
	if (status != 0) {
		goto fail_loop;
	}
	loop->uv.data = loop;
	open_own_handles(loop);
	loop->ignores_sigpipe = ignore_sigpipe();
	return 0;

fail_loop:
	evl_free(loop->scratch);
	loop->scratch = NULL;
	return status;
}

void evl_loop_set_driven(evl_loop *loop, bool driven)
{
	loop->driven = driven;
	__atomic_store_n(&loop->idle_now, !driven, __ATOMIC_RELAXED);
}

void evl_loop_flush(evl_loop *loop)
{
	evl_list *link;

	while ((link = evl_list_shift(&loop->to_flush)) != NULL) {
		evl_flush *flush = EVL_CONTAINER_OF(link, evl_flush, link);

		flush->fn(flush);
	}
}

bool evl_loop_is_alive(const evl_loop *loop)
{
	return loop->timers_referenced > 0 || loop->polls_referenced > 0 || uv_loop_alive(&loop->uv) != 0;
}

/* Whether there is anything that a poll could find: handles (closing and unreferenced ones too) or requests. */
static bool has_sources(const evl_loop *loop)
{
	return !evl_list_is_empty(&loop->handles) || uv_loop_alive(&loop->uv) != 0;
}

/* The time since the last poll was spent on what it had found. */
static void count_busy(evl_loop *loop, uint64_t now)
{
	if (loop->polled_at != 0) {
		loop->busy += now - loop->polled_at;
		evl_histogram_record(&loop->lag, now - loop->polled_at);
	}
}

static void run_uv(evl_loop *loop, uint64_t now, bool block)
{
	count_busy(loop, now);
	loop->polling = true;
	__atomic_store_n(&loop->idle_now, true, __ATOMIC_RELAXED);
	uv_ref((uv_handle_t *) &loop->keeper);
	(void) uv_run(&loop->uv, block ? UV_RUN_ONCE : UV_RUN_NOWAIT);
	uv_unref((uv_handle_t *) &loop->keeper);
	loop->polling = false;
	__atomic_store_n(&loop->idle_now, !loop->driven, __ATOMIC_RELAXED);
	loop->polled_at = evl_loop_now();
	if (block) {
		loop->idle += loop->polled_at - now;
	} else {
		loop->busy += loop->polled_at - now;
	}
}

bool evl_loop_check(const evl_loop *loop)
{
	size_t open = loop->handles_opened - loop->handles_closed;
	const evl_list *link = loop->handles.next;
	size_t count = 0;

	for (; link != &loop->handles && count <= CHECKED; link = link->next, count++) {
		const evl_handle *handle = EVL_CONTAINER_OF(link, evl_handle, link);

		if (handle->loop != loop || (handle->flags & EVL_HANDLE_CLOSED) || handle->uv->data != handle) {
			return false;
		}
	}
	for (link = loop->requests.next; link != &loop->requests; link = link->next) {
		if (EVL_CONTAINER_OF(link, evl_request, link)->loop != loop) {
			return false;
		}
	}
	return (count == open || count > CHECKED) && evl_list_check(&loop->to_flush, CHECKED) &&
		   evl_tick_check(&loop->tick) && evl_timers_check(loop) && evl_timeouts_check(loop);
}

void evl_loop_poll(evl_loop *loop, bool block)
{
	uint64_t now = 0;

	assert(!loop->polling && evl_loop_check(loop));
	evl_loop_flush(loop);
	if (!evl_polls_before(loop, block)) {
		block = false;
	}
	if (block || has_sources(loop)) {
		now = evl_loop_now();
		block = block && evl_loop_is_alive(loop) && !evl_tick_has_work(&loop->tick) && evl_timers_arm(loop, now);
	}
	if (block || has_sources(loop)) {
		run_uv(loop, now, block);
		now = loop->polled_at;
	}
	evl_polls_after(loop);
	evl_timers_fire(loop, now);
}

void evl_loop_forget(evl_loop *loop)
{
	loop->muted = true;
	/* The streams may be gone before the loop is. */
	evl_loop_flush(loop);
	evl_tick_init(&loop->tick, loop->tick.io_budget, loop->tick.microtask_budget);
	evl_free(loop->timers.slots);
	loop->timers = (evl_heap){0};
	loop->timers_referenced = 0;
	evl_polls_forget(loop);
	evl_timeouts_forget(loop);
	evl_names_forget(loop);
}

void evl_loop_disown_frames(evl_loop *loop)
{
	for (evl_list *link = loop->handles.next; link != &loop->handles; link = link->next) {
		evl_handle *handle = EVL_CONTAINER_OF(link, evl_handle, link);

		if (handle->flags & EVL_HANDLE_FRAME) {
			handle->owner = NULL;
		}
	}
	for (evl_list *link = loop->requests.next; link != &loop->requests; link = link->next) {
		evl_request *request = EVL_CONTAINER_OF(link, evl_request, link);

		if (request->on_frame) {
			request->owner = NULL;
		}
	}
}

/* Everything that others own is unlinked, so that they may free it later without a loop. */
static void let_go(evl_loop *loop)
{
	evl_tick_clear(&loop->tick);
	evl_names_free(loop);
	/* Before those two, whose own timers stand in it. */
	evl_heap_free(&loop->timers);
	evl_polls_free(loop);
	evl_timeouts_free(loop);
	loop->timers_referenced = 0;
	while (evl_list_shift(&loop->to_flush) != NULL) {
	}
}

static void close_all(evl_loop *loop)
{
	for (evl_list *link = loop->handles.next; link != &loop->handles; link = link->next) {
		evl_handle_close(EVL_CONTAINER_OF(link, evl_handle, link));
	}
	for (evl_list *link = loop->requests.next; link != &loop->requests; link = link->next) {
		evl_request_cancel(EVL_CONTAINER_OF(link, evl_request, link));
	}
	evl_handle_close_bare((uv_handle_t *) &loop->uv_timer);
	evl_handle_close_bare((uv_handle_t *) &loop->keeper);
}

/* What the parent's threads work on; not what owners start anew when they are told. */
static void fail_requests(evl_loop *loop)
{
	evl_list requests;

	evl_list_init(&requests);
	evl_list_splice(&requests, &loop->requests);
	while (!evl_list_is_empty(&requests)) {
		evl_request *request = EVL_CONTAINER_OF(requests.next, evl_request, link);

		loop->orphaned = true;
		loop->uv.active_reqs.count--;
		request->cancelled(request->uv);
	}
}

void evl_loop_forked(evl_loop *loop)
{
	assert(!loop->polling);
	loop->forked = true;
	/* Without descriptors for new sets nothing more can be done with it; what it holds is left to the process's end. */
	loop->orphaned = uv_loop_fork(&loop->uv) != 0;
	while (evl_list_shift(&loop->to_flush) != NULL) {
	}
	evl_polls_free(loop);
	evl_names_forked(loop);
	fail_requests(loop);
}

/* Close libuv's side. It would wait for threads, and look at locks that they held when the process was forked. */
static void close_uv(evl_loop *loop)
{
	int status;

	if (loop->orphaned) {
		(void) close(uv_backend_fd(&loop->uv));
		return;
	}
	status = uv_loop_close(&loop->uv);
	assert(status == 0);
	(void) status;
}

void evl_loop_destroy(evl_loop *loop)
{
	assert(!loop->polling);
	loop->muted = true;
	/* What was written in the tick that is cut short, as far as the kernel takes it. */
	evl_loop_flush(loop);
	let_go(loop);
	close_all(loop);
	while (uv_run(&loop->uv, UV_RUN_DEFAULT) != 0) {
	}
	assert(evl_list_is_empty(&loop->handles) && evl_list_is_empty(&loop->requests));
	assert(loop->handles_opened == loop->handles_closed);
	close_uv(loop);
	evl_works_free(loop);
	evl_udp_batch_free(loop);
	evl_free(loop->tls_block);
	loop->tls_block = NULL;
	evl_free(loop->scratch);
	loop->scratch = NULL;
	evl_free(loop->signals_before);
	loop->signals_before = NULL;
	if (loop->ignores_sigpipe) {
		restore_sigpipe();
	}
}
