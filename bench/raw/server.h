/* SPDX-License-Identifier: MIT */
/*
 * What the raw libuv servers share: listen on a free port of 127.0.0.1 and print it, accept with TCP_NODELAY, read started once
 * into a buffer of the connection, and on SIGTERM print "cpu_us=… requests=…" for what was served since the port was printed.
 * One thread. A short write ends the program with an error: these servers measure the limit, they do not queue.
 */
#ifndef EVLOOP_BENCH_SERVER_H
#define EVLOOP_BENCH_SERVER_H

#include <uv.h>

#define BENCH_BUFFER 131072

typedef struct {
	uv_tcp_t tcp;
	size_t used; /* bytes in `data` that a reader left for the next read */
	char data[BENCH_BUFFER];
} bench_connection;

/* Called for every read with the new bytes already counted in `used`; returns how many requests it answered. */
typedef int (*bench_on_data)(bench_connection *connection);

/* Sends all or ends the program. */
void bench_write(bench_connection *connection, const char *data, size_t length);

int bench_serve(bench_on_data on_data);

#endif
