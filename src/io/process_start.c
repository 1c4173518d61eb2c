/* SPDX-License-Identifier: MIT */
/*
 * See process_start.h. Everything that may run PHP code or throw is done before the start; from then on to evloop_start_done() nothing is.
 * Owns what it opens and makes until evloop_start_free(). PHP's thread only.
 */
#include "src/io/process_start.h"

#include "src/base/error.h"
#include "src/loop/foreign.h"
#include "src/reactor/process.h"
#include "fopen_wrappers.h"
#include "zend_exceptions.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define DEFAULT_PATH "/bin:/usr/bin"
/* What one element of the three arrays of strings is at most. */
#define POINTER sizeof(char *)

#ifdef __APPLE__
#include <crt_externs.h>
#else
extern char **environ;
#endif

void evloop_start_init(evloop_start *start, const char *operation, uint32_t number, zend_object *options)
{
	memset(start, 0, sizeof(*start));
	start->operation = operation;
	start->number = number;
	for (int i = 0; i < 3; i++) {
		start->fallback[i] = EVLOOP_SOURCE_PIPE;
		start->pipes[i] = -1;
	}
	evloop_process_settings_read(&start->settings, options);
}

/* As a string that lives as long as the start; NULL: it is no text. */
static char *text_of(evloop_start *start, zval *value)
{
	zend_string *text;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		return Z_STRVAL_P(value);
	}
	if (Z_TYPE_P(value) != IS_LONG && Z_TYPE_P(value) != IS_DOUBLE) {
		return NULL;
	}
	text = zval_get_string(value);
	start->texts = safe_erealloc(start->texts, start->text_count + 1, sizeof(*start->texts), 0);
	start->texts[start->text_count++] = text;
	return ZSTR_VAL(text);
}

static bool read_command(evloop_start *start, zend_array *command)
{
	uint32_t count = 0;
	zval *element;

	if (zend_hash_num_elements(command) == 0) {
		zend_argument_value_error(1, "must have the program as its first element");
		return false;
	}
	start->argv = safe_emalloc(zend_hash_num_elements(command) + 1, POINTER, 0);
	ZEND_HASH_FOREACH_VAL (command, element) {
		char *text = text_of(start, element);

		ZVAL_DEREF(element);
		if (text == NULL) {
			zend_argument_type_error(1, "must be an array of strings, it contains %s", zend_zval_type_name(element));
			return false;
		}
		if (Z_TYPE_P(element) == IS_STRING && strlen(text) != Z_STRLEN_P(element)) {
			zend_argument_value_error(1, "must be an array of strings without NUL bytes");
			return false;
		}
		start->argv[count++] = text;
	}
	ZEND_HASH_FOREACH_END();
	start->argv[count] = NULL;
	start->program = start->argv[0];
	if (start->program[0] == '\0') {
		zend_argument_value_error(1, "must have the program as its first element");
		return false;
	}
	return true;
}

/*
 * The program's own. PHP loads extensions by RTLD_DEEPBIND, so that to us `environ` is the C library's; a program that is not
 * position-independent has a copy of that, which is what putenv() changes.
 */
static char **environment(void)
{
#ifdef __APPLE__
	return *_NSGetEnviron();
#else
	void *program = dlopen(NULL, RTLD_LAZY);
	char ***variable = program != NULL ? dlsym(program, "environ") : NULL;

	if (program != NULL) {
		(void) dlclose(program);
	}
	return variable != NULL ? *variable : environ;
#endif
}

/* What it is set to by `variable` is not said twice: the first would count. */
static void add_variable(evloop_start *start, uint32_t *count, char *line)
{
	if (start->variable == NULL || strncmp(line, start->variable, strcspn(start->variable, "=") + 1) != 0) {
		start->envp[(*count)++] = line;
	}
}

static void add_given_variables(evloop_start *start, uint32_t *count)
{
	zend_ulong index;
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL (start->settings.environment, index, key, value) {
		const char *text = text_of(start, value);
		zend_string *line;

		/* A reference may have changed since the options were checked. */
		text = text != NULL ? text : "";
		line = key != NULL ? zend_strpprintf(0, "%s=%s", ZSTR_VAL(key), text)
						   : zend_strpprintf(0, ZEND_ULONG_FMT "=%s", index, text);
		start->texts = safe_erealloc(start->texts, start->text_count + 1, sizeof(*start->texts), 0);
		start->texts[start->text_count++] = line;
		add_variable(start, count, ZSTR_VAL(line));
	}
	ZEND_HASH_FOREACH_END();
}

static void read_environment(evloop_start *start)
{
	const zend_array *given = start->settings.environment;
	char **variables = given == NULL ? environment() : NULL;
	uint32_t ours = 0, count = 0;

	while (variables != NULL && variables[ours] != NULL) {
		ours++;
	}
	start->envp = safe_emalloc((given != NULL ? zend_hash_num_elements(given) : ours) + 2, POINTER, 0);
	if (given != NULL) {
		add_given_variables(start, &count);
	}
	for (uint32_t i = 0; i < ours; i++) {
		add_variable(start, &count, variables[i]);
	}
	if (start->variable != NULL) {
		start->envp[count++] = (char *) start->variable;
	}
	start->envp[count] = NULL;
}

/* That of the program: who sets the environment sets where it is looked for. */
static const char *search_path(const evloop_start *start)
{
	for (char **variable = start->envp; *variable != NULL; variable++) {
		if (strncmp(*variable, "PATH=", 5) == 0) {
			return *variable + 5;
		}
	}
	return DEFAULT_PATH;
}

/* The paths that the program may have, in one block with their table. */
static void list_files(evloop_start *start)
{
	const char *path = strchr(start->program, '/') != NULL ? NULL : search_path(start);
	size_t name = strlen(start->program);
	size_t folders = 1;
	char *text;

	for (const char *at = path; at != NULL && *at != '\0'; at++) {
		folders += *at == ':';
	}
	/* Each with a slash and an end; an empty one, which is the current folder, with a dot. */
	start->files = safe_emalloc(folders, POINTER + name + 3, POINTER + (path != NULL ? strlen(path) : 0));
	text = (char *) (start->files + folders + 1);
	for (size_t i = 0; i < folders; i++) {
		size_t length = path != NULL ? strcspn(path, ":") : 0;

		start->files[i] = text;
		if (path != NULL) {
			text += length > 0 ? sprintf(text, "%.*s/", (int) length, path) : sprintf(text, "./");
			path += length + (path[length] == ':');
		}
		memcpy(text, start->program, name + 1);
		text += name + 1;
	}
	start->files[folders] = NULL;
}

static void set_step(zend_object *error, const char *step)
{
	zend_update_property_string(evloop_ce_process_exception, error, ZEND_STRL("step"), step);
}

/* False, with a ProcessException thrown for a descriptor. */
static bool throw_descriptor(const evloop_start *start, int status, const char *what, const char *subject)
{
	zend_object *error = evloop_error_create(
		evloop_ce_process_exception, status, "%s(): %s%s for %s", start->operation, what, subject, start->program);

	set_step(error, "descriptors");
	evloop_error_rethrow(error);
	return false;
}

bool evloop_start_add(evloop_start *start, int from, int to)
{
	if (start->spawn.fd_count == EVL_SPAWN_FDS) {
		return false;
	}
	start->fds[start->spawn.fd_count++] = (evl_spawn_fd){.from = from, .to = to};
	return true;
}

static bool add_opened(evloop_start *start, int from, int to)
{
	start->opened[start->opened_count++] = from;
	return evloop_start_add(start, from, to);
}

static void set_blocking(int fd, bool blocking)
{
	int flags = fcntl(fd, F_GETFL);

	if (flags >= 0) {
		(void) fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
	}
}

/* Without waiting for the other end of a FIFO. */
static bool add_file(evloop_start *start, const char *path, int to)
{
	int flags = (to == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
	int fd;

	if (php_check_open_basedir_ex(path, 0) != 0) {
		return throw_descriptor(start, -EACCES, "opening ", path);
	}
	fd = VCWD_OPEN_MODE(path, flags, 0666);
	if (fd < 0) {
		return throw_descriptor(start, -errno, "opening ", path);
	}
	set_blocking(fd, true);
	return add_opened(start, fd, to);
}

static bool add_null(evloop_start *start, int to)
{
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	return fd >= 0 ? add_opened(start, fd, to) : throw_descriptor(start, -errno, "opening ", "/dev/null");
}

static bool add_pipe(evloop_start *start, int to)
{
	int fd;
	int status = evl_process_pipe(&start->pipes[to], &fd, to == STDIN_FILENO);

	return status == 0 ? add_opened(start, fd, to) : throw_descriptor(start, status, "making a pipe", "");
}

/* What was read ahead of it would be lost to the program, and what is not sent yet would come too late. */
static bool add_stream(evloop_start *start, evloop_stream *stream, int to)
{
	const char *refusal;
	int fd;

	if (!evloop_stream_check_open(stream, start->operation)) {
		return false;
	}
	fd = evl_stream_fd(stream->stream);
	if (stream->stream->foreign != NULL) {
		return evloop_start_add(start, fd, to);
	}
	if (!evloop_stream_check_free(stream, start->operation)) {
		return false;
	}
	evl_stream_flush(stream->stream);
	refusal = EVL_TLS_OF(stream->stream) != NULL        ? "what its descriptor gives is encrypted"
			  : stream->stream->in.length > 0           ? "bytes were read from it that nobody has taken"
			  : evl_stream_buffered(stream->stream) > 0 ? "not all is sent that was written to it"
														: NULL;
	if (refusal != NULL) {
		zend_throw_exception_ex(evloop_ce_stream_exception, 0, "%s(): the stream to %s cannot be handed over: %s",
			start->operation, evloop_stream_name(stream), refusal);
		return false;
	}
	start->handed[start->handed_count++] = stream;
	set_blocking(fd, true);
	return evloop_start_add(start, fd, to);
}

static bool add_source(evloop_start *start, zval *source, int to)
{
	int fd;

	ZVAL_DEREF(source);
	if (Z_TYPE_P(source) == IS_STRING) {
		return add_file(start, Z_STRVAL_P(source), to);
	}
	if (Z_TYPE_P(source) == IS_OBJECT && instanceof_function(Z_OBJCE_P(source), evloop_ce_stream)) {
		return add_stream(start, evloop_stream_from_obj(Z_OBJ_P(source)), to);
	}
	fd = evloop_foreign_descriptor_of(source, start->number);
	return fd >= 0 && evloop_start_add(start, fd, to);
}

static bool add_descriptor(evloop_start *start, zval *source, evloop_source_kind stdio, int to)
{
	switch (stdio) {
	case EVLOOP_SOURCE_PIPE: return add_pipe(start, to);
	case EVLOOP_SOURCE_INHERIT: return evloop_start_add(start, to, to);
	case EVLOOP_SOURCE_NULL: return add_null(start, to);
	case EVLOOP_SOURCE_OUTPUT: return evloop_start_add(start, start->fds[STDOUT_FILENO].from, to);
	default: return add_source(start, source, to);
	}
}

static bool add_descriptors(evloop_start *start)
{
	zend_ulong number;
	zval *source;

	for (int i = 0; i < 3; i++) {
		zval *value = start->settings.standard[i];

		if (!add_descriptor(start, value, value != NULL ? evloop_source_kind_of(value) : start->fallback[i], i)) {
			return false;
		}
	}
	if (start->settings.descriptors == NULL) {
		return true;
	}
	ZEND_HASH_FOREACH_NUM_KEY_VAL (start->settings.descriptors, number, source) {
		evloop_source_kind kind;

		ZVAL_DEREF(source);
		kind = evloop_source_kind_of(source);
		/* A reference may have changed since the options were checked. */
		if (kind == EVLOOP_SOURCE_PIPE || kind == EVLOOP_SOURCE_OUTPUT) {
			kind = EVLOOP_SOURCE_NULL;
		}
		if (!add_descriptor(start, source, kind, (int) number)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool evloop_start_prepare(evloop_start *start, zend_array *command)
{
	if (!read_command(start, command) || !evloop_start_set_user(start)) {
		return false;
	}
	read_environment(start);
	list_files(start);
	start->spawn.files = start->files;
	start->spawn.argv = start->argv;
	start->spawn.envp = start->envp;
	start->spawn.folder = start->settings.cwd != NULL ? ZSTR_VAL(start->settings.cwd) : NULL;
	start->spawn.own_group = start->settings.own_group;
	start->spawn.fds = start->fds;
	return add_descriptors(start);
}

static void close_opened(evloop_start *start)
{
	while (start->opened_count > 0) {
		(void) close(start->opened[--start->opened_count]);
	}
}

void evloop_start_done(evloop_start *start)
{
	close_opened(start);
	while (start->handed_count > 0) {
		evloop_stream_close(start->handed[--start->handed_count]);
	}
}

static zend_object *program_error(const evloop_start *start, int status)
{
	const char *detail = "";

	if (status == -ENOENT && strchr(start->program, '/') == NULL) {
		detail = ", which is in no folder of PATH,";
	} else if (status == -ENOENT && (start->program[0] == '/' || start->spawn.folder == NULL) &&
			   access(start->program, F_OK) == 0) {
		detail = ", or what its first line names or it is linked to,";
	} else if (status == -ENOEXEC) {
		detail = ", which is no program and has no first line that names one,";
	}
	return evloop_error_create(
		evloop_ce_process_exception, status, "%s(): running %s%s", start->operation, start->program, detail);
}

void evloop_start_throw(const evloop_start *start, int status, evl_spawn_step step)
{
	static const char *const names[] = {
		[EVL_SPAWN_START] = "start",
		[EVL_SPAWN_DESCRIPTORS] = "descriptors",
		[EVL_SPAWN_GROUP] = "group",
		[EVL_SPAWN_USER] = "user",
		[EVL_SPAWN_FOLDER] = "cwd",
		[EVL_SPAWN_PROGRAM] = "program",
	};
	static const char *const texts[] = {
		[EVL_SPAWN_START] = "making a process",
		[EVL_SPAWN_DESCRIPTORS] = "giving it its descriptors",
		[EVL_SPAWN_GROUP] = "making its process group",
		[EVL_SPAWN_USER] = "changing to its user and groups",
	};
	zend_object *error;

	if (step == EVL_SPAWN_PROGRAM) {
		error = program_error(start, status);
	} else if (step == EVL_SPAWN_FOLDER) {
		error = evloop_error_create(evloop_ce_process_exception, status, "%s(): running %s in the folder %s",
			start->operation, start->program, start->spawn.folder);
	} else {
		error = evloop_error_create(
			evloop_ce_process_exception, status, "%s(): running %s: %s", start->operation, start->program, texts[step]);
	}
	set_step(error, names[step]);
	evloop_error_rethrow(error);
}

void evloop_start_free(evloop_start *start)
{
	/* Not handed over after all. */
	for (uint32_t i = 0; i < start->handed_count; i++) {
		if (start->handed[i]->stream != NULL) {
			set_blocking(evl_stream_fd(start->handed[i]->stream), false);
		}
	}
	close_opened(start);
	for (int i = 0; i < 3; i++) {
		if (start->pipes[i] >= 0) {
			(void) close(start->pipes[i]);
		}
	}
	for (uint32_t i = 0; i < start->text_count; i++) {
		zend_string_release(start->texts[i]);
	}
	if (start->texts != NULL) {
		efree(start->texts);
	}
	if (start->files != NULL) {
		efree(start->files);
	}
	if (start->argv != NULL) {
		efree(start->argv);
	}
	if (start->envp != NULL) {
		efree(start->envp);
	}
	if (start->groups != NULL) {
		efree(start->groups);
	}
}
