<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Something that bytes can be read from. One reader at a time: a second one, while a coroutine waits in any of these
 * methods, gets a PendingOperationException that names both. Iterating gives one chunk after the other until the end,
 * as read() would.
 *
 * Reading goes on in the background, from the first read on and up to StreamOptions::$readBuffer bytes; then the peer
 * has to wait. A timeout or an exception that ends the waiting loses no bytes: they stay for the next read. A failure
 * of the peer (a reset, say) is kept behind the bytes that came before it and thrown by the read that comes to it, and
 * by all later ones.
 *
 * All methods that read throw:
 * - ClosedException when the stream is closed, before or while they wait
 * - SocketException when the peer or the network failed
 * - PendingOperationException when another coroutine is reading
 * - \LogicException where PHP forbids to suspend, if they would have to
 */
interface ReadableStream extends \Traversable
{
    /**
     * What has arrived, at least one byte, waiting for it if need be; returns at once when something is buffered.
     *
     * @param null|int $length at most so many bytes, 1 or more; null: all there is
     * @param null|float $timeout seconds; null: Timeouts::$read, by default no limit
     * @return null|string null at the end
     * @throws TimeoutException when nothing came in $timeout seconds
     * @throws \ValueError for a $length below 1, or a $timeout that is no duration
     */
    public function read(?int $length = null, ?float $timeout = null): ?string;

    /**
     * One line without its end ("\n" or "\r\n"). The last line needs no end.
     *
     * @param int $max bytes of the line without its end
     * @return null|string null at the end
     * @throws StreamException when the line is longer; nothing is consumed
     * @throws TimeoutException after Timeouts::$read seconds without any progress
     */
    public function readLine(int $max = 65536): ?string;

    /**
     * Exactly $length bytes, 1 or more.
     *
     * @throws StreamException when the end comes before; what there is stays buffered
     * @throws TimeoutException after Timeouts::$read seconds without any progress
     */
    public function readExactly(int $length): string;

    /**
     * Everything up to the end; "" when there is nothing.
     *
     * @param int $limit bytes
     * @throws StreamException when there is more; what came stays buffered
     * @throws TimeoutException after Timeouts::$read seconds without any progress
     */
    public function readAll(int $limit = 16777216): string;

    /**
     * Writes all that comes to $to, as fast as $to takes it, and ends $to behind it unless $end is false. What was read and could not be
     * written is still there to be read.
     *
     * @return int how many bytes it was
     * @throws \Throwable a failure of either side; $to is not ended then
     * @throws PendingOperationException when somebody else reads
     */
    public function pipeTo(WritableStream $to, bool $end = true): int;

    /**
     * Event style: no more "data" until resume(). What comes meanwhile is buffered up to the stream's limit, then the peer is stopped.
     */
    public function pause(): static;

    /** Event style: "data" again. */
    public function resume(): static;

    /** Whether a read would give bytes or wait for them: not closed, and neither the end nor a failure was reached. */
    public function isReadable(): bool;

    /**
     * Calls $listener at each $event. Events come one after the other, and never inside of a call: while a listener awaits, the next
     * event waits too. What a listener throws goes to the error handler. With the first listener for "data" the stream flows: it then
     * keeps itself and the loop alive, and read() throws.
     *
     * - `data`: fn (string $data, $stream)
     * - `end`: fn ($stream): the peer has ended; when the listeners have returned, what is still written is sent, and it closes
     * - `drain`: fn ($stream): tryWrite() was refused, and now all is sent
     * - `error`: fn (\Throwable $failure, $stream): before "close"
     * - `close`: fn (?\Throwable $failure, $stream): the last one, once
     *
     * @param callable $listener
     * @throws \ValueError for another event
     * @throws PendingOperationException for "data" while somebody reads
     */
    public function on(string $event, callable $listener): static;

    /**
     * As on(), for the next event only.
     *
     * @param callable $listener
     */
    public function once(string $event, callable $listener): static;

    /**
     * Takes a listener back, or all of an event. Without one for "data" the stream flows no more.
     *
     * @param null|callable $listener
     */
    public function off(string $event, ?callable $listener = null): static;

    /** Closes both directions at once; whoever waits gets a ClosedException. Silent when repeated. */
    public function close(): void;

    /** Whether close() was called. */
    public function isClosed(): bool;
}
