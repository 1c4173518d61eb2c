<?php

/** @generate-class-entries */

namespace Evloop;

/** Of a coroutine, see {@see Coroutine::setPriority()}: the higher goes first, but after 16 of it a lower one has its turn. */
enum Priority
{
    case High;
    case Normal;
    case Low;
}
