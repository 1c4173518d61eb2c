<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Accepts connections.
 *
 *     $server = ServerSocket::listen('tcp://127.0.0.1:7000');
 *     foreach ($server as $socket) {
 *         async(serve(...), $socket);
 *     }
 *
 * It keeps the loop alive while somebody waits for a connection, not by listening. Up to 64 connections are accepted in
 * advance; further ones wait in the backlog of the operating system. When the process runs out of descriptors accepting
 * rests and goes on by itself.
 *
 * @strict-properties
 * @not-serializable
 */
final class ServerSocket implements \IteratorAggregate
{
    /** Made by listen() only. */
    private function __construct() {}

    /**
     * Listens on "tcp://host:port"; port 0 is a free one, see localAddress(). The host is the address of an interface:
     * an IPv4 address, an IPv6 address in brackets, or a name.
     *
     * @throws \ValueError for an address that is none, a port out of range, or a scheme that is not supported
     * @throws SocketException when it failed: "listen on tcp://127.0.0.1:80 failed: permission denied (EACCES)", or
     *         "address already in use (EADDRINUSE)"
     * @throws DnsException when the name could not be resolved
     * @throws \LogicException for a name, where PHP forbids to suspend
     */
    public static function listen(string $uri, ?ListenOptions $options = null): ServerSocket {}

    /**
     * The next connection, waiting for it if need be. Several coroutines may wait: first come, first served.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return null|Socket null when the server is closed, before or meanwhile
     * @throws TimeoutException when none came in $timeout seconds
     * @throws SocketException when a connection could not be taken over; the next call goes on
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function accept(?float $timeout = null): ?Socket {}

    /** Where it listens: "127.0.0.1:80", "[::1]:80"; also when it is closed. */
    public function localAddress(): string {}

    /**
     * Accepts no further connections until resume(): they wait in the backlog. Those accepted in advance are still
     * given out.
     */
    public function pause(): static {}

    /** Accept again after pause(); silent when it does. */
    public function resume(): static {}

    /**
     * Stops listening; who waits in accept() gets null, loops over it end. Its connections live on. Silent when
     * repeated.
     */
    public function close(): void {}

    /** Whether close() was called. */
    public function isClosed(): bool {}

    /** @return \Iterator fn (): Socket, one connection after the other, until the server is closed */
    public function getIterator(): \Iterator {}
}
