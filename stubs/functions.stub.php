<?php

/** @generate-function-entries */

namespace Evloop;

/**
 * Runs $main as a coroutine and drives the loop until $main and the loop have ended. The way to start a program that wants to have
 * its result; a script whose end is reached runs its loop by itself.
 *
 * @param callable $main fn (): mixed
 * @return mixed what $main returned
 * @throws \Throwable what $main threw, or an error that nobody took when no error handler is set
 * @throws DeadlockException when $main waits for something that can never happen
 * @throws \LogicException inside a coroutine or callback: call the function there, or use async()
 */
function run(callable $main): mixed {}

/**
 * Starts $task as a coroutine, a child of the current scope. It begins at the next turn of the ready queue, after what was ready
 * before; awaiting it gives what it returned.
 *
 * @param callable $task fn (mixed ...$args): mixed
 * @throws LoopException when evloop.max_coroutines are alive
 */
function async(callable $task, mixed ...$args): Coroutine {}

/**
 * The same as async(), as a child of the loop: it outlives the scope that started it, and its failure is nobody's but the loop's.
 *
 * @param callable $task fn (mixed ...$args): mixed
 * @throws LoopException when evloop.max_coroutines are alive
 */
function detached(callable $task, mixed ...$args): Coroutine {}

/**
 * Waits until $awaitable has settled: its value, or its reason thrown. A Promise, a Coroutine, or any object with a then() method
 * (React, Guzzle). The others run meanwhile.
 *
 * Possible in a coroutine, in any callback, in any plain `\Fiber`, and in {main}, which drives the loop meanwhile. A timeout or a
 * cancellation ends the waiting, never what is waited for.
 *
 * @param mixed $awaitable
 * @param null|float $timeout seconds
 * @param null|Cancellation $cancellation ends the waiting, too
 * @throws CancelledError when the coroutine, a scope around it, or $cancellation is cancelled; getPrevious() is the reason
 * @throws TimeoutException after $timeout
 * @throws DeadlockException in {main} when nothing is left that could settle it; the message lists who waits for what
 * @throws \LogicException where PHP forbids to switch: in destructors and garbage collection before PHP 8.4, in tick functions and
 *         pcntl signal handlers, in a fiber that is being destroyed
 * @throws \TypeError when $awaitable cannot be awaited
 */
function await(mixed $awaitable, ?float $timeout = null, ?Cancellation $cancellation = null): mixed {}

/**
 * Waits for $seconds and returns $result. Never returns early.
 */
function delay(float $seconds, mixed $result = null): mixed {}

/**
 * Lets everything that is ready run once, then goes on.
 */
function suspend(): void {}

/**
 * Runs $body and returns what it returned, when it **and all coroutines that were started in it** have ended. async() inside of it
 * starts children of this scope, so nothing goes on behind the back of whoever called scope(), and no failure is lost.
 *
 * The first failure, of a child or of the body, cancels the others, and is thrown once they have ended; when there are more, a
 * ScopeException has all of them. A child that was cancelled has not failed. A supervised scope leaves each failure to the child's
 * promise: to who awaits it, or else to the error handler.
 *
 * In {main} and in a plain Fiber the body runs in a coroutine of its own.
 *
 * @param callable $body fn (Scope $scope): mixed
 * @param null|float $timeout seconds; then body and children are cancelled. Scopes inherit deadlines: the nearest wins
 * @param null|Cancellation $cancellation cancels body and children, too
 * @throws TimeoutException after $timeout, when body and children have ended
 * @throws ScopeException when several tasks failed
 * @throws CancelledError when it was cancelled and the body did not return, or from outside while it waited for the children
 * @throws \Throwable the failure of the body or of a child
 */
function scope(callable $body, ?float $timeout = null, bool $supervise = false, ?Cancellation $cancellation = null): mixed {}

/**
 * Runs $body for at most $seconds: scope() with a time. What $body awaits is cancelled with it when it was started in it, else only
 * the waiting ends.
 *
 * @param callable $body fn (): mixed
 * @throws TimeoutException after $seconds, when the body has ended
 */
function timeout(float $seconds, callable $body): mixed {}

/**
 * Runs $body where cancellation from outside does not reach: for the clean-up in a `finally` block that has to wait for something. It is
 * a scope: what is started in it is shielded, too, and has ended when it returns. A cancellation from outside shows at the first
 * suspension point behind it.
 *
 * @param callable $body fn (): mixed
 * @param null|float $max seconds that a cancellation waits; then $body is cancelled after all
 */
function shield(callable $body, ?float $max = null): mixed {}

/**
 * Waits until one of several things can be done, does it, and nothing of the others.
 *
 *     [$key, $value] = select([
 *         'job' => $jobs->onReceive(),
 *         'sent' => $results->onSend($result),
 *         'stop' => $stopped,
 *     ], timeout: 1.0);
 *
 * If several can be done at once, one of them is picked at random, each as likely as the others.
 *
 * @param array $arms what {@see Channel::onReceive()} and {@see Channel::onSend()} give, promises, coroutines, objects with a
 *        then() method
 * @param null|float $timeout seconds; null: no limit
 * @return array [the key of the arm, what it received or came to; null for a value that was sent]
 * @throws ChannelClosedException when the arm it is about has a closed channel
 * @throws TimeoutException when nothing could be done within $timeout seconds
 * @throws CancelledError when the coroutine is cancelled while it waits
 * @throws DeadlockException in {main}, when nothing can happen any more
 * @throws \Throwable what a promise was rejected with
 * @throws \ValueError when there are no arms, or for a $timeout that is no duration
 * @throws \TypeError for an arm that is none
 * @throws \LogicException where PHP forbids to suspend, if it would have to
 */
function select(array $arms, ?float $timeout = null): array {}

/**
 * Runs all $tasks at once and returns what they gave, under their keys and in their order: callables, which are started as children of
 * a scope of their own, and awaitables. When it returns or throws, everything that it started has ended.
 *
 * The first failure cancels the rest, coroutines that it was given included, and is thrown; with $returnExceptions a failure stands
 * among the results, as in asyncio.
 *
 * A task is a callable fn (): mixed, a promise, a coroutine, or an object with a then() method.
 *
 * @param int $concurrency so many at a time, the next one is taken from $tasks when one has ended; 0 = all at once
 * @throws ScopeException when several failed
 * @throws \Throwable the first failure
 * @throws \TypeError when a task is neither callable nor awaitable
 */
function gather(iterable $tasks, int $concurrency = 0, bool $returnExceptions = false): array {}

/**
 * Runs $fn for each item in a coroutine of its own and returns the results under the items' keys, in their order. Reads $items only as
 * far as there is room for, so they may be endless until $fn fails. The first failure cancels the rest and is thrown.
 *
 * @param callable $fn fn (mixed $item): mixed
 * @param int $concurrency so many at a time; 0 = all at once
 * @throws ScopeException when several failed
 * @throws \Throwable the first failure
 */
function map(iterable $items, callable $fn, int $concurrency = 0): array {}

/**
 * Waits until $awaitables have settled as far as $for says, or for $timeout, and returns `[done, pending]`: the awaitables themselves,
 * under their keys. Cancels nothing, and throws nobody's failure: await() what is done to see it.
 *
 * @param null|float $timeout seconds; when they are over it returns what is done
 */
function wait(iterable $awaitables, WaitFor $for = WaitFor::All, ?float $timeout = null): array {}
