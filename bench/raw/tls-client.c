/* SPDX-License-Identifier: MIT */
/*
 * The load for the TLS servers: `tls-client PORT SECONDS MODE`, see tls.h. Prints "requests=…": MiB that came or went, or
 * handshakes. Exits with 1 when the server fails, or does not resume what it should.
 */
#include "tls.h"

static char piece[BENCH_PIECE];
static SSL_SESSION *session;

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static int on_session(SSL *ssl, SSL_SESSION *fresh)
{
	SSL_SESSION_free(session);
	session = fresh;
	return 1;
}

static SSL *open_one(SSL_CTX *context, int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	SSL *ssl = SSL_new(context);
	int on = 1;

	check(connect(fd, (struct sockaddr *) &address, sizeof(address)) == 0, "connect");
	(void) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	check(SSL_set_fd(ssl, fd) == 1 && (session == NULL || SSL_set_session(ssl, session) == 1), "session");
	check(SSL_connect(ssl) == 1, "handshake");
	return ssl;
}

static void close_one(SSL *ssl)
{
	int fd = SSL_get_fd(ssl);

	(void) SSL_shutdown(ssl);
	SSL_free(ssl);
	close(fd);
}

static long long bulk(SSL_CTX *context, int port, double until, int sends)
{
	SSL *ssl = open_one(context, port);
	long long bytes = 0;

	while (now() < until) {
		int size = sends ? SSL_write(ssl, piece, sizeof(piece)) : SSL_read(ssl, piece, sizeof(piece));

		check(size > 0, "bulk");
		bytes += size;
	}
	close_one(ssl);
	return bytes >> 20;
}

static long long shake(SSL_CTX *context, int port, double until, int resumes)
{
	long long count = 0;

	if (resumes) {
		SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT);
		SSL_CTX_sess_set_new_cb(context, on_session);
	}
	for (; now() < until; count++) {
		SSL *ssl = open_one(context, port);

		check(count == 0 || SSL_session_reused(ssl) == resumes, "resumption");
		check(SSL_write(ssl, piece, 1) == 1, "byte");
		check(!resumes || SSL_read(ssl, piece, 1) == 1, "ticket");
		close_one(ssl);
	}
	return count;
}

int main(int count, char **arguments)
{
	SSL_CTX *context = bench_context(TLS_client_method());
	double until;
	int port;
	const char *mode;

	check(count == 4, "arguments");
	port = atoi(arguments[1]);
	until = now() + atof(arguments[2]);
	mode = arguments[3];
	printf("requests=%lld\n", strcmp(mode, "send") == 0   ? bulk(context, port, until, 0)
							  : strcmp(mode, "take") == 0 ? bulk(context, port, until, 1)
														  : shake(context, port, until, strcmp(mode, "resumed") == 0));
	return 0;
}
