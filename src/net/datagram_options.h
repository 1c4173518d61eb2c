/* SPDX-License-Identifier: MIT */
/*
 * DatagramOptions as C reads them. PHP's thread only.
 */
#ifndef EVLOOP_NET_DATAGRAM_OPTIONS_H
#define EVLOOP_NET_DATAGRAM_OPTIONS_H

#include "php.h"

#include "src/reactor/udp.h"

extern zend_class_entry *evloop_ce_datagram_options;

/* From an object of the class, or the defaults for NULL. A sentence about what is wrong by now ("must ..."), or NULL. */
const char *evloop_datagram_options_read(evl_udp_options *to, zend_object *options);

zend_result evloop_datagram_options_minit(int module_number);

#endif
