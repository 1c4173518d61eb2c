<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How {@see Process::spawn()}, {@see Process::run()} and {@see Process::background()} start a program. Wrong values throw a ValueError or
 * a TypeError that names the parameter.
 *
 * The three standard streams and the further descriptors may each be
 *
 * - a case of {@see Stdio};
 * - a string: the path of a file. The input is read from it, output replaces what is in it. (To append, open it: `fopen($path, 'a')`.);
 * - a PHP stream, a Socket of ext/sockets or the number of a descriptor: the program gets a copy, and it stays open here. What PHP has
 *   read ahead of it the program does not see;
 * - a {@see Stream}: it is handed over and closed here, unless it is of {@see Stream::__construct()} or a standard stream. So
 *   `stdin: $first->stdout` connects two programs. Nobody may use it, and what was read from it must have been taken;
 * - null, for the standard streams: what each of the three functions does by itself.
 *
 * @strict-properties
 * @not-serializable
 */
final class ProcessOptions
{
    /** Null: spawn() makes a pipe, run() gives its input, background() Stdio::Null. */
    public readonly mixed $stdin;

    /** Null: spawn() makes a pipe; run() and background() keep what comes. */
    public readonly mixed $stdout;

    /** Null: spawn() makes a pipe; run() and background() keep what comes. */
    public readonly mixed $stderr;

    /** All variables of the program, and no others. Null: those of this process, with what putenv() has changed. */
    public readonly ?array $environment;

    /** The folder that the program starts in; also what a command's relative path counts from. Null: that of this process. */
    public readonly ?string $cwd;

    /**
     * The name or the number of the user to run as, with the groups that this user is in. It takes the rights of root. A number that no
     * user has needs `group`, too. The environment stays as it is, HOME included.
     */
    public readonly string|int|null $user;

    /** The name or the number of the group, instead of the user's first one. Without `user` it is the only one. */
    public readonly string|int|null $group;

    /**
     * The program leads a process group of its own, and signals, timeout and kill() go to all of it, so to what it has started itself.
     * Such a group is in the background of a terminal: Ctrl-C does not reach it, and reading the terminal stops it. background() always
     * makes one.
     */
    public readonly bool $ownGroup;

    /** Further descriptors, by the number that they have in the program, 3 or higher; all others are closed there. No Stdio::Pipe. */
    public readonly array $descriptors;

    /** Seconds until the program is asked to end (SIGTERM). Null: it may take as long as it will. */
    public readonly ?float $timeout;

    /** Seconds from that until it is killed (SIGKILL). */
    public readonly float $grace;

    /**
     * Of each output that run() keeps so many bytes at most: more is a failure. background() keeps the last so many. And so large may a
     * job's result be.
     */
    public readonly int $outputLimit;

    /**
     * Checks each value; a wrong one is an error that names it.
     *
     * @param null|Stdio|Stream|resource|\Socket|string|int $stdin
     * @param null|Stdio|Stream|resource|\Socket|string|int $stdout
     * @param null|Stdio|Stream|resource|\Socket|string|int $stderr
     * @param null|array $environment
     * @param array $descriptors
     */
    public function __construct(
        mixed $stdin = null,
        mixed $stdout = null,
        mixed $stderr = null,
        ?array $environment = null,
        ?string $cwd = null,
        string|int|null $user = null,
        string|int|null $group = null,
        bool $ownGroup = false,
        array $descriptors = [],
        ?float $timeout = null,
        float $grace = 5.0,
        int $outputLimit = 16777216
    ) {}
}
