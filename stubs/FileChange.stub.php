<?php

/** @generate-class-entries */

namespace Evloop;

/** What happened to a file, in a {@see FileEvent}. */
enum FileChange
{
    /** It is there now: made, or moved here from elsewhere. */
    case Created;

    /** Its contents, or its permissions, were changed. */
    case Changed;

    /** It is not there any more: removed, or moved elsewhere. */
    case Removed;

    /** It has another name, within what is watched. */
    case Renamed;

    /** So much happened that some of it is not told: look for yourself. */
    case Overflow;
}
