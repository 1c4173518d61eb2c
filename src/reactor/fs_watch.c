/* SPDX-License-Identifier: MIT */
/*
 * See fs_watch.h. Owns the inotify instance (its scan shares it), the table of watched folders and the queue of changes.
 *
 * The kernel tells the two halves of a rename one after the other, but not in one: who has the first waits a little for
 * the second, and without it the file has left the tree. Polls may be started and stopped between two polls only, which is
 * what `settle` is for. Loop's thread only.
 */
#include "src/reactor/fs_watch.h"

#include "src/core/mem.h"
#include "src/reactor/fs_scan.h"
#include "src/reactor/poll.h"
#include "src/reactor/timer.h"
#include "src/reactor/watched.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__

#include <sys/inotify.h>

/* How long the second half of a rename may take. */
#define HALF_NS UINT64_C(20000000)

#define MASK                                                                                                           \
	(IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF |     \
		IN_EXCL_UNLINK | IN_ONLYDIR)

struct evl_watch {
	evl_poll poll;
	evl_flush settle;
	evl_timer half_timer;
	evl_timer due_timer;
	evl_loop *loop;
	const evl_watch_ops *ops;
	void *owner;
	evl_watch_settings settings;
	evl_fd *inotify;
	evl_scan *scanning;  /* in flight; NULL: none */
	evl_scan *next_scan; /* what is to be scanned then; NULL: nothing */
	evl_watched_table folders;
	evl_change_queue queue;
	char *root; /* owned */
	char *name; /* owned */
	char *half; /* owned: the path that a rename began with; NULL: none is under way */
	uint32_t half_cookie;
	bool half_is_folder;
	bool begun;
	bool ended;
};

static void add(evl_watch *self, evl_change_kind kind, const char *path, const char *old_path, bool is_folder)
{
	evl_change_queue_add(&self->queue, kind, path, old_path, is_folder, evl_loop_now());
}

static void add_overflow(evl_watch *self)
{
	add(self, EVL_CHANGE_OVERFLOW, "", NULL, false);
}

static void scan_later(evl_watch *self, const char *path, bool reports)
{
	if (self->next_scan == NULL) {
		self->next_scan = evl_scan_new(self->root, self->inotify, MASK);
		if (self->next_scan == NULL) {
			add_overflow(self);
			return;
		}
		self->next_scan->recursive = self->settings.recursive;
		self->next_scan->reports = reports;
	}
	self->next_scan->reports = self->next_scan->reports && reports;
	if (!evl_scan_add(self->next_scan, path)) {
		add_overflow(self);
	}
}

static void add_new(evl_watch *self, const char *path, bool is_folder)
{
	add(self, EVL_CHANGE_CREATED, path, NULL, is_folder);
	if (is_folder && self->settings.recursive) {
		scan_later(self, path, true);
	}
}

static void leave(void *context, int wd)
{
	(void) inotify_rm_watch(((evl_watch *) context)->inotify->fd, wd);
}

/* The second half of a rename does not come. */
static void end_half(evl_watch *self)
{
	char *path = self->half;

	if (path == NULL) {
		return;
	}
	self->half = NULL;
	evl_timer_stop(self->loop, &self->half_timer);
	add(self, EVL_CHANGE_REMOVED, path, NULL, self->half_is_folder);
	if (self->half_is_folder) {
		evl_watched_remove_tree(&self->folders, path, leave, self);
	}
	evl_free(path);
}

/* Takes the path over. */
static void begin_half(evl_watch *self, char *path, uint32_t cookie, bool is_folder)
{
	end_half(self);
	self->half = path;
	self->half_cookie = cookie;
	self->half_is_folder = is_folder;
	if (evl_timer_start(self->loop, &self->half_timer, evl_loop_now() + HALF_NS) != 0) {
		end_half(self);
	}
}

static void rename_to(evl_watch *self, const char *path, bool is_folder)
{
	char *from = self->half;

	self->half = NULL;
	evl_timer_stop(self->loop, &self->half_timer);
	add(self, EVL_CHANGE_RENAMED, path, from, is_folder);
	if (is_folder && self->settings.recursive) {
		int moved = evl_watched_move_tree(&self->folders, from, path);

		if (moved == 0) {
			scan_later(self, path, true);
		} else if (moved < 0) {
			add_overflow(self);
		}
	}
	evl_free(from);
}

static void end(evl_watch *self)
{
	self->ended = true;
	add(self, EVL_CHANGE_REMOVED, self->name != NULL ? self->name : "", NULL, self->name == NULL);
}

/* Of a name in a folder. The path is borrowed. */
static void take_named(evl_watch *self, const struct inotify_event *event, char **path, bool counts)
{
	bool is_folder = (event->mask & IN_ISDIR) != 0;

	if (self->half != NULL && (event->mask & IN_MOVED_TO) && event->cookie == self->half_cookie) {
		rename_to(self, *path, is_folder);
		return;
	}
	if (!counts) {
		return;
	}
	if (self->half != NULL && strcmp(self->half, *path) == 0) {
		end_half(self); /* it is there again: first it went */
	}
	if (event->mask & IN_MOVED_FROM) {
		begin_half(self, *path, event->cookie, is_folder);
		*path = NULL;
		return;
	}
	if (event->mask & (IN_CREATE | IN_MOVED_TO)) {
		add_new(self, *path, is_folder);
	} else if (event->mask & IN_DELETE) {
		add(self, EVL_CHANGE_REMOVED, *path, NULL, is_folder);
	} else if (event->mask & (IN_MODIFY | IN_ATTRIB)) {
		add(self, EVL_CHANGE_CHANGED, *path, NULL, is_folder);
	}
}

static void take_event(evl_watch *self, const struct inotify_event *event)
{
	evl_watched *folder;
	char *path;

	if (event->mask & IN_Q_OVERFLOW) {
		end_half(self);
		add_overflow(self);
		if (self->settings.recursive) {
			scan_later(self, "", false);
		}
		return;
	}
	folder = evl_watched_find(&self->folders, event->wd);
	if (folder == NULL) {
		return;
	}
	if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) && *folder->path == '\0' && !self->ended) {
		end(self);
	}
	if (event->mask & IN_IGNORED) {
		evl_watched_remove(&self->folders, folder);
		return;
	}
	if (event->len == 0) {
		return; /* of the folder itself, which its parent tells, too */
	}
	path = evl_path_join(folder->path, event->name);
	if (path == NULL) {
		add_overflow(self);
		return;
	}
	take_named(self, event, &path, self->name == NULL || strcmp(self->name, event->name) == 0);
	evl_free(path);
}

static void tell(evl_watch *self)
{
	uint64_t due = evl_change_queue_due(&self->queue);
	uint64_t now = evl_loop_now();

	if (due > now) {
		if (evl_timer_start(self->loop, &self->due_timer, due) == 0) {
			return;
		}
	}
	if (due != 0 || self->ended) {
		self->ops->happened(self, self->owner);
	}
}

static void read_events(evl_watch *self)
{
	char *room = self->loop->scratch;
	ssize_t size = read(self->inotify->fd, room, EVL_LOOP_SCRATCH);

	for (ssize_t at = 0; at < size;) {
		const struct inotify_event *event = (const struct inotify_event *) (room + at);

		take_event(self, event);
		at += (ssize_t) (sizeof(*event) + event->len);
	}
}

static void on_ready(evl_poll *poll)
{
	evl_watch *self = EVL_CONTAINER_OF(poll, evl_watch, poll);

	if (self->scanning == NULL && self->next_scan == NULL && !self->ended) {
		read_events(self);
		tell(self);
	}
	evl_loop_flush_later(self->loop, &self->settle);
}

static void on_gone(evl_poll *poll)
{
	evl_watch *self = EVL_CONTAINER_OF(poll, evl_watch, poll);

	self->ended = true;
	tell(self);
}

static const evl_poll_ops poll_ops = {.ready = on_ready, .gone = on_gone};

static void on_half(evl_timer *timer)
{
	evl_watch *self = EVL_CONTAINER_OF(timer, evl_watch, half_timer);

	/* It may have come, and nobody has read it yet. */
	if (self->scanning == NULL && self->next_scan == NULL) {
		read_events(self);
	}
	end_half(self);
	tell(self);
	evl_loop_flush_later(self->loop, &self->settle);
}

static void on_due(evl_timer *timer)
{
	tell(EVL_CONTAINER_OF(timer, evl_watch, due_timer));
}

static void on_scanned(evl_scan *scan, void *owner)
{
	evl_watch *self = owner;
	int status = scan->work.status;
	bool failed = !self->begun && (status != 0 || scan->incomplete);

	self->scanning = NULL;
	if (!failed && !evl_watched_add(&self->folders, scan->folders, scan->folder_count)) {
		add_overflow(self);
	}
	for (uint32_t i = 0; i < scan->found_count; i++) {
		add(self, EVL_CHANGE_CREATED, scan->found[i].path, NULL, scan->found[i].is_folder);
	}
	if (!failed && scan->incomplete) {
		add_overflow(self);
	}
	status = failed && status == 0 ? UV_ENOSPC : status;
	evl_work_free(&scan->work);
	evl_loop_flush_later(self->loop, &self->settle);
	if (!self->begun) {
		self->begun = true;
		self->ended = failed;
		self->ops->begun(self, self->owner, failed ? status : 0);
		return;
	}
	/* What was made while it was scanned is told twice only if it is taken in between. */
	read_events(self);
	tell(self);
}

/* Start what was put off. */
static void start_scan(evl_watch *self)
{
	evl_scan *scan = self->next_scan;

	self->next_scan = NULL;
	scan->most =
		self->settings.max_folders > self->folders.count ? self->settings.max_folders - self->folders.count : 0;
	if (evl_scan_start(scan, self->loop, on_scanned, self) == 0) {
		self->scanning = scan;
	} else {
		add_overflow(self);
	}
}

static void on_settle(evl_flush *flush)
{
	evl_watch *self = EVL_CONTAINER_OF(flush, evl_watch, settle);

	if (evl_list_is_linked(&flush->link)) {
		evl_list_remove(&flush->link);
	}
	if (self->next_scan != NULL && self->scanning == NULL && !self->ended) {
		start_scan(self);
	}
	if (self->scanning != NULL || self->ended) {
		evl_poll_stop(self->loop, &self->poll);
	} else if (evl_poll_start(self->loop, &self->poll) != 0) {
		self->ended = true;
	}
}

static void free_memory(evl_watch *self)
{
	evl_watched_free(&self->folders);
	evl_free(self->half);
	evl_free(self->root);
	evl_free(self->name);
	evl_change_queue_free(&self->queue);
	if (self->next_scan != NULL) {
		evl_work_free(&self->next_scan->work);
	}
	if (self->inotify != NULL) {
		evl_fd_release(self->inotify, NULL);
	}
	evl_free(self);
}

static evl_watch *watch_new(evl_loop *loop, const char *root, const char *name, const evl_watch_settings *settings)
{
	evl_watch *self = evl_calloc(1, sizeof(*self));

	if (self == NULL) {
		return NULL;
	}
	evl_change_queue_init(&self->queue, settings->queue, settings->settle);
	self->loop = loop;
	self->settings = *settings;
	self->settle.fn = on_settle;
	evl_timer_init(&self->half_timer, on_half);
	evl_timer_init(&self->due_timer, on_due);
	self->half_timer.unreferenced = true;
	self->due_timer.unreferenced = true;
	self->root = evl_path_join("", root);
	self->name = name != NULL ? evl_path_join("", name) : NULL;
	if (self->root == NULL || (name != NULL && self->name == NULL)) {
		free_memory(self);
		return NULL;
	}
	return self;
}

int evl_watch_open(evl_watch **watch, evl_loop *loop, const char *root, const char *name,
	const evl_watch_settings *settings, const evl_watch_ops *ops, void *owner)
{
	evl_watch *self = watch_new(loop, root, name, settings);
	int fd;
	int status = UV_ENOMEM;

	*watch = NULL;
	if (self == NULL) {
		return UV_ENOMEM;
	}
	self->ops = ops;
	self->owner = owner;
	fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (fd < 0) {
		status = -errno;
	} else {
		self->inotify = evl_fd_new(fd);
	}
	if (self->inotify != NULL) {
		evl_poll_init(&self->poll, &poll_ops, fd, EVL_POLL_READ);
		scan_later(self, "", false);
		if (self->next_scan != NULL && self->next_scan->folder_count == 1) {
			self->next_scan->most = settings->max_folders;
			status = evl_scan_start(self->next_scan, loop, on_scanned, self);
			self->scanning = status == 0 ? self->next_scan : NULL;
			self->next_scan = NULL;
		}
	}
	if (status != 0) {
		free_memory(self);
		return status;
	}
	*watch = self;
	return 0;
}

void evl_watch_free(evl_watch *self, bool alive)
{
	if (alive) {
		evl_poll_stop(self->loop, &self->poll);
		evl_timer_stop(self->loop, &self->half_timer);
		evl_timer_stop(self->loop, &self->due_timer);
	}
	if (evl_list_is_linked(&self->settle.link)) {
		evl_list_remove(&self->settle.link);
	}
	if (self->scanning != NULL) {
		evl_work_orphan(&self->scanning->work);
	}
	free_memory(self);
}

evl_change *evl_watch_take(evl_watch *self)
{
	evl_change *change = evl_change_queue_take(&self->queue, self->ended ? UINT64_MAX : evl_loop_now());

	if (change == NULL && evl_change_queue_due(&self->queue) != 0) {
		tell(self);
	}
	return change;
}

bool evl_watch_has_ended(const evl_watch *self)
{
	return self->ended;
}

void evl_watch_reference(evl_watch *self, bool referenced)
{
	evl_poll_reference(self->loop, &self->poll, referenced);
}

#else

int evl_watch_open(evl_watch **watch, evl_loop *loop, const char *root, const char *name,
	const evl_watch_settings *settings, const evl_watch_ops *ops, void *owner)
{
	*watch = NULL;
	return UV_ENOSYS;
}

void evl_watch_free(evl_watch *self, bool alive)
{
}

evl_change *evl_watch_take(evl_watch *self)
{
	return NULL;
}

bool evl_watch_has_ended(const evl_watch *self)
{
	return true;
}

void evl_watch_reference(evl_watch *self, bool referenced)
{
}

#endif
