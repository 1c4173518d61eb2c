<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * What a {@see Server} allows. Everything that a client chooses the size of has a limit here; each refusal names its status, after
 * which the connection closes. Values out of range throw a ValueError.
 *
 * @strict-properties
 * @not-serializable
 */
final class ServerOptions
{
    /** Bytes of a request target; longer ones are answered 414. */
    public readonly int $maxTarget;
    /** Bytes of a request head, from the request line to the empty line; larger ones are answered 431. */
    public readonly int $maxHead;
    /** Header lines of a request, and trailer lines of a chunked body; more are answered 431. */
    public readonly int $maxHeaders;
    /** Bytes of a request body; larger ones are answered 413, as soon as that is known. */
    public readonly int $maxBody;
    /** Bytes of the trailers behind a chunked body; more are answered 431. */
    public readonly int $maxTrailers;
    /** Requests of one connection that are handled at once; further ones wait unread. Answers always leave in order. */
    public readonly int $maxPipelined;
    /** Connections held at once; further ones wait in the kernel's backlog. Null: no limit. */
    public readonly ?int $maxConnections;
    /** Requests handled at once by the whole server; further ones are answered 503. Null: no limit. */
    public readonly ?int $maxInFlight;
    /**
     * Seconds that a request head may take from its first byte (of the first one: from the connection) to its end; then 408, or
     * nothing where nothing had come. The handshake of TLS is in the time of the first one. Null: no limit.
     */
    public readonly ?float $headTimeout;
    /**
     * Seconds without a byte of a body that the handler waits for; then its read throws and the answer is 408. A body at less than
     * 500 bytes a second has so many seconds of waiting in all. Null: no limit.
     */
    public readonly ?float $bodyTimeout;
    /** Seconds that a connection may be idle between two requests, or leave its answers unread; then it is closed. Null: no limit. */
    public readonly ?float $keepAliveTimeout;
    /** Requests after which a connection is closed. Null: no limit. */
    public readonly ?int $maxRequestsPerConnection;
    /** The Server header of every response that has none of its own. Null: no such header. */
    public readonly ?string $serverName;

    /** Checks each value; a wrong one is a ValueError that names it. */
    public function __construct(
        int $maxTarget = 8192,
        int $maxHead = 65536,
        int $maxHeaders = 128,
        int $maxBody = 16777216,
        int $maxTrailers = 8192,
        int $maxPipelined = 64,
        ?int $maxConnections = null,
        ?int $maxInFlight = null,
        ?float $headTimeout = 15.0,
        ?float $bodyTimeout = 30.0,
        ?float $keepAliveTimeout = 60.0,
        ?int $maxRequestsPerConnection = null,
        ?string $serverName = null
    ) {}
}
