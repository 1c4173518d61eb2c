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
    /** Made by the static methods of its kinds. */
    private function __construct() {}

    public function read(?int $length = null, ?float $timeout = null): ?string {}

    public function readLine(int $max = 65536): ?string {}

    public function readExactly(int $length): string {}

    public function readAll(int $limit = 16777216): string {}

    public function isReadable(): bool {}

    public function write(string $data, ?float $timeout = null): void {}

    public function tryWrite(string $data): bool {}

    public function drain(?float $timeout = null): void {}

    public function end(string $last = ""): void {}

    public function isWritable(): bool {}

    public function getBufferedBytes(): int {}

    public function close(): void {}

    public function isClosed(): bool {}

    /** The number of its descriptor, which stays the stream's; null when it is closed. */
    public function getFd(): ?int {}

    /** @return \Iterator fn (): string, one chunk after the other */
    public function getIterator(): \Iterator {}
}
