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
    private function __construct() {}

    public function read(?int $length = null, ?float $timeout = null): ?string {}

    public function readLine(int $max = 65536): ?string {}

    public function readExactly(int $length): string {}

    public function readAll(int $limit = 16777216): string {}

    public function isReadable(): bool {}

    /** Nobody wants the rest: it is thrown away when the request is answered. */
    public function close(): void {}

    public function isClosed(): bool {}

    /** @return \Iterator fn (): string, one chunk after the other */
    public function getIterator(): \Iterator {}
}
