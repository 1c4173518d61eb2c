<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Keeps things that are costly to make, connections for example, for who needs one next.
 *
 *     $pool = new Pool(
 *         create: fn () => new Connection('db.example.org'),
 *         max: 20,
 *         check: fn (Connection $connection) => $connection->isAlive(),
 *         destroy: fn (Connection $connection) => $connection->close(),
 *     );
 *     $rows = $pool->use(fn (Connection $connection) => $connection->query('...'));
 *
 * A resource is lent to one coroutine at a time: the one that was used last first, a new one if there is none and there are not $max
 * yet; else who wants one waits, and who waits longest gets the next. A coroutine that ends without having given back what it was
 * lent loses it: the resource is in no known state, so it is destroyed, and the others can have a new one. What {main} was lent is
 * its own until it gives it back.
 *
 * @template T of object
 * @strict-properties
 * @not-serializable
 */
final class Pool
{
    /**
     * @param callable $create fn (): object, makes a resource when one is needed; may wait
     * @param int $max how many there may be at once, lent or idle: from 1 to 1,000,000
     * @param int $min so many stay however long they are idle, at most $max; they are made when they are needed first
     * @param null|float $idleTimeout seconds after which an idle one is destroyed; null: never
     * @param null|callable $check fn (object $resource): bool, asked before one that exists is lent: false, or an Exception,
     *        destroys it, and another one is lent. May wait
     * @param null|callable $destroy fn (object $resource): void, for each that the pool gives up; may wait
     * @throws \ValueError for numbers out of range or an $idleTimeout that is no duration
     */
    public function __construct(callable $create, int $max = 10, int $min = 0, ?float $idleTimeout = 60.0, ?callable $check = null, ?callable $destroy = null) {}

    /**
     * Calls $body with a resource and takes it back when $body ends. If $body is cancelled, the resource is destroyed, since nobody
     * knows in what state it is; with any other exception it goes back into the pool, for $check to judge.
     *
     * @param callable $body fn (object $resource): mixed
     * @return mixed what $body returned
     * @throws ClosedException when the pool is closed, before or meanwhile
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give one back
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     * @throws \Throwable what $body or $create threw
     */
    public function use(callable $body): mixed {}

    /**
     * Borrows a resource, until release() or discard(), or until this coroutine ends.
     *
     * @param null|float $timeout seconds to wait for one; null: no limit. Making and checking do not count
     * @return T
     * @throws ClosedException when the pool is closed, before or meanwhile
     * @throws TimeoutException when none came back within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could give one back
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     * @throws \TypeError when $create made no object, or one that the pool has already
     * @throws \Throwable what $create threw
     */
    public function acquire(?float $timeout = null): object {}

    /**
     * Gives a resource back. When the pool is closed it is destroyed.
     *
     * @param T $resource
     * @throws \ValueError when it is not lent by this pool
     */
    public function release(object $resource): void {}

    /**
     * Gives a resource back that is of no use any more: it is destroyed.
     *
     * @param T $resource
     * @throws \ValueError when it is not lent by this pool
     */
    public function discard(object $resource): void {}

    /**
     * Lends no more: who waits gets a ClosedException, what is idle is destroyed, and what is lent when it comes back. Silent when
     * repeated.
     */
    public function close(): void {}

    /**
     * @return array `lent`, `idle`, `pending` (being made, checked or handed over), `waiting`, and since the pool was made `created` and `destroyed`
     */
    public function stats(): array {}
}
