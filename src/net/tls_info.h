/* SPDX-License-Identifier: MIT */
/*
 * The class TlsInfo. PHP's thread only.
 */
#ifndef EVLOOP_NET_TLS_INFO_H
#define EVLOOP_NET_TLS_INFO_H

#include "php.h"

struct ssl_st;

/* What a connection whose handshake is done agreed on, as a new object. */
void evloop_tls_info_create(zval *result, const struct ssl_st *ssl);

zend_result evloop_tls_info_minit(int module_number);

#endif
