<?php

/** @generate-class-entries */

namespace Evloop;

/** What a path leads to. */
enum FileType
{
    case File;

    case Folder;

    /** A symbolic link; told by File::lstat() only. */
    case Link;

    /** A named pipe. */
    case Fifo;

    case Socket;

    /** A device of bytes (a terminal, /dev/null) or of blocks (a disk). */
    case Device;
}
