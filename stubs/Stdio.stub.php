<?php

/** @generate-class-entries */

namespace Evloop;

/** Where a standard stream of a {@see Process} comes from or goes to. */
enum Stdio
{
    /** Through a pipe, whose other end is a Stream here. */
    case Pipe;

    /** The one of this process. */
    case Inherit;

    /** /dev/null: an empty input, output that nobody reads. */
    case Null;

    /** For the standard error: where the standard output goes (2>&1 of a shell). */
    case Output;
}
