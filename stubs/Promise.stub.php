<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The state of a promise; it changes once, away from Pending.
 */
enum PromiseState
{
    case Pending;
    case Fulfilled;
    case Rejected;
}

/**
 * The result of something that is not finished yet, with the semantics of Promises/A+: it settles once, reactions run later (as
 * microtasks, after the current callback), each once and in the order they were added. Reasons of rejection are Throwables.
 *
 * A rejection that nobody looks at is not lost: it goes to the loop's error handler when the promise is destroyed or the loop ends,
 * and never earlier, so awaiting it late is safe.
 *
 * @template-covariant T
 * @strict-properties
 * @not-serializable
 */
class Promise
{
    /**
     * Calls $executor at once with two functions that settle the promise; only the first call of either counts.
     * What $executor throws rejects the promise.
     *
     * @param callable $executor fn (callable $resolve, callable $reject): mixed
     */
    public function __construct(callable $executor) {}

    /**
     * A new promise for what the matching handler returns (a promise or thenable is adopted) or throws. Without a matching handler
     * the result passes through.
     *
     * @param null|callable $onFulfilled fn (T $value): mixed
     * @param null|callable $onRejected fn (\Throwable $reason): mixed
     * Further arguments are accepted and ignored, for libraries that pass a progress handler.
     */
    public function then(?callable $onFulfilled = null, ?callable $onRejected = null, mixed ...$ignored): Promise {}

    /**
     * The same as then(null, $onRejected), but a Throwable that does not match the type of the handler's first parameter passes on.
     *
     * @param callable $onRejected fn (\Throwable $reason): mixed
     */
    public function catch(callable $onRejected): Promise {}

    /**
     * Calls $onFinally without arguments when the promise has settled, and passes the result on. What $onFinally returns is waited
     * for; what it throws replaces the result.
     *
     * @param callable $onFinally fn (): mixed
     */
    public function finally(callable $onFinally): Promise {}

    /**
     * Waits for the promise: the value, or the reason thrown. See {@see await()} for where waiting is possible.
     *
     * @param null|float $timeout seconds
     * @return T
     * @throws TimeoutException after $timeout; the promise is not affected
     * @throws DeadlockException when nothing is left that could settle it
     * @throws \LogicException where PHP does not allow to switch (see {@see await()})
     */
    public function await(?float $timeout = null): mixed {}

    /** A rejection of this promise shall not be reported. */
    public function ignore(): static {}

    /** Pending, Fulfilled or Rejected. */
    public function state(): PromiseState {}

    /** A promise for $value: a promise is returned as it is, a thenable is adopted, everything else is fulfilled with. */
    public static function resolve(mixed $value = null): Promise {}

    /** A promise that is rejected with $reason. */
    public static function reject(\Throwable $reason): Promise {}
}
