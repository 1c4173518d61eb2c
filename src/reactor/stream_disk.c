/* SPDX-License-Identifier: MIT */
/*
 * See stream_disk.h. Owns a reference to the descriptor, and the read-ahead and the output that are in flight. Loop's
 * thread only; the threads see their requests.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1 /* preadv2 */
#endif

#include "src/reactor/stream_disk.h"

#include "src/core/mem.h"
#include "src/reactor/landing.h"

#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

/* So much may be read at once before the pool has its turn, and with it everybody else. */
#define QUICK_MOST (1u << 20)
/* Read at once behind a seek: the next time twice as much. */
#define FIRST_WINDOW 16384u
#define LAST_WINDOW  (1u << 30)

static size_t room_in(const evl_stream *stream)
{
	return stream->in_high > stream->in.length ? stream->in_high - stream->in.length : 0;
}

/* Bytes that a thread has read. The block moves, if it can, and is not copied. */
static int take_block(evl_stream *stream, evl_buf *bytes)
{
	if (stream->in.length > 0) {
		return evl_landing_append(stream, evl_buf_data(bytes), bytes->length);
	}
	evl_buf_free(&stream->in);
	stream->in = *bytes;
	*bytes = (evl_buf){0};
	return 0;
}

static void pump(evl_disk *disk);

/* Whoever was told may have closed it. */
static void go_on(const evl_stream *stream)
{
	if (stream->disk != NULL) {
		pump(stream->disk);
	}
}

static void on_read(evl_fs *fs, void *owner)
{
	evl_disk *disk = owner;
	evl_stream *stream = disk->stream;
	int status = fs->work.status;

	disk->reading = NULL;
	disk->quick = 0;
	if (status == 0 && fs->buffer.length > 0) {
		disk->offset += (int64_t) fs->buffer.length;
		stream->handle.loop->bytes_in += fs->buffer.length;
		status = take_block(stream, &fs->buffer);
	} else if (status == 0) {
		status = UV_EOF;
	}
	evl_fs_free(fs);
	evl_stream_on_disk_input(stream, status);
	go_on(stream);
}

/* From where the read-ahead has come to, as much as there is room for. */
static int start_reading(evl_disk *disk)
{
	evl_stream *stream = disk->stream;
	evl_fs *fs = evl_disk_request(stream, EVL_FS_READ);
	int status;

	if (fs == NULL) {
		return UV_ENOMEM;
	}
	fs->size = room_in(stream);
	fs->number = disk->seekable ? disk->offset : -1;
	if (evl_buf_reserve(&fs->buffer, fs->size) == NULL) {
		evl_fs_free(fs);
		return UV_ENOMEM;
	}
	status = evl_fs_start(fs, stream->handle.loop, on_read, disk);
	disk->reading = status == 0 ? fs : NULL;
	return status;
}

/* Read if that is wanted and may be. */
static void pump(evl_disk *disk)
{
	evl_stream *stream = disk->stream;
	int status;

	if (!disk->wants_read || disk->reading != NULL || disk->writing != NULL || stream->out.length > 0 ||
		room_in(stream) == 0) {
		return;
	}
	status = start_reading(disk);
	if (status != 0) {
		disk->wants_read = false;
		evl_stream_on_disk_input(stream, status);
	}
}

void evl_disk_want_read(evl_disk *disk, bool wanted)
{
	disk->wants_read = wanted;
	pump(disk);
}

/* What was read ahead, or is about to be, is not what is wanted next. */
static void drop_read_ahead(evl_disk *disk)
{
	evl_stream *stream = disk->stream;

	if (disk->reading != NULL) {
		evl_fs_orphan(disk->reading);
		disk->reading = NULL;
	}
	disk->offset -= (int64_t) stream->in.length;
	evl_landing_consume(stream, stream->in.length);
}

static void on_written(evl_fs *fs, void *owner)
{
	evl_disk *disk = owner;
	evl_stream *stream = disk->stream;
	int status = fs->work.status;

	disk->writing = NULL;
	if (disk->seekable && fs->offset >= 0) {
		disk->offset = fs->offset;
	}
	stream->handle.loop->bytes_out += fs->size;
	if (status != 0) {
		disk->failed_status = status;
		disk->failed_to = stream->written;
		disk->failed_from = stream->written - stream->out.length - (fs->buffer.length - fs->size);
	}
	evl_fs_free(fs);
	evl_stream_on_disk_written(stream, status);
	go_on(stream);
}

/* The loop ends: there are no threads any more for what is left to write. */
static int write_out_here(const evl_disk *disk)
{
	evl_buf *out = &disk->stream->out;
	size_t written;
	int status = evl_disk_write(disk->file->fd, evl_buf_data(out), out->length,
		disk->seekable && !disk->appends ? evl_disk_position(disk->stream) : -1, &written, NULL);

	evl_buf_free(out);
	return status;
}

int evl_disk_write_out(evl_disk *disk)
{
	evl_stream *stream = disk->stream;
	evl_fs *fs;
	int status;

	if (stream->handle.loop->muted) {
		return write_out_here(disk);
	}
	fs = evl_disk_request(stream, EVL_FS_WRITE);
	if (fs == NULL) {
		return UV_ENOMEM;
	}
	if (disk->seekable) {
		drop_read_ahead(disk);
	}
	fs->number = disk->seekable && !disk->appends ? disk->offset : -1;
	fs->work.promised = true;
	fs->buffer = stream->out;
	stream->out = (evl_buf){0};
	stream->out_pending = fs->buffer.length;
	status = evl_fs_start(fs, stream->handle.loop, on_written, disk);
	if (status != 0) {
		disk->failed_status = status;
		disk->failed_to = stream->written;
		disk->failed_from = stream->written - stream->out_pending;
		stream->out_pending = 0;
		return status;
	}
	disk->writing = fs;
	return 0;
}

int evl_stream_open_disk(evl_stream **stream, evl_loop *loop, int fd, bool seekable, int64_t offset, bool appends,
	const evl_stream_ops *ops, void *owner)
{
	int status = evl_stream_open_none(stream, loop, UV_IDLE, ops, owner);
	evl_disk *disk;

	if (status != 0) {
		(void) close(fd);
		return status;
	}
	disk = evl_calloc(1, sizeof(*disk));
	if (disk != NULL) {
		*disk = (evl_disk){.stream = *stream, .offset = offset, .appends = appends, .seekable = seekable};
		disk->file = evl_fd_new(fd);
	} else {
		(void) close(fd);
	}
	if (disk == NULL || disk->file == NULL) {
		evl_free(disk);
		evl_handle_release(&(*stream)->handle);
		*stream = NULL;
		return UV_ENOMEM;
	}
	(*stream)->disk = disk;
	return 0;
}

void evl_disk_free(evl_disk *disk)
{
	if (disk->reading != NULL) {
		evl_fs_orphan(disk->reading);
	}
	if (disk->writing != NULL) {
		evl_work_disown(&disk->writing->work);
	}
	evl_fd_release(disk->file, disk->stream->handle.loop);
	evl_free(disk);
}

#ifdef RWF_NOWAIT

static uint32_t next_window(evl_disk *disk)
{
	uint32_t size = disk->window;

	if (size == 0) {
		size = FIRST_WINDOW;
	}
	disk->window = size < EVL_LOOP_SCRATCH ? 2 * size : size;
	return size;
}

void evl_disk_read_cached(evl_stream *stream)
{
	evl_disk *disk = stream->disk;
	struct iovec bytes;
	ssize_t count;

	if (disk->slow || !disk->seekable || disk->reading != NULL || disk->writing != NULL || stream->out.length > 0 ||
		disk->quick >= QUICK_MOST || stream->read_status != 0) {
		return;
	}
	bytes.iov_base = evl_landing_room(stream);
	bytes.iov_len = next_window(disk);
	if (bytes.iov_len > room_in(stream)) {
		bytes.iov_len = room_in(stream);
	}
	count = preadv2(disk->file->fd, &bytes, 1, (off_t) disk->offset, RWF_NOWAIT);
	if (count <= 0) {
		/* The end is left to the thread: some file systems say 0 where they should say EAGAIN. */
		disk->slow = count < 0 && errno != EAGAIN && errno != EINTR;
		return;
	}
	if (evl_landing_append(stream, bytes.iov_base, (size_t) count) == 0) {
		disk->offset += count;
		disk->quick += (uint32_t) count;
		stream->handle.loop->bytes_in += (uint64_t) count;
	}
}

#else

void evl_disk_read_cached(evl_stream *stream)
{
}

#endif

void evl_disk_look_again(evl_stream *stream)
{
	stream->read_status = 0;
	stream->write_status = 0;
	stream->disk->failure_told = false;
}

int64_t evl_disk_position(const evl_stream *stream)
{
	return stream->disk->offset - (int64_t) stream->in.length;
}

void evl_disk_seek(evl_stream *stream, int64_t position)
{
	drop_read_ahead(stream->disk);
	stream->disk->offset = position;
	stream->disk->window = 0;
	stream->read_status = 0;
	pump(stream->disk);
}

evl_fs *evl_disk_request(evl_stream *stream, evl_fs_op op)
{
	evl_fs *fs = evl_fs_new(op, NULL, NULL);

	if (fs != NULL) {
		fs->file = stream->disk->file;
		fs->file->references++;
	}
	return fs;
}
