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
     * @param callable $executor fn (callable(mixed): void $resolve, callable(\Throwable): void $reject): mixed
     * @param null|callable $onCancel fn (callable $resolve, callable $reject, CancelledError $error): mixed is called once when the
     *        promise is cancelled, to end the work behind it; it may settle the promise, and what it throws rejects it. Dropped
     *        as soon as the promise is settled or follows another one.
     */
    public function __construct(callable $executor, ?callable $onCancel = null) {}

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
     * Nobody wants the result any more. Runs what was given as $onCancel; if that settles nothing, the promise is rejected with a
     * {@see CancelledError} at once. Such a rejection is never reported as unhandled. Without effect on a settled promise.
     *
     * What this promise was derived from, follows, or combines is cancelled too when nobody else is left who wants it: a plain
     * promise whose last child this was and for which nobody waits. A coroutine is never cancelled by its children. Handlers between
     * the two are not called, but those of finally() are. What is cancelled so is nobody's any more: what it is rejected with is not
     * reported.
     *
     * @param null|\Throwable $reason getPrevious() of the CancelledError
     */
    public function cancel(?\Throwable $reason = null): void {}

    /**
     * Calls $callback, once, when the promise is cancelled while it is pending, before it is rejected. Any number of them, in the
     * order they were added; dropped when the promise has settled.
     *
     * @param callable $callback fn (CancelledError $error): mixed; what it throws rejects the promise
     */
    public function onCancel(callable $callback): static {}

    /**
     * Waits for the promise: the value, or the reason thrown. See {@see await()} for where waiting is possible.
     *
     * @param null|float $timeout seconds
     * @param null|Cancellation $cancellation ends the waiting, too
     * @return T
     * @throws TimeoutException after $timeout; the promise is not affected
     * @throws CancelledError when the waiting was cancelled; getPrevious() is the reason
     * @throws DeadlockException when nothing is left that could settle it
     * @throws \LogicException where PHP does not allow to switch (see {@see await()})
     */
    public function await(?float $timeout = null, ?Cancellation $cancellation = null): mixed {}

    /** A rejection of this promise shall not be reported. */
    public function ignore(): static {}

    /** Pending, Fulfilled or Rejected. */
    public function state(): PromiseState {}

    /** A promise for $value: a promise is returned as it is, a thenable is adopted, everything else is fulfilled with. */
    public static function resolve(mixed $value = null): Promise {}

    /** A promise that is rejected with $reason. */
    public static function reject(\Throwable $reason): Promise {}

    /**
     * Fulfilled with the values of all, under their keys and in the order of the input; rejected as soon as one is, with its reason.
     * Nothing given: fulfilled with an empty array.
     *
     * Values that are no promises stand for themselves. An exception of the iterable rejects the result. Inputs that are still
     * pending when the result is decided are left alone, and what becomes of them is not reported. Cancelling the result cancels
     * the inputs that nobody else wants.
     *
     * @param array|\Traversable $promises promises, objects with then(), or plain values
     */
    public static function all(iterable $promises): Promise {}

    /**
     * Fulfilled with the first value; rejected when all are, with an {@see AggregateException} that holds the reasons under their
     * keys. Nothing given: rejected with an empty one. In the rest as all().
     *
     * @param array|\Traversable $promises promises, objects with then(), or plain values
     */
    public static function any(iterable $promises): Promise {}

    /**
     * Settled as the first that settles. Nothing given: stays pending, as in JavaScript and React; who waits for it gets a
     * {@see DeadlockException}. In the rest as all().
     *
     * @param array|\Traversable $promises promises, objects with then(), or plain values
     */
    public static function race(iterable $promises): Promise {}

    /**
     * Fulfilled, when all are settled, with a {@see Settled} for each, under its key and in the order of the input. Nothing given:
     * fulfilled with an empty array. In the rest as all().
     *
     * @param array|\Traversable $promises promises, objects with then(), or plain values
     */
    public static function allSettled(iterable $promises): Promise {}

    /**
     * Calls $task at once: a promise for what it returns, or rejected with what it throws.
     *
     * @param callable $task fn (mixed ...$args): mixed
     */
    public static function try(callable $task, mixed ...$args): Promise {}

    /**
     * The same as the constructor, but rejected with a {@see TimeoutException} when it is not settled within $seconds. Then, and
     * when it is cancelled, the promise that $executor resolved with, if any, is cancelled unless somebody else wants it.
     *
     * @param callable $executor fn (callable(mixed): void $resolve, callable(\Throwable): void $reject): mixed
     */
    public static function timeout(float $seconds, callable $executor): Promise {}

    /**
     * Calls $task until what it returns is fulfilled: once at once, and after a failure up to $retries times again. Rejected with the
     * last failure. Waits $delay seconds before the first repetition, $backoff times as long before each further one. Every call but
     * the first runs in a coroutine of its own. A {@see CancelledError} is not retried. Cancelling the result ends the waiting and
     * cancels the attempt that is under way unless somebody else wants it.
     *
     * @param callable $task fn (int $attempt): mixed, attempts counted from 1
     */
    public static function retry(callable $task, int $retries, float $delay = 0.0, float $backoff = 1.0): Promise {}
}
