/* SPDX-License-Identifier: MIT */
/*
 * Name look-ups by uv_getaddrinfo. Owns each look-up until its completion callback; the result list is freed there too.
 * Loop's thread only (libuv's threads see nothing but uv_getaddrinfo_t).
 */
#include "src/reactor/dns.h"

#include "src/core/mem.h"
#include "src/reactor/req.h"

struct evl_lookup {
	evl_request request;
	evl_lookup_fn fn;
	uv_getaddrinfo_t uv;
};

static void on_result(uv_getaddrinfo_t *uv, int status, struct addrinfo *result)
{
	evl_lookup *lookup = uv->data;

	if (evl_request_complete(&lookup->request)) {
		lookup->fn(lookup->request.owner, status, status == 0 ? result : NULL);
		evl_free(lookup);
	}
	uv_freeaddrinfo(result);
}

static void on_cancelled(uv_req_t *uv)
{
	on_result((uv_getaddrinfo_t *) uv, UV_ECANCELED, NULL);
}

int evl_lookup_start(evl_lookup **lookup, evl_loop *loop, const char *host, int family, evl_lookup_fn fn, void *owner)
{
	/*
	 * One entry an address. AI_ADDRCONFIG with a given family would find nothing on a machine that has only the
	 * loopback.
	 */
	struct addrinfo hints = {
		.ai_family = family,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = family == AF_UNSPEC ? AI_ADDRCONFIG : 0,
	};
	evl_lookup *self;
	int status;

	*lookup = NULL;
	if (loop->muted) {
		return UV_ECANCELED;
	}
	self = evl_malloc(sizeof(*self));
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->fn = fn;
	status = uv_getaddrinfo(&loop->uv, &self->uv, on_result, host, NULL, &hints);
	if (status != 0) {
		evl_free(self);
		return status;
	}
	evl_request_open(&self->request, loop, (uv_req_t *) &self->uv, owner, on_cancelled);
	self->request.on_frame = true;
	*lookup = self;
	return 0;
}

void evl_lookup_orphan(evl_lookup *lookup)
{
	evl_request_orphan(&lookup->request);
}
