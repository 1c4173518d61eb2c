/* SPDX-License-Identifier: MIT */
/*
 * tls_files.c: see tls_files.h. Files are read whole and given to OpenSSL as memory: so what the system says of a file is
 * told, open_basedir counts, and a key leaves no copy behind. A passphrase comes from the options or not at all; OpenSSL
 * on its own would ask for it on the terminal.
 */
#ifdef EVLOOP_OPENSSL

#include "src/net/tls_files.h"

#include "fopen_wrappers.h"
#include "src/base/error.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

/* All authorities of the web are 0.3 MB. */
#define FILE_MAX ((off_t) 16 << 20)

/* A device, a named pipe: whoever reads it may wait for ever. */
#define NOT_A_FILE 1

typedef struct content {
	char *data;
	size_t length;
} content;

typedef struct secret {
	const zend_string *passphrase; /* NULL: none */
	bool asked;
} secret;

const char *evloop_tls_reason(void)
{
	const char *reason = ERR_reason_error_string(ERR_peek_last_error());

	return reason != NULL ? reason : "OpenSSL does not say why";
}

static void content_free(content *self)
{
	OPENSSL_cleanse(self->data, self->length);
	efree(self->data);
}

/* 0 or a negative errno. */
static int fill(content *to, int fd)
{
	size_t filled = 0;
	ssize_t got = 1;

	while (filled < to->length && got != 0) {
		got = read(fd, to->data + filled, to->length - filled);
		if (got < 0 && errno != EINTR) {
			return -errno;
		}
		filled += got > 0 ? (size_t) got : 0;
	}
	to->length = filled;
	return 0;
}

/* 0, a negative errno, or NOT_A_FILE. */
static int read_all(content *to, const char *path)
{
	struct stat info;
	int status;
	int fd;

	if (stat(path, &info) != 0) {
		return -errno;
	}
	if (!S_ISREG(info.st_mode)) {
		return S_ISDIR(info.st_mode) ? -EISDIR : NOT_A_FILE;
	}
	if (info.st_size > FILE_MAX) {
		return -EFBIG;
	}
	/* First, since a fatal error of it would leave the descriptor open. */
	*to = (content){.data = emalloc((size_t) info.st_size + 1), .length = (size_t) info.st_size};
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	status = fd < 0 ? -errno : fill(to, fd);
	if (fd >= 0) {
		close(fd);
	}
	if (status != 0) {
		content_free(to);
	}
	return status;
}

/* As PHP's own functions see the path. False with an exception thrown. */
static bool resolve(const char *option, const char *path, char resolved[MAXPATHLEN])
{
	if (expand_filepath(path, resolved) == NULL) {
		evloop_error_throw(evloop_ce_tls_exception, -ENAMETOOLONG, "TlsOptions: reading %s \"%s\"", option, path);
		return false;
	}
	if (php_check_open_basedir_ex(resolved, 0) != 0) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: reading %s \"%s\" failed: open_basedir does not allow it", option, path);
		return false;
	}
	return true;
}

static bool content_read(content *to, const char *option, const char *path)
{
	char resolved[MAXPATHLEN];
	int status;

	if (!resolve(option, path, resolved)) {
		return false;
	}
	status = read_all(to, resolved);
	if (status == NOT_A_FILE) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: reading %s \"%s\" failed: it is neither a file nor a link to one", option, path);
	} else if (status != 0) {
		evloop_error_throw(evloop_ce_tls_exception, status, "TlsOptions: reading %s \"%s\"", option, path);
	}
	return status == 0;
}

static BIO *content_bio(const content *from)
{
	BIO *bio = BIO_new_mem_buf(from->data, (int) from->length);

	if (bio == NULL) {
		zend_throw_exception(evloop_ce_tls_exception, "TlsOptions: OpenSSL has no memory left", 0);
	}
	return bio;
}

static int on_passphrase(char *buffer, int size, int writing, void *data)
{
	secret *from = data;

	from->asked = true;
	if (from->passphrase == NULL || ZSTR_LEN(from->passphrase) > (size_t) size) {
		return -1;
	}
	memcpy(buffer, ZSTR_VAL(from->passphrase), ZSTR_LEN(from->passphrase));
	return (int) ZSTR_LEN(from->passphrase);
}

/* The next certificate of a file of which `number` were read. NULL at the end, and with an exception thrown. */
static X509 *next_certificate(BIO *bio, uint32_t number, const char *option, const char *path)
{
	secret none = {.passphrase = NULL};
	X509 *certificate = PEM_read_bio_X509_AUX(bio, NULL, on_passphrase, &none);
	unsigned long error = ERR_peek_last_error();

	if (certificate != NULL) {
		return certificate;
	}
	if (ERR_GET_LIB(error) != ERR_LIB_PEM || ERR_GET_REASON(error) != PEM_R_NO_START_LINE) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0, "TlsOptions: %s: certificate %u in \"%s\" is damaged: %s",
			option, number + 1, path, evloop_tls_reason());
	} else if (number == 0) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: %s: there is no certificate in the form of PEM in \"%s\"", option, path);
	}
	return NULL;
}

static bool read_certificates(evl_tls_identity *identity, const content *from, const evloop_tls_source *source)
{
	const char *path = ZSTR_VAL(source->cert);
	BIO *bio = content_bio(from);
	X509 *next;

	if (bio == NULL) {
		return false;
	}
	identity->certificate = next_certificate(bio, 0, source->cert_option, path);
	identity->chain = identity->certificate != NULL ? sk_X509_new_null() : NULL;
	while (identity->chain != NULL) {
		next = next_certificate(bio, 1 + (uint32_t) sk_X509_num(identity->chain), source->cert_option, path);
		if (next == NULL) {
			break;
		}
		if (sk_X509_push(identity->chain, next) == 0) {
			X509_free(next);
			break;
		}
	}
	BIO_free(bio);
	return EG(exception) == NULL;
}

/* By the line before it: what OpenSSL says of a file without a key differs from version to version. */
static bool has_key(const content *from)
{
	return zend_memnstr(from->data, ZEND_STRL("PRIVATE KEY-----"), from->data + from->length) != NULL;
}

static void throw_no_key(const secret *used, const content *from, const evloop_tls_source *source)
{
	const char *option = source->key != NULL ? source->key_option : source->cert_option;
	const char *path = ZSTR_VAL(source->key != NULL ? source->key : source->cert);

	if (used->asked) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			used->passphrase == NULL ? "TlsOptions: %s: the private key in \"%s\" is encrypted and needs a passphrase"
									 : "TlsOptions: %s: the passphrase does not open the private key in \"%s\"",
			option, path);
	} else if (has_key(from)) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0, "TlsOptions: %s: the private key in \"%s\" is damaged: %s",
			option, path, evloop_tls_reason());
	} else {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: %s: there is no private key in the form of PEM in \"%s\"%s", option, path,
			source->key == NULL ? "; local_pk says where it is, if it is elsewhere" : "");
	}
}

static bool read_key(evl_tls_identity *identity, const content *from, const evloop_tls_source *source)
{
	secret passphrase = {.passphrase = source->passphrase};
	BIO *bio = content_bio(from);

	if (bio == NULL) {
		return false;
	}
	identity->key = PEM_read_bio_PrivateKey(bio, NULL, on_passphrase, &passphrase);
	BIO_free(bio);
	if (identity->key == NULL) {
		throw_no_key(&passphrase, from, source);
		return false;
	}
	if (X509_check_private_key(identity->certificate, identity->key) != 1) {
		zend_throw_exception_ex(evloop_ce_tls_exception, 0,
			"TlsOptions: %s: the private key in \"%s\" does not belong to the certificate in \"%s\"",
			source->key != NULL ? source->key_option : source->cert_option,
			ZSTR_VAL(source->key != NULL ? source->key : source->cert), ZSTR_VAL(source->cert));
		return false;
	}
	return true;
}

bool evloop_tls_identity_load(evl_tls_identity *identity, const evloop_tls_source *source)
{
	content certificate;
	content key;
	bool loaded;

	if (!content_read(&certificate, source->cert_option, ZSTR_VAL(source->cert))) {
		return false;
	}
	loaded = read_certificates(identity, &certificate, source);
	if (loaded && source->key == NULL) {
		loaded = read_key(identity, &certificate, source);
	}
	content_free(&certificate);
	if (loaded && source->key != NULL) {
		loaded = content_read(&key, source->key_option, ZSTR_VAL(source->key));
		if (loaded) {
			loaded = read_key(identity, &key, source);
			content_free(&key);
		}
	}
	return loaded;
}

static void add_subject(STACK_OF(X509_NAME) * subjects, X509 *certificate)
{
	X509_NAME *subject = X509_NAME_dup(X509_get_subject_name(certificate));

	if (subject != NULL && sk_X509_NAME_push(subjects, subject) == 0) {
		X509_NAME_free(subject);
	}
}

bool evloop_tls_trust_file(X509_STORE *store, const char *option, const char *path, STACK_OF(X509_NAME) * *subjects)
{
	uint32_t number = 0;
	content file;
	X509 *next;
	BIO *bio;

	if (!content_read(&file, option, path)) {
		return false;
	}
	bio = content_bio(&file);
	if (subjects != NULL && *subjects == NULL) {
		*subjects = sk_X509_NAME_new_null();
	}
	while (bio != NULL && (next = next_certificate(bio, number, option, path)) != NULL) {
		/* One that is in it twice is no error since OpenSSL 1.1.1. */
		if (X509_STORE_add_cert(store, next) == 1 && subjects != NULL && *subjects != NULL) {
			add_subject(*subjects, next);
		}
		X509_free(next);
		number++;
	}
	BIO_free(bio);
	content_free(&file);
	return EG(exception) == NULL;
}

bool evloop_tls_trust_directory(X509_STORE *store, const char *option, const char *path)
{
	char resolved[MAXPATHLEN];
	X509_LOOKUP *lookup;
	int status;
	int fd;

	if (!resolve(option, path, resolved)) {
		return false;
	}
	fd = open(resolved, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NONBLOCK);
	status = fd < 0 ? -errno : 0;
	if (fd >= 0) {
		close(fd);
	}
	if (status != 0) {
		evloop_error_throw(evloop_ce_tls_exception, status, "TlsOptions: reading %s \"%s\"", option, path);
		return false;
	}
	lookup = X509_STORE_add_lookup(store, X509_LOOKUP_hash_dir());
	if (lookup == NULL || X509_LOOKUP_add_dir(lookup, resolved, X509_FILETYPE_PEM) != 1) {
		zend_throw_exception_ex(
			evloop_ce_tls_exception, 0, "TlsOptions: %s \"%s\": %s", option, path, evloop_tls_reason());
		return false;
	}
	return true;
}

#endif
