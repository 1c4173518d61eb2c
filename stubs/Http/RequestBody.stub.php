<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * What {@see Request::body()} returns; {@see \Evloop\ReadableStream} says what its methods do.
 *
 * @strict-properties
 * @not-serializable
 */
final class RequestBody implements \IteratorAggregate, \Evloop\ReadableStream
{
    /** Made by the server only. */
    private function __construct() {}

    /** {@see \Evloop\ReadableStream::read()} */
    public function read(?int $length = null, ?float $timeout = null): ?string {}

    /** {@see \Evloop\ReadableStream::readLine()} */
    public function readLine(int $max = 65536): ?string {}

    /** {@see \Evloop\ReadableStream::readExactly()} */
    public function readExactly(int $length): string {}

    /** {@see \Evloop\ReadableStream::readAll()} */
    public function readAll(int $limit = 16777216): string {}

    /** {@see \Evloop\ReadableStream::pipeTo()} */
    public function pipeTo(\Evloop\WritableStream $to, bool $end = true): int {}

    /** {@see \Evloop\ReadableStream::pause()} */
    public function pause(): static {}

    /** {@see \Evloop\ReadableStream::resume()} */
    public function resume(): static {}

    /** {@see \Evloop\ReadableStream::isReadable()} */
    public function isReadable(): bool {}

    /**
     * {@see \Evloop\ReadableStream::on()}
     *
     * @param callable $listener
     */
    public function on(string $event, callable $listener): static {}

    /**
     * {@see \Evloop\ReadableStream::once()}
     *
     * @param callable $listener
     */
    public function once(string $event, callable $listener): static {}

    /**
     * {@see \Evloop\ReadableStream::off()}
     *
     * @param null|callable $listener
     */
    public function off(string $event, ?callable $listener = null): static {}

    /** Nobody wants the rest: it is thrown away when the request is answered. */
    public function close(): void {}

    /** {@see \Evloop\ReadableStream::isClosed()} */
    public function isClosed(): bool {}

    /** @return \Iterator fn (): string, one chunk after the other */
    public function getIterator(): \Iterator {}
}
