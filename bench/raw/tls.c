/* SPDX-License-Identifier: MIT */
/*
 * The raw limit for TLS: `tls MODE CERTIFICATE`, see tls.h. Prints its port, and on SIGTERM "cpu_us=… requests=…", where a request
 * is a MiB or a handshake. One thread.
 */
#include <signal.h>

#include "tls.h"

static char piece[BENCH_PIECE];
static volatile long long bytes;
static volatile long long handshakes;
static long long cpu_start;
static int counts_bytes;

static long long cpu_us(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec +
		   usage.ru_stime.tv_usec;
}

static void on_term(int signum)
{
	printf("cpu_us=%lld requests=%lld\n", cpu_us() - cpu_start, counts_bytes ? bytes >> 20 : handshakes);
	fflush(stdout);
	_exit(0);
}

static void serve(SSL *ssl, const char *mode)
{
	int size;

	if (SSL_accept(ssl) != 1) {
		return;
	}
	handshakes++;
	if (strcmp(mode, "send") == 0) {
		while ((size = SSL_write(ssl, piece, sizeof(piece))) > 0) {
			bytes += size;
		}
	} else if (strcmp(mode, "take") == 0) {
		while ((size = SSL_read(ssl, piece, sizeof(piece))) > 0) {
			bytes += size;
		}
	} else {
		(void) SSL_read(ssl, piece, 1);
		(void) SSL_write(ssl, piece, 1);
	}
	(void) SSL_shutdown(ssl);
}

int main(int count, char **arguments)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);
	SSL_CTX *context = bench_context(TLS_server_method());
	int on = 1;
	int listening = socket(AF_INET, SOCK_STREAM, 0);

	check(count == 3 && SSL_CTX_use_certificate_chain_file(context, arguments[2]) == 1 &&
			  SSL_CTX_use_PrivateKey_file(context, arguments[2], SSL_FILETYPE_PEM) == 1,
		"certificate");
	check(bind(listening, (struct sockaddr *) &address, sizeof(address)) == 0 && listen(listening, 100) == 0 &&
			  getsockname(listening, (struct sockaddr *) &address, &length) == 0,
		"listen");
	counts_bytes = strcmp(arguments[1], "send") == 0 || strcmp(arguments[1], "take") == 0;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGTERM, on_term);
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	cpu_start = cpu_us();
	for (;;) {
		int fd = accept(listening, NULL, NULL);
		SSL *ssl = SSL_new(context);

		check(fd >= 0 && ssl != NULL && SSL_set_fd(ssl, fd) == 1, "accept");
		(void) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		serve(ssl, arguments[1]);
		SSL_free(ssl);
		close(fd);
	}
}
