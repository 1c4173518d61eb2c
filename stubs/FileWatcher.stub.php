<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Changes of a file, a folder or a tree, from {@see File::watch()}.
 *
 *     foreach (File::watch('src', recursive: true) as $event) {
 *         echo $event->change->name, ' ', $event->path, "\n";
 *     }
 *
 * What happens while nobody waits is kept, up to WatchOptions::$queue events; two changes of one path that wait are one. It
 * keeps the loop alive only while somebody waits.
 *
 * @strict-properties
 * @not-serializable
 */
final class FileWatcher implements \IteratorAggregate
{
    /** Made by File::watch() only. */
    private function __construct() {}

    /**
     * The next event; null once it is closed, or the root is gone and that was told.
     *
     * @throws TimeoutException
     * @throws PendingOperationException while another coroutine waits
     */
    public function next(?float $timeout = null): ?FileEvent {}

    /** Ends it; who waits gets null. Silent when repeated. */
    public function close(): void {}

    /** Whether it was closed, or the root is gone. */
    public function isClosed(): bool {}

    /** For foreach: the events, until it is closed. */
    public function getIterator(): \Iterator {}
}
