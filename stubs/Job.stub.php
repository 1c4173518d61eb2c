<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A PHP script that runs in the background: see {@see Process::background()}. Dropping it kills the job, as dropping a Process does.
 *
 * @strict-properties
 * @not-serializable
 */
final class Job
{
    /** Unique in all processes; the job finds it in its environment as EVLOOP_JOB. */
    public readonly string $id;

    /** The process that runs it. */
    public readonly Process $process;

    /** Made by Process::background() only. */
    private function __construct() {}

    /**
     * Waits for the end of the job.
     *
     * @return int as of {@see Process::join()}
     * @throws TimeoutException when it runs on after `$timeout` seconds; it is left running
     */
    public function join(?float $timeout = null): int {}

    /**
     * Waits for the end of the job and gives what its script returned, by way of JSON: null, booleans, numbers, strings, and arrays of
     * them. (`return` in the script; one that returns nothing gives 1, as `require` does.) Null after exit(0).
     *
     * It comes through a descriptor of its own, so whatever the script prints does not matter.
     *
     * @throws JobException when the script threw, or ended otherwise than by its end or exit(0)
     * @throws TimeoutException when the job was ended after the `timeout` of its options, or runs on after `$timeout` seconds here
     * @throws ProcessException when its result is larger than `outputLimit`, or no JSON
     */
    public function result(?float $timeout = null): mixed {}

    /** The last `outputLimit` bytes of what it wrote, to standard output and error; empty where both go elsewhere. */
    public function output(): string {}

    /** {@see Process::isRunning()} */
    public function isRunning(): bool {}

    /** {@see Process::kill()} */
    public function kill(): void {}

    /** {@see Process::stop()} */
    public function stop(float $grace = 5.0): int {}
}
