/* SPDX-License-Identifier: MIT */
/*
 * The third backend of an evl_stream: a regular file, or another that the poller cannot wait for. It is read and written
 * in the thread pool, one read and one write at a time.
 *
 * The file has one position, which is where `in` begins: reading goes ahead of it, into `in`, and writing drops what was
 * read ahead. So bytes are read and written where a program that does one after the other expects it. While there is
 * output nothing is read. The end of the file is no end for ever: evl_disk_look_again() forgets it. Nor is a failed
 * write: the rest of that output is dropped, the position is behind what was written.
 *
 * Used by stream.c and stream_write.c, but for what is said to be the owner's. Loop's thread only.
 */
#ifndef EVLOOP_REACTOR_STREAM_DISK_H
#define EVLOOP_REACTOR_STREAM_DISK_H

#include "src/reactor/fs.h"
#include "src/reactor/stream.h"

typedef struct evl_disk {
	evl_stream *stream;
	evl_fd *file;
	evl_fs *reading; /* NULL: none is in flight */
	evl_fs *writing;
	int64_t offset;       /* where the next bytes for `in` come from, and output without a read-ahead goes to */
	uint64_t failed_from; /* of stream->written: the bytes from here to failed_to were dropped */
	uint64_t failed_to;
	int failed_status;
	bool failure_told; /* for the owner: of a status of the stream, see evl_disk_look_again() */
	bool wants_read;
	bool
		once; /* for the owner: after each read it asks again, so that what is cached needs no thread; else it reads ahead */
	bool appends;    /* output goes to the end, wherever that is by then */
	bool seekable;   /* else there is no position */
	bool slow;       /* asking for what is cached makes no sense */
	uint32_t window; /* how much is read at once next, see evl_disk_read_cached() */
	uint32_t quick;  /* bytes that were read at once since the last wait */
} evl_disk;

/*
 * For the owner: take over a descriptor, with `seekable` at `offset`. 0 or a negative UV_E*; it is closed on failure.
 */
int evl_stream_open_disk(evl_stream **stream, evl_loop *loop, int fd, bool seekable, int64_t offset, bool appends,
	const evl_stream_ops *ops, void *owner);

/* For the owner, when `in` is empty: what the page cache has, without a thread. Now and then nothing, so that others have their turn. */
void evl_disk_read_cached(evl_stream *stream);

/* For the owner: forget that the end was found, or that reading or writing failed. */
void evl_disk_look_again(evl_stream *stream);

/* For the owner, without output: where the next read or write is. */
int64_t evl_disk_position(const evl_stream *stream);
void evl_disk_seek(evl_stream *stream, int64_t position);

/* For the owner: a request about its file, which shares the descriptor. NULL: no memory. */
evl_fs *evl_disk_request(evl_stream *stream, evl_fs_op op);

/* Its stream closes; output that is on its way is written. */
void evl_disk_free(evl_disk *disk);

void evl_disk_want_read(evl_disk *disk, bool wanted);

/* All of the stream's `out`. 0 or a negative UV_E*. */
int evl_disk_write_out(evl_disk *disk);

/* In stream.c: bytes were put into `in`, or a status is to be. */
void evl_stream_on_disk_input(evl_stream *stream, int status);
/* In stream_write.c: the output in flight is written, or failed. */
void evl_stream_on_disk_written(evl_stream *stream, int status);

#endif
