/* SPDX-License-Identifier: MIT */
/*
 * The class DatagramSocket: its methods, and what their arguments mean. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/base/iterator.h"
#include "src/base/object.h"
#include "src/net/datagram.h"
#include "src/net/datagram_options.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "stubs/DatagramSocket_arginfo.h"

static zend_class_entry *ce_datagram_socket;
static zend_object_handlers socket_handlers;

static zend_object *socket_create_object(zend_class_entry *ce)
{
	evloop_datagram_socket *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	self->std.handlers = &socket_handlers;
	evloop_datagram_init(self);
	return &self->std;
}

static void socket_free_object(zend_object *object)
{
	evloop_datagram_free(evloop_datagram_socket_from_obj(object));
	zend_object_std_dtor(object);
}

static HashTable *socket_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	evloop_listeners_gc(&evloop_datagram_socket_from_obj(object)->listeners, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/* It ends when the socket is closed, before or meanwhile. */
static bool socket_next(zend_object *object, zval *value)
{
	return evloop_datagram_receive(evloop_datagram_socket_from_obj(object), -1.0, value) != EVLOOP_RECEIVED_THROWN;
}

static zend_object_iterator *socket_get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
	return evloop_iterator_new(Z_OBJ_P(object), socket_next, by_reference);
}

static evloop_datagram_socket *this_socket(zval *this)
{
	return evloop_datagram_socket_from_obj(Z_OBJ_P(this));
}

static bool take_uri(evl_addr *addr, const zend_string *uri)
{
	const char *problem = evl_addr_parse(addr, ZSTR_VAL(uri), ZSTR_LEN(uri));

	if (problem != NULL) {
		zend_argument_value_error(1, "is not a valid address: %s, \"%s\" given", problem, ZSTR_VAL(uri));
		return false;
	}
	if (addr->scheme != EVL_ADDR_UDP) {
		zend_argument_value_error(1, "must begin with udp://, \"%s\" given", ZSTR_VAL(uri));
		return false;
	}
	return true;
}

/* The first of a host's addresses that can be bound, or connected to. */
static int open_first(
	evloop_datagram_socket *self, const evloop_addresses *addresses, bool connect, const evl_udp_options *options)
{
	int status = UV_EADDRNOTAVAIL;
	evl_udp *udp = NULL;

	for (uint32_t i = 0; i < addresses->count && udp == NULL; i++) {
		const evloop_sockaddr *address = &addresses->list[i];

		status = evl_udp_open(&udp, &EVLOOP_G(runtime)->loop, connect ? NULL : address, connect ? address : NULL,
			options, &evloop_datagram_ops, self);
		if (status != 0 && !connect && status != UV_EADDRNOTAVAIL) {
			break;
		}
	}
	if (udp != NULL) {
		evloop_datagram_attach(self, udp);
	}
	return status;
}

static void make(INTERNAL_FUNCTION_PARAMETERS, bool connect)
{
	const char *operation = connect ? "connect" : "bind";
	evl_udp_options settings;
	evloop_addresses addresses;
	zend_object *options = NULL;
	zend_string *uri;
	const char *refusal;
	evl_addr addr;
	bool in_vain;
	int status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_datagram_options)
	ZEND_PARSE_PARAMETERS_END();

	if (!take_uri(&addr, uri)) {
		RETURN_THROWS();
	}
	if (connect && addr.port == 0) {
		zend_argument_value_error(1, "must have a port other than 0 to connect to, \"%s\" given", ZSTR_VAL(uri));
		RETURN_THROWS();
	}
	refusal = evloop_datagram_options_read(&settings, options);
	if (refusal != NULL) {
		zend_argument_value_error(2, "has a multicastInterface that %s", refusal);
		RETURN_THROWS();
	}
	if (!evloop_resolve(&addresses, &addr, operation, uri, evloop_deadline(-1.0), &in_vain)) {
		RETURN_THROWS();
	}
	ZVAL_OBJ(return_value, socket_create_object(ce_datagram_socket));
	this_socket(return_value)->queue = settings.queue;
	status = open_first(this_socket(return_value), &addresses, connect, &settings);
	if (status != 0) {
		/* The engine releases the return value of a call that threw. */
		evloop_error_throw(evloop_ce_socket_exception, status, "%s %s", operation, ZSTR_VAL(uri));
		RETURN_THROWS();
	}
}

PHP_METHOD(Evloop_DatagramSocket, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_DatagramSocket, bind)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Evloop_DatagramSocket, connect)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

/* The address of a name; the socket may be closed afterwards. */
static bool find_host(
	const evloop_datagram_socket *self, const evl_addr *addr, const zend_string *text, evloop_sockaddr *to)
{
	int family = self->udp->family == AF_INET ? AF_INET : AF_UNSPEC;
	evloop_addresses found;
	int status;

	if (evloop_resolve_host(&found, addr->host, family, addr->port, "send", evloop_deadline(-1.0), &status) !=
		EVLOOP_WAITED) {
		return false;
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_dns_exception, status, "send() to %s", ZSTR_VAL(text));
		return false;
	}
	*to = found.list[0];
	return true;
}

static bool take_address(const evloop_datagram_socket *self, const zend_string *text, evloop_sockaddr *to)
{
	char uri[EVL_ADDR_HOST_MAX + sizeof("udp://[]:65535")];
	const char *problem = "the host name is too long";
	evl_addr addr;

	if (EXPECTED(self->peer_text != NULL && zend_string_equals(text, self->peer_text))) {
		*to = self->peer;
		return true;
	}
	if (ZSTR_LEN(text) < sizeof(uri) - sizeof("udp://")) {
		memcpy(uri, "udp://", sizeof("udp://") - 1);
		memcpy(uri + sizeof("udp://") - 1, ZSTR_VAL(text), ZSTR_LEN(text));
		problem = evl_addr_parse(&addr, uri, sizeof("udp://") - 1 + ZSTR_LEN(text));
	}
	if (problem == NULL && addr.port == 0) {
		problem = "the port must not be 0";
	}
	if (problem != NULL) {
		zend_argument_value_error(2, "is not a valid address: %s, \"%s\" given", problem, ZSTR_VAL(text));
		return false;
	}
	if (!addr.is_ip) {
		return find_host(self, &addr, text, to);
	}
	memcpy(&to->any, &addr.ip, addr.ip_length);
	to->length = (int) addr.ip_length;
	return true;
}

PHP_METHOD(Evloop_DatagramSocket, send)
{
	evloop_datagram_socket *self = this_socket(ZEND_THIS);
	zend_string *data;
	zend_string *address = NULL;
	evloop_sockaddr to;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(address)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_datagram_check_open(self, "send")) {
		RETURN_THROWS();
	}
	if ((address == NULL) != (self->remote != NULL)) {
		zend_argument_value_error(2, address == NULL ? "must be where to send to: the socket is not connected"
													 : "must be null: the socket is connected");
		RETURN_THROWS();
	}
	if (address != NULL && (!take_address(self, address, &to) || !evloop_datagram_check_open(self, "send"))) {
		RETURN_THROWS();
	}
	(void) evloop_datagram_send(self, data, address != NULL ? &to : NULL);
}

PHP_METHOD(Evloop_DatagramSocket, receive)
{
	evloop_datagram_socket *self = this_socket(ZEND_THIS);
	double timeout = 0.0;
	bool no_timeout = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 1)) {
		RETURN_THROWS();
	}
	if (evloop_datagram_receive(self, timeout, return_value) == EVLOOP_RECEIVED_CLOSED_ON) {
		(void) evloop_datagram_check_still_open(self, "receive");
	}
}

PHP_METHOD(Evloop_DatagramSocket, localAddress)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR_COPY(this_socket(ZEND_THIS)->local);
}

PHP_METHOD(Evloop_DatagramSocket, remoteAddress)
{
	const evloop_datagram_socket *self = this_socket(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (self->remote == NULL) {
		RETURN_NULL();
	}
	RETURN_STR_COPY(self->remote);
}

static bool is_multicast(const evloop_sockaddr *address)
{
	return address->any.sa_family == AF_INET6 ? address->v6.sin6_addr.s6_addr[0] == 0xff
											  : (ntohl(address->v4.sin_addr.s_addr) >> 28) == 0xe;
}

/* The zone of a group ("ff02::1%eth0") is its interface, too. */
static bool take_interface(const evloop_sockaddr *group, const zend_string *name, uint32_t *index)
{
	*index = group->any.sa_family == AF_INET6 ? group->v6.sin6_scope_id : 0;
	if (name == NULL) {
		return true;
	}
	*index = strlen(ZSTR_VAL(name)) == ZSTR_LEN(name) ? evl_udp_interface(ZSTR_VAL(name)) : 0;
	if (*index == 0) {
		zend_argument_value_error(
			2, "must be the name or an address of a network interface of this machine, \"%s\" given", ZSTR_VAL(name));
		return false;
	}
	return true;
}

static void change_group(INTERNAL_FUNCTION_PARAMETERS, bool join)
{
	evloop_datagram_socket *self = this_socket(ZEND_THIS);
	zend_string *group_text;
	zend_string *interface_name = NULL;
	zend_string *source_text = NULL;
	evloop_sockaddr group;
	evloop_sockaddr source;
	uint32_t interface;
	int status;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(group_text)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(interface_name)
		Z_PARAM_STR_OR_NULL(source_text)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_sockaddr_parse(&group, ZSTR_VAL(group_text), ZSTR_LEN(group_text)) || !is_multicast(&group)) {
		zend_argument_value_error(1, "must be a multicast address, \"%s\" given", ZSTR_VAL(group_text));
		RETURN_THROWS();
	}
	if (!take_interface(&group, interface_name, &interface)) {
		RETURN_THROWS();
	}
	if (source_text != NULL && (!evloop_sockaddr_parse(&source, ZSTR_VAL(source_text), ZSTR_LEN(source_text)) ||
								   source.any.sa_family != group.any.sa_family)) {
		zend_argument_value_error(
			3, "must be an IP address of the same kind as the group, \"%s\" given", ZSTR_VAL(source_text));
		RETURN_THROWS();
	}
	if (!evloop_datagram_check_open(self, join ? "joinGroup" : "leaveGroup")) {
		RETURN_THROWS();
	}
	status = evl_udp_membership(self->udp, join, &group, interface, source_text != NULL ? &source : NULL);
	if (status != 0) {
		evloop_error_throw(
			evloop_ce_socket_exception, status, "%s group %s", join ? "join" : "leave", ZSTR_VAL(group_text));
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(&self->std);
}

PHP_METHOD(Evloop_DatagramSocket, joinGroup)
{
	change_group(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Evloop_DatagramSocket, leaveGroup)
{
	change_group(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Evloop_DatagramSocket, getDropped)
{
	const evloop_datagram_socket *self = this_socket(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(self->udp != NULL ? evl_udp_dropped(self->udp) : self->dropped);
}

PHP_METHOD(Evloop_DatagramSocket, on)
{
	evloop_datagram_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Evloop_DatagramSocket, once)
{
	evloop_datagram_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Evloop_DatagramSocket, off)
{
	evloop_datagram_off(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_METHOD(Evloop_DatagramSocket, close)
{
	ZEND_PARSE_PARAMETERS_NONE();
	evloop_datagram_close(this_socket(ZEND_THIS));
}

PHP_METHOD(Evloop_DatagramSocket, isClosed)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_socket(ZEND_THIS)->udp == NULL);
}

PHP_METHOD(Evloop_DatagramSocket, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

zend_result evloop_datagram_socket_minit(int module_number)
{
	ce_datagram_socket = register_class_Evloop_DatagramSocket(zend_ce_aggregate);
	ce_datagram_socket->create_object = socket_create_object;
	ce_datagram_socket->get_iterator = socket_get_iterator;
	evloop_object_handlers(&socket_handlers, XtOffsetOf(evloop_datagram_socket, std));
	socket_handlers.free_obj = socket_free_object;
	socket_handlers.get_gc = socket_get_gc;
	return SUCCESS;
}
