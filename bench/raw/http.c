/* SPDX-License-Identifier: MIT */
/*
 * The raw limit for HTTP: a libuv server that looks for the blank line with memmem and sends one constant answer for each with
 * uv_try_write. It parses nothing, so no server on libuv can do the job for less. One thread.
 */
#define _GNU_SOURCE
#include "server.h"

#include <stdio.h>
#include <string.h>

static char answer[16384];
static size_t answer_size;

static int on_data(bench_connection *connection)
{
	char *at = connection->data, *end = at + connection->used, *blank;
	int requests = 0;

	while ((blank = memmem(at, end - at, "\r\n\r\n", 4))) {
		bench_write(connection, answer, answer_size);
		at = blank + 4;
		requests++;
	}

	connection->used = end - at;
	if (connection->used && at != connection->data) {
		memmove(connection->data, at, connection->used);
	}
	return requests;
}

/* What the other servers send by that name. */
static int body_size(const char *kind)
{
	return strcmp(kind, "hello") == 0 ? 13 : strcmp(kind, "json") == 0 ? 1024 : 10240;
}

int main(int argc, char **argv)
{
	int body = body_size(argc > 1 ? argv[1] : "hello");
	int head = snprintf(answer, sizeof(answer),
		"HTTP/1.1 200 OK\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Length: %d\r\n"
		"Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
		"\r\n",
		body);

	memset(answer + head, 'x', (size_t) body);
	answer_size = (size_t) head + (size_t) body;
	return bench_serve(on_data);
}
