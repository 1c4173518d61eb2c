<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What a {@see FileWatcher} has seen.
 *
 * @strict-properties
 * @not-serializable
 */
final class FileEvent
{
    public readonly FileChange $change;

    /** Of the file or folder, as it begins in File::watch(); after a rename the new one. */
    public readonly string $path;

    /** The path before a rename; null for all else. */
    public readonly ?string $oldPath;

    public readonly bool $isFolder;

    /** Made by FileWatcher only. */
    private function __construct() {}
}
