<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How a program ended that {@see Process::run()} has run, and what it wrote.
 *
 * @strict-properties
 * @not-serializable
 */
final class ProcessResult
{
    /** What it wrote to its standard output; empty when that went elsewhere. */
    public readonly string $stdout;

    /** What it wrote to its standard error; empty when that went elsewhere. */
    public readonly string $stderr;

    /** Null: a signal ended it. */
    public readonly ?int $exitCode;

    /** The number of the signal that ended it. Null: none did. */
    public readonly ?int $signal;

    /** Made by run() only. */
    private function __construct() {}

    /** Whether it exited with code 0. */
    public function isSuccess(): bool {}
}
