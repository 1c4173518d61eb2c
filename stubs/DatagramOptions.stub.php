<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How a {@see DatagramSocket} is made. Wrong values throw a ValueError that names the parameter; null leaves what the
 * operating system has.
 *
 * @strict-properties
 * @not-serializable
 */
final class DatagramOptions
{
    /** Several sockets may be bound to the address, as those that listen to one group do (SO_REUSEADDR). */
    public readonly bool $reuseAddress;

    /** Several processes may be bound to the address, and share what comes (SO_REUSEPORT). */
    public readonly bool $reusePort;

    /** May send to broadcast addresses. */
    public readonly bool $broadcast;

    /** An IPv6 socket takes and sends no IPv4. */
    public readonly bool $ipv6Only;

    /** Routers that what is sent may pass, 1 to 255. */
    public readonly ?int $ttl;

    /** The same for what is sent to groups, 0 (this machine) to 255. */
    public readonly ?int $multicastTtl;

    /** Whether what is sent to a group also comes to this machine. */
    public readonly ?bool $multicastLoop;

    /** The interface that what is sent to groups leaves by: its name, or an address of it. */
    public readonly ?string $multicastInterface;

    /** The byte for the quality of service (type of service, traffic class), 0 to 255. */
    public readonly ?int $tos;

    /** Bytes that the operating system keeps of what has come; it may allow fewer. */
    public readonly ?int $receiveBuffer;

    /** Bytes that the operating system keeps of what is to be sent; it may allow fewer. */
    public readonly ?int $sendBuffer;

    /**
     * Datagrams that may wait to be received, and listeners of "message" that may run at once, 1 to 1,048,576. When so many
     * wait, the operating system keeps what follows, and drops it, the newest first, when its own buffer is full.
     */
    public readonly int $queue;

    /** Bytes of a datagram that are kept, 1 to 65,536 (which any has); what is longer is cut, see Datagram::$truncated. */
    public readonly int $maxSize;

    /** Checks each value; a wrong one is a ValueError that names it. */
    public function __construct(
        bool $reuseAddress = false,
        bool $reusePort = false,
        bool $broadcast = false,
        bool $ipv6Only = false,
        ?int $ttl = null,
        ?int $multicastTtl = null,
        ?bool $multicastLoop = null,
        ?string $multicastInterface = null,
        ?int $tos = null,
        ?int $receiveBuffer = null,
        ?int $sendBuffer = null,
        int $queue = 1024,
        int $maxSize = 65536
    ) {}
}
