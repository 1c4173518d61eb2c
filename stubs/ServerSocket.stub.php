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
 * Or by events, see on():
 *
 *     $server->on('connection', fn (Socket $socket) => $socket->on('data', fn ($data) => $socket->tryWrite($data)));
 *
 * It keeps the loop alive while somebody waits for a connection or listens to "connection", not by listening alone. Up to 64 connections are accepted in
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
     * an IPv4 address, an IPv6 address in brackets, or a name. "tcp://[::]:80" takes IPv4 as well, unless
     * ListenOptions::$ipv6Only says no.
     *
     * "tls://host:port" speaks TLS, as does any address with ListenOptions::$tls, which need a certificate. Handshakes go on side by
     * side, each within Timeouts::$handshake, and only connections whose handshake is done are given out.
     *
     * Or on "unix:///path": a file that a dead server has left is replaced, one that somebody listens on is not. It is
     * removed by close(), if it is still the same file, and not by a forked child. "unix://\0name" is an abstract name of
     * Linux, which leaves no file.
     *
     * @throws \ValueError for an address that is none, a port out of range, or a scheme that is not supported
     * @throws SocketException when it failed: "listen on tcp://127.0.0.1:80 failed: permission denied (EACCES)", or
     *         "address already in use (EADDRINUSE)"
     * @throws TlsException when the TlsOptions do not make a server
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
     * @throws \LogicException while somebody listens to "connection"; where PHP forbids to suspend, if it would have to
     */
    public function accept(?float $timeout = null): ?Socket {}

    /** Where it listens: "127.0.0.1:80", "[::1]:80", "/path", "\0name"; also when it is closed. */
    public function localAddress(): string {}

    /**
     * Accepts no further connections until resume(): they wait in the backlog. Those accepted in advance are still
     * given out by accept(), and not to listeners.
     */
    public function pause(): static {}

    /** Accept again after pause(); silent when it does. */
    public function resume(): static {}

    /**
     * Listens to an event:
     *
     * - "connection" (Socket $socket, ServerSocket $server): each one in a callback of its own, so that one that waits
     *   keeps no other back. While somebody listens the server lives and keeps the loop alive, and accept() throws.
     * - "error" (\Throwable $error, ServerSocket $server): accepting failed, for want of descriptors say. It is told once,
     *   and goes on by itself. With TLS also each handshake that failed, with the reason; without listeners nobody is told.
     * - "close" (ServerSocket $server): close() was called.
     *
     * @param callable $listener fn (Socket|\Throwable|ServerSocket $what, ServerSocket $server): mixed
     * @throws \ValueError for another event
     * @throws PendingOperationException for "connection" while somebody waits in accept()
     */
    public function on(string $event, callable $listener): static {}

    /**
     * The same for one event, then off.
     *
     * @param callable $listener fn (Socket|\Throwable|ServerSocket $what, ServerSocket $server): mixed
     * @throws \ValueError for another event
     * @throws PendingOperationException for "connection" while somebody waits in accept()
     */
    public function once(string $event, callable $listener): static {}

    /**
     * Takes a listener off, or all of the event.
     *
     * @param null|callable $listener fn (Socket|\Throwable|ServerSocket $what, ServerSocket $server): mixed
     * @throws \ValueError for an event that there is not
     */
    public function off(string $event, ?callable $listener = null): static {}

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
