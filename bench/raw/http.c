/* SPDX-License-Identifier: MIT */
/*
 * The raw limit for HTTP: a libuv server that looks for the blank line with memmem and sends one constant answer for each with
 * uv_try_write. It parses nothing, so no server on libuv can do the job for less. One thread.
 */
#define _GNU_SOURCE
#include "server.h"

#include <string.h>

static const char answer[] = "HTTP/1.1 200 OK\r\n"
							 "Content-Type: text/plain; charset=utf-8\r\n"
							 "Content-Length: 13\r\n"
							 "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
							 "\r\n"
							 "Hello, World!";

static int on_data(bench_connection *connection)
{
	char *at = connection->data, *end = at + connection->used, *blank;
	int requests = 0;

	while ((blank = memmem(at, end - at, "\r\n\r\n", 4))) {
		bench_write(connection, answer, sizeof(answer) - 1);
		at = blank + 4;
		requests++;
	}

	connection->used = end - at;
	if (connection->used && at != connection->data) {
		memmove(connection->data, at, connection->used);
	}
	return requests;
}

int main(void)
{
	return bench_serve(on_data);
}
