<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The event loop of this request and thread: made on first use, run by itself at the end of the main script while referenced work is
 * left (not after exit(), a fatal error, an uncaught exception or stop()).
 *
 * Every callback runs in a coroutine, so it may await. An internal function given as a callback gets at most as many arguments as it
 * accepts. Order in a tick: deferred callbacks, I/O, timers by due time then by making; microtasks after each. Words and rules are
 * Revolt's.
 *
 * @strict-properties
 * @not-serializable
 */
final class Loop
{
    /** All methods are static. */
    private function __construct() {}

    /**
     * Runs until nothing referenced is left or stop() is called. Callable again after that, and after an exception left it.
     *
     * @throws \LogicException inside a coroutine or callback of this loop: it runs already, await() what you wait for
     * @throws \Throwable an error that nobody took, when no error handler is set
     */
    public static function run(): void {}

    /**
     * One tick, for those who embed the loop: polls (waiting for an event only if $block and nothing is ready), then runs what is
     * ready, at most evloop.io_budget items.
     *
     * @return bool whether referenced work is left
     * @throws \LogicException inside a coroutine or callback of this loop
     */
    public static function runOnce(bool $block = true): bool {}

    /** run() returns after the current tick; what is registered stays. Without effect when the loop does not run. */
    public static function stop(): void {}

    /** Whether run() or an await in {main} is driving the loop. */
    public static function isRunning(): bool {}

    /**
     * A microtask: runs after the current callback, before anything else that is ready. First in, first out.
     *
     * @param callable $callback fn (mixed ...$args): mixed
     */
    public static function queue(callable $callback, mixed ...$args): void {}

    /**
     * Runs $callback once in the next tick.
     *
     * @param callable $callback fn (Watcher $watcher): mixed
     */
    public static function defer(callable $callback): Watcher {}

    /**
     * Runs $callback once after $seconds, never earlier. Equal deadlines fire in the order they were made.
     *
     * @param callable $callback fn (Watcher $watcher): mixed
     */
    public static function delay(float $seconds, callable $callback): Watcher {}

    /**
     * Runs $callback every $interval seconds. Keeps to its schedule and does not drift; turns that were missed are skipped.
     *
     * @param callable $callback fn (Watcher $watcher): mixed
     */
    public static function repeat(float $interval, callable $callback): Watcher {}

    /**
     * Runs $callback in every tick in which a read of $stream would not block: bytes wait (also in PHP's buffer of the stream), a
     * connection can be accepted, or the end or an error is there. Any number of watchers may share a descriptor. Regular files and
     * /dev/null are always ready. Cancel the watcher before you close the stream: else the watcher ends with a ClosedException for
     * the error handler.
     *
     * @param resource|\Socket|int $stream a PHP stream, a socket of ext/sockets, or the number of a descriptor
     * @param callable $callback fn (mixed $stream, Watcher $watcher): mixed
     * @throws \TypeError for anything else, and for a closed stream
     * @throws \ValueError for a stream without a descriptor (php://memory) or with filters
     * @throws SocketException when the descriptor is not open
     */
    public static function onReadable(mixed $stream, callable $callback): Watcher {}

    /**
     * Runs $callback in every tick in which a write to $stream would not block: so cancel or disable the watcher when nothing is left
     * to write. A connection attempt that ended, either way, is writable. See onReadable().
     *
     * @param resource|\Socket|int $stream
     * @param callable $callback fn (mixed $stream, Watcher $watcher): mixed
     */
    public static function onWritable(mixed $stream, callable $callback): Watcher {}

    /**
     * Runs $callback whenever the process gets $signal.
     *
     * @param callable $callback fn (int $signal, Watcher $watcher): mixed
     * @throws \ValueError for a number that is no signal, or one that cannot be caught
     */
    public static function onSignal(int $signal, callable $callback): Watcher {}

    /** The same as $watcher->cancel(). */
    public static function cancel(Watcher $watcher): void {}

    /** Monotonic seconds since an arbitrary start, with nanosecond resolution; jumps of the wall clock do not touch it. */
    public static function now(): float {}

    /**
     * Sets who gets every Throwable that nobody else took; null: the driver of the loop throws it.
     *
     * @param null|callable $handler fn (\Throwable $error, ?Coroutine $from, ?string $madeAt): mixed; $madeAt is where the promise of
     *        an unseen rejection was made, as "file:line"
     * @return null|callable the handler before
     */
    public static function setErrorHandler(?callable $handler): ?callable {}

    /**
     * Runs $main as the main coroutine of a fresh loop and returns what it returns. When it has ended, all that its loop still holds is
     * closed: watchers are cancelled, coroutines unwound, servers and sockets shut; what would have kept that loop alive is reported
     * by a warning. May be nested, and called in a coroutine. The outer loop stands still meanwhile: its timers, sockets and
     * coroutines wait, so what only they could settle is never settled inside.
     *
     * @template T
     * @param callable $main fn (): T
     * @return T
     * @throws DeadlockException when $main waits for what can never happen
     * @throws \Throwable what $main throws; else the first error in its loop that nobody took
     */
    public static function isolate(callable $main): mixed {}

    /**
     * Figures since the loop was made; always counted.
     *
     * - ticks, callbacks: how many began; a coroutine that goes on counts as a callback
     * - watchers: the enabled ones by kind (defer, delay, repeat, signal, readable, writable)
     * - coroutines: alive, and of those the ready ones, whose turn is to come
     * - bytes: in and out, through streams and servers of this extension
     * - lag: p50, p99 and max of the seconds from one poll to the next, in which nobody looks at events; within a sixteenth
     * - busy, idle: seconds spent on work and on waiting for it
     *
     * @return array{ticks: int, callbacks: int, watchers: array<string, int>, coroutines: array{alive: int, ready: int},
     *     bytes: array{in: int, out: int}, lag: array{p50: float, p99: float, max: float}, busy: float, idle: float}
     */
    public static function metrics(): array {}

    /**
     * What is alive and what it waits for, for people: a line for each coroutine, enabled watcher and open object, with the place in
     * the code where it was made.
     */
    public static function dump(): string {}
}
