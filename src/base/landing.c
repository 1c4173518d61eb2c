/* SPDX-License-Identifier: MIT */
/* See landing.h. Owns the string that is lent. PHP's thread only. */
#include "src/base/landing.h"

static zend_string *string_of(char *bytes)
{
	return (zend_string *) (bytes - offsetof(zend_string, val));
}

void evloop_landing_make(evl_loop *loop)
{
	evl_landing_lend(loop, ZSTR_VAL(zend_string_alloc(EVL_LOOP_SCRATCH, 0)));
}

zend_string *evloop_landing_take(evl_stream *stream)
{
	size_t size = stream->in.length;
	char *bytes = evl_landing_take(stream);
	zend_string *string;

	if (bytes == NULL) {
		return NULL;
	}
	string = string_of(bytes);
	if (size < EVL_LOOP_SCRATCH) {
		string = zend_string_truncate(string, size, 0);
	}
	ZSTR_VAL(string)[size] = '\0';
	return string;
}

void evloop_landing_free(evl_loop *loop, bool clean)
{
	char *bytes = evl_landing_return(loop);

	if (bytes != NULL && clean) {
		zend_string_efree(string_of(bytes));
	}
}
