<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A flag that any number of coroutines can wait for. It starts unset.
 *
 * @strict-properties
 * @not-serializable
 */
final class Event
{
    /** Sets it: everybody who waits goes on, also if it is cleared right after, and who comes later does not wait. */
    public function set(): void {}

    /** Who comes from now on waits again. */
    public function clear(): void {}

    /** Whether it is set. */
    public function isSet(): bool {}

    /**
     * Waits until it is set; returns at once if it is.
     *
     * @param null|float $timeout seconds; null: no limit
     * @throws TimeoutException when it was not set within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could set it
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function await(?float $timeout = null): void {}
}
