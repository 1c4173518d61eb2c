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
 * Possible in a coroutine, in any callback, in any plain `\Fiber`, and in {main}, which drives the loop meanwhile. A timeout ends the
 * waiting, never what is waited for.
 *
 * @param mixed $awaitable
 * @param null|float $timeout seconds
 * @throws TimeoutException after $timeout
 * @throws DeadlockException in {main} when nothing is left that could settle it; the message lists who waits for what
 * @throws \LogicException where PHP forbids to switch: in destructors and garbage collection before PHP 8.4, in tick functions and
 *         pcntl signal handlers, in a fiber that is being destroyed
 * @throws \TypeError when $awaitable cannot be awaited
 */
function await(mixed $awaitable, ?float $timeout = null): mixed {}

/**
 * Waits for $seconds and returns $result. Never returns early.
 */
function delay(float $seconds, mixed $result = null): mixed {}

/**
 * Lets everything that is ready run once, then goes on.
 */
function suspend(): void {}
