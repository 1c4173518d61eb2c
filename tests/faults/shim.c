/* SPDX-License-Identifier: MIT */
/*
 * Preloaded (see ./dev faults): makes calls of the C library fail that the extension or libuv make; nobody else's are touched, so what
 * is seen is how these two bear it. EVLOOP_FAULT says which:
 *
 *   malloc:5     the 5th of malloc, calloc, realloc returns NULL
 *   socket:5     the 5th that would make a descriptor (socket, pipe2, eventfd, ...) fails with EMFILE
 *   epoll:5      the 5th of epoll_create1 (EMFILE), of the extension's own epoll_ctl (ENOSPC), of the waits (EINTR)
 *   accept:5     the 5th accept4 fails with EMFILE; accept:5:103 with error 103
 *   fork:5       the 5th clone for a program fails with EAGAIN
 *   stack:5      the 5th mmap or mprotect for a stack fails with ENOMEM
 *   io:5         the 5th read or write of a socket fails with ECONNRESET
 *   chaos:5      every read and write of a socket, with a generator of seed 5: one in four each is interrupted (EINTR), finds nothing
 *                (EAGAIN), is cut short, goes as it is
 *   disk:5:28    the 5th open, read, write, fsync, ftruncate or rename of a regular file fails with error 28; with EIO if none is said
 *   files:5      the process may open 4 descriptors from the first call on; those that then fail are counted
 *
 * EVLOOP_FAULT_LOG names a file of 16 bytes, calls of the kind and faults, which all processes of a run count up in: what was not hit
 * proves nothing. PHP opens extensions with RTLD_DEEPBIND, which would bind them past this library: dlopen() takes it away.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <poll.h>
#include <sched.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum fault_kind { NONE, MALLOC, SOCKET, EPOLL, ACCEPT, FORK, STACK, IO, CHAOS, DISK, FILES };

static const char *const kind_names[] = {
	"none", "malloc", "socket", "epoll", "accept", "fork", "stack", "io", "chaos", "disk", "files"};

static enum fault_kind kind;
static uint64_t place; /* which call fails, or the seed */
static int accept_error = EMFILE;
static int disk_error = EIO;

/* Shared by the processes of a run. */
static struct counts {
	_Atomic uint64_t calls;
	_Atomic uint64_t faults;
} unshared, *counts = &unshared;

/* Where the code of the extension and of libuv lies. */
static struct range {
	uintptr_t begin;
	uintptr_t end;
} ours[2];

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

static int find_range(struct dl_phdr_info *object, size_t size, void *unused)
{
	const char *name = strrchr(object->dlpi_name, '/');
	int which = name == NULL                           ? -1
				: strncmp(name, "/evloop.so", 10) == 0 ? 0
				: strncmp(name, "/libuv.so", 9) == 0   ? 1
													   : -1;

	for (int i = 0; which >= 0 && i < object->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &object->dlpi_phdr[i];

		if (part->p_type == PT_LOAD && (part->p_flags & PF_X)) {
			ours[which].begin = object->dlpi_addr + part->p_vaddr;
			ours[which].end = ours[which].begin + part->p_memsz;
		}
	}
	return 0;
}

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int);
	void *library;

	*(void **) &next = dlsym(RTLD_NEXT, "dlopen");
	library = next(file, mode & ~RTLD_DEEPBIND);
	dl_iterate_phdr(find_range, NULL);
	return library;
}

__attribute__((constructor)) static void read_orders(void)
{
	const char *order = getenv("EVLOOP_FAULT");
	const char *log = getenv("EVLOOP_FAULT_LOG");
	const char *colon = order != NULL ? strchr(order, ':') : NULL;
	int fd = log != NULL ? open(log, O_RDWR | O_CLOEXEC) : -1;
	char *end;

	if (fd >= 0) {
		void *shared = mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

		counts = shared != MAP_FAILED ? shared : counts;
		close(fd);
	}
	if (colon == NULL) {
		return;
	}
	place = strtoull(colon + 1, &end, 10);
	if (*end == ':') {
		accept_error = disk_error = atoi(end + 1);
	}
	for (int i = MALLOC; i <= FILES; i++) {
		if (strlen(kind_names[i]) == (size_t) (colon - order) &&
			strncmp(order, kind_names[i], (size_t) (colon - order)) == 0) {
			kind = (enum fault_kind) i;
		}
	}
}

static bool is_within(const struct range *range, const void *caller)
{
	return (uintptr_t) caller >= range->begin && (uintptr_t) caller < range->end;
}

static bool is_ours(const void *caller)
{
	return is_within(&ours[0], caller) || is_within(&ours[1], caller);
}

static void limit_files(void)
{
	int next = dup(STDERR_FILENO);
	struct rlimit limit = {.rlim_cur = (rlim_t) next + place - 1, .rlim_max = (rlim_t) next + place - 1};

	close(next);
	setrlimit(RLIMIT_NOFILE, &limit);
}

/* Counts the call; whether it is the one that fails. */
static bool is_to_fail(enum fault_kind called, const void *caller)
{
	if (kind == FILES && is_ours(caller) && counts->calls++ == 0) {
		limit_files();
	}
	if (called != kind || kind == FILES || !is_ours(caller) || ++counts->calls != place) {
		return false;
	}
	counts->faults++;
	return true;
}

#define CALLER __builtin_return_address(0)

/* What follows has the C library's own names: `fail_with` in place of the call, or on to the next of that name. */
#define PASS_ON(type, name, parameters, arguments, called, fail_with)                                                  \
	type name parameters                                                                                               \
	{                                                                                                                  \
		static type(*next) parameters;                                                                                 \
		type result;                                                                                                   \
                                                                                                                       \
		if (is_to_fail(called, CALLER)) {                                                                              \
			errno = (fail_with);                                                                                       \
			return -1;                                                                                                 \
		}                                                                                                              \
		if (next == NULL) {                                                                                            \
			*(void **) &next = dlsym(RTLD_NEXT, #name);                                                                \
		}                                                                                                              \
		result = next arguments;                                                                                       \
		if (kind == FILES && result < 0 && errno == EMFILE && is_ours(CALLER)) {                                       \
			counts->faults++;                                                                                          \
		}                                                                                                              \
		return result;                                                                                                 \
	}

void *malloc(size_t size)
{
	if (is_to_fail(MALLOC, CALLER)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	if (is_to_fail(MALLOC, CALLER)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	if (is_to_fail(MALLOC, CALLER)) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_realloc(block, size);
}

PASS_ON(int, socket, (int domain, int type, int protocol), (domain, type, protocol), SOCKET, EMFILE)
PASS_ON(
	int, socketpair, (int domain, int type, int protocol, int fds[2]), (domain, type, protocol, fds), SOCKET, EMFILE)
/* Not made to fail: libuv aborts without the pipe for its signals, and what the loop tries before is for `files` to see. */
PASS_ON(int, pipe2, (int fds[2], int flags), (fds, flags), FILES, EMFILE)
PASS_ON(int, eventfd, (unsigned value, int flags), (value, flags), SOCKET, EMFILE)
PASS_ON(int, timerfd_create, (int clock, int flags), (clock, flags), SOCKET, EMFILE)
PASS_ON(int, epoll_create1, (int flags), (flags), EPOLL, EMFILE)
PASS_ON(int, accept4, (int fd, struct sockaddr *address, socklen_t *size, int flags), (fd, address, size, flags),
	ACCEPT, accept_error)

/* The child runs on a stack of its own, and the parent stands still: our frame is there when it goes on. */
PASS_ON(
	int, clone, (int (*run)(void *), void *stack, int flags, void *data, ...), (run, stack, flags, data), FORK, EAGAIN)

/* libuv aborts when the kernel takes no more descriptors into its set, and nothing can be done about it: its own calls go through. */
int epoll_ctl(int set, int operation, int fd, struct epoll_event *event)
{
	static int (*next)(int, int, int, struct epoll_event *);

	if (operation != EPOLL_CTL_DEL && is_within(&ours[0], CALLER) && is_to_fail(EPOLL, CALLER)) {
		errno = ENOSPC;
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "epoll_ctl");
	}
	return next(set, operation, fd, event);
}

PASS_ON(int, epoll_wait, (int set, struct epoll_event *events, int count, int timeout), (set, events, count, timeout),
	EPOLL, EINTR)
PASS_ON(int, epoll_pwait, (int set, struct epoll_event *events, int count, int timeout, const sigset_t *mask),
	(set, events, count, timeout, mask), EPOLL, EINTR)

/* A stack may be PHP's to map: the flag tells. */
void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset)
{
	static void *(*next)(void *, size_t, int, int, int, off_t);
	const void *caller = (flags & MAP_STACK) != 0 && ours[0].begin != 0 ? (const void *) ours[0].begin : CALLER;

	if (is_to_fail(STACK, caller)) {
		errno = ENOMEM;
		return MAP_FAILED;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "mmap");
	}
	return next(address, size, protection, flags, fd, offset);
}

/* The guard of a stack is all that PHP protects without a JIT. */
int mprotect(void *address, size_t size, int protection)
{
	static int (*next)(void *, size_t, int);

	if (ours[0].begin != 0 && is_to_fail(STACK, (const void *) ours[0].begin)) {
		errno = ENOMEM;
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "mprotect");
	}
	return next(address, size, protection);
}

/* SplitMix64. */
static uint64_t random_of(uint64_t seed)
{
	uint64_t mixed = seed * 0x9e3779b97f4a7c15u;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return mixed ^ (mixed >> 31);
}

static bool is_socket(int fd)
{
	int type;

	return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &(socklen_t){sizeof(type)}) == 0;
}

static bool is_file(int fd)
{
	struct stat facts;

	return fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode);
}

/* What becomes of a read or write of `size` bytes: false, it fails with errno; else `size` may have become less. */
static bool disturb(const void *caller, int fd, size_t *size)
{
	uint64_t chance;

	if (kind == DISK && is_ours(caller) && is_file(fd) && is_to_fail(DISK, caller)) {
		errno = disk_error;
		return false;
	}
	if ((kind != IO && kind != CHAOS) || !is_ours(caller) || !is_socket(fd)) {
		return true;
	}
	if (is_to_fail(IO, caller)) {
		errno = ECONNRESET;
		return false;
	}
	if (kind == IO) {
		return true;
	}
	chance = random_of(place + ++counts->calls);
	if (chance % 4 == 3) {
		return true;
	}
	counts->faults++;
	if (chance % 4 == 2) {
		*size = *size > 1 ? 1 + (size_t) (chance >> 8) % (*size - 1) : *size;
		return true;
	}
	errno = chance % 4 == 0 ? EINTR : EAGAIN;
	return false;
}

/* No more than `size` bytes of `parts`, which are copied to `cut`. The number of parts. */
static int cut_parts(struct iovec *cut, const struct iovec *parts, int count, size_t size)
{
	int used = 0;

	for (; used < count && used < IOV_MAX && size > 0; used++) {
		cut[used] = parts[used];
		cut[used].iov_len = cut[used].iov_len < size ? cut[used].iov_len : size;
		size -= cut[used].iov_len;
	}
	return used;
}

static size_t size_of(const struct iovec *parts, int count)
{
	size_t size = 0;

	for (int i = 0; i < count; i++) {
		size += parts[i].iov_len;
	}
	return size;
}

/* libuv takes a short read of what the peer has closed for its end, since the kernel gives all that there is. */
static bool is_closed(int fd)
{
	struct pollfd poller = {.fd = fd, .events = POLLIN};

	return poll(&poller, 1, 0) > 0 && (poller.revents & POLLHUP) != 0;
}

ssize_t read(int fd, void *bytes, size_t size)
{
	static ssize_t (*next)(int, void *, size_t);
	size_t whole = size;

	if (!disturb(CALLER, fd, &size)) {
		return -1;
	}
	if (size < whole && is_closed(fd)) {
		size = whole;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "read");
	}
	return next(fd, bytes, size);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
	static ssize_t (*next)(int, const void *, size_t);

	if (!disturb(CALLER, fd, &size)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "write");
	}
	return next(fd, bytes, size);
}

ssize_t pread(int fd, void *bytes, size_t size, off_t offset)
{
	static ssize_t (*next)(int, void *, size_t, off_t);

	if (!disturb(CALLER, fd, &size)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "pread");
	}
	return next(fd, bytes, size, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset)
{
	static ssize_t (*next)(int, const void *, size_t, off_t);

	if (!disturb(CALLER, fd, &size)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "pwrite");
	}
	return next(fd, bytes, size, offset);
}

int open(const char *path, int flags, ...)
{
	static int (*next)(const char *, int, ...);
	va_list more;
	mode_t mode;

	va_start(more, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
	va_end(more);
	/* Not those of the system, which are read when a thread or a library begins. */
	if (strstr(path, "evloop-") != NULL && is_to_fail(DISK, CALLER)) {
		errno = disk_error;
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "open");
	}
	return next(path, flags, mode);
}

PASS_ON(int, fsync, (int fd), (fd), DISK, disk_error)
PASS_ON(int, ftruncate, (int fd, off_t size), (fd, size), DISK, disk_error)
PASS_ON(int, rename, (const char *from, const char *to), (from, to), DISK, disk_error)

ssize_t writev(int fd, const struct iovec *parts, int count)
{
	static ssize_t (*next)(int, const struct iovec *, int);
	struct iovec cut[IOV_MAX];
	size_t size = size_of(parts, count);

	if (!disturb(CALLER, fd, &size)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "writev");
	}
	return next(fd, cut, cut_parts(cut, parts, count, size));
}

ssize_t sendfile(int out, int in, off_t *offset, size_t size)
{
	static ssize_t (*next)(int, int, off_t *, size_t);

	if (!disturb(CALLER, out, &size)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "sendfile");
	}
	return next(out, in, offset, size);
}

/* A datagram is never cut: what is left of the disturbing is that it cannot be sent now. */
ssize_t sendto(int fd, const void *bytes, size_t size, int flags, const struct sockaddr *to, socklen_t length)
{
	static ssize_t (*next)(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
	size_t cut = size;

	if (!disturb(CALLER, fd, &cut)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "sendto");
	}
	return next(fd, bytes, size, flags, to, length);
}

/* Fewer datagrams than there are. */
int recvmmsg(int fd, struct mmsghdr *messages, unsigned count, int flags, struct timespec *timeout)
{
	static int (*next)(int, struct mmsghdr *, unsigned, int, struct timespec *);
	size_t cut = count;

	if (!disturb(CALLER, fd, &cut)) {
		return -1;
	}
	if (next == NULL) {
		*(void **) &next = dlsym(RTLD_NEXT, "recvmmsg");
	}
	return next(fd, messages, (unsigned) cut, flags, timeout);
}
