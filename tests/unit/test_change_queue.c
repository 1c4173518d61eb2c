/* SPDX-License-Identifier: MIT */
/* Changes in order, put together, settled, bounded. */
#include "src/reactor/change_queue.h"

#include "src/core/mem.h"
#include "tests/unit/test.h"

#include <stdio.h>

static evl_change_queue queue;
static char said[200];

static void add(evl_change_kind kind, const char *path, uint64_t now)
{
	evl_change_queue_add(&queue, kind, path, kind == EVL_CHANGE_RENAMED ? "old" : NULL, false, now);
}

/* All that is due, as "+a ~b -c". */
static const char *take(uint64_t now)
{
	evl_change *change;
	size_t length = 0;

	said[0] = '\0';
	while ((change = evl_change_queue_take(&queue, now)) != NULL) {
		length += (size_t) snprintf(said + length, sizeof(said) - length, "%s%c%s", length > 0 ? " " : "",
			"+~->!"[change->kind], change -> path);
		CHECK((change->kind == EVL_CHANGE_RENAMED) == (change->old_path != NULL));
		evl_free(change);
	}
	return said;
}

TEST(change_queue_puts_contents_together)
{
	evl_change_queue_init(&queue, 100, 0);
	add(EVL_CHANGE_CREATED, "a", 1);
	add(EVL_CHANGE_CHANGED, "b", 1);
	add(EVL_CHANGE_CHANGED, "a", 1);
	add(EVL_CHANGE_CHANGED, "b", 1);
	add(EVL_CHANGE_REMOVED, "a", 1);
	add(EVL_CHANGE_RENAMED, "b", 1);
	add(EVL_CHANGE_CHANGED, "b", 1);
	CHECK_EQ(evl_change_queue_due(&queue), 1);
	CHECK_STR(take(1), "+a ~b -a >b ~b");
	CHECK_EQ(evl_change_queue_due(&queue), 0);
	evl_change_queue_free(&queue);
}

TEST(change_queue_waits_until_it_is_quiet)
{
	evl_change_queue_init(&queue, 100, 10);
	add(EVL_CHANGE_CREATED, "a", 100);
	add(EVL_CHANGE_CREATED, "b", 101);
	add(EVL_CHANGE_CHANGED, "a", 105);
	CHECK_STR(take(110), "");
	CHECK_STR(take(111), "+b");
	CHECK_STR(take(115), "+a");
	add(EVL_CHANGE_CREATED, "a", 200);
	add(EVL_CHANGE_REMOVED, "a", 201);
	add(EVL_CHANGE_REMOVED, "b", 202);
	add(EVL_CHANGE_CREATED, "b", 203);
	add(EVL_CHANGE_CHANGED, "c", 204);
	add(EVL_CHANGE_REMOVED, "c", 204);
	CHECK_STR(take(300), "~b -c");
	for (uint64_t now = 400; now < 600; now += 5) {
		add(EVL_CHANGE_CHANGED, "busy", now);
	}
	CHECK(evl_change_queue_due(&queue) <= 400 + 11 * 10);
	evl_change_queue_free(&queue);
}

TEST(change_queue_is_bounded)
{
	char name[16];

	evl_change_queue_init(&queue, 2, 0);
	for (int i = 0; i < 5; i++) {
		snprintf(name, sizeof(name), "%d", i);
		add(EVL_CHANGE_CREATED, name, 1);
	}
	CHECK_STR(take(1), "+0 +1 !");
	add(EVL_CHANGE_OVERFLOW, "", 2);
	add(EVL_CHANGE_CREATED, "a", 2);
	CHECK_STR(take(2), "! +a");
	add(EVL_CHANGE_CREATED, "a", 3);
	evl_change_queue_free(&queue);
}
