/* SPDX-License-Identifier: MIT */
/* The two lives, in every order, with a plain uv handle in the place of a real kind. */
#include "src/reactor/handle.h"

#include "src/core/mem.h"

#include "tests/unit/test.h"

typedef struct thing {
	evl_handle handle;
	uv_idle_t uv;
} thing;

static evl_loop loop;
static int closings;
static int destroys;
static int closeds;
static bool release_in_closed;

static void on_closing(evl_handle *handle)
{
	CHECK(handle->loop != NULL);
	closings++;
}

static void on_destroy(evl_handle *handle)
{
	CHECK(handle->loop == NULL);
	destroys++;
}

static void on_closed(evl_handle *handle, void *owner)
{
	CHECK_PTR(owner, &loop);
	closeds++;
	if (release_in_closed) {
		evl_handle_release(handle);
	}
}

static const evl_handle_kind kind = {.closing = on_closing, .destroy = on_destroy};
static const evl_handle_ops ops = {.closed = on_closed};

static evl_handle *open_thing(const evl_handle_ops *told)
{
	thing *self = evl_malloc(sizeof(*self));

	CHECK_EQ(uv_idle_init(&loop.uv, &self->uv), 0);
	evl_handle_open(&self->handle, &loop, (uv_handle_t *) &self->uv, &kind, told, &loop);
	return &self->handle;
}

static evl_handle *set_up(void)
{
	CHECK_EQ(evl_loop_init(&loop, 64, 100), 0);
	return open_thing(&ops);
}

static void run(void)
{
	while (evl_loop_is_alive(&loop)) {
		evl_loop_poll(&loop, true);
	}
}

static void check_counts(int closing, int closed, int destroyed)
{
	CHECK_EQ(closings, closing);
	CHECK_EQ(closeds, closed);
	CHECK_EQ(destroys, destroyed);
}

TEST(handle_closed_then_released)
{
	evl_handle *handle = set_up();

	CHECK(!evl_loop_is_alive(&loop));
	evl_handle_close(handle);
	evl_handle_close(handle);
	check_counts(1, 0, 0);
	run();
	check_counts(1, 1, 0);
	CHECK_EQ(handle->flags, EVL_HANDLE_CLOSING | EVL_HANDLE_CLOSED);
	evl_handle_close(handle);
	evl_handle_release(handle);
	check_counts(1, 1, 1);
	evl_loop_destroy(&loop);
}

TEST(handle_released_while_open)
{
	evl_handle *handle = set_up();

	evl_handle_release(handle);
	check_counts(1, 0, 0);
	run();
	check_counts(1, 0, 1);
	evl_loop_destroy(&loop);
}

TEST(handle_released_while_closing)
{
	evl_handle *handle = set_up();

	evl_handle_close(handle);
	evl_handle_release(handle);
	run();
	check_counts(1, 0, 1);
	evl_loop_destroy(&loop);
}

TEST(handle_released_in_closed)
{
	evl_handle *handle = set_up();

	release_in_closed = true;
	evl_handle_close(handle);
	run();
	check_counts(1, 1, 1);
	evl_loop_destroy(&loop);
}

TEST(handle_without_ops)
{
	evl_handle *handle = set_up();

	evl_handle_release(handle);
	handle = open_thing(NULL);
	evl_handle_close(handle);
	run();
	evl_handle_release(handle);
	check_counts(2, 0, 2);
	evl_loop_destroy(&loop);
}

TEST(handle_outlives_its_loop_in_every_state)
{
	evl_handle *open = set_up();
	evl_handle *closing = open_thing(&ops);
	evl_handle *released = open_thing(&ops);

	evl_handle_close(closing);
	evl_handle_release(released);
	evl_loop_destroy(&loop);
	CHECK_EQ(loop.handles_opened, 3);
	CHECK_EQ(loop.handles_closed, 3);
	check_counts(3, 0, 1);
	evl_handle_close(open);
	evl_handle_release(open);
	evl_handle_release(closing);
	check_counts(3, 0, 3);
}

static void on_idle(uv_idle_t *uv)
{
	evl_handle *handle = uv->data;

	CHECK(evl_handle_is_heard(handle));
	evl_handle_close(handle);
	CHECK(!evl_handle_is_heard(handle));
}

TEST(handle_unreferenced_is_polled_all_the_same)
{
	evl_handle *handle = set_up();

	uv_idle_start((uv_idle_t *) handle->uv, on_idle);
	uv_unref(handle->uv);
	CHECK(!evl_loop_is_alive(&loop));
	evl_loop_poll(&loop, false);
	CHECK_EQ(closings, 1);
	run();
	evl_handle_release(handle);
	evl_loop_destroy(&loop);
}

TEST(handle_reference_is_counted_while_active)
{
	evl_handle *handle = set_up();

	uv_idle_start((uv_idle_t *) handle->uv, on_idle);
	evl_handle_reference(handle, false);
	CHECK(!evl_loop_is_alive(&loop));
	evl_handle_reference(handle, true);
	evl_handle_reference(handle, true);
	CHECK(evl_loop_is_alive(&loop));
	evl_loop_destroy(&loop);
	evl_handle_reference(handle, false);
	evl_handle_release(handle);
}
