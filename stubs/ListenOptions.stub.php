<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How {@see ServerSocket::listen()} listens, and what its connections are like. Wrong values throw a ValueError that
 * names the parameter.
 *
 * @strict-properties
 * @not-serializable
 */
final class ListenOptions
{
    /** Connections that the operating system keeps waiting, 1 to 65535. It may allow fewer. */
    public readonly int $backlog;

    /** Several processes may listen on the address at once, and share its connections. */
    public readonly bool $reusePort;

    /** "[::]" takes no IPv4 connections. */
    public readonly bool $ipv6Only;

    /** The connections speak TLS: needed for tls://, and good for any other address. */
    public readonly ?TlsOptions $tls;

    /** Connections open at once, 1 or more; further ones wait in the backlog. Null: no limit. */
    public readonly ?int $maxConnections;

    /** Permissions of the socket file of unix://, 0600 say. Null: what the umask leaves. */
    public readonly ?int $unixMode;

    /** Small writes leave at once (TCP_NODELAY). */
    public readonly bool $noDelay;

    /** Of each connection. Null: the defaults of Timeouts. */
    public readonly ?Timeouts $timeouts;

    /** Of each connection. Null: the defaults of StreamOptions. */
    public readonly ?StreamOptions $stream;

    /** Checks each value; a wrong one is a ValueError that names it. */
    public function __construct(
        int $backlog = 511,
        bool $reusePort = false,
        bool $ipv6Only = false,
        ?TlsOptions $tls = null,
        ?int $maxConnections = null,
        ?int $unixMode = null,
        bool $noDelay = true,
        ?Timeouts $timeouts = null,
        ?StreamOptions $stream = null
    ) {}
}
