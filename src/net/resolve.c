/* SPDX-License-Identifier: MIT */
/*
 * See resolve.h. Who asks stands on the C stack, and leaves when the waiting ends without an answer. PHP's thread only;
 * on_result() runs inside the poll, or at once.
 */
#include "src/net/resolve.h"

#include "src/base/error.h"
#include "zend_exceptions.h"

typedef struct resolver {
	evl_lookup lookup;
	evloop_waiter waiter;
	evl_tick *tick;
	uint16_t port;
	int status;
	evloop_addresses *result;
} resolver;

static void set_port(evloop_sockaddr *address, uint16_t port)
{
	if (address->any.sa_family == AF_INET) {
		address->v4.sin_port = htons(port);
	} else {
		address->v6.sin6_port = htons(port);
	}
}

static void copy_address(evloop_sockaddr *address, const void *from, size_t length)
{
	memcpy(&address->any, from, length);
	address->length = (int) length;
}

bool evloop_sockaddr_parse(evloop_sockaddr *address, const char *text, size_t length)
{
	static const char *const forms[] = {"tcp://%s", "tcp://%s:0", "tcp://[%s]:0"};
	char uri[EVL_ADDR_TEXT_MAX];
	evl_addr addr;

	if (length == 0 || length > INET6_ADDRSTRLEN + sizeof("[%interface]:65535") || strlen(text) != length) {
		return false;
	}
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		size_t size = (size_t) snprintf(uri, sizeof(uri), forms[i], text);

		if (evl_addr_parse(&addr, uri, size) == NULL && addr.is_ip) {
			copy_address(address, &addr.ip, addr.ip_length);
			return true;
		}
	}
	return false;
}

zend_string *evloop_sockaddr_text(const struct sockaddr *address, int length)
{
	char text[EVL_ADDR_TEXT_MAX];
	size_t size = evl_addr_format(text, address, (socklen_t) length);

	return zend_string_init_fast(text, size);
}

bool evloop_uri_take(evl_addr *addr, const zend_string *uri, uint32_t number)
{
	const char *problem = evl_addr_parse(addr, ZSTR_VAL(uri), ZSTR_LEN(uri));

	if (problem != NULL) {
		zend_argument_value_error(number, "is not a valid address: %s, \"%s\" given", problem, ZSTR_VAL(uri));
		return false;
	}
	if (addr->scheme == EVL_ADDR_UDP) {
		zend_argument_value_error(number, "must begin with tcp://, tls:// or unix://, \"%s\" given", ZSTR_VAL(uri));
		return false;
	}
	return true;
}

/* An abstract name is written as ss and lsof do it: "unix://" and "@name". The rest of a URI behind its NUL. */
static const char *behind_nul(const zend_string *uri)
{
	const char *nul = memchr(ZSTR_VAL(uri), '\0', ZSTR_LEN(uri));

	return nul != NULL ? nul + 1 : "";
}

static const char *at_sign(const zend_string *uri)
{
	return *behind_nul(uri) != '\0' ? "@" : "";
}

void evloop_uri_failed(const zend_string *uri, int status, const char *operation)
{
	evloop_error_throw(
		evloop_ce_socket_exception, status, "%s %s%s%s", operation, ZSTR_VAL(uri), at_sign(uri), behind_nul(uri));
}

void evloop_uri_timed_out(const zend_string *uri, double seconds)
{
	zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "connect %s%s%s failed: no answer within %g seconds",
		ZSTR_VAL(uri), at_sign(uri), behind_nul(uri), seconds);
}

static void on_result(evl_lookup *lookup, const evl_answer *answer)
{
	resolver *self = EVL_CONTAINER_OF(lookup, resolver, lookup);
	evloop_addresses *result = self->result;

	self->status = answer->status;
	for (; result->count < answer->count; result->count++) {
		result->list[result->count] = answer->found[result->count];
		set_port(&result->list[result->count], self->port);
	}
	evloop_waiter_wake(self->tick, &self->waiter);
}

evloop_waited evloop_resolve_host(evloop_addresses *result, const char *host, int family, uint16_t port,
	const char *operation, uint64_t deadline, int *status)
{
	resolver self = {.port = port, .result = result};
	evloop_scheduler *scheduler = evloop_scheduler_get();
	evloop_waited waited = EVLOOP_WAITED;

	result->count = 0;
	if (scheduler == NULL) {
		return EVLOOP_WAITED_THROWN;
	}
	self.tick = &scheduler->runtime->loop.tick;
	*status = evl_lookup_start(&self.lookup, &scheduler->runtime->loop, host, family, evloop_dns_fresh(), on_result);
	if (*status != 0) {
		return EVLOOP_WAITED;
	}
	if (evl_lookup_is_pending(&self.lookup)) {
		waited = evloop_waiter_wait(&self.waiter, NULL, operation, evloop_deadline_left(deadline));
		if (waited == EVLOOP_WAITED_IN_VAIN && !evl_lookup_is_pending(&self.lookup)) {
			waited = EVLOOP_WAITED;
		}
		evl_lookup_leave(&self.lookup);
	}
	*status = self.status;
	return waited;
}

bool evloop_resolve(evloop_addresses *result, const evl_addr *addr, const char *operation, const zend_string *uri,
	uint64_t deadline, bool *in_vain)
{
	evloop_waited waited;
	int status;

	*in_vain = false;
	if (addr->is_ip || addr->scheme == EVL_ADDR_UNIX) {
		copy_address(&result->list[0], &addr->ip, addr->ip_length);
		result->count = 1;
		return evloop_scheduler_get() != NULL;
	}
	waited = evloop_resolve_host(result, addr->host, AF_UNSPEC, addr->port, operation, deadline, &status);
	if (waited != EVLOOP_WAITED) {
		*in_vain = waited == EVLOOP_WAITED_IN_VAIN;
		return false;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_dns_exception, status, "%s %s", operation, ZSTR_VAL(uri));
		return false;
	}
	return true;
}
