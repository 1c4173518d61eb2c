/* SPDX-License-Identifier: MIT */
/*
 * The list behind evloop_release(). It is last in, first out, so a chain takes one slot of it, whatever its length. PHP's thread only.
 */
#include "src/base/release.h"

#include "src/base/globals.h"

/* So many releases nest before they are put off: short chains never touch the list. */
#define NESTED_AT_MOST 16

static void put_off(zend_object *object)
{
	if (EVLOOP_G(put_off_count) == EVLOOP_G(put_off_size)) {
		EVLOOP_G(put_off_size) = EVLOOP_G(put_off_size) > 0 ? EVLOOP_G(put_off_size) * 2 : 16;
		EVLOOP_G(put_off) = safe_erealloc(EVLOOP_G(put_off), EVLOOP_G(put_off_size), sizeof(zend_object *), 0);
	}
	EVLOOP_G(put_off)[EVLOOP_G(put_off_count)++] = object;
}

static void release_put_off(void)
{
	while (EVLOOP_G(put_off_count) > 0) {
		zend_object *object = EVLOOP_G(put_off)[--EVLOOP_G(put_off_count)];

		OBJ_RELEASE(object);
	}
	if (EVLOOP_G(put_off) != NULL) {
		efree(EVLOOP_G(put_off));
		EVLOOP_G(put_off) = NULL;
		EVLOOP_G(put_off_size) = 0;
	}
}

void evloop_release_last(zend_object *object)
{
	if (UNEXPECTED(EVLOOP_G(releases) >= NESTED_AT_MOST)) {
		put_off(object);
		return;
	}
	EVLOOP_G(releases)++;
	OBJ_RELEASE(object);
	if (EVLOOP_G(releases) == 1) {
		release_put_off();
	}
	EVLOOP_G(releases)--;
}

void evloop_release_rinit(void)
{
	EVLOOP_G(releases) = 0;
	EVLOOP_G(put_off) = NULL;
	EVLOOP_G(put_off_count) = 0;
	EVLOOP_G(put_off_size) = 0;
}
