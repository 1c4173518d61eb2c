<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How long the operations of a connection may take, in seconds; null: no limit. Numbers that are not above 0 throw a
 * ValueError. A timeout is never early. From a second on it is kept coarsely, as is one that is given to an operation:
 * it may be late by 65 milliseconds, and moving it costs next to nothing.
 *
 * @strict-properties
 * @not-serializable
 */
final class Timeouts
{
    /** For connecting, from the look-up of the name to the first address that answers. */
    public readonly ?float $connect;

    /** For the TLS handshake; no effect without. */
    public readonly ?float $handshake;

    /** For each wait of a read that names no timeout of its own. */
    public readonly ?float $read;

    /** For each write and drain that names no timeout of its own. */
    public readonly ?float $write;

    /** For the time without any bytes in either direction: then the connection is closed, and that is its failure. */
    public readonly ?float $idle;

    /** For the whole life of the connection, from when it stands: then it is closed, and that is its failure. */
    public readonly ?float $total;

    /** Checks each value; a wrong one is a ValueError that names it. */
    public function __construct(
        ?float $connect = 10.0,
        ?float $handshake = 15.0,
        ?float $read = null,
        ?float $write = null,
        ?float $idle = null,
        ?float $total = null
    ) {}
}
