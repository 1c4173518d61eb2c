/* SPDX-License-Identifier: MIT */
/*
 * The common half of the raw servers (see server.h): accepting, reading, and the report at SIGTERM. Owns the loop and every
 * connection. One thread.
 */
#include "server.h"

#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static struct {
	uv_loop_t loop;
	uv_tcp_t listener;
	uv_signal_t term;
	bench_on_data on_data;
	long long cpu_start;
	long long requests;
} server;

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

void bench_write(bench_connection *connection, const char *data, size_t length)
{
	uv_buf_t buf = uv_buf_init((char *) data, length);
	int written = uv_try_write((uv_stream_t *) &connection->tcp, &buf, 1);

	if (written >= 0 && (size_t) written < length) {
		fprintf(stderr, "short write: %d of %zu bytes\n", written, length);
		exit(1);
	}
	if (written == UV_EAGAIN) {
		check(written, "write");
	}
}

static void on_closed(uv_handle_t *handle)
{
	free(handle);
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
	bench_connection *connection = (bench_connection *) handle;

	*buf = uv_buf_init(connection->data + connection->used, BENCH_BUFFER - connection->used);
}

static void on_read(uv_stream_t *stream, ssize_t length, const uv_buf_t *buf)
{
	bench_connection *connection = (bench_connection *) stream;

	if (length < 0) {
		uv_close((uv_handle_t *) stream, on_closed);
		return;
	}

	connection->used += length;
	server.requests += server.on_data(connection);
}

static void on_connection(uv_stream_t *listener, int status)
{
	bench_connection *connection;

	check(status, "accept");
	connection = malloc(sizeof(*connection));
	if (!connection) {
		check(UV_ENOMEM, "accept");
		return;
	}

	connection->used = 0;
	uv_tcp_init(&server.loop, &connection->tcp);
	check(uv_accept(listener, (uv_stream_t *) &connection->tcp), "accept");
	uv_tcp_nodelay(&connection->tcp, 1);
	check(uv_read_start((uv_stream_t *) &connection->tcp, on_alloc, on_read), "read");
}

static void on_term(uv_signal_t *handle, int number)
{
	printf("cpu_us=%lld requests=%lld\n", cpu_us() - server.cpu_start, server.requests);
	exit(0);
}

int bench_serve(bench_on_data on_data)
{
	struct sockaddr_in address;
	int length = sizeof(address);

	server.on_data = on_data;
	signal(SIGPIPE, SIG_IGN); /* the load ends by closing while answers are on their way */
	check(uv_loop_init(&server.loop), "loop");
	check(uv_signal_init(&server.loop, &server.term), "signal");
	check(uv_signal_start(&server.term, on_term, SIGTERM), "signal");

	check(uv_tcp_init(&server.loop, &server.listener), "listen");
	check(uv_ip4_addr("127.0.0.1", 0, &address), "listen");
	check(uv_tcp_bind(&server.listener, (struct sockaddr *) &address, 0), "listen");
	check(uv_listen((uv_stream_t *) &server.listener, 511, on_connection), "listen");
	check(uv_tcp_getsockname(&server.listener, (struct sockaddr *) &address, &length), "listen");

	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	server.cpu_start = cpu_us();
	return uv_run(&server.loop, UV_RUN_DEFAULT);
}
