<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What the operating system says about a file. Times are seconds since 1970.
 *
 * @strict-properties
 * @not-serializable
 */
final class FileStat
{
    public readonly FileType $type;

    /** In bytes. */
    public readonly int $size;

    /** The permissions: 0644, say. */
    public readonly int $mode;

    /** The owner's number. */
    public readonly int $uid;

    /** The group's number. */
    public readonly int $gid;

    /** With $device, what is the same for two names of one file and for no other. */
    public readonly int $inode;

    public readonly int $device;

    /** How many names it has. */
    public readonly int $links;

    /** When it was read last. */
    public readonly float $accessed;

    /** When its contents were changed last. */
    public readonly float $modified;

    /** When anything of it, its permissions say, was changed last. */
    public readonly float $changed;

    /** Made by File only. */
    private function __construct() {}
}
