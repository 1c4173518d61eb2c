/* SPDX-License-Identifier: MIT */
/* The raw limit for an echo server: what was read is sent back with uv_try_write in the read callback. One thread. */
#include "server.h"

static int on_data(bench_connection *connection)
{
	bench_write(connection, connection->data, connection->used);
	connection->used = 0;
	return 1;
}

int main(void)
{
	return bench_serve(on_data);
}
