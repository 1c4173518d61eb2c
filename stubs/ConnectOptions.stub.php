<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How {@see Socket::connect()} connects. Wrong values throw a ValueError that names the parameter.
 *
 * @strict-properties
 * @not-serializable
 */
final class ConnectOptions
{
    /** Null: the defaults of Timeouts. */
    public readonly ?Timeouts $timeouts;

    /** The connection speaks TLS by these options; for tls:// the defaults do. */
    public readonly ?TlsOptions $tls;

    /** The local address to connect from: "192.0.2.1", "192.0.2.1:5000", "2001:db8::1", "[2001:db8::1]:5000". */
    public readonly ?string $bindTo;

    /** Small writes leave at once (TCP_NODELAY). */
    public readonly bool $noDelay;

    /** Null: the defaults of StreamOptions. */
    public readonly ?StreamOptions $stream;

    /** Checks each value; a wrong one is a ValueError that names it. */
    public function __construct(
        ?Timeouts $timeouts = null,
        ?TlsOptions $tls = null,
        ?string $bindTo = null,
        bool $noDelay = true,
        ?StreamOptions $stream = null
    ) {}
}
