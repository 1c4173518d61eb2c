/* SPDX-License-Identifier: MIT */
/*
 * The class Job, and Process::background(): a PHP script in a process of its own. A few lines of PHP in front of the script pass on what
 * it returns or throws, as JSON, through a file in memory that both processes have open: no pipe to be read meanwhile, or to be held
 * open by somebody else. PHP's thread only.
 */
#include "src/base/duration.h"
#include "src/base/error.h"
#include "src/base/object.h"
#include "src/io/process.h"
#include "SAPI.h"
#include "ext/json/php_json.h"
#include "ext/random/php_random.h"
#include "fopen_wrappers.h"
#include "main/php_open_temporary_file.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stubs/Job_arginfo.h"

/* Hexadecimal. */
#define ID_BYTES 8
#define VARIABLE "EVLOOP_JOB="
/* Seconds that an output may stay open after the job's end until what is there counts as all: others may hold it. */
#define DRAIN_TIME 0.2
/* Of the last line of a job's output, in a message. */
#define SHOWN      300
#define JSON_DEPTH 512

enum { PROPERTY_ID, PROPERTY_PROCESS };

/* %d is the descriptor of the result. The script sees no variable of it but its arguments. */
static const char *const prologue =
	"array_shift($argv); $argc--; $_SERVER['argv'] = $argv; $_SERVER['argc'] = $argc;"
	"$_SERVER['PHP_SELF'] = $_SERVER['SCRIPT_NAME'] = $_SERVER['SCRIPT_FILENAME'] = $_SERVER['PATH_TRANSLATED'] = "
	"$argv[0];"
	"try {"
	"file_put_contents('php://fd/%d', json_encode(['result' => require $argv[0]], JSON_THROW_ON_ERROR | "
	"JSON_PRESERVE_ZERO_FRACTION));"
	"} catch (Exception|Error $e) {"
	"file_put_contents('php://fd/%d', json_encode(['error' => [get_class($e), $e->getMessage(), $e->getFile(), "
	"$e->getLine(), "
	"$e->getTraceAsString()]], JSON_INVALID_UTF8_SUBSTITUTE));"
	"throw $e;"
	"}";

typedef struct job {
	int result; /* descriptor of the file in memory; negative: none */
	size_t limit;
	zend_string *file;
	zend_object std;
} job;

static zend_class_entry *ce_job;
static zend_object_handlers job_handlers;

static job *job_from_obj(zend_object *object)
{
	return EVLOOP_FROM_OBJ(object, job);
}

static job *this_job(zval *this)
{
	return job_from_obj(Z_OBJ_P(this));
}

static evloop_process *process_of(job *self)
{
	return evloop_process_from_obj(Z_OBJ_P(OBJ_PROP_NUM(&self->std, PROPERTY_PROCESS)));
}

static zend_object *job_create_object(zend_class_entry *ce)
{
	job *self = evloop_object_alloc(sizeof(*self), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &job_handlers;
	self->result = -1;
	return &self->std;
}

static void job_free_object(zend_object *object)
{
	job *self = job_from_obj(object);

	if (self->result >= 0) {
		(void) close(self->result);
	}
	if (self->file != NULL) {
		zend_string_release(self->file);
	}
	zend_object_std_dtor(object);
}

/* A file without a name. Or a negative errno. */
static int open_result(void)
{
	zend_string *path = NULL;
	int fd;

#ifdef MFD_CLOEXEC
	fd = memfd_create("evloop-job", MFD_CLOEXEC);
	if (fd >= 0) {
		return fd;
	}
#endif
	fd = php_open_temporary_fd(NULL, "evloop", &path);
	if (fd < 0) {
		return -errno;
	}
	(void) VCWD_UNLINK(ZSTR_VAL(path));
	zend_string_release(path);
	return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 ? fd : -errno;
}

static void add_argument(zend_array *command, const char *text, size_t length)
{
	zval argument;

	ZVAL_STRINGL(&argument, text, length);
	zend_hash_next_index_insert(command, &argument);
}

/* Under other servers than that of the command line, the binary is no PHP for scripts. */
static const char *find_php(void)
{
	return strncmp(sapi_module.name, "cli", 3) == 0 && PG(php_binary) != NULL ? PG(php_binary) : PHP_BINDIR "/php";
}

/* The settings that this PHP was started with: -n, -c, -d. */
static void add_settings(zend_array *command)
{
	const char *line = sapi_module.ini_entries;

	if (strncmp(sapi_module.name, "cli", 3) != 0) {
		return;
	}
	if (sapi_module.php_ini_ignore) {
		add_argument(command, ZEND_STRL("-n"));
	}
	if (sapi_module.php_ini_path_override != NULL) {
		add_argument(command, ZEND_STRL("-c"));
		add_argument(command, sapi_module.php_ini_path_override, strlen(sapi_module.php_ini_path_override));
	}
	while (line != NULL && *line != '\0') {
		size_t length = strcspn(line, "\n");

		if (length > 0) {
			add_argument(command, ZEND_STRL("-d"));
			add_argument(command, line, length);
		}
		line += length + (line[length] == '\n');
	}
}

static zend_array *make_command(const char *file, zend_array *arguments, int descriptor)
{
	zend_array *command = zend_new_array(16);
	const char *php = find_php();
	zend_string *code = zend_strpprintf(0, prologue, descriptor, descriptor);
	zval *argument;

	add_argument(command, php, strlen(php));
	add_settings(command);
	add_argument(command, ZEND_STRL("-r"));
	add_argument(command, ZSTR_VAL(code), ZSTR_LEN(code));
	add_argument(command, ZEND_STRL("--"));
	add_argument(command, file, strlen(file));
	zend_string_release(code);
	ZEND_HASH_FOREACH_VAL (arguments, argument) {
		ZVAL_DEREF(argument);
		Z_TRY_ADDREF_P(argument);
		zend_hash_next_index_insert(command, argument);
	}
	ZEND_HASH_FOREACH_END();
	return command;
}

/* The first that the options do not use. */
static int free_descriptor(const evloop_start *start)
{
	int number = 3;

	while (start->settings.descriptors != NULL &&
		   zend_hash_index_exists(start->settings.descriptors, (zend_ulong) number)) {
		number++;
	}
	return number;
}

static bool throw_file(const char *file, int error)
{
	zend_object *exception =
		evloop_error_create(evloop_ce_process_exception, -error, "Process::background(): the script %s", file);

	zend_update_property_string(evloop_ce_process_exception, exception, ZEND_STRL("step"), "program");
	evloop_error_rethrow(exception);
	return false;
}

/* Its whole path: the job may start in another folder. False with an exception thrown. */
static bool find_file(const zend_string *file, char *path)
{
	if (VCWD_REALPATH(ZSTR_VAL(file), path) == NULL) {
		return throw_file(ZSTR_VAL(file), errno);
	}
	if (php_check_open_basedir_ex(path, 0) != 0 || VCWD_ACCESS(path, R_OK) != 0) {
		return throw_file(ZSTR_VAL(file), EACCES);
	}
	return true;
}

/* VARIABLE and an id, which is what follows it. */
static zend_string *make_id(void)
{
	unsigned char bytes[ID_BYTES];
	smart_str text = {0};

	if (php_random_bytes_throw(bytes, sizeof(bytes)) == FAILURE) {
		return NULL;
	}
	smart_str_appends(&text, VARIABLE);
	for (size_t i = 0; i < sizeof(bytes); i++) {
		smart_str_append_printf(&text, "%02x", bytes[i]);
	}
	return smart_str_extract(&text);
}

/* The outputs that the options do not name are kept, in the order that they come in. */
static void set_outputs(evloop_start *start)
{
	start->fallback[0] = EVLOOP_SOURCE_NULL;
	if (start->settings.standard[1] == NULL) {
		start->fallback[2] = EVLOOP_SOURCE_OUTPUT;
	}
	start->settings.own_group = true;
}

static evloop_process *start_job(job *self, evloop_start *start, zend_array *arguments)
{
	int descriptor = free_descriptor(start);
	evloop_process_kept kept = {.tail = true};
	evloop_process *process = NULL;
	zend_array *command;

	self->result = open_result();
	if (self->result < 0) {
		evloop_start_throw(start, self->result, EVL_SPAWN_START);
		return NULL;
	}
	for (int i = 0; i < 3; i++) {
		kept.streams[i] = start->settings.standard[i] != NULL;
	}
	command = make_command(ZSTR_VAL(self->file), arguments, descriptor);
	if (evloop_start_prepare(start, command) && evloop_start_add(start, self->result, descriptor)) {
		process = evloop_process_start(start, &kept);
	}
	zend_array_release(command);
	return process;
}

PHP_METHOD(Evloop_Process, background)
{
	char path[MAXPATHLEN];
	zend_string *file, *variable;
	HashTable *arguments = (HashTable *) &zend_empty_array;
	zend_object *options = NULL;
	evloop_process *process;
	evloop_start start;
	job *self;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_PATH_STR(file)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(arguments)
		Z_PARAM_OBJ_OF_CLASS_OR_NULL(options, evloop_ce_process_options)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_scheduler_get() == NULL || !find_file(file, path) || (variable = make_id()) == NULL) {
		RETURN_THROWS();
	}
	evloop_start_init(&start, "Process::background", 3, options);
	set_outputs(&start);
	start.variable = ZSTR_VAL(variable);
	start.program = path;
	self = job_from_obj(job_create_object(ce_job));
	self->file = zend_string_init(path, strlen(path), 0);
	self->limit = start.settings.output_limit;
	process = start_job(self, &start, arguments);
	evloop_start_free(&start);
	if (process == NULL) {
		OBJ_RELEASE(&self->std);
	} else {
		ZVAL_STRING(OBJ_PROP_NUM(&self->std, PROPERTY_ID), ZSTR_VAL(variable) + strlen(VARIABLE));
		ZVAL_OBJ(OBJ_PROP_NUM(&self->std, PROPERTY_PROCESS), &process->std);
		ZVAL_OBJ(return_value, &self->std);
	}
	zend_string_release(variable);
}

/* The capture of what it wrote to both. NULL: it went elsewhere. */
static const evl_capture *output_of(job *self)
{
	const evloop_process *process = process_of(self);

	for (int i = 1; i < 3; i++) {
		if (process->captures[i].stream != NULL) {
			return &process->captures[i];
		}
	}
	return NULL;
}

static bool join(job *self, const char *operation, double timeout, zend_long *code)
{
	evloop_process *process = process_of(self);

	return evloop_process_join(process, operation, timeout, code) &&
		   evloop_process_wait(process, evloop_process_is_drained, operation, evloop_deadline(DRAIN_TIME)) !=
			   EVLOOP_WAITED_THROWN;
}

/* The last line that is not empty, for a message. */
static void append_last_line(smart_str *text, job *self)
{
	const evl_capture *capture = output_of(self);
	const char *data;
	size_t begin, end;

	if (capture == NULL) {
		return;
	}
	data = evl_capture_data(capture, &end);
	while (end > 0 && (data[end - 1] == '\n' || data[end - 1] == '\r')) {
		end--;
	}
	for (begin = end; begin > 0 && data[begin - 1] != '\n' && end - begin < SHOWN; begin--) {
	}
	if (end > begin) {
		smart_str_appends(text, ": ");
		smart_str_appendl(text, data + begin, end - begin);
	}
}

static void throw_ended(job *self, zend_long code)
{
	smart_str text = {0};

	smart_str_append_printf(&text,
		code < 0 ? "%s was ended by signal " ZEND_LONG_FMT " and has no result"
				 : "%s ended with code " ZEND_LONG_FMT " and has no result",
		ZSTR_VAL(self->file), code < 0 ? -code : code);
	append_last_line(&text, self);
	smart_str_0(&text);
	evloop_error_rethrow(evloop_error_new(evloop_ce_job_exception, "%s", ZSTR_VAL(text.s)));
	smart_str_free(&text);
}

static const char *text_at(const zend_array *list, zend_ulong index)
{
	const zval *value = zend_hash_index_find(list, index);

	return value != NULL && Z_TYPE_P(value) == IS_STRING ? Z_STRVAL_P(value) : "";
}

/* What the prologue has sent: class, message, file, line, trace. */
static void throw_thrown(const zend_array *error)
{
	const zval *line = zend_hash_index_find(error, 3);
	zend_object *exception = evloop_error_new(evloop_ce_job_exception, "%s: %s in %s:" ZEND_LONG_FMT, text_at(error, 0),
		text_at(error, 1), text_at(error, 2), line != NULL && Z_TYPE_P(line) == IS_LONG ? Z_LVAL_P(line) : 0);

	zend_update_property_string(evloop_ce_job_exception, exception, ZEND_STRL("thrownClass"), text_at(error, 0));
	zend_update_property_string(evloop_ce_job_exception, exception, ZEND_STRL("thrownTrace"), text_at(error, 4));
	evloop_error_rethrow(exception);
}

static ssize_t read_whole(int fd, char *room, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t count = pread(fd, room + done, size - done, (off_t) done);

		if (count <= 0 && errno != EINTR) {
			break;
		}
		done += count > 0 ? (size_t) count : 0;
	}
	return (ssize_t) done;
}

/* The array that the prologue has sent; UNDEF: nothing. False with an exception thrown. */
static bool read_frame(const job *self, zval *frame)
{
	struct stat facts;
	zend_string *text;

	ZVAL_UNDEF(frame);
	if (fstat(self->result, &facts) != 0 || facts.st_size == 0) {
		return true;
	}
	if ((size_t) facts.st_size > self->limit) {
		zend_throw_exception_ex(evloop_ce_process_exception, 0, "The result of %s has more than %zu bytes",
			ZSTR_VAL(self->file), self->limit);
		return false;
	}
	text = zend_string_alloc((size_t) facts.st_size, 0);
	ZSTR_LEN(text) = (size_t) read_whole(self->result, ZSTR_VAL(text), (size_t) facts.st_size);
	ZSTR_VAL(text)[ZSTR_LEN(text)] = '\0';
	php_json_decode_ex(
		frame, ZSTR_VAL(text), ZSTR_LEN(text), PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_THROW_ON_ERROR, JSON_DEPTH);
	if (EG(exception) != NULL || Z_TYPE_P(frame) != IS_ARRAY) {
		zend_object *reason = evloop_error_take();

		zval_ptr_dtor(frame);
		ZVAL_UNDEF(frame);
		zend_throw_exception_ex(evloop_ce_process_exception, 0, "The result of %s is no JSON", ZSTR_VAL(self->file));
		if (reason != NULL) {
			zend_exception_set_previous(EG(exception), reason);
		}
	}
	zend_string_release(text);
	return Z_TYPE_P(frame) == IS_ARRAY;
}

static void take_result(job *self, zend_long code, zval *result)
{
	const zval *error;
	zval *value;
	zval frame;

	if (!read_frame(self, &frame)) {
		return;
	}
	error = Z_TYPE(frame) == IS_ARRAY ? zend_hash_str_find(Z_ARR(frame), ZEND_STRL("error")) : NULL;
	value = Z_TYPE(frame) == IS_ARRAY ? zend_hash_str_find(Z_ARR(frame), ZEND_STRL("result")) : NULL;
	if (error != NULL && Z_TYPE_P(error) == IS_ARRAY) {
		throw_thrown(Z_ARR_P(error));
	} else if (code != 0) {
		throw_ended(self, code);
	} else if (value != NULL) {
		ZVAL_COPY(result, value);
	}
	zval_ptr_dtor(&frame);
}

PHP_METHOD(Evloop_Job, __construct)
{
	/* Private, and never called. */
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Evloop_Job, join)
{
	double timeout = 0.0;
	bool no_timeout = true;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_timeout_take(&timeout, no_timeout, -1.0, 1) && join(this_job(ZEND_THIS), "Job::join", timeout, &code)) {
		RETURN_LONG(code);
	}
}

PHP_METHOD(Evloop_Job, result)
{
	job *self = this_job(ZEND_THIS);
	double timeout = 0.0;
	bool no_timeout = true;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_timeout_take(&timeout, no_timeout, -1.0, 1) || !join(self, "Job::result", timeout, &code)) {
		RETURN_THROWS();
	}
	if (process_of(self)->process->timed_out) {
		zend_throw_exception_ex(evloop_ce_timeout_exception, 0, "Job::result(): %s was ended, since its time was over",
			ZSTR_VAL(self->file));
		RETURN_THROWS();
	}
	take_result(self, code, return_value);
}

PHP_METHOD(Evloop_Job, output)
{
	const evl_capture *capture = output_of(this_job(ZEND_THIS));
	const char *data;
	size_t length;

	ZEND_PARSE_PARAMETERS_NONE();
	if (capture != NULL) {
		data = evl_capture_data(capture, &length);
		if (length > 0) {
			RETURN_STRINGL(data, length);
		}
	}
	RETURN_EMPTY_STRING();
}

PHP_METHOD(Evloop_Job, isRunning)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(!evloop_process_has_ended(process_of(this_job(ZEND_THIS))));
}

PHP_METHOD(Evloop_Job, kill)
{
	ZEND_PARSE_PARAMETERS_NONE();
	(void) evl_process_signal(process_of(this_job(ZEND_THIS))->process, SIGKILL);
}

PHP_METHOD(Evloop_Job, stop)
{
	double grace = 5.0;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(grace)
	ZEND_PARSE_PARAMETERS_END();

	if (evloop_duration_check(grace, 1) &&
		evloop_process_stop(process_of(this_job(ZEND_THIS)), "Job::stop", grace, &code)) {
		RETURN_LONG(code);
	}
}

zend_result evloop_job_minit(int module_number)
{
	ce_job = register_class_Evloop_Job();
	ce_job->create_object = job_create_object;
	evloop_object_handlers(&job_handlers, XtOffsetOf(job, std));
	job_handlers.free_obj = job_free_object;
	return SUCCESS;
}
