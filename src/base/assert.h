/* SPDX-License-Identifier: MIT */
/*
 * assert() for files that include php.h, which turns it off where PHP itself has no assertions: a debug build of ours wants it there,
 * too. To be included in the place of <assert.h>, behind php.h.
 */
#ifndef EVLOOP_BASE_ASSERT_H
#define EVLOOP_BASE_ASSERT_H

#include "php.h"

#ifdef EVLOOP_DEBUG
#undef NDEBUG
#endif
#include <assert.h>

#endif
