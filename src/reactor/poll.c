/* SPDX-License-Identifier: MIT */
/*
 * The private set. It owns the kernel's set, the alarm, and one `descriptor` for each number with polls; a poll is its
 * owner's. The handle behind it is unreferenced: started polls are counted in the loop. Loop's thread only.
 *
 * A registration that outlives its descriptor (it was closed, but a copy of it is open elsewhere, in a child process for
 * instance) reports for ever and cannot be removed by number. It is known by its generation; the set is then made anew.
 */
#include "src/reactor/poll.h"

#include "src/core/mem.h"
#include "src/reactor/handle.h"
#include "src/reactor/poll_set.h"
#include "src/reactor/timer.h"

#include <assert.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define BATCH 256
/* Looking at all polls is for free up to this many; with more it is done at most so often. */
#define CHEAP_CHECK 64
#define CHECK_EVERY UINT64_C(100000000)

typedef struct descriptor {
	evl_list polls[2]; /* by direction */
	evl_list always;   /* in set->always: the kernel cannot watch it */
	int fd;
	uint32_t generation;
	uint8_t events; /* what the kernel was asked for */
} descriptor;

/* The uv_poll_t on the kernel's set: an allocation of its own, as every handle. */
typedef struct waker {
	evl_handle handle;
	int fd; /* the kernel's set, closed with the handle */
	uv_poll_t uv;
} waker;

struct evl_polls {
	evl_loop *loop;
	waker *waker;
	int alarm;          /* -1: not opened */
	descriptor **table; /* by number */
	int capacity;
	uint32_t generation; /* of the last registration */
	uint32_t count;      /* started polls */
	evl_list all;        /* evl_poll.all */
	evl_list always;     /* descriptor.always */
	uint64_t looked_at;  /* when, by the clock, all polls were looked at */
	uint64_t looked_ran; /* and how many items had run by then */
	evl_timer check;     /* unreferenced: a look is owed */
};

static void waker_closing(evl_handle *handle)
{
	(void) close(EVL_CONTAINER_OF(handle, waker, handle)->fd);
}

static const evl_handle_kind waker_kind = {.closing = waker_closing};

static void tell(evl_polls *polls, const evl_list *list)
{
	for (evl_list *link = list->next; link != list; link = link->next) {
		evl_poll *poll = EVL_CONTAINER_OF(link, evl_poll, link);

		poll->ops->ready(poll);
	}
}

static descriptor *find(const evl_polls *polls, int fd)
{
	return fd >= 0 && fd < polls->capacity ? polls->table[fd] : NULL;
}

static int renew(evl_polls *polls);

static void on_set_readable(uv_poll_t *uv, int status, int events)
{
	evl_handle *handle = uv->data;
	evl_polls *polls = handle->owner;
	evl_poll_set_event found[BATCH];
	bool stale = false;
	int count;

	if (!evl_handle_is_heard(handle)) {
		return;
	}
	count = evl_poll_set_take(polls->waker->fd, found, BATCH);
	for (int i = 0; i < count; i++) {
		const descriptor *self = find(polls, found[i].fd);

		if (found[i].fd < 0) {
			polls->loop->timer_armed = 0;
			continue;
		}
		if (self == NULL || self->generation != found[i].generation) {
			stale = true;
			continue;
		}
		if (found[i].ready & EVL_POLL_SET_READ) {
			tell(polls, &self->polls[EVL_POLL_READ]);
		}
		if (found[i].ready & EVL_POLL_SET_WRITE) {
			tell(polls, &self->polls[EVL_POLL_WRITE]);
		}
	}
	if (stale) {
		/* If it fails now, the next poll finds the same again. */
		(void) renew(polls);
	}
}

static waker *waker_open(evl_polls *polls, int *status)
{
	waker *self = evl_calloc(1, sizeof(*self));

	if (self == NULL) {
		*status = UV_ENOMEM;
		return NULL;
	}
	*status = self->fd = evl_poll_set_open();
	if (*status < 0) {
		goto fail_set;
	}
	*status = uv_poll_init(&polls->loop->uv, &self->uv, self->fd);
	if (*status != 0) {
		goto fail_poll;
	}
	uv_unref((uv_handle_t *) &self->uv);
	evl_handle_open(&self->handle, polls->loop, (uv_handle_t *) &self->uv, &waker_kind, NULL, polls);
	*status = uv_poll_start(&self->uv, UV_READABLE, on_set_readable);
	if (*status != 0) {
		evl_handle_release(&self->handle);
		return NULL;
	}
	return self;

fail_poll:
	(void) close(self->fd);
fail_set:
	evl_free(self);
	return NULL;
}

static uint8_t wanted(const descriptor *self)
{
	return (uint8_t) ((evl_list_is_empty(&self->polls[EVL_POLL_READ]) ? 0 : EVL_POLL_SET_READ) |
					  (evl_list_is_empty(&self->polls[EVL_POLL_WRITE]) ? 0 : EVL_POLL_SET_WRITE));
}

/* Tell the kernel what is wanted of a descriptor now. */
static int descriptor_update(evl_polls *polls, descriptor *self)
{
	uint8_t events = wanted(self);
	int status = evl_poll_set_change(polls->waker->fd, self->fd, self->generation, self->events, events);

	if (status == UV_EPERM && events != 0) {
		if (!evl_list_is_linked(&self->always)) {
			evl_list_append(&polls->always, &self->always);
		}
		self->events = 0;
		return 0;
	}
	if (status == 0) {
		if (evl_list_is_linked(&self->always)) {
			evl_list_remove(&self->always);
		}
		self->events = events;
	}
	return status;
}

static int renew(evl_polls *polls)
{
	int status;
	waker *old = polls->waker;
	waker *fresh = waker_open(polls, &status);

	if (fresh == NULL) {
		return status;
	}
	polls->waker = fresh;
	if (polls->alarm >= 0) {
		(void) close(polls->alarm);
		polls->alarm = -1;
		polls->loop->timer_armed = 0;
	}
	evl_handle_release(&old->handle);
	for (int fd = 0; fd < polls->capacity; fd++) {
		if (polls->table[fd] != NULL && !evl_list_is_linked(&polls->table[fd]->always)) {
			polls->table[fd]->events = 0;
			/* Who was closed meanwhile is found by the next look. */
			(void) descriptor_update(polls, polls->table[fd]);
		}
	}
	return 0;
}

static int grow(evl_polls *polls, int fd)
{
	int capacity = polls->capacity > 0 ? polls->capacity : 64;
	descriptor **table;

	if (fd < polls->capacity) {
		return 0;
	}
	while (capacity <= fd) {
		capacity *= 2;
	}
	table = evl_realloc(polls->table, (size_t) capacity * sizeof(*table));
	if (table == NULL) {
		return UV_ENOMEM;
	}
	memset(table + polls->capacity, 0, (size_t) (capacity - polls->capacity) * sizeof(*table));
	polls->table = table;
	polls->capacity = capacity;
	return 0;
}

static descriptor *descriptor_get(evl_polls *polls, int fd)
{
	descriptor *self = find(polls, fd);

	if (self != NULL) {
		return self;
	}
	if (grow(polls, fd) != 0 || (self = evl_calloc(1, sizeof(*self))) == NULL) {
		return NULL;
	}
	evl_list_init(&self->polls[EVL_POLL_READ]);
	evl_list_init(&self->polls[EVL_POLL_WRITE]);
	self->fd = fd;
	/* Never all bits, with which a number of -1 would look like the alarm. */
	self->generation = ++polls->generation & INT32_MAX;
	polls->table[fd] = self;
	return self;
}

static void descriptor_release(evl_polls *polls, descriptor *self)
{
	if (wanted(self) != 0) {
		return;
	}
	if (evl_list_is_linked(&self->always)) {
		evl_list_remove(&self->always);
	}
	polls->table[self->fd] = NULL;
	evl_free(self);
}

static void on_check(evl_timer *timer)
{
	/* The poll that comes next looks. */
}

static int polls_get(evl_loop *loop, evl_polls **result)
{
	evl_polls *polls = loop->polls;
	int status;

	*result = polls;
	if (polls != NULL) {
		return 0;
	}
	polls = evl_calloc(1, sizeof(*polls));
	if (polls == NULL) {
		return UV_ENOMEM;
	}
	polls->loop = loop;
	polls->alarm = -1;
	evl_list_init(&polls->all);
	evl_list_init(&polls->always);
	evl_timer_init(&polls->check, on_check);
	evl_timer_reference(loop, &polls->check, false);
	polls->waker = waker_open(polls, &status);
	if (polls->waker == NULL) {
		evl_free(polls);
		return status;
	}
	*result = loop->polls = polls;
	return 0;
}

void evl_poll_init(evl_poll *poll, const evl_poll_ops *ops, int fd, evl_poll_direction direction)
{
	*poll = (evl_poll){.ops = ops, .fd = fd, .direction = (uint8_t) direction};
}

/* Take a poll off all lists. */
static void unlink_poll(evl_polls *polls, evl_poll *poll)
{
	evl_list_remove(&poll->link);
	evl_list_remove(&poll->all);
	polls->count--;
	if (!poll->unreferenced) {
		polls->loop->polls_referenced--;
	}
}

int evl_poll_start(evl_loop *loop, evl_poll *poll)
{
	evl_polls *polls;
	descriptor *self;
	int status;

	if (loop->muted) {
		return UV_ECANCELED;
	}
	if (evl_poll_is_started(poll)) {
		return 0;
	}
	if (poll->fd < 0) {
		return UV_EBADF;
	}
	status = polls_get(loop, &polls);
	if (status != 0) {
		return status;
	}
	self = descriptor_get(polls, poll->fd);
	if (self == NULL) {
		return UV_ENOMEM;
	}
	evl_list_append(&self->polls[poll->direction], &poll->link);
	evl_list_append(&polls->all, &poll->all);
	polls->count++;
	loop->polls_referenced += poll->unreferenced ? 0 : 1;
	status = descriptor_update(polls, self);
	if (status != 0) {
		unlink_poll(polls, poll);
		descriptor_release(polls, self);
	}
	return status;
}

void evl_poll_stop(evl_loop *loop, evl_poll *poll)
{
	evl_polls *polls = loop->polls;
	descriptor *self;

	if (!evl_poll_is_started(poll) || loop->muted) {
		return;
	}
	self = find(polls, poll->fd);
	unlink_poll(polls, poll);
	if (self->events != 0 && self->events != wanted(self)) {
		/* Fails when it was closed: then the kernel has forgotten it, or renew() deals with it. */
		(void) descriptor_update(polls, self);
	}
	descriptor_release(polls, self);
}

void evl_poll_reference(evl_loop *loop, evl_poll *poll, bool referenced)
{
	if (poll->unreferenced != referenced) {
		return;
	}
	poll->unreferenced = !referenced;
	if (evl_poll_is_started(poll)) {
		loop->polls_referenced += referenced ? 1 : -1;
	}
}

static evl_poll_view view(const evl_poll *poll)
{
	if (poll->ops->look != NULL) {
		return poll->ops->look(poll);
	}
	return fcntl(poll->fd, F_GETFD) >= 0 ? EVL_POLL_WAITING : EVL_POLL_GONE;
}

static void look_at_all(evl_polls *polls)
{
	evl_list *link = polls->all.next;

	while (link != &polls->all) {
		evl_poll *poll = EVL_CONTAINER_OF(link, evl_poll, all);

		link = link->next;
		switch (view(poll)) {
		case EVL_POLL_READY: poll->ops->ready(poll); break;
		case EVL_POLL_GONE:
			evl_poll_stop(polls->loop, poll);
			poll->ops->gone(poll);
			break;
		case EVL_POLL_WAITING: break;
		}
	}
}

/* Only what ran since the last look can have closed or read anything. */
static void look_if_due(evl_polls *polls)
{
	evl_loop *loop = polls->loop;
	uint64_t now;

	if (polls->looked_ran == loop->tick.ran && !loop->touched) {
		return;
	}
	if (polls->count > CHEAP_CHECK) {
		now = evl_loop_now();
		if (now - polls->looked_at < CHECK_EVERY) {
			if (!evl_timer_is_active(&polls->check)) {
				/* Without memory for it the look waits for the next event. */
				(void) evl_timer_start(loop, &polls->check, polls->looked_at + CHECK_EVERY);
			}
			return;
		}
		polls->looked_at = now;
	}
	evl_timer_stop(loop, &polls->check);
	polls->looked_ran = loop->tick.ran;
	loop->touched = false;
	look_at_all(polls);
}

bool evl_polls_before(evl_loop *loop, bool block)
{
	evl_polls *polls = loop->polls;

	if (polls == NULL) {
		return true;
	}
	if (block || !evl_list_is_empty(&polls->always)) {
		look_if_due(polls);
	}
	return evl_list_is_empty(&polls->always);
}

void evl_polls_after(evl_loop *loop)
{
	evl_polls *polls = loop->polls;

	if (polls == NULL) {
		return;
	}
	for (evl_list *link = polls->always.next; link != &polls->always; link = link->next) {
		const descriptor *self = EVL_CONTAINER_OF(link, descriptor, always);

		tell(polls, &self->polls[EVL_POLL_READ]);
		tell(polls, &self->polls[EVL_POLL_WRITE]);
	}
}

int evl_polls_alarm(evl_loop *loop, uint64_t deadline)
{
	evl_polls *polls;
	int status = polls_get(loop, &polls);

	return status != 0 ? status : evl_poll_set_alarm(polls->waker->fd, &polls->alarm, deadline);
}

void evl_polls_forget(evl_loop *loop)
{
	if (loop->polls != NULL) {
		evl_list_init(&loop->polls->all);
		loop->polls->count = 0;
	}
	loop->polls_referenced = 0;
}

void evl_polls_free(evl_loop *loop)
{
	evl_polls *polls = loop->polls;

	if (polls == NULL) {
		return;
	}
	evl_timer_stop(loop, &polls->check);
	while (!evl_list_is_empty(&polls->all)) {
		evl_poll *poll = EVL_CONTAINER_OF(polls->all.next, evl_poll, all);

		unlink_poll(polls, poll);
	}
	for (int fd = 0; fd < polls->capacity; fd++) {
		evl_free(polls->table[fd]);
	}
	evl_free(polls->table);
	if (polls->alarm >= 0) {
		(void) close(polls->alarm);
	}
	evl_handle_release(&polls->waker->handle);
	evl_free(polls);
	loop->polls = NULL;
}
