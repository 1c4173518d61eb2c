<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What all kinds of streams share: {@see ReadableStream} and {@see WritableStream} say what the methods do. A stream
 * keeps the loop alive only while somebody waits in it or output is on its way, not by being open.
 *
 * An object that is dropped is closed. What was written in this tick is handed to the operating system first, as far as
 * that takes it at once; end() makes sure of all of it.
 *
 * @strict-properties
 * @not-serializable
 */
class Stream implements \IteratorAggregate, DuplexStream
{
    /**
     * Over what is open already: a PHP stream with a descriptor (a pipe, a socket, a terminal, a file), a Socket of ext/sockets, or the
     * number of a descriptor. That is duplicated, so closing the Stream leaves it open, and whether it blocks is not changed. What PHP
     * has read ahead is read first. When the PHP stream is closed, so is this one.
     *
     * A terminal is opened anew, so that neither reading nor writing it blocks. The controlling side of a pseudo-terminal ("pty" of
     * proc_open()) has its end when no program has the terminal open any more.
     *
     * A regular file is always ready, as in stream_select(): reading a slow one holds the loop. end() on what is no socket closes it.
     *
     * @param resource|\Socket|int $resource
     * @throws \TypeError for what is none of these, or closed
     * @throws \ValueError for streams without a descriptor of their own (memory, user wrappers), with filters or TLS, and for sockets
     *         that listen or take datagrams
     * @throws SocketException when the operating system refuses
     */
    public function __construct(mixed $resource, ?StreamOptions $options = null) {}

    /** The standard input; the same object every time. What STDIN has buffered is read first. */
    public static function stdin(): Stream {}

    /** The standard output; the same object every time. */
    public static function stdout(): Stream {}

    /** The standard error; the same object every time. */
    public static function stderr(): Stream {}

    /**
     * A pipe: what is written to the second comes out of the first, and its end() is the end there.
     *
     * @return array{Stream, Stream} [reader, writer]
     * @throws SocketException when the operating system has no more descriptors
     */
    public static function createPipe(): array {}

    /** {@see ReadableStream::read()} */
    public function read(?int $length = null, ?float $timeout = null): ?string {}

    /** {@see ReadableStream::readLine()} */
    public function readLine(int $max = 65536): ?string {}

    /** {@see ReadableStream::readExactly()} */
    public function readExactly(int $length): string {}

    /** {@see ReadableStream::readAll()} */
    public function readAll(int $limit = 16777216): string {}

    /** {@see ReadableStream::pipeTo()} */
    public function pipeTo(WritableStream $to, bool $end = true): int {}

    /** {@see ReadableStream::pause()} */
    public function pause(): static {}

    /** {@see ReadableStream::resume()} */
    public function resume(): static {}

    /** {@see ReadableStream::isReadable()} */
    public function isReadable(): bool {}

    /** {@see WritableStream::write()} */
    public function write(string $data, ?float $timeout = null): void {}

    /** {@see WritableStream::tryWrite()} */
    public function tryWrite(string $data): bool {}

    /** {@see WritableStream::drain()} */
    public function drain(?float $timeout = null): void {}

    /** {@see WritableStream::end()} */
    public function end(string $last = ""): void {}

    /** {@see WritableStream::isWritable()} */
    public function isWritable(): bool {}

    /** {@see WritableStream::getBufferedBytes()} */
    public function getBufferedBytes(): int {}

    /**
     * {@see ReadableStream::on()}
     *
     * @param callable $listener
     */
    public function on(string $event, callable $listener): static {}

    /**
     * {@see ReadableStream::once()}
     *
     * @param callable $listener
     */
    public function once(string $event, callable $listener): static {}

    /**
     * {@see ReadableStream::off()}
     *
     * @param null|callable $listener
     */
    public function off(string $event, ?callable $listener = null): static {}

    /** {@see WritableStream::close()} */
    public function close(): void {}

    /** {@see WritableStream::isClosed()} */
    public function isClosed(): bool {}

    /** The number of its descriptor, which stays the stream's; null when it is closed. */
    public function getFd(): ?int {}

    /** @return \Iterator fn (): string, one chunk after the other */
    public function getIterator(): \Iterator {}
}
