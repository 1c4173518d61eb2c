<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Hands values from coroutine to coroutine, in order.
 *
 *     $jobs = new Channel(100);
 *     async(function () use ($jobs) {
 *         foreach (urls() as $url) {
 *             $jobs->send($url);
 *         }
 *         $jobs->close();
 *     });
 *     foreach ($jobs as $url) {
 *         fetch($url);
 *     }
 *
 * Without a capacity (a rendezvous) a sender waits until a receiver takes its value. With one, up to so many values are kept, and
 * only then senders wait. Any number of coroutines may send and receive; who waits longest is served first, and nobody who comes
 * later, not even by trySend() or tryReceive(), goes ahead of those who wait. A receiver that is cancelled never takes a value with
 * it: what it was handed goes to the next.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 * @strict-properties
 * @not-serializable
 */
final class Channel implements \IteratorAggregate, \Countable
{
    /**
     * @param int $capacity how many values are kept for receivers that are still to come, at most 1,073,741,824; 0: none, each
     *        send() waits for its receiver
     * @throws \ValueError for a capacity out of range
     */
    public function __construct(int $capacity = 0) {}

    /**
     * Hands $value over, waiting while there is neither a receiver nor room. When it throws, nobody has got the value.
     *
     * @param T $value
     * @param null|float $timeout seconds; null: no limit
     * @throws ChannelClosedException when the channel is closed, before or meanwhile
     * @throws TimeoutException when nobody took it within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could take it
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function send(mixed $value, ?float $timeout = null): void {}

    /**
     * The next value, waiting for it if need be. What was kept when the channel was closed is still given out.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return T
     * @throws ChannelClosedException when the channel is closed and empty
     * @throws TimeoutException when nothing came within $timeout seconds
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws DeadlockException in {main}, when nobody is left who could send
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function receive(?float $timeout = null): mixed {}

    /**
     * The same as send() without waiting.
     *
     * @param T $value
     * @return bool false: there is neither a receiver nor room, and nobody has got the value
     * @throws ChannelClosedException when the channel is closed
     */
    public function trySend(mixed $value): bool {}

    /**
     * The same as receive() without waiting.
     *
     * @param T $value set to the next value, if there is one
     * @return bool false: there is nothing to receive right now
     * @throws ChannelClosedException when the channel is closed and empty
     */
    public function tryReceive(mixed &$value): bool {}

    /**
     * No more values: every send() from now on, and those that wait, throw. What is kept is still received; after it receivers get a
     * ChannelClosedException, and loops over the channel end. Silent when repeated.
     *
     * @param null|\Throwable $reason why, if it is a failure: the previous of each ChannelClosedException. Loops over the channel
     *        then throw it, too
     */
    public function close(?\Throwable $reason = null): void {}

    /** Whether close() was called; values may still be left. */
    public function isClosed(): bool {}

    /** How many values are kept. Those of senders that wait do not count. */
    public function count(): int {}

    /** An arm for {@see select()}: receives from this channel. It can be used any number of times. */
    public function onReceive(): Arm {}

    /**
     * An arm for {@see select()}: sends $value to this channel. It can be used any number of times and sends $value each time that
     * it is the one.
     *
     * @param T $value
     */
    public function onSend(mixed $value): Arm {}

    /**
     * One value after the other, until the channel is closed and empty; keys count from 0. Several loops over one channel share its
     * values.
     *
     * @return \Iterator<int, T>
     * @throws ChannelClosedException at the end of a channel that was closed with a reason
     */
    public function getIterator(): \Iterator {}
}
