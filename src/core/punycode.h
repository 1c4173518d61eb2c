/* SPDX-License-Identifier: MIT */
/*
 * Host names beyond ASCII as the name service wants them: each label that has other characters becomes "xn--" and its
 * Punycode (RFC 3492). Nothing is normalised, not even the case: that is for who has the tables of Unicode. Any thread.
 */
#ifndef EVLOOP_CORE_PUNYCODE_H
#define EVLOOP_CORE_PUNYCODE_H

#include <stddef.h>

/* 0; -EINVAL for what is not UTF-8; -ENAMETOOLONG when it does not fit into `room` with its NUL. ASCII stays as it is. */
int evl_punycode_host(char *to, size_t room, const char *host);

#endif
