/* SPDX-License-Identifier: MIT */
/*
 * The user and the group that a program runs as, by name or number, and the groups that go with them. The look-ups are the C library's:
 * where they ask a server, the loop stands still meanwhile. PHP's thread only.
 */
#include "src/base/error.h"
#include "src/io/process_start.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>

#define BUFFER_FIRST 1024
#define BUFFER_LAST  (1 << 20)
#define GROUPS_FIRST 32

static bool throw_unknown(const evloop_start *start, const char *what, const zval *id)
{
	zend_object *error;

	if (Z_TYPE_P(id) == IS_STRING) {
		error = evloop_error_new(
			evloop_ce_process_exception, "%s(): there is no %s \"%s\"", start->operation, what, Z_STRVAL_P(id));
	} else {
		error = evloop_error_new(evloop_ce_process_exception,
			"%s(): there is no %s " ZEND_LONG_FMT ", so a group has to be given, too", start->operation, what,
			Z_LVAL_P(id));
	}
	zend_update_property_string(evloop_ce_process_exception, error, ZEND_STRL("step"), "user");
	evloop_error_rethrow(error);
	return false;
}

static bool throw_failure(const evloop_start *start, const char *what, int error)
{
	evloop_error_throw(evloop_ce_process_exception, -error, "%s(): looking up the %s", start->operation, what);
	return false;
}

/* `buffer` is where the entry's strings are; the caller's to free. NULL: no such user, or errno. */
static struct passwd *find_user(const zval *id, struct passwd *entry, char **buffer)
{
	struct passwd *found = NULL;
	int error = ERANGE;

	for (size_t size = BUFFER_FIRST; error == ERANGE && size <= BUFFER_LAST; size *= 2) {
		*buffer = erealloc(*buffer, size);
		error = Z_TYPE_P(id) == IS_STRING ? getpwnam_r(Z_STRVAL_P(id), entry, *buffer, size, &found)
										  : getpwuid_r((uid_t) Z_LVAL_P(id), entry, *buffer, size, &found);
	}
	errno = error;
	return found;
}

static bool find_group(const evloop_start *start, const zval *id, gid_t *gid)
{
	struct group entry;
	struct group *found = NULL;
	char *buffer = NULL;
	int error = ERANGE;

	if (Z_TYPE_P(id) == IS_LONG) {
		*gid = (gid_t) Z_LVAL_P(id);
		return true;
	}
	for (size_t size = BUFFER_FIRST; error == ERANGE && size <= BUFFER_LAST; size *= 2) {
		buffer = erealloc(buffer, size);
		error = getgrnam_r(Z_STRVAL_P(id), &entry, buffer, size, &found);
	}
	if (found != NULL) {
		*gid = entry.gr_gid;
	}
	efree(buffer);
	if (found == NULL) {
		return error != 0 ? throw_failure(start, "group", error) : throw_unknown(start, "group", id);
	}
	return true;
}

#ifdef __APPLE__
typedef int listed_group;
#else
typedef gid_t listed_group;
#endif

/* All that the user is in, `gid` among them. */
static void list_groups(evloop_start *start, const char *user, gid_t gid)
{
	int room = GROUPS_FIRST;
	int count = room;

	start->groups = safe_emalloc((size_t) room, sizeof(gid_t), 0);
	while (getgrouplist(user, (listed_group) gid, (listed_group *) start->groups, &count) < 0) {
		/* Some systems say how many there are, others nothing. */
		room = count > room ? count : room * 2;
		count = room;
		start->groups = safe_erealloc(start->groups, (size_t) room, sizeof(gid_t), 0);
	}
	start->spawn.group_count = (size_t) count;
}

static void only_group(evloop_start *start, gid_t gid)
{
	start->groups = emalloc(sizeof(gid_t));
	start->groups[0] = gid;
	start->spawn.group_count = 1;
}

static bool set_user(evloop_start *start, const zval *user, bool has_group)
{
	struct passwd entry;
	char *buffer = NULL;
	const struct passwd *found = find_user(user, &entry, &buffer);
	int error = errno;

	if (found != NULL) {
		start->spawn.uid = found->pw_uid;
		start->spawn.gid = has_group ? start->spawn.gid : found->pw_gid;
		list_groups(start, found->pw_name, start->spawn.gid);
	} else if (Z_TYPE_P(user) == IS_LONG && has_group) {
		start->spawn.uid = (uid_t) Z_LVAL_P(user);
		only_group(start, start->spawn.gid);
	}
	efree(buffer);
	if (start->groups == NULL) {
		return error != 0 && Z_TYPE_P(user) == IS_STRING ? throw_failure(start, "user", error)
														 : throw_unknown(start, "user", user);
	}
	start->spawn.set_uid = true;
	return true;
}

bool evloop_start_set_user(evloop_start *start)
{
	const zval *user = start->settings.user;
	const zval *group = start->settings.group;

	if (user == NULL && group == NULL) {
		return true;
	}
	if (group != NULL && !find_group(start, group, &start->spawn.gid)) {
		return false;
	}
	if (user != NULL) {
		if (!set_user(start, user, group != NULL)) {
			return false;
		}
	} else {
		only_group(start, start->spawn.gid);
	}
	start->spawn.set_gid = true;
	start->spawn.set_groups = true;
	start->spawn.groups = start->groups;
	return true;
}
