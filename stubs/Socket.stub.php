<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A connection.
 *
 *     $socket = Socket::connect('tcp://example.org:7');
 *     $socket->write("hello\n");
 *     echo $socket->readLine();
 *     $socket->close();
 *
 * @strict-properties
 * @not-serializable
 */
final class Socket extends Stream
{
    /** Made by connect() and by servers. */
    private function __construct() {}

    /**
     * Connects to "tcp://host:port", where the host is an IPv4 address, an IPv6 address in brackets or a name. The
     * addresses of a name are tried in turn, within the connect timeout for all.
     *
     * @throws \ValueError for an address that is none, a port out of range, port 0, or a scheme that is not supported
     * @throws SocketException when it failed: "connect tcp://127.0.0.1:1 failed: connection refused (ECONNREFUSED)"
     * @throws DnsException when the name could not be resolved
     * @throws TimeoutException after Timeouts::$connect seconds, by default 10
     * @throws \LogicException where PHP forbids to suspend
     */
    public static function connect(string $uri, ?ConnectOptions $options = null): Socket {}

    /**
     * The address of this end: "127.0.0.1:80", "[::1]:80".
     *
     * @throws ClosedException
     */
    public function localAddress(): string {}

    /**
     * The address of the peer: "127.0.0.1:80", "[::1]:80"; also after the connection ended. "" when it was gone before
     * it was accepted.
     */
    public function remoteAddress(): string {}

    /**
     * Whether small writes leave at once (the default) or wait for the acknowledgement of earlier ones (Nagle's
     * algorithm).
     *
     * @throws ClosedException
     * @throws SocketException
     */
    public function setNoDelay(bool $on): static {}
}
