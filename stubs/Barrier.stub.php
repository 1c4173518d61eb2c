<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Lets coroutines wait for each other: who arrives waits until so many have arrived, then all go on. After that it serves for the next
 * round. Who is cancelled, or waits no longer than its timeout, has not arrived.
 *
 * @strict-properties
 * @not-serializable
 */
final class Barrier
{
    /**
     * @param int $parties how many wait for each other, at least 1, at most 2,147,483,647
     * @throws \ValueError for a number out of range
     */
    public function __construct(int $parties) {}

    /**
     * Waits until all have arrived.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return int the order of arrival in this round: 0 for the first, parties - 1 for the last, who opened it
     * @throws TimeoutException when they had not within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could arrive
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function arrive(?float $timeout = null): int {}
}
