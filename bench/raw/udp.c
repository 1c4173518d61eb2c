/* SPDX-License-Identifier: MIT */
/*
 * The raw limit for UDP: what was received (several by one recvmmsg) is sent back with uv_udp_try_send in the receive
 * callback. Prints its port, and on SIGTERM "cpu_us=… requests=…". One thread.
 */
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <uv.h>

#define MESSAGES 20

static char data[MESSAGES][65536];
static long long requests;
static long long cpu_start;

static void check(int status, const char *what)
{
	if (status < 0) {
		fprintf(stderr, "%s: %s\n", what, uv_strerror(status));
		exit(1);
	}
}

static long long cpu_us(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec +
		   usage.ru_stime.tv_usec;
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
	*buf = uv_buf_init(data[0], sizeof(data));
}

static void on_datagram(
	uv_udp_t *socket, ssize_t length, const uv_buf_t *bytes, const struct sockaddr *from, unsigned flags)
{
	uv_buf_t buf = uv_buf_init(bytes->base, (unsigned) length);

	if (from != NULL && length >= 0) {
		check(uv_udp_try_send(socket, &buf, 1, from), "send");
		requests++;
	}
}

static void on_term(uv_signal_t *handle, int signum)
{
	printf("cpu_us=%lld requests=%lld\n", cpu_us() - cpu_start, requests);
	exit(0);
}

int main(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int length = sizeof(address);
	uv_udp_t socket;
	uv_signal_t term;

	check(uv_udp_init_ex(uv_default_loop(), &socket, AF_INET | UV_UDP_RECVMMSG), "init");
	check(uv_udp_bind(&socket, (struct sockaddr *) &address, 0), "bind");
	check(uv_udp_getsockname(&socket, (struct sockaddr *) &address, &length), "getsockname");
	check(uv_udp_recv_start(&socket, on_alloc, on_datagram), "recv");
	check(uv_signal_init(uv_default_loop(), &term), "signal");
	check(uv_signal_start(&term, on_term, SIGTERM), "signal");
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	cpu_start = cpu_us();
	return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
