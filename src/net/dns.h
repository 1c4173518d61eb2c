/* SPDX-License-Identifier: MIT */
/*
 * The class Dns. PHP's thread only.
 */
#ifndef EVLOOP_NET_DNS_H
#define EVLOOP_NET_DNS_H

#include "php.h"

zend_result evloop_dns_minit(int module_number);

#endif
