/* SPDX-License-Identifier: MIT */
/*
 * Dns: what resolve.h and reactor/dns.h do, for PHP. Who looks back stands on the C stack, and leaves when the waiting ends
 * without an answer. PHP's thread only; on_host() runs inside the poll, or at once.
 */
#include "src/net/dns.h"

#include "src/base/error.h"
#include "src/net/resolve.h"
#include "zend_exceptions.h"

#include <netdb.h>

#include "stubs/Dns_arginfo.h"

typedef struct reverse {
	evl_lookup lookup;
	evloop_waiter waiter;
	evl_tick *tick;
	int status;
	char host[NI_MAXHOST];
} reverse;

/* Without its port: "127.0.0.1", "fe80::1%eth0". */
static void append_address(zval *list, const evloop_sockaddr *address)
{
	char text[EVL_ADDR_TEXT_MAX];
	size_t length = evl_addr_format(text, &address->any, (socklen_t) address->length);
	bool bracket = text[0] == '[';

	while (length > 0 && text[length - 1] != ':') {
		length--;
	}
	if (length > 1) {
		add_next_index_stringl(list, text + bracket, length - 1 - 2 * (size_t) bracket);
	}
}

static bool timed_out(const char *operation, const zend_string *subject, double timeout)
{
	zend_throw_exception_ex(
		evloop_ce_timeout_exception, 0, "%s %s: no answer within %g seconds", operation, ZSTR_VAL(subject), timeout);
	return false;
}

static bool resolve(evloop_addresses *found, zend_string *host, int family, double timeout)
{
	int status;

	switch (evloop_resolve_host(found, ZSTR_VAL(host), family, 0, "resolve", evloop_deadline(timeout), &status)) {
	case EVLOOP_WAITED: break;
	case EVLOOP_WAITED_IN_VAIN: return timed_out("resolve", host, timeout);
	default: return false;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_dns_exception, status, "resolve %s", ZSTR_VAL(host));
		return false;
	}
	return true;
}

/* By the rules for hosts in URIs. An address is stored at once. */
static bool take_host(zend_string *host, evl_addr *addr)
{
	evloop_sockaddr literal;
	char uri[EVL_ADDR_HOST_MAX + sizeof("udp://:0")];
	const char *problem = "the host name is too long";

	if (evloop_sockaddr_parse(&literal, ZSTR_VAL(host), ZSTR_LEN(host)) &&
		(literal.any.sa_family == AF_INET ? literal.v4.sin_port : literal.v6.sin6_port) == 0) {
		memcpy(&addr->ip, &literal.any, (size_t) literal.length);
		addr->ip_length = (socklen_t) literal.length;
		addr->is_ip = true;
		return true;
	}
	if (ZSTR_LEN(host) < EVL_ADDR_HOST_MAX) {
		size_t length = (size_t) snprintf(uri, sizeof(uri), "udp://%s:0", ZSTR_VAL(host));

		problem = strlen(ZSTR_VAL(host)) != ZSTR_LEN(host) ? "the host name contains a character that is not allowed"
														   : evl_addr_parse(addr, uri, length);
	}
	if (problem != NULL) {
		zend_argument_value_error(1, "is not a valid host: %s, \"%s\" given", problem, ZSTR_VAL(host));
		return false;
	}
	return true;
}

static bool take_family(zend_long *family, bool is_null)
{
	if (is_null) {
		*family = AF_UNSPEC;
	} else if (*family != AF_INET && *family != AF_INET6) {
		zend_argument_value_error(2,
			"must be AF_INET (STREAM_PF_INET), AF_INET6 (STREAM_PF_INET6) or null, " ZEND_LONG_FMT " given", *family);
		return false;
	}
	return true;
}

PHP_METHOD(Evloop_Dns, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Dns, resolve)
{
	evloop_addresses found = {.count = 0};
	zend_string *host;
	zend_long family = 0;
	bool any_family = true;
	double timeout = 10.0;
	bool no_timeout = false;
	evl_addr addr;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(host)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(family, any_family)
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!take_host(host, &addr) || !take_family(&family, any_family) ||
		!evloop_timeout_take(&timeout, no_timeout, -1.0, 3)) {
		RETURN_THROWS();
	}
	if (addr.is_ip && (any_family || addr.ip.ss_family == family)) {
		memcpy(&found.list[0].any, &addr.ip, addr.ip_length);
		found.list[0].length = (int) addr.ip_length;
		found.count = 1;
	} else if (!resolve(&found, host, (int) family, timeout)) {
		RETURN_THROWS();
	}
	array_init_size(return_value, found.count);
	for (uint32_t i = 0; i < found.count; i++) {
		append_address(return_value, &found.list[i]);
	}
}

static void on_host(evl_lookup *lookup, const evl_answer *answer)
{
	reverse *self = EVL_CONTAINER_OF(lookup, reverse, lookup);

	self->status = answer->status;
	if (answer->status == 0) {
		(void) snprintf(self->host, sizeof(self->host), "%s", answer->host);
	}
	evloop_waiter_wake(self->tick, &self->waiter);
}

/* Wait for the answer, if it is not there. False with an exception thrown. */
static bool wait_for_host(reverse *self, zend_string *ip, double timeout)
{
	evloop_waited waited = EVLOOP_WAITED;

	if (evl_lookup_is_pending(&self->lookup)) {
		waited = evloop_waiter_wait(&self->waiter, NULL, "reverse", timeout);
	}
	if (waited == EVLOOP_WAITED_IN_VAIN && !evl_lookup_is_pending(&self->lookup)) {
		waited = EVLOOP_WAITED;
	}
	evl_lookup_leave(&self->lookup);
	return waited == EVLOOP_WAITED_IN_VAIN ? timed_out("reverse", ip, timeout) : waited == EVLOOP_WAITED;
}

static bool find_name(reverse *self, zend_string *ip, const struct sockaddr *address, double timeout)
{
	evloop_scheduler *scheduler = evloop_scheduler_get();
	int status;

	if (scheduler == NULL) {
		return false;
	}
	self->tick = &scheduler->runtime->loop.tick;
	status = evl_lookup_back(&self->lookup, &scheduler->runtime->loop, address, evloop_dns_fresh(), on_host);
	if (status == 0) {
		if (!wait_for_host(self, ip, timeout)) {
			return false;
		}
		status = self->status;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_dns_exception, status, "reverse %s", ZSTR_VAL(ip));
		return false;
	}
	return true;
}

PHP_METHOD(Evloop_Dns, reverse)
{
	reverse self = {.status = 0};
	zend_string *ip;
	double timeout = 10.0;
	bool no_timeout = false;
	evl_addr addr;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(ip)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	addr.is_ip = false;
	if (!take_host(ip, &addr) || !addr.is_ip) {
		if (EG(exception) == NULL) {
			zend_argument_value_error(1, "must be an IP address, \"%s\" given", ZSTR_VAL(ip));
		}
		RETURN_THROWS();
	}
	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 2) ||
		!find_name(&self, ip, (struct sockaddr *) &addr.ip, timeout)) {
		RETURN_THROWS();
	}
	RETURN_STRING(self.host);
}

PHP_METHOD(Evloop_Dns, flush)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (evloop_runtime_if_alive() != NULL) {
		evl_names_flush(&EVLOOP_G(runtime)->loop);
	}
}

static zend_object *dns_create_object(zend_class_entry *ce)
{
	return zend_objects_new(ce);
}

zend_result evloop_dns_minit(int module_number)
{
	zend_class_entry *ce = register_class_Evloop_Dns();

	/* With a function of its own a final class cannot be instantiated around its constructor. */
	ce->create_object = dns_create_object;
	return SUCCESS;
}
