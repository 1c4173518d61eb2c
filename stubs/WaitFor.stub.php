<?php

/** @generate-class-entries */

namespace Evloop;

/** What {@see wait()} waits for. */
enum WaitFor
{
    /** All have settled. */
    case All;

    /** One has settled. */
    case First;

    /** One was rejected, or all have settled. */
    case FirstException;
}
