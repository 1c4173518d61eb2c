/* SPDX-License-Identifier: MIT */
/*
 * tls_ciphers.c: see tls_ciphers.h. OpenSSL overlooks names that it does not know as long as it knows one: here each has to
 * be known, since with a slip of the pen the list is not the one that was meant. What is taken away ("!RC4") may be unknown.
 */
#ifdef EVLOOP_OPENSSL

#include "src/net/tls_ciphers.h"

#include "zend_smart_str.h"

static bool is_separator(char byte)
{
	return byte == ':' || byte == ',' || byte == ' ' || byte == ';';
}

static void add_item(smart_str *list, const char *item, size_t length)
{
	if (list->s != NULL) {
		smart_str_appendc(list, ':');
	}
	smart_str_appendl(list, item, length);
}

/* One part of the list to where it belongs. False: nobody knows it. */
static bool sort_item(SSL_CTX *ctx, const char *item, size_t length, smart_str *old, smart_str *modern)
{
	char *name;
	bool known;

	if (strchr("!-+@", item[0]) != NULL) {
		add_item(old, item, length);
		return true;
	}
	name = estrndup(item, length);
	if (SSL_CTX_set_ciphersuites(ctx, name) == 1) {
		add_item(modern, item, length);
		known = true;
	} else {
		add_item(old, item, length);
		known = SSL_CTX_set_cipher_list(ctx, name) == 1;
	}
	efree(name);
	return known;
}

static bool apply(SSL_CTX *ctx, smart_str *old, smart_str *modern)
{
	bool applied = true;

	if (modern->s != NULL) {
		smart_str_0(modern);
		applied = SSL_CTX_set_ciphersuites(ctx, ZSTR_VAL(modern->s)) == 1;
	}
	if (old->s != NULL) {
		smart_str_0(old);
		applied = applied && SSL_CTX_set_cipher_list(ctx, ZSTR_VAL(old->s)) == 1;
	} else if (modern->s != NULL) {
		applied = applied && SSL_CTX_set_min_proto_version(ctx, TLS1_3_VERSION) == 1;
	}
	return applied && (old->s != NULL || modern->s != NULL);
}

bool evloop_tls_ciphers_set(SSL_CTX *ctx, const zend_string *ciphers, zend_string **unknown)
{
	/* Tried out elsewhere, since each try replaces what was set. */
	SSL_CTX *scratch = SSL_CTX_new(TLS_method());
	const char *at = ZSTR_VAL(ciphers);
	smart_str old = {NULL, 0};
	smart_str modern = {NULL, 0};
	bool set = scratch != NULL;

	*unknown = NULL;
	while (set && *at != '\0') {
		size_t length = 0;

		while (at[length] != '\0' && !is_separator(at[length])) {
			length++;
		}
		if (length > 0 && !sort_item(scratch, at, length, &old, &modern)) {
			*unknown = zend_string_init(at, length, false);
			set = false;
		}
		at += length + (at[length] != '\0' ? 1 : 0);
	}
	SSL_CTX_free(scratch);
	if (set && !apply(ctx, &old, &modern)) {
		*unknown = zend_string_init(ZSTR_VAL(ciphers), ZSTR_LEN(ciphers), false);
		set = false;
	}
	smart_str_free(&old);
	smart_str_free(&modern);
	return set;
}

#endif
