/* SPDX-License-Identifier: MIT */
/* Starting programs: what they get, and which step failed. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "src/core/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "tests/unit/test.h"

extern char **environ;

static char *shell_files[] = {"/bin/sh", NULL};

/* Of a shell that runs the text, with fd 1 into `output`. */
static evl_spawn shell(char **argv, char *text, evl_spawn_fd *fd, int output)
{
	argv[0] = "sh";
	argv[1] = "-c";
	argv[2] = text;
	argv[3] = NULL;
	*fd = (evl_spawn_fd){.from = output, .to = 1};
	return (evl_spawn){.files = shell_files, .argv = argv, .envp = environ, .fds = fd, .fd_count = 1};
}

static int end_of(pid_t pid)
{
	int status = 0;

	CHECK_EQ(waitpid(pid, &status, 0), pid);
	return status;
}

/* What the shell prints, or the negative errno as text. */
static const char *said(char *text, const evl_spawn *more)
{
	static char said[65536];
	char *argv[4];
	evl_spawn_fd fd;
	evl_spawn_step step;
	int fds[2];
	ssize_t length = 0, size;

	CHECK_EQ(pipe(fds), 0);
	evl_spawn spawn = shell(argv, text, &fd, fds[1]);
	spawn.folder = more != NULL ? more->folder : NULL;
	spawn.own_group = more != NULL && more->own_group;
	spawn.envp = more != NULL && more->envp != NULL ? more->envp : environ;
	pid_t pid = evl_spawn_start(&spawn, &step);
	close(fds[1]);
	CHECK(pid > 0);
	while ((size = read(fds[0], said + length, sizeof(said) - 1 - (size_t) length)) > 0) {
		length += size;
	}
	said[length] = '\0';
	close(fds[0]);
	CHECK_EQ(end_of(pid), 0);
	return said;
}

static void check_said(char *text, const evl_spawn *more, const char *expected)
{
	const char *is = said(text, more);

	CHECK_MEM(is, strlen(is), expected, strlen(expected));
}

TEST(spawn_runs_a_program_with_its_arguments)
{
	check_said("echo \"$0 $#\"", NULL, "sh 0\n");
	check_said("exit 0", NULL, "");
}

TEST(spawn_in_a_folder_with_an_environment_and_a_group)
{
	char *variables[] = {"ONE=1", NULL};

	check_said("pwd", &(evl_spawn){.folder = "/"}, "/\n");
	check_said("echo $ONE$HOME", &(evl_spawn){.envp = variables}, "1\n");
	check_said("test $(cut -d' ' -f5 /proc/$$/stat) = $$ && echo own", &(evl_spawn){.own_group = true}, "own\n");
}

static void check_failure(evl_spawn *spawn, int status, evl_spawn_step expected)
{
	evl_spawn_step step;

	CHECK_EQ(evl_spawn_start(spawn, &step), status);
	CHECK_EQ(step, expected);
	/* No child is left. */
	CHECK_EQ(waitpid(-1, NULL, WNOHANG), -1);
}

TEST(spawn_tells_which_step_failed)
{
	char *argv[4], *missing[] = {"/nonexistent/x", NULL}, *folder[] = {"/", NULL};
	char *denied[] = {"/nonexistent/x", "/", "/nonexistent/y", NULL};
	evl_spawn_fd fd, many[EVL_SPAWN_FDS + 1] = {{0, 0}};
	evl_spawn spawn = shell(argv, "exit", &fd, 1);

	spawn.files = missing;
	check_failure(&spawn, -ENOENT, EVL_SPAWN_PROGRAM);
	spawn.files = folder;
	check_failure(&spawn, -EACCES, EVL_SPAWN_PROGRAM);
	spawn.files = denied;
	check_failure(&spawn, -EACCES, EVL_SPAWN_PROGRAM);
	spawn.folder = "/nonexistent";
	check_failure(&spawn, -ENOENT, EVL_SPAWN_FOLDER);
	fd.from = 500;
	check_failure(&spawn, -EBADF, EVL_SPAWN_DESCRIPTORS);
	spawn.fds = many;
	spawn.fd_count = EVL_SPAWN_FDS + 1;
	check_failure(&spawn, -EINVAL, EVL_SPAWN_START);
}

TEST(spawn_gives_what_is_no_program_to_no_shell)
{
	char path[] = "/tmp/evl-spawn-XXXXXX";
	char *argv[4], *files[] = {path, NULL};
	int script = mkstemp(path);
	evl_spawn_fd fd;
	evl_spawn spawn = shell(argv, "exit", &fd, 1);

	CHECK_EQ(write(script, "echo\n", 5), 5);
	CHECK_EQ(fchmod(script, 0700), 0);
	close(script);
	spawn.files = files;
	check_failure(&spawn, -ENOEXEC, EVL_SPAWN_PROGRAM);
	unlink(path);
}

TEST(spawn_without_room_for_descriptors_fails_before_anything)
{
	char *argv[4];
	evl_spawn_fd fd;
	evl_spawn spawn = shell(argv, "exit", &fd, 1);
	struct rlimit limit;

	CHECK_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
	struct rlimit none = {.rlim_cur = 3, .rlim_max = limit.rlim_max};
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
	check_failure(&spawn, -EMFILE, EVL_SPAWN_START);
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static void handler(int signum)
{
}

TEST(spawn_resets_signals)
{
	sigset_t all;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGUSR1, SIG_IGN);
	signal(SIGUSR2, handler);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL);
	check_said("exec cat /proc/self/status | grep -E 'Sig(Blk|Ign|Cgt)'", NULL,
		"SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\nSigCgt:\t0000000000000000\n");
	/* And leaves ours as they are. */
	sigset_t now;
	sigprocmask(SIG_BLOCK, NULL, &now);
	CHECK(sigismember(&now, SIGUSR1));
#ifndef __SANITIZE_THREAD__ /* which keeps a table of its own, in memory that the child still shares */
	CHECK(signal(SIGUSR2, SIG_DFL) == handler);
#endif
	CHECK(signal(SIGPIPE, SIG_DFL) == SIG_IGN);
}

#define LIST "for f in /proc/$$/fd/*; do n=${f##*/}; test -e $f && test $n != 10 && echo $n; done"

/* 0 and 2 are closed, since they were not asked for. */
static void check_descriptors(void)
{
	int open_ones[20];

	for (int i = 0; i < 20; i++) {
		open_ones[i] = open("/dev/null", O_RDONLY);
	}
	check_said(LIST, NULL, "1\n");
	for (int i = 0; i < 20; i++) {
		CHECK_EQ(fcntl(open_ones[i], F_GETFD), 0);
		close(open_ones[i]);
	}
}

TEST(spawn_gives_only_the_descriptors_asked_for)
{
	check_descriptors();
}

TEST(spawn_exchanges_descriptors)
{
	char *argv[4];
	int one[2], two[2];
	evl_spawn_fd fds[2];
	evl_spawn_step step;
	char text[8] = "";

	CHECK_EQ(pipe(one), 0);
	CHECK_EQ(pipe(two), 0);
	/* Each goes where the other one is. */
	evl_spawn spawn = shell(argv, NULL, fds, one[1]);
	char script[64];
	snprintf(script, sizeof(script), "echo a >&%d; echo b >&%d", two[1], one[1]);
	argv[2] = script;
	fds[0] = (evl_spawn_fd){.from = one[1], .to = two[1]};
	fds[1] = (evl_spawn_fd){.from = two[1], .to = one[1]};
	spawn.fd_count = 2;
	pid_t pid = evl_spawn_start(&spawn, &step);
	CHECK(pid > 0);
	CHECK_EQ(end_of(pid), 0);
	CHECK_EQ(read(one[0], text, 2), 2);
	CHECK_EQ(text[0], 'a');
	CHECK_EQ(read(two[0], text, 2), 2);
	CHECK_EQ(text[0], 'b');
	for (int i = 0; i < 2; i++) {
		close(one[i]);
		close(two[i]);
	}
}

TEST(spawn_of_another_user)
{
	char *argv[4];
	evl_spawn_fd fd;
	evl_spawn_step step;
	gid_t groups[] = {12345, 54321};

	if (getuid() != 0) {
		return;
	}
	evl_spawn spawn = shell(argv, "test \"$(id -u) $(id -g) $(id -G)\" = '10001 10002 10002 12345 54321'", &fd, 1);
	spawn.set_uid = spawn.set_gid = spawn.set_groups = true;
	spawn.uid = 10001;
	spawn.gid = 10002;
	spawn.groups = groups;
	spawn.group_count = 2;
	pid_t pid = evl_spawn_start(&spawn, &step);
	CHECK(pid > 0);
	CHECK_EQ(end_of(pid), 0);
	/* That one may not become another. */
	CHECK_EQ(setresuid(10001, 10001, 0), 0);
	check_failure(&spawn, -EPERM, EVL_SPAWN_USER);
	CHECK_EQ(setresuid(0, 0, 0), 0);
}

#ifdef __linux__
/* From now on the kernel does not know this call. */
static void forget_call(unsigned number)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = 4, .filter = code};

	CHECK_EQ(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	CHECK_EQ(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

TEST(spawn_closes_descriptors_on_older_kernels)
{
#ifdef SYS_close_range
	forget_call(SYS_close_range);
#endif
	check_descriptors();
}

static void check_without_lists(void)
{
	struct rlimit limit = {.rlim_cur = 256, .rlim_max = 256};
	int open_one = open("/dev/null", O_RDONLY);

#ifdef SYS_close_range
	forget_call(SYS_close_range);
#endif
	forget_call(SYS_getdents64);
	CHECK_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
	/* The shell cannot list them either. */
	check_said("i=0; while test $i -lt 9; do test -e /proc/$$/fd/$i && echo $i; i=$((i+1)); done", NULL, "1\n");
	close(open_one);
}

TEST(spawn_closes_descriptors_without_a_list_of_them)
{
	pid_t child = fork();

	/* The runner lists descriptors, too. */
	if (child == 0) {
		check_without_lists();
		_exit(0);
	}
	CHECK_EQ(end_of(child), 0);
}
#endif
