/* SPDX-License-Identifier: MIT */
/*
 * One ring of slots, a tick each. A deadline beyond the ring waits in its last slot and is looked at anew once a turn.
 */
#include "src/core/wheel.h"

static evl_list *slot_of(evl_wheel *wheel, uint64_t tick)
{
	return &wheel->slots[tick % EVL_WHEEL_SLOTS];
}

void evl_wheel_init(evl_wheel *wheel, uint64_t now)
{
	for (int slot = 0; slot < EVL_WHEEL_SLOTS; slot++) {
		evl_list_init(&wheel->slots[slot]);
	}
	wheel->now = now;
	wheel->count = 0;
}

void evl_wheel_place(evl_wheel *wheel, evl_wheel_node *node, uint64_t deadline)
{
	evl_wheel_remove(wheel, node);
	node->deadline = deadline;
	/* A tick that is over does not come again: the next one takes what is due. */
	node->due = deadline > wheel->now ? deadline : wheel->now + 1;
	if (node->due - wheel->now >= EVL_WHEEL_SLOTS) {
		node->due = wheel->now + EVL_WHEEL_SLOTS - 1;
	}
	evl_list_append(slot_of(wheel, node->due), &node->link);
	wheel->count++;
}

void evl_wheel_remove(evl_wheel *wheel, evl_wheel_node *node)
{
	if (evl_list_is_linked(&node->link)) {
		evl_list_remove(&node->link);
		wheel->count -= node->due != 0;
	}
}

static void advance_tick(evl_wheel *wheel, evl_list *expired)
{
	evl_list due;
	evl_list *link;

	wheel->now++;
	evl_list_init(&due);
	evl_list_splice(&due, slot_of(wheel, wheel->now));
	while ((link = evl_list_shift(&due)) != NULL) {
		evl_wheel_node *node = EVL_CONTAINER_OF(link, evl_wheel_node, link);

		wheel->count--;
		if (node->deadline <= wheel->now) {
			node->due = 0;
			evl_list_append(expired, link);
		} else {
			evl_wheel_place(wheel, node, node->deadline);
		}
	}
}

void evl_wheel_advance(evl_wheel *wheel, uint64_t now, evl_list *expired)
{
	while (wheel->now < now && wheel->count > 0) {
		advance_tick(wheel, expired);
	}
	if (wheel->now < now) {
		wheel->now = now;
	}
}

uint64_t evl_wheel_next(const evl_wheel *wheel)
{
	for (uint64_t tick = wheel->now + 1; wheel->count > 0 && tick < wheel->now + EVL_WHEEL_SLOTS; tick++) {
		if (!evl_list_is_empty(&wheel->slots[tick % EVL_WHEEL_SLOTS])) {
			return tick;
		}
	}
	return UINT64_MAX;
}

void evl_wheel_clear(evl_wheel *wheel)
{
	for (int slot = 0; slot < EVL_WHEEL_SLOTS; slot++) {
		while (evl_list_shift(&wheel->slots[slot]) != NULL) {
		}
	}
	wheel->count = 0;
}

bool evl_wheel_check(const evl_wheel *wheel)
{
	uint32_t count = 0;

	for (uint64_t slot = 0; slot < EVL_WHEEL_SLOTS; slot++) {
		const evl_list *head = &wheel->slots[slot];

		if (!evl_list_check(head, wheel->count)) {
			return false;
		}
		for (const evl_list *link = head->next; link != head; link = link->next) {
			const evl_wheel_node *node = EVL_CONTAINER_OF(link, evl_wheel_node, link);

			if (node->due % EVL_WHEEL_SLOTS != slot || node->due <= wheel->now ||
				node->due - wheel->now >= EVL_WHEEL_SLOTS || ++count > wheel->count) {
				return false;
			}
		}
	}
	return count == wheel->count;
}
