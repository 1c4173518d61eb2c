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

    /** {@see \Evloop\ReadableStream::isReadable()} */
    public function isReadable(): bool {}

    /** Nobody wants the rest: it is thrown away when the request is answered. */
    public function close(): void {}

    /** {@see \Evloop\ReadableStream::isClosed()} */
    public function isClosed(): bool {}

    /** @return \Iterator fn (): string, one chunk after the other */
    public function getIterator(): \Iterator {}
}
