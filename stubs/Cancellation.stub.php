<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Cancels what was given its token: for work that outlives a scope, or that several places may end. Inside one scope, Scope::cancel()
 * and timeouts do. As .NET's CancellationTokenSource and the web's AbortController.
 *
 * @strict-properties
 * @not-serializable
 */
final class CancellationSource
{
    /** What is handed to those who shall end. */
    public readonly Cancellation $token;

    /** A source whose token nobody has cancelled yet. */
    public function __construct() {}

    /**
     * Cancels the token, once: further calls do nothing. Runs no user code itself.
     *
     * @param null|\Throwable $reason what the CancelledErrors have as their getPrevious(); without one it is a CancelledError made
     *        here, so that its trace tells who cancelled
     */
    public function cancel(?\Throwable $reason = null): void {}
}

/**
 * A token: tells whether somebody has cancelled. {@see await()} and {@see scope()} take one; other code asks it or registers a callback.
 *
 * @strict-properties
 * @not-serializable
 */
final class Cancellation
{
    /** Made by a CancellationSource, timeout() or any(). */
    private function __construct() {}

    /**
     * A token that is cancelled when $seconds have passed, with a TimeoutException as its reason. The time counts from this call;
     * it keeps the loop alive only while somebody listens.
     *
     * @throws \ValueError for a number of seconds that is negative, NAN or infinite
     */
    public static function timeout(float $seconds): Cancellation {}

    /** A token that is cancelled when the first of $tokens is, with that one's reason; of none, never. */
    public static function any(Cancellation ...$tokens): Cancellation {}

    /** Whether it was cancelled. */
    public function isCancelled(): bool {}

    /**
     * For long work without a suspension point.
     *
     * @throws CancelledError when it was cancelled; getPrevious() is the reason
     */
    public function throwIfCancelled(): void {}

    /**
     * Has $callback run once, as a microtask, when the token is cancelled; at once, if it is. Until then the token (of timeout() and
     * any(): what it listens to) holds the callback.
     *
     * @param callable $callback fn (\Throwable $reason): void
     * @return int for off()
     */
    public function onCancel(callable $callback): int {}

    /** Takes a callback back. Silent for one that has run, or that never was. */
    public function off(int $id): void {}
}
