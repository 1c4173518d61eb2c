<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How large a terminal is, as {@see Terminal::size()} found it.
 *
 * @strict-properties
 * @not-serializable
 */
final class TerminalSize
{
    /** Cells in a line. */
    public readonly int $columns;

    /** Lines. */
    public readonly int $rows;

    /** Made by Terminal only. */
    private function __construct() {}
}
