<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Lets one coroutine at a time do something. Needed only where what belongs together is interrupted by waiting: between two
 * suspensions nobody else runs anyhow.
 *
 *     $mutex->synchronized(function () use ($file) {
 *         $count = (int) $file->readLine();
 *         $file->write($count + 1);
 *     });
 *
 * Who waits longest is next. It is not bound to a coroutine: a coroutine that takes it twice waits for itself, and whoever has the
 * {@see Permit} may release it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Mutex
{
    /**
     * Takes the lock, waiting for it if need be.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return Permit the lock, which is given back when it is released or destroyed
     * @throws TimeoutException when it did not become free within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give it back
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function acquire(?float $timeout = null): Permit {}

    /**
     * Takes the lock if it is free.
     *
     * @return null|Permit null: it is not
     */
    public function tryAcquire(): ?Permit {}

    /**
     * Calls $body under the lock, which is given back when $body ends, however it ends.
     *
     * @param callable $body fn (): mixed
     * @return mixed what $body returned
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give the lock back
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     * @throws \Throwable what $body threw
     */
    public function synchronized(callable $body): mixed {}

    /** Whether somebody has the lock, or is about to. */
    public function isLocked(): bool {}
}
