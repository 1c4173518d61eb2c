/* SPDX-License-Identifier: MIT */
/*
 * Intrusive doubly linked list. A head is an evl_list that points to itself; a node that stands in no list has next ==
 * NULL, so zeroed memory is a valid node. The list owns nothing. One thread.
 */
#ifndef EVLOOP_CORE_LIST_H
#define EVLOOP_CORE_LIST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct evl_list {
	struct evl_list *next;
	struct evl_list *prev;
} evl_list;

#define EVL_CONTAINER_OF(pointer, type, member) ((type *) ((char *) (pointer) -offsetof(type, member)))

static inline void evl_list_init(evl_list *head)
{
	head->next = head;
	head->prev = head;
}

static inline bool evl_list_is_empty(const evl_list *head)
{
	return head->next == head;
}

static inline bool evl_list_is_linked(const evl_list *node)
{
	return node->next != NULL;
}

static inline void evl_list_insert(evl_list *before, evl_list *node)
{
	node->prev = before->prev;
	node->next = before;
	before->prev->next = node;
	before->prev = node;
}

static inline void evl_list_append(evl_list *head, evl_list *node)
{
	evl_list_insert(head, node);
}

static inline void evl_list_prepend(evl_list *head, evl_list *node)
{
	evl_list_insert(head->next, node);
}

static inline void evl_list_remove(evl_list *node)
{
	node->prev->next = node->next;
	node->next->prev = node->prev;
	node->next = NULL;
	node->prev = NULL;
}

/* Take the first node off, or NULL when the list is empty. */
static inline evl_list *evl_list_shift(evl_list *head)
{
	evl_list *node = head->next;

	if (node == head) {
		return NULL;
	}
	evl_list_remove(node);
	return node;
}

/* Move all nodes of `from` to the end of `to`. */
static inline void evl_list_splice(evl_list *to, evl_list *from)
{
	if (evl_list_is_empty(from)) {
		return;
	}
	from->next->prev = to->prev;
	to->prev->next = from->next;
	from->prev->next = to;
	to->prev = from->prev;
	evl_list_init(from);
}

/* For assert: whether each of the first `most` nodes is linked both ways. */
static inline bool evl_list_check(const evl_list *head, size_t most)
{
	const evl_list *node = head;

	do {
		if (node->next == NULL || node->next->prev != node) {
			return false;
		}
		node = node->next;
	} while (node != head && most-- > 0);
	return true;
}

#endif
