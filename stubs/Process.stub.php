<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A program in a process of its own. No shell has a part in it: the command is a list of the program and its arguments, which get there as
 * they are. The program has the descriptors 0, 1, 2 and those that were asked for, whatever else is open here; no signal is blocked or
 * ignored in it.
 *
 * Processes are waited for by their own number only, so `pcntl_fork()`, `proc_open()`, `pcntl_wait()` and handlers of SIGCHLD work
 * beside them. Whoever takes the status of all children (`pcntl_wait()` in a loop, SIGCHLD set to be ignored) may take that of a Process:
 * then join() says so.
 *
 * An object that is dropped while the program runs kills it (SIGKILL), and its group if it has one; so does the end of the script or of
 * {@see Loop::isolate()}. {@see Process::detach()} lets it live on. Ended programs never stay behind as zombies while the loop runs. In a
 * child of `pcntl_fork()` the parent's processes are not running, and are left alone.
 *
 * @strict-properties
 * @not-serializable
 */
final class Process
{
    /** The number of the process, also after its end. */
    public readonly int $pid;

    /** Its standard input, where it ends with end() or close(); null unless it is a pipe. */
    public readonly ?Stream $stdin;

    /** Its standard output; null unless it is a pipe. Nobody reads ahead: a program that writes more than the pipe takes waits. */
    public readonly ?Stream $stdout;

    /** Its standard error; null unless it is a pipe, of which the same is true. */
    public readonly ?Stream $stderr;

    /** Made by spawn() only. */
    private function __construct() {}

    /**
     * Starts a program. Returns when it runs: what can be known of a failure is thrown here. The loop stands still until then, as long as
     * the operating system takes to find the file and load it.
     *
     * A name without a slash is looked for in the folders of PATH, of the environment that the program gets.
     *
     * @param array $command the program and its arguments
     * @throws ProcessException when it cannot be started; its `step` says what failed: "program" (it is missing, or nothing that can be
     *         run), "cwd", "user", "group", "descriptors", or "start" (no more processes, memory or descriptors)
     * @throws \ValueError for a command that is empty or contains a NUL
     */
    public static function spawn(array $command, ?ProcessOptions $options = null): Process {}

    /**
     * Runs a program to its end, gives it `$input` and takes what it writes, all at once, so that neither side waits for the other. What it
     * does not read of the input is dropped. When waiting here is cancelled, the program is killed.
     *
     * The output ends when the last process that holds it has closed it, which may be one that the program has left behind.
     *
     * @param array $command
     * @throws ProcessException when it cannot be started, as in spawn(); and when it writes more than `outputLimit`: then it is killed
     * @throws TimeoutException when it was ended after `timeout`
     */
    public static function run(array $command, string $input = "", ?ProcessOptions $options = null): ProcessResult {}

    /**
     * Runs a PHP script as a background job, by the PHP that runs this script (under FPM by the `php` beside it), with the same settings
     * of the command line: so evloop is there if it is here. The job leads a process group of its own.
     *
     * @param string $file the script; `$argv` has its name and the arguments
     * @param array $arguments
     * @throws ProcessException when it cannot be started; also when there is no such file
     */
    public static function background(string $file, array $arguments = [], ?ProcessOptions $options = null): Job {}

    /**
     * Waits for the end of the program. Its pipes may still hold bytes then. Any number of coroutines may wait, also after the end.
     *
     * @return int the exit code, or minus the number of the signal that ended it
     * @throws TimeoutException when it runs on after `$timeout` seconds; it is left running
     * @throws ProcessException when somebody else has taken its status
     */
    public function join(?float $timeout = null): int {}

    /** Whether it has not ended, as far as is known: that is found out while the loop runs. */
    public function isRunning(): bool {}

    /** The exit code; null while it runs, and when a signal ended it. */
    public function getExitCode(): ?int {}

    /** The number of the signal that ended it; null while it runs, and when it exited. */
    public function getSignal(): ?int {}

    /** Whether it was ended because its `timeout` was over. */
    public function isTimedOut(): bool {}

    /**
     * Sends a signal to the program, or to its group if it leads one.
     *
     * @return bool false: it has ended
     * @throws \ValueError for a number that is no signal
     */
    public function signal(int $signal): bool {}

    /** Kills it (SIGKILL), or its group if it leads one. Nothing when it has ended. */
    public function kill(): void {}

    /**
     * Asks it to end (SIGTERM), kills it when it runs on after `$grace` seconds, and waits for that.
     *
     * @return int as of join()
     */
    public function stop(float $grace = 5.0): int {}

    /** From now on it lives on when this object is dropped, or the script ends. Its timeout ends with the loop. */
    public function detach(): static {}
}
