/* SPDX-License-Identifier: MIT */
/*
 * From a URI to socket addresses: literals at once, names by a look-up that suspends. PHP's thread only.
 */
#ifndef EVLOOP_NET_RESOLVE_H
#define EVLOOP_NET_RESOLVE_H

#include "php.h"

#include "src/core/addr.h"
#include "src/io/wait.h"
#include "src/reactor/accept.h"
#include "src/reactor/dns.h"

typedef evl_sockaddr evloop_sockaddr;

typedef struct evloop_addresses {
	uint32_t count;
	evloop_sockaddr list[EVL_ADDRESSES_MAX];
} evloop_addresses;

/* An IP literal with or without a port, and without a scheme. False if it is none. */
bool evloop_sockaddr_parse(evloop_sockaddr *address, const char *text, size_t length);

/* "127.0.0.1:80", a new string; empty for an unknown family. */
zend_string *evloop_sockaddr_text(const struct sockaddr *address, int length);

/*
 * What a URI given as argument `number` says. False with a ValueError thrown: it is none, or not of a scheme that is
 * supported.
 */
bool evloop_uri_take(evl_addr *addr, const zend_string *uri, uint32_t number);

/* Nanoseconds for which an answer of the name service is good, see evl_lookup_start(). */
static inline uint64_t evloop_dns_fresh(void)
{
	return (uint64_t) EVLOOP_G(dns_cache_ttl) * 1000000000u;
}

/*
 * The addresses of a name with this port, waiting for them. 0, or the UV_EAI_* that was the answer, in *status;
 * `operation` ("connect") is what the dump says of who waits. What the waiting came to.
 */
evloop_waited evloop_resolve_host(evloop_addresses *result, const char *host, int family, uint16_t port,
	const char *operation, uint64_t deadline, int *status);

/* An address for messages: an abstract name without its NUL. */
static inline const char *evloop_sockaddr_shown(const zend_string *text)
{
	return ZSTR_VAL(text)[0] == '\0' && ZSTR_LEN(text) > 0 ? ZSTR_VAL(text) + 1 : ZSTR_VAL(text);
}

/* Throw a SocketException: "connect tcp://127.0.0.1:1 failed: connection refused (ECONNREFUSED)". */
void evloop_uri_failed(const zend_string *uri, int status, const char *operation);
/* Throw a TimeoutException of connect(). */
void evloop_uri_timed_out(const zend_string *uri, double seconds);

/*
 * The addresses of a host, at least one. `operation` ("connect") and `uri` are for messages, `deadline` as of
 * evloop_deadline(); in_vain tells that it has passed. False, with an exception thrown unless *in_vain.
 */
bool evloop_resolve(evloop_addresses *result, const evl_addr *addr, const char *operation, const zend_string *uri,
	uint64_t deadline, bool *in_vain);

#endif
