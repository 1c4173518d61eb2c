/* SPDX-License-Identifier: MIT */
/*
 * Names by uv_getaddrinfo and back by uv_getnameinfo. Owns each name that was asked for, from the first look-up until it
 * is the oldest of too many; a look-up in flight is a request of its own, which is freed when it completes. A name whose
 * askers have all left goes on being looked up if a thread works on it already: the next one who asks joins again.
 * Loop's thread only (libuv's threads see nothing but uv_getaddrinfo_t).
 */
#include "src/reactor/dns.h"

#include "src/core/mem.h"
#include "src/reactor/req.h"

#include <stddef.h>
#include <string.h>

#define BUCKETS 256u

/* A look-up in flight; its request's owner is the name. */
typedef struct query {
	evl_request request;
	uv_getaddrinfo_t uv;
} query;

typedef struct answer {
	int status;
	uint32_t count;
	evl_sockaddr *found; /* owned */
} answer;

struct evl_name {
	evl_list link; /* in its bucket */
	evl_list age;  /* in names->answered while it has an answer */
	evl_list askers;
	evl_loop *loop;
	query *query;   /* NULL: the answer is here, or there is none */
	uint64_t since; /* when it was answered */
	answer answer;
	bool forget;    /* flushed while it was in flight */
	bool telling;   /* an answer, in on_result(), which looks after it */
	uint8_t family; /* AF_* */
	char host[];    /* in lower case */
};

struct evl_names {
	evl_list buckets[BUCKETS];
	evl_list answered; /* evl_name.age: the oldest answer first */
	uint32_t count;
};

struct evl_reverse {
	evl_request request;
	evl_reverse_fn fn;
	uv_getnameinfo_t uv;
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

static void forget_answer(evl_name *name)
{
	if (evl_list_is_linked(&name->age)) {
		evl_list_remove(&name->age);
	}
	evl_free(name->answer.found);
	name->answer = (answer){0};
}

/* Nobody asks, and nothing is in flight. */
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

static int copy_found(answer *to, const struct addrinfo *entry)
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

/* Those who asked so far. Each may ask again, for this name too. */
static void tell(evl_name *name, const answer *told)
{
	evl_list askers;
	evl_list *node;

	evl_list_init(&askers);
	evl_list_splice(&askers, &name->askers);
	while ((node = evl_list_shift(&askers)) != NULL) {
		evl_lookup *lookup = EVL_CONTAINER_OF(node, evl_lookup, link);

		lookup->fn(lookup, told->status, told->found, told->count);
	}
}

static int query_start(evl_name *name);

/* The request was cancelled when all had left, and then somebody came. */
static bool begin_again(evl_name *name, int status)
{
	return status == UV_EAI_CANCELED && !evl_list_is_empty(&name->askers) && query_start(name) == 0;
}

/* Keep what was told, if it is of use and nobody has asked anew. */
static void settle(evl_name *name, const answer *told)
{
	evl_names *names = name->loop->names;

	if (name->query == NULL && !name->forget && is_answer(told->status)) {
		name->answer = *told;
		name->since = evl_loop_now();
		evl_list_append(&names->answered, &name->age);
		bound(names);
		return;
	}
	evl_free(told->found);
	if (name->query == NULL) {
		name_free(name);
	}
}

static void on_result(uv_getaddrinfo_t *uv, int status, struct addrinfo *result)
{
	query *completed = uv->data;
	evl_name *name = completed->request.owner;

	/* A loop that is torn down frees the name, and with it the request. */
	if (evl_request_complete(&completed->request)) {
		evl_free(completed);
		name->query = NULL;
		if (!begin_again(name, status)) {
			answer told = {.status = status};

			if (status == 0) {
				told.status = copy_found(&told, result);
			}
			name->telling = true;
			tell(name, &told);
			name->telling = false;
			settle(name, &told);
		}
	}
	uv_freeaddrinfo(result);
}

static void on_cancelled(uv_req_t *uv)
{
	on_result((uv_getaddrinfo_t *) uv, UV_ECANCELED, NULL);
}

static int query_start(evl_name *name)
{
	/*
	 * One entry an address. AI_ADDRCONFIG with a given family would find nothing on a machine that has only the
	 * loopback.
	 */
	const struct addrinfo hints = {
		.ai_family = name->family,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = name->family == AF_UNSPEC ? AI_ADDRCONFIG : 0,
	};
	query *started = evl_malloc(sizeof(*started));
	int status;

	if (started == NULL) {
		return UV_ENOMEM;
	}
	status = uv_getaddrinfo(&name->loop->uv, &started->uv, on_result, name->host, NULL, &hints);
	if (status != 0) {
		evl_free(started);
		return status;
	}
	evl_request_open(&started->request, name->loop, (uv_req_t *) &started->uv, name, on_cancelled);
	name->query = started;
	name->forget = false;
	return 0;
}

int evl_lookup_start(evl_lookup *lookup, evl_loop *loop, const char *host, int family, uint64_t fresh, evl_lookup_fn fn)
{
	evl_name *name;
	int status;

	*lookup = (evl_lookup){.fn = fn};
	if (loop->muted) {
		return UV_ECANCELED;
	}
	name = name_get(loop, host, family);
	if (name == NULL) {
		return UV_ENOMEM;
	}
	if (name->query == NULL) {
		if (is_fresh(name, fresh)) {
			fn(lookup, name->answer.status, name->answer.found, name->answer.count);
			return 0;
		}
		forget_answer(name);
		status = query_start(name);
		if (status != 0) {
			if (!name->telling) {
				name_free(name);
			}
			return status;
		}
	}
	lookup->name = name;
	evl_list_append(&name->askers, &lookup->link);
	return 0;
}

void evl_lookup_leave(evl_lookup *lookup)
{
	const evl_name *name = lookup->name;

	if (!evl_lookup_is_pending(lookup)) {
		return;
	}
	evl_list_remove(&lookup->link);
	if (name->query != NULL && evl_list_is_empty(&name->askers)) {
		evl_request_cancel(&name->query->request);
	}
}

void evl_names_flush(evl_loop *loop)
{
	if (loop->names == NULL) {
		return;
	}
	while (!evl_list_is_empty(&loop->names->answered)) {
		name_free(EVL_CONTAINER_OF(loop->names->answered.next, evl_name, age));
	}
	for (evl_list *node = loop->requests.next; node != &loop->requests; node = node->next) {
		evl_request *request = EVL_CONTAINER_OF(node, evl_request, link);

		if (request->cancelled == on_cancelled) {
			((evl_name *) request->owner)->forget = true;
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

static void drop_askers(evl_name *name)
{
	evl_list_init(&name->askers);
}

static void let_go(evl_name *name)
{
	while (evl_list_shift(&name->askers) != NULL) {
	}
	if (name->query != NULL) {
		evl_request_orphan(&name->query->request);
	}
	name_free(name);
}

void evl_names_forget(evl_loop *loop)
{
	if (loop->names != NULL) {
		for_each(loop->names, drop_askers);
	}
}

void evl_names_free(evl_loop *loop)
{
	if (loop->names != NULL) {
		for_each(loop->names, let_go);
		evl_free(loop->names);
		loop->names = NULL;
	}
}

static void on_host(uv_getnameinfo_t *uv, int status, const char *host, const char *service)
{
	evl_reverse *reverse = uv->data;

	if (evl_request_complete(&reverse->request)) {
		reverse->fn(reverse->request.owner, status, host);
		evl_free(reverse);
	}
}

static void on_host_cancelled(uv_req_t *uv)
{
	on_host((uv_getnameinfo_t *) uv, UV_ECANCELED, NULL, NULL);
}

int evl_reverse_start(
	evl_reverse **reverse, evl_loop *loop, const struct sockaddr *address, evl_reverse_fn fn, void *owner)
{
	evl_reverse *self;
	int status;

	*reverse = NULL;
	if (loop->muted) {
		return UV_ECANCELED;
	}
	self = evl_malloc(sizeof(*self));
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->fn = fn;
	status = uv_getnameinfo(&loop->uv, &self->uv, on_host, address, NI_NAMEREQD);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	evl_request_open(&self->request, loop, (uv_req_t *) &self->uv, owner, on_host_cancelled);
	self->request.on_frame = true;
	*reverse = self;
	return 0;
}

void evl_reverse_orphan(evl_reverse *reverse)
{
	evl_request_orphan(&reverse->request);
}
