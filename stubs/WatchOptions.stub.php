<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Options of {@see File::watch()}.
 *
 * @strict-properties
 * @not-serializable
 */
final class WatchOptions
{
    /** Seconds of quiet before a change is told; null: it is told at once. */
    public readonly ?float $debounce;

    /** How many folders of a tree are watched. */
    public readonly int $maxFolders;

    /** How many events may wait to be taken. */
    public readonly int $queue;

    /**
     * @param float|null $debounce a change is told when nothing more has happened to its path for so many seconds (ten times that at
     *                             most), and what was undone meanwhile is not told
     * @param int $maxFolders 1 to 16777216
     * @param int $queue 1 to 16777216
     * @throws \ValueError
     */
    public function __construct(?float $debounce = null, int $maxFolders = 10000, int $queue = 4096) {}
}
