/* SPDX-License-Identifier: MIT */
/*
 * Owns each name that was asked for, from the first look-up until it is the oldest of too many, and the question that is
 * asked for it. A name whose askers have all left goes on being looked up if a thread works on it already: the next one
 * who asks joins again. Loop's thread only.
 */
#include "src/reactor/dns.h"

#include "src/core/addr.h"
#include "src/core/mem.h"
#include "src/core/punycode.h"
#include "src/reactor/resolver.h"

#include <stddef.h>
#include <string.h>

#define BUCKETS 256u
/* A family for what is no name, but an address. */
#define BACK 255

struct evl_name {
	evl_list link; /* in its bucket */
	evl_list age;  /* in names->answered while it has an answer */
	evl_list askers;
	evl_loop *loop;
	evl_question *question; /* NULL: the answer is here, or there is none */
	uint64_t since;         /* when it was answered */
	evl_answer answer;      /* owned */
	bool forget;            /* flushed while it was asked for */
	bool telling;           /* an answer, in finish(), which looks after it */
	uint8_t family;         /* AF_* or BACK */
	char host[];            /* in lower case; of an address evl_addr_format()'s text */
};

struct evl_names {
	evl_list buckets[BUCKETS];
	evl_list answered; /* evl_name.age: the oldest answer first */
	uint32_t count;
	uint32_t waiting; /* who asks, all in all: they keep the loop alive */
	evl_resolver resolver;
};

static unsigned char lower(char byte)
{
	return (unsigned char) (byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

static uint32_t hash(const char *host, int family)
{
	uint32_t value = 2166136261u ^ (uint32_t) family;

	for (; *host != '\0'; host++) {
		value = (value ^ lower(*host)) * 16777619u;
	}
	return value % BUCKETS;
}

static bool is_called(const evl_name *name, const char *host, int family)
{
	size_t i = 0;

	if (name->family != family) {
		return false;
	}
	while (host[i] != '\0' && (unsigned char) name->host[i] == lower(host[i])) {
		i++;
	}
	return host[i] == '\0' && name->host[i] == '\0';
}

static evl_names *names_get(evl_loop *loop)
{
	evl_names *names = loop->names;

	if (names == NULL) {
		names = evl_calloc(1, sizeof(*names));
		if (names == NULL) {
			return NULL;
		}
		for (uint32_t i = 0; i < BUCKETS; i++) {
			evl_list_init(&names->buckets[i]);
		}
		evl_list_init(&names->answered);
		if (evl_resolver_open(&names->resolver, loop) != 0) {
			evl_free(names);
			return NULL;
		}
		loop->names = names;
	}
	return names;
}

static evl_name *name_new(evl_loop *loop, evl_list *bucket, const char *host, int family)
{
	size_t length = strlen(host);
	evl_name *name = evl_calloc(1, sizeof(*name) + length + 1);

	if (name == NULL) {
		return NULL;
	}
	for (size_t i = 0; i < length; i++) {
		name->host[i] = (char) lower(host[i]);
	}
	name->family = (uint8_t) family;
	name->loop = loop;
	evl_list_init(&name->askers);
	evl_list_append(bucket, &name->link);
	loop->names->count++;
	return name;
}

static evl_name *name_get(evl_loop *loop, const char *host, int family)
{
	evl_names *names = names_get(loop);
	evl_list *bucket;

	if (names == NULL) {
		return NULL;
	}
	bucket = &names->buckets[hash(host, family)];
	for (evl_list *node = bucket->next; node != bucket; node = node->next) {
		evl_name *name = EVL_CONTAINER_OF(node, evl_name, link);

		if (is_called(name, host, family)) {
			return name;
		}
	}
	return name_new(loop, bucket, host, family);
}

static void answer_free(evl_answer *answer)
{
	evl_free(answer->found);
	evl_free(answer->host);
	*answer = (evl_answer){0};
}

static void forget_answer(evl_name *name)
{
	if (evl_list_is_linked(&name->age)) {
		evl_list_remove(&name->age);
	}
	answer_free(&name->answer);
}

/* Nobody asks, and no question is open. */
static void name_free(evl_name *name)
{
	forget_answer(name);
	evl_list_remove(&name->link);
	name->loop->names->count--;
	evl_free(name);
}

/* Drop the oldest answers that are too many. */
static void bound(evl_names *names)
{
	while (names->count > EVL_NAMES_MAX && !evl_list_is_empty(&names->answered)) {
		name_free(EVL_CONTAINER_OF(names->answered.next, evl_name, age));
	}
}

/* Whether asking again at once would hardly bring another answer. */
static bool is_answer(int status)
{
	switch (status) {
	case 0:
	case UV_EAI_AGAIN:
	case UV_EAI_FAIL:
	case UV_EAI_NODATA:
	case UV_EAI_NONAME: return true;
	default: return false;
	}
}

static bool is_fresh(const evl_name *name, uint64_t fresh)
{
	if (!evl_list_is_linked(&name->age)) {
		return false;
	}
	if (name->answer.status != 0 && fresh > EVL_NAMES_FAILURE_NS) {
		fresh = EVL_NAMES_FAILURE_NS;
	}
	return evl_loop_now() - name->since < fresh;
}

static bool is_ip(const struct addrinfo *entry)
{
	return entry->ai_family == AF_INET || entry->ai_family == AF_INET6;
}

static int copy_found(evl_answer *to, const struct addrinfo *entry)
{
	uint32_t count = 0;

	for (const struct addrinfo *next = entry; next != NULL; next = next->ai_next) {
		count += is_ip(next);
	}
	if (count == 0) {
		return UV_EAI_NODATA;
	}
	to->found = evl_calloc(count < EVL_ADDRESSES_MAX ? count : EVL_ADDRESSES_MAX, sizeof(*to->found));
	if (to->found == NULL) {
		return UV_ENOMEM;
	}
	for (; entry != NULL && to->count < EVL_ADDRESSES_MAX; entry = entry->ai_next) {
		if (is_ip(entry)) {
			evl_sockaddr *address = &to->found[to->count++];

			memcpy(&address->any, entry->ai_addr, entry->ai_addrlen);
			address->length = (int) entry->ai_addrlen;
		}
	}
	return 0;
}

static int copy_host(evl_answer *to, const char *host)
{
	size_t size = strlen(host) + 1;

	to->host = evl_malloc(size);
	if (to->host == NULL) {
		return UV_ENOMEM;
	}
	memcpy(to->host, host, size);
	return 0;
}

static void count_waiting(evl_names *names, int more)
{
	names->waiting += (uint32_t) more;
	evl_handle_reference(&names->resolver.wakeup->handle, names->waiting > 0);
}

/* Those who asked so far. Each may ask again, for this name too. */
static void tell(evl_name *name, const evl_answer *told)
{
	evl_list askers;
	evl_list *node;

	evl_list_init(&askers);
	evl_list_splice(&askers, &name->askers);
	while ((node = evl_list_shift(&askers)) != NULL) {
		evl_lookup *lookup = EVL_CONTAINER_OF(node, evl_lookup, link);

		count_waiting(name->loop->names, -1);
		lookup->fn(lookup, told);
	}
}

/* Keep what was told, if it is of use and nobody has asked anew. */
static void settle(evl_name *name, evl_answer *told)
{
	evl_names *names = name->loop->names;

	if (name->question == NULL && !name->forget && is_answer(told->status)) {
		name->answer = *told;
		name->since = evl_loop_now();
		evl_list_append(&names->answered, &name->age);
		bound(names);
		return;
	}
	answer_free(told);
	if (name->question == NULL) {
		name_free(name);
	}
}

static void finish(evl_name *name, evl_answer *told)
{
	evl_question_drop(name->question);
	name->question = NULL;
	name->telling = true;
	tell(name, told);
	name->telling = false;
	settle(name, told);
}

static void on_answered(evl_question *question)
{
	evl_answer told = {.status = question->status};

	if (told.status == 0) {
		told.status = question->length == 0 ? copy_found(&told, question->found) : copy_host(&told, question->host);
	}
	finish(question->owner, &told);
}

/* `address`: of a name that is BACK. */
static int ask(evl_name *name, const struct sockaddr *address)
{
	evl_question *question = evl_question_new(&name->loop->names->resolver, on_answered, name);
	int status = 0;

	if (question == NULL) {
		return UV_ENOMEM;
	}
	if (name->family == BACK) {
		question->length = address->sa_family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
		memcpy(&question->address, address, question->length);
	} else {
		question->family = name->family;
		status = evl_punycode_host(question->host, EVL_ADDR_HOST_MAX, name->host);
	}
	if (status != 0) {
		evl_free(question);
		return status;
	}
	status = evl_question_ask(question);
	if (status == 0) {
		name->forget = false;
		name->question = question;
	}
	return status;
}

static int look_up(evl_lookup *lookup, evl_name *name, const struct sockaddr *address, uint64_t fresh)
{
	int status;

	if (name->question == NULL) {
		if (is_fresh(name, fresh)) {
			lookup->fn(lookup, &name->answer);
			return 0;
		}
		forget_answer(name);
		status = ask(name, address);
		if (status != 0) {
			if (!name->telling) {
				name_free(name);
			}
			return status;
		}
	}
	lookup->name = name;
	evl_list_append(&name->askers, &lookup->link);
	count_waiting(name->loop->names, 1);
	return 0;
}

static int start(evl_lookup *lookup, evl_loop *loop, const char *host, int family, const struct sockaddr *address,
	uint64_t fresh, evl_lookup_fn fn)
{
	evl_name *name;

	*lookup = (evl_lookup){.fn = fn};
	if (loop->muted) {
		return UV_ECANCELED;
	}
	name = name_get(loop, host, family);
	return name != NULL ? look_up(lookup, name, address, fresh) : UV_ENOMEM;
}

int evl_lookup_start(evl_lookup *lookup, evl_loop *loop, const char *host, int family, uint64_t fresh, evl_lookup_fn fn)
{
	return start(lookup, loop, host, family, NULL, fresh, fn);
}

int evl_lookup_back(
	evl_lookup *lookup, evl_loop *loop, const struct sockaddr *address, uint64_t fresh, evl_lookup_fn fn)
{
	char text[EVL_ADDR_TEXT_MAX];

	if (evl_addr_format(text, address, sizeof(struct sockaddr_in6)) == 0) {
		return UV_EAI_FAMILY;
	}
	return start(lookup, loop, text, BACK, address, fresh, fn);
}

void evl_lookup_leave(evl_lookup *lookup)
{
	evl_name *name = lookup->name;

	if (!evl_lookup_is_pending(lookup)) {
		return;
	}
	evl_list_remove(&lookup->link);
	count_waiting(name->loop->names, -1);
	if (name->question != NULL && evl_list_is_empty(&name->askers) && evl_question_is_queued(name->question)) {
		evl_question_drop(name->question);
		name->question = NULL;
		if (!name->telling) {
			name_free(name);
		}
	}
}

static void for_each(evl_names *names, void (*fn)(evl_name *name))
{
	for (uint32_t i = 0; i < BUCKETS; i++) {
		evl_list *node = names->buckets[i].next;

		while (node != &names->buckets[i]) {
			evl_list *next = node->next;

			fn(EVL_CONTAINER_OF(node, evl_name, link));
			node = next;
		}
	}
}

static void mark_forgotten(evl_name *name)
{
	name->forget = true;
}

void evl_names_flush(evl_loop *loop)
{
	if (loop->names == NULL) {
		return;
	}
	while (!evl_list_is_empty(&loop->names->answered)) {
		name_free(EVL_CONTAINER_OF(loop->names->answered.next, evl_name, age));
	}
	for_each(loop->names, mark_forgotten);
}

static void drop_askers(evl_name *name)
{
	evl_list_init(&name->askers);
}

void evl_names_forget(evl_loop *loop)
{
	if (loop->names != NULL) {
		for_each(loop->names, drop_askers);
	}
}

static void cancel(evl_name *name)
{
	evl_answer told = {.status = UV_ECANCELED};

	if (name->question != NULL) {
		finish(name, &told);
	}
}

void evl_names_forked(evl_loop *loop)
{
	if (loop->names != NULL) {
		for_each(loop->names, cancel);
	}
}

static void let_go(evl_name *name)
{
	while (evl_list_shift(&name->askers) != NULL) {
	}
	if (name->question != NULL) {
		evl_question_drop(name->question);
	}
	name_free(name);
}

void evl_names_free(evl_loop *loop)
{
	if (loop->names != NULL) {
		for_each(loop->names, let_go);
		evl_resolver_close(&loop->names->resolver);
		evl_free(loop->names);
		loop->names = NULL;
	}
}
