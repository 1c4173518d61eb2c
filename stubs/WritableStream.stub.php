<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Something that bytes can be written to. Output is buffered and leaves together at the end of the tick; over 64 KiB it
 * is tried at once. The buffer holds at most StreamOptions::$highWaterMark bytes: who writes more is suspended until
 * there is room.
 *
 * All methods that write throw:
 * - ClosedException when the stream is closed or was ended, before or while they wait
 * - SocketException when the peer or the network failed; also when that was found by an earlier operation
 * - \LogicException where PHP forbids to suspend, if they would have to
 */
interface WritableStream
{
    /**
     * Writes all of $data; returns when it is buffered, which needs waiting only above the high-water mark. Calls by
     * several coroutines leave whole and in the order they were made.
     *
     * @param null|float $timeout seconds for the whole call; null: Timeouts::$write, by default no limit
     * @throws TimeoutException when there was no room in time. A part of $data may be sent then: close the stream
     * @throws \ValueError for a $timeout that is no duration
     */
    public function write(string $data, ?float $timeout = null): void;

    /**
     * Writes $data only if that needs no waiting.
     *
     * @return bool false: the buffer would hold more than the high-water mark (or others wait to write), and nothing
     *         was taken. Into an empty buffer $data is always taken, whatever its length
     */
    public function tryWrite(string $data): bool;

    /**
     * Waits until everything that was written is handed to the operating system, the end included.
     *
     * @param null|float $timeout seconds; null: Timeouts::$write, by default no limit
     * @throws TimeoutException after $timeout; what is buffered goes on being sent
     * @throws \ValueError for a $timeout that is no duration
     */
    public function drain(?float $timeout = null): void;

    /**
     * Writes $last and then the end of the stream: the peer reads null behind it. Reading goes on. All of it is sent even
     * if close() follows or the object is dropped, for which it has a minute; without end() close() drops what the
     * operating system has not taken.
     *
     * @throws ClosedException when it was ended before and there is a $last; without one a repeated end() is silent
     */
    public function end(string $last = ""): void;

    /** Whether write() is possible: not closed, not ended, not failed. */
    public function isWritable(): bool;

    /** Bytes written but not yet taken by the operating system. */
    public function getBufferedBytes(): int;

    /**
     * Calls $listener at each $event: `drain` (fn ($stream)), `error` (fn (\Throwable $failure, $stream)), `close`
     * (fn (?\Throwable $failure, $stream)); see {@see ReadableStream::on()} for the rules and for "data" and "end".
     *
     * @param callable $listener
     * @throws \ValueError for another event
     */
    public function on(string $event, callable $listener): static;

    /**
     * As on(), for the next event only.
     *
     * @param callable $listener
     */
    public function once(string $event, callable $listener): static;

    /**
     * Takes a listener back, or all of an event.
     *
     * @param null|callable $listener
     */
    public function off(string $event, ?callable $listener = null): static;

    /** Closes both directions at once; whoever waits gets a ClosedException. Silent when repeated. */
    public function close(): void;

    /** Whether close() was called. */
    public function isClosed(): bool;
}
