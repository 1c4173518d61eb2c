/* SPDX-License-Identifier: MIT */
/*
 * The class DatagramOptions. PHP's thread only.
 */
#include "src/net/datagram_options.h"

#include "src/base/options.h"

#include "stubs/DatagramOptions_arginfo.h"

zend_class_entry *evloop_ce_datagram_options;

#define NO_INTERFACE "must be the name or an address of a network interface of this machine"

static const char *refuse_interface(const zend_string *value)
{
	bool is_text = strlen(ZSTR_VAL(value)) == ZSTR_LEN(value);

	return is_text && evl_udp_interface(ZSTR_VAL(value)) != 0 ? NULL : NO_INTERFACE;
}

enum {
	REUSE_ADDRESS,
	REUSE_PORT,
	BROADCAST,
	IPV6_ONLY,
	TTL,
	MULTICAST_TTL,
	MULTICAST_LOOP,
	MULTICAST_INTERFACE,
	TOS,
	RECEIVE_BUFFER,
	SEND_BUFFER,
	QUEUE,
	MAX_SIZE
};

static const evloop_option table[] = {
	[REUSE_ADDRESS] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[REUSE_PORT] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[BROADCAST] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[IPV6_ONLY] = {.type = EVLOOP_OPTION_BOOL, .integer = 0},
	[TTL] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = 255, .integer = -1},
	[MULTICAST_TTL] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 0, .max = 255, .integer = -1},
	[MULTICAST_LOOP] = {.type = EVLOOP_OPTION_BOOL, .nullable = true, .integer = -1},
	[MULTICAST_INTERFACE] = {.type = EVLOOP_OPTION_STRING, .nullable = true, .refuse = refuse_interface},
	[TOS] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 0, .max = 255, .integer = -1},
	[RECEIVE_BUFFER] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX / 2, .integer = -1},
	[SEND_BUFFER] = {.type = EVLOOP_OPTION_INT, .nullable = true, .min = 1, .max = INT32_MAX / 2, .integer = -1},
	[QUEUE] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = 1 << 20, .integer = 1024},
	[MAX_SIZE] = {.type = EVLOOP_OPTION_INT, .min = 1, .max = EVL_UDP_SIZE_MAX, .integer = EVL_UDP_SIZE_MAX},
};

static int number(zend_object *options, uint32_t index)
{
	return (int) evloop_options_int(table, options, index);
}

const char *evloop_datagram_options_read(evl_udp_options *to, zend_object *options)
{
	const zend_string *interface = evloop_options_string(options, MULTICAST_INTERFACE);

	*to = (evl_udp_options){
		.reuse_address = number(options, REUSE_ADDRESS) > 0,
		.reuse_port = number(options, REUSE_PORT) > 0,
		.broadcast = number(options, BROADCAST) > 0,
		.ipv6_only = number(options, IPV6_ONLY) > 0,
		.ttl = number(options, TTL),
		.multicast_ttl = number(options, MULTICAST_TTL),
		.multicast_loop = number(options, MULTICAST_LOOP),
		.multicast_interface = interface != NULL ? evl_udp_interface(ZSTR_VAL(interface)) : 0,
		.tos = number(options, TOS),
		.receive_buffer = number(options, RECEIVE_BUFFER),
		.send_buffer = number(options, SEND_BUFFER),
		.queue = (uint32_t) number(options, QUEUE),
		.max_size = (uint32_t) number(options, MAX_SIZE),
	};
	/* It may have gone since the options were made. */
	return interface != NULL && to->multicast_interface == 0 ? NO_INTERFACE : NULL;
}

PHP_METHOD(Evloop_DatagramOptions, __construct)
{
	evloop_options_construct(execute_data, table, sizeof(table) / sizeof(table[0]));
}

zend_result evloop_datagram_options_minit(int module_number)
{
	evloop_ce_datagram_options = register_class_Evloop_DatagramOptions();
	evloop_options_register(evloop_ce_datagram_options);
	return SUCCESS;
}
