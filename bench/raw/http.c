/* SPDX-License-Identifier: MIT */
/*
 * The raw limit for HTTP: a libuv server that looks for the blank line with memmem and sends one constant answer for each with
 * uv_try_write. It parses nothing, so no server on libuv can do the job for less. As "echo" it takes a body of 64 KiB and
 * sends it back. One thread.
 */
#define _GNU_SOURCE
#include "server.h"

#include <stdio.h>
#include <string.h>

#define ECHO_SIZE 65536

static char answer[ECHO_SIZE + 256];
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

/* The same for requests that have a body of a known size, which goes into the answer. */
static int on_echo(bench_connection *connection)
{
	char *blank = memmem(connection->data, connection->used, "\r\n\r\n", 4);

	if (!blank || blank + 4 + ECHO_SIZE > connection->data + connection->used) {
		return 0;
	}

	memcpy(answer + answer_size - ECHO_SIZE, blank + 4, ECHO_SIZE);
	bench_write(connection, answer, answer_size);
	connection->used = 0;
	return 1;
}

/* What the other servers send by that name. */
static int body_size(const char *kind)
{
	return strcmp(kind, "hello") == 0  ? 13
		   : strcmp(kind, "json") == 0 ? 1024
		   : strcmp(kind, "echo") == 0 ? ECHO_SIZE
									   : 10240;
}

int main(int argc, char **argv)
{
	const char *kind = argc > 1 ? argv[1] : "hello";
	int body = body_size(kind);
	int head = snprintf(answer, sizeof(answer),
		"HTTP/1.1 200 OK\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Length: %d\r\n"
		"Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
		"\r\n",
		body);

	memset(answer + head, 'x', (size_t) body);
	answer_size = (size_t) head + (size_t) body;
	return bench_serve(strcmp(kind, "echo") == 0 ? on_echo : on_data);
}
