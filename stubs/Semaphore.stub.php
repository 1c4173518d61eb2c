<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Lets at most so many coroutines at once do something.
 *
 *     $limit = new Semaphore(10);
 *     foreach ($urls as $url) {
 *         async(fn () => $limit->withPermit(fn () => fetch($url)));
 *     }
 *
 * Who waits longest gets the next permit; nobody who comes later, not even by tryAcquire(), goes ahead of those who wait. A waiter
 * that is cancelled never takes a permit with it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Semaphore
{
    /**
     * @param int $permits at least 1, at most 2,147,483,647
     * @throws \ValueError for a number out of range
     */
    public function __construct(int $permits) {}

    /**
     * Takes a permit, waiting for one if need be.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return Permit which is given back when it is released or destroyed
     * @throws TimeoutException when none became free within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give one back
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function acquire(?float $timeout = null): Permit {}

    /**
     * Takes a permit if one is free.
     *
     * @return null|Permit null: none is free
     */
    public function tryAcquire(): ?Permit {}

    /**
     * Calls $body with a permit, which is given back when $body ends, however it ends.
     *
     * @param callable $body fn (): mixed
     * @return mixed what $body returned
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give a permit back
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     * @throws \Throwable what $body threw
     */
    public function withPermit(callable $body): mixed {}

    /** How many permits are free. */
    public function available(): int {}
}
