/* SPDX-License-Identifier: MIT */
/* The made up name service of test_dns.c, for all tests. */
#ifndef EVLOOP_TESTS_UNIT_FAKE_NAMES_H
#define EVLOOP_TESTS_UNIT_FAKE_NAMES_H

#include <semaphore.h>

/* How many names under ".fake", and addresses, were asked for. */
extern _Atomic int fake_asked;
/* Each post lets one of "slow….fake" be answered. To be initialised by the test. */
extern sem_t fake_gate;

#endif
