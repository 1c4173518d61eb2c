<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The bracket around concurrent work that {@see scope()} opens: it ends when its body and all coroutines that were started in it have
 * ended. Trio calls it a nursery, asyncio a TaskGroup, Kotlin a coroutineScope.
 *
 * @strict-properties
 * @not-serializable
 */
final class Scope
{
    /** Made by scope(). */
    private function __construct() {}

    /**
     * Starts $task as a child of this scope; async() does the same for the current one. In a scope that is cancelled it never starts,
     * and is rejected with a CancelledError.
     *
     * @param callable $task fn (mixed ...$args): mixed
     * @throws \LogicException when the scope has ended
     * @throws LoopException when evloop.max_coroutines are alive
     */
    public function async(callable $task, mixed ...$args): Coroutine {}

    /**
     * Cancels the body and all children, with the scopes that they have opened: every suspension point in them throws CancelledError
     * until they have unwound. What scope() returns then is up to the body: one that returns has its value returned. Does nothing the
     * second time.
     *
     * @param null|\Throwable $reason getPrevious() of the CancelledErrors; without one it is a CancelledError made here, so that its
     *        trace tells who cancelled
     */
    public function cancel(?\Throwable $reason = null): void {}

    /** Whether it was cancelled: by cancel(), its time, its token, the failure of a child, or with a scope around it. */
    public function isCancelled(): bool {}

    /** When it is cancelled, on the clock of Loop::now(): the nearest of its own time and those around it; null = never. */
    public function deadline(): ?float {}

    /** The innermost scope that the caller is in; null in the root scope of the loop. */
    public static function current(): ?Scope {}
}
