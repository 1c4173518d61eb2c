<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The names in a folder, without "." and "..", from {@see File::list()}. They are read as foreach asks for them; what is
 * added or removed meanwhile may be among them or not.
 *
 *     foreach (File::list('/var/log') as $name) { ... }
 *
 * @strict-properties
 * @not-serializable
 */
final class FileList implements \IteratorAggregate
{
    /** Made by File::list() only. */
    private function __construct() {}

    /** Ends it before its end. Silent when repeated. */
    public function close(): void {}

    /** For foreach: the names as values, counted by the keys. */
    public function getIterator(): \Iterator {}
}
