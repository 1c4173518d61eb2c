<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Keeps what is done to a rate, by a bucket of tokens: it starts full with $burst tokens, $perSecond flow in, and each operation takes
 * some out. So after a pause up to $burst operations go at once, and in the long run no more than $perSecond.
 *
 *     $limiter = new RateLimiter(perSecond: 50, burst: 10);
 *     foreach ($urls as $url) {
 *         $limiter->acquire();
 *         async(fetch(...), $url);
 *     }
 *
 * Who waits longest is served first, also if it needs more tokens than the others.
 *
 * @strict-properties
 * @not-serializable
 */
final class RateLimiter
{
    /**
     * @param float $perSecond tokens a second, from 1e-6 to 1e9
     * @param int $burst what the bucket holds, from 1 to 1,000,000,000
     * @throws \ValueError for a rate or burst out of range
     */
    public function __construct(float $perSecond, int $burst = 1) {}

    /**
     * Takes $tokens out, waiting until they are there, never less.
     *
     * @param int $tokens at most the burst
     * @param null|float $timeout seconds; null: no limit
     * @throws TimeoutException when they were not there within $timeout seconds; nothing is taken then
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws \ValueError for more tokens than the bucket can ever hold, less than one, or a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function acquire(int $tokens = 1, ?float $timeout = null): void {}

    /**
     * Takes $tokens out if they are there and nobody waits.
     *
     * @return bool false: nothing was taken
     * @throws \ValueError for more tokens than the bucket can ever hold, or less than one
     */
    public function tryAcquire(int $tokens = 1): bool {}
}
