/* SPDX-License-Identifier: MIT */
/*
 * A buffered byte stream over a uv stream (TCP, pipe): reads that stay started, writes that leave once a tick.
 *
 * In: once evl_stream_read_start() was called, bytes are appended to `in` until it holds `in_high`; when it is still
 * full at the next poll, reading stops by itself, and evl_stream_consume() starts it again below half of that. No
 * poller toggling happens per read. The end and a failure of the peer are kept in `read_status` (UV_EOF or another
 * UV_E*) behind the buffered bytes.
 *
 * Out: evl_stream_write() appends to `out` and lists the stream for the flush of this tick; output over
 * EVL_STREAM_WRITE_NOW is tried at once. What the kernel does not take goes on in one uv_write_t that owns its bytes.
 * The first failure is kept in `write_status`, drops the output and ends writing.
 *
 * The owner is told by `ops`, from inside evl_loop_poll() (or evl_stream_write/commit/flush for `drained`): it may only
 * record and push ready items. After evl_stream_close() nothing but `closed` is told, and every function refuses with
 * UV_ECANCELED.
 */
#ifndef EVLOOP_REACTOR_STREAM_H
#define EVLOOP_REACTOR_STREAM_H

#include "src/core/buf.h"
#include "src/reactor/handle.h"
#include "src/reactor/timer.h"

#define EVL_STREAM_WRITE_NOW 65536
/* in_high of a new stream. */
#define EVL_STREAM_IN_HIGH 65536

/* NULL in a build without OpenSSL, where all that is behind it falls away. */
#ifdef EVLOOP_OPENSSL
#define EVL_TLS_OF(stream) ((stream)->tls)
#else
#define EVL_TLS_OF(stream) ((struct evl_tls *) NULL)
#endif

typedef struct evl_stream evl_stream;

/* Bounds the life of a stream that has no owner any more. */
typedef struct evl_linger {
	evl_timer timer;
	evl_stream *stream;
} evl_linger;

typedef struct evl_stream_ops {
	evl_handle_ops handle;
	/* Bytes were appended to `in`, or read_status was set. */
	void (*readable)(evl_stream *stream, void *owner);
	/*
	 * All output has been handed to the kernel, or write_status was set, or the end asked for by evl_stream_end() was
	 * sent (EVL_STREAM_ENDED). Told after each flush that empties `out`, whoever waits or not.
	 */
	void (*drained)(evl_stream *stream, void *owner);
	/* A connect ended with 0 or a negative UV_E*. NULL for streams that never connect. */
	void (*connected)(evl_stream *stream, void *owner, int status);
	/* The handshake that evl_stream_start_tls() began (tls.h) ended with 0 or a negative status. May be NULL. */
	void (*secured)(evl_stream *stream, void *owner, int status);
} evl_stream_ops;

typedef enum evl_stream_flag {
	EVL_STREAM_READING = 1 << 0, /* uv_read_start is on */
	EVL_STREAM_WANTED = 1 << 1,  /* the owner started reading; READING may be off because `in` is full */
	EVL_STREAM_ENDING = 1 << 2,  /* evl_stream_end() was called: no more writes */
	EVL_STREAM_ENDED = 1 << 3,   /* the FIN is sent */
	EVL_STREAM_CONNECTING = 1 << 4,
	EVL_STREAM_WRITING = 1 << 5,   /* a uv_write_t is in flight */
	EVL_STREAM_FULL = 1 << 6,      /* `in` was found full, and nothing was consumed since */
	EVL_STREAM_LINGERING = 1 << 7, /* released; closes itself when the end is sent, or too late */
	EVL_STREAM_SECURING = 1 << 8,  /* TLS shakes hands: it reads on its own, and output waits */
} evl_stream_flag;

struct evl_stream {
	evl_handle handle;
	evl_buf in;
	size_t in_high;
	evl_buf out;        /* not yet handed to libuv or the kernel */
	size_t out_pending; /* bytes that a uv_write_t in flight owns */
	evl_flush flush;
	uint64_t written; /* bytes of output so far, wherever they are now */
	int read_status;
	int write_status;
	uint32_t stream_flags;       /* evl_stream_flag */
	evl_linger *linger;          /* while LINGERING */
	struct evl_foreign *foreign; /* a descriptor that libuv does not read; NULL for the others */
	struct evl_tls *tls;         /* what comes and goes is encrypted, see tls.h; NULL for the others */
	struct evl_disk *disk;       /* a file that is read and written in the thread pool; NULL for the others */
	union {
		uv_idle_t idle; /* stands for a foreign one and for a file, and never runs */
		uv_stream_t stream;
		uv_tcp_t tcp;
		uv_pipe_t pipe;
	} uv;
};

/* Take over a connected TCP descriptor (it is closed on failure). 0 or a negative UV_E*. Reading is not started. */
int evl_stream_open_tcp(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner);

/* The same for a pipe, a FIFO, a Unix socket, a terminal: whatever the poller takes. It becomes non-blocking. */
int evl_stream_open_pipe(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner);

/* A pipe for two of those: what is written to the second comes out of the first. 0 or a negative UV_E*. */
int evl_stream_pipe(int fds[2]);

/*
 * Take over a descriptor whose file others may use too (a terminal, the standard streams, what a PHP stream has): its flags are left as
 * they are, also when it blocks. A regular file is always ready, as in select(). 0 or a negative UV_E*; it is closed on failure.
 */
int evl_stream_open_foreign(evl_stream **stream, evl_loop *loop, int fd, const evl_stream_ops *ops, void *owner);

/*
 * For a foreign one: ask the owner, while it is waited for, whether what it came from was closed; then it fails with UV_EBADF. Callable
 * before any poll.
 */
void evl_stream_watch_gone(evl_stream *stream, bool (*is_gone)(void *owner));

/* One without a descriptor yet, for this layer. */
int evl_stream_open_none(
	evl_stream **stream, evl_loop *loop, uv_handle_type type, const evl_stream_ops *ops, void *owner);

/*
 * Begin to connect; ops->connected tells the result, which a failure also leaves in both statuses. What is written and
 * asked for meanwhile waits for it. `bind_to` may be NULL.
 */
int evl_stream_connect_tcp(evl_stream **stream, evl_loop *loop, const struct sockaddr *to,
	const struct sockaddr *bind_to, const evl_stream_ops *ops, void *owner);

/* Another owner is told from now on: once a connect has ended, say. */
static inline void evl_stream_adopt(evl_stream *stream, const evl_stream_ops *ops, void *owner)
{
	stream->handle.ops = &ops->handle;
	stream->handle.owner = owner;
	stream->handle.flags &= ~(uint32_t) EVL_HANDLE_FRAME;
}

/* 0 or a negative UV_E*. Nothing is told again of a read_status that was told before. */
int evl_stream_read_start(evl_stream *stream);
/* Stop asking for bytes; what is buffered stays. */
void evl_stream_read_stop(evl_stream *stream);
/* Drop the first `size` bytes of `in`, and go on reading if it was full. */
void evl_stream_consume(evl_stream *stream, size_t size);

/*
 * Append output. 0; write_status if writing fails or failed before; UV_EPIPE after evl_stream_end(); UV_ENOMEM (nothing
 * taken, unless write_status says so too).
 */
int evl_stream_write(evl_stream *stream, const char *data, size_t size);
/* The same now and not at the end of the tick, so that bytes that the kernel takes are not copied before. */
int evl_stream_write_at_once(evl_stream *stream, const char *data, size_t size);
/*
 * Room for `size` bytes behind `out` to format into, then evl_stream_commit(). NULL: as evl_stream_write() would
 * refuse.
 */
char *evl_stream_reserve(evl_stream *stream, size_t size);
void evl_stream_commit(evl_stream *stream, size_t size);

/* Hand over what `out` holds now, with one system call if the kernel takes it. */
void evl_stream_flush(evl_stream *stream);

/*
 * Send the FIN behind all output, at the end of the tick at the earliest. Idempotent. 0, write_status or UV_ECANCELED.
 */
int evl_stream_end(evl_stream *stream);

/* In tls_out.c: bytes that are encrypted, and that neither the kernel nor libuv has. */
size_t evl_tls_sealed(const evl_stream *stream);

/* Output not yet taken by the kernel. */
static inline size_t evl_stream_buffered(const evl_stream *stream)
{
	/* Counted down with each part that is written, so it tells whether the peer still reads. */
	size_t size = stream->out.length +
				  (stream->disk != NULL ? stream->out_pending : uv_stream_get_write_queue_size(&stream->uv.stream));

	return EVL_TLS_OF(stream) == NULL ? size : size + evl_tls_sealed(stream);
}

/*
 * The same and what the kernel holds that the peer has not acknowledged, where the kernel tells. It falls as long as the
 * peer reads, however slowly. What is left of `written` is what the peer has taken.
 */
size_t evl_stream_unacknowledged(const evl_stream *stream);

/* Close; buffered output is dropped (end and wait for `drained` first to keep it). Then evl_stream_release(). */
static inline void evl_stream_close(evl_stream *stream)
{
	evl_handle_close(&stream->handle);
}

/* Close so that the peer sees a reset and no end: what it got is not whole. Output is dropped. */
void evl_stream_reset(evl_stream *stream);

/* Whether it keeps the loop alive while it reads; it does at first. Output in flight always does. */
void evl_stream_reference(evl_stream *stream, bool referenced);

static inline void evl_stream_release(evl_stream *stream)
{
	evl_handle_release(&stream->handle);
}

/*
 * Release, but close only when what was written and the end asked for by evl_stream_end() are sent or failed, or after
 * `limit` nanoseconds. Without an end to send it closes at once.
 */
void evl_stream_linger(evl_stream *stream, uint64_t limit);

/* Silent for a Unix socket, which delays nothing. */
int evl_stream_no_delay(evl_stream *stream, bool on);
/* `delay` in seconds, 1 at least. */
int evl_stream_keep_alive(evl_stream *stream, bool on, unsigned delay);

/*
 * Descriptors that the peer of a Unix socket passes along with bytes are kept from now on, in order; before, the kernel
 * drops them.
 */
void evl_stream_want_passed(evl_stream *stream);
/* The next of them, a TCP or a Unix socket. 0, UV_EAGAIN: there is none, UV_EINVAL: it is something else. */
int evl_stream_take_passed(evl_stream **taken, evl_stream *stream, const evl_stream_ops *ops, void *owner);
/*
 * Pass a descriptor along with bytes, of which one at least; not before all output is sent (UV_EBUSY). The number of
 * bytes that the kernel has taken, or a negative UV_E*: UV_EAGAIN, try again when it is writable.
 */
int evl_stream_pass(evl_stream *stream, int fd, const char *data, size_t size);

/* The local (or the peer's) address; 0 or a negative UV_E*. */
int evl_stream_address(evl_stream *stream, bool peer, struct sockaddr_storage *address, int *length);
/* For assert: that the counts of bytes, the statuses and the flags go together. */
bool evl_stream_check(const evl_stream *stream);

/* What is none has no end but its close. */
bool evl_stream_is_socket(const evl_stream *stream);

/* Or a negative UV_E*. */
int evl_stream_fd(const evl_stream *stream);

#endif
