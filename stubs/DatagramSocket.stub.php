<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Sends and receives datagrams (UDP).
 *
 *     $socket = DatagramSocket::bind('udp://127.0.0.1:9000');
 *     foreach ($socket as $datagram) {
 *         $socket->send($datagram->data, $datagram->address);
 *     }
 *
 * With listeners instead: `$socket->on('message', fn (Datagram $datagram, DatagramSocket $socket) => ...)`. It keeps the
 * loop alive while somebody waits in one of its methods or listens to "message" or "error", not by being open. From the
 * first of these on it receives into its queue (DatagramOptions::$queue), also while nobody waits.
 *
 * A failure that the operating system tells of (that nobody listens where the last datagram went to, say) is thrown by the
 * next receive() or send(), or goes to the listeners of "error"; the socket lives on.
 *
 * @strict-properties
 * @not-serializable
 */
final class DatagramSocket implements \IteratorAggregate
{
    /** Made by bind() and connect() only. */
    private function __construct() {}

    /**
     * A socket with this address, "udp://host:port"; port 0 is a free one, see localAddress(). The host is the address of an
     * interface or of all ("0.0.0.0", "[::]", which also takes IPv4), or a name.
     *
     * @throws \ValueError for an address that is none, a port out of range, or another scheme than udp
     * @throws SocketException when it failed: "bind udp://127.0.0.1:53 failed: permission denied (EACCES)"
     * @throws DnsException when the name could not be resolved
     * @throws \LogicException for a name, where PHP forbids to suspend
     */
    public static function bind(string $uri, ?DatagramOptions $options = null): DatagramSocket {}

    /**
     * A socket that sends to this address, and receives from there only. Nothing is sent to connect.
     *
     * @throws \ValueError for an address that is none, a port out of range or 0, or another scheme than udp
     * @throws SocketException when it failed: "connect udp://[2001:db8::1]:53 failed: network is unreachable (ENETUNREACH)"
     * @throws DnsException when the name could not be resolved
     * @throws \LogicException for a name, where PHP forbids to suspend
     */
    public static function connect(string $uri, ?DatagramOptions $options = null): DatagramSocket {}

    /**
     * Sends a datagram, which may be empty. It leaves at once, or as soon as the operating system has room for it; then
     * first come, first served.
     *
     * @param null|string $address "192.0.2.1:53", "[2001:db8::1]:53", "host:53"; null for the peer of a connected socket
     * @throws \ValueError for an address that is none, where there must be one, or where there must be none
     * @throws SocketException when it failed: "message too long (EMSGSIZE)" for more than 65,507 bytes (IPv4), or what the
     *         operating system tells of earlier ones: "connection refused (ECONNREFUSED)"
     * @throws DnsException when the name could not be resolved
     * @throws ClosedException when the socket is closed, before or meanwhile
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public function send(string $data, ?string $address = null): void {}

    /**
     * The next datagram, waiting for it if need be.
     *
     * @param null|float $timeout seconds; null: no limit
     * @return null|Datagram null once the socket is closed
     * @throws TimeoutException when none came in $timeout seconds
     * @throws SocketException for a failure that the operating system tells of; the next call goes on
     * @throws ClosedException when the socket is closed while this waits
     * @throws PendingOperationException when another coroutine is waiting in receive()
     * @throws \LogicException when datagrams go to listeners, or where PHP forbids to suspend, if it would have to
     * @throws \ValueError for a $timeout that is no duration
     */
    public function receive(?float $timeout = null): ?Datagram {}

    /** Its own address: "127.0.0.1:9000", "[::]:9000"; also when it is closed. */
    public function localAddress(): string {}

    /** Where it is connected to, also when it is closed; null when it was bound. */
    public function remoteAddress(): ?string {}

    /**
     * Receives what is sent to a group from now on.
     *
     * @param string $group a multicast address: "239.1.2.3", "ff15::1"
     * @param null|string $interface its name, or an address of it; null: the one that the operating system picks
     * @param null|string $source only what this address sends
     * @throws \ValueError for a group, interface or source that is none
     * @throws SocketException when it failed: "address already in use (EADDRINUSE)" for one joined before
     * @throws ClosedException when the socket is closed
     */
    public function joinGroup(string $group, ?string $interface = null, ?string $source = null): static {}

    /**
     * The opposite of joinGroup() with the same arguments.
     *
     * @throws \ValueError for a group, interface or source that is none
     * @throws SocketException when it failed: "address not available (EADDRNOTAVAIL)" for one not joined
     * @throws ClosedException when the socket is closed
     */
    public function leaveGroup(string $group, ?string $interface = null, ?string $source = null): static {}

    /**
     * Datagrams that were dropped because the queue and the buffer of the operating system were full, as far as that tells
     * (Linux does).
     */
    public function getDropped(): int {}

    /**
     * Calls the listener for each event:
     * - "message" (Datagram, DatagramSocket): each datagram has a callback of its own, so that a listener that waits does
     *   not hold up the next one; at most DatagramOptions::$queue of them run at once.
     * - "error" (SocketException, DatagramSocket): the socket lives on.
     * - "close" (DatagramSocket): after close(), last.
     *
     * @param callable $listener fn (...): void
     * @throws \ValueError for an unknown event
     * @throws PendingOperationException for "message" and "error", when a coroutine is waiting in receive()
     */
    public function on(string $event, callable $listener): static {}

    /**
     * The same for the next event only.
     *
     * @param callable $listener fn (...): void
     * @throws \ValueError for an unknown event
     * @throws PendingOperationException for "message" and "error", when a coroutine is waiting in receive()
     */
    public function once(string $event, callable $listener): static {}

    /**
     * Removes a listener, or all of the event.
     *
     * @throws \ValueError for an unknown event
     */
    public function off(string $event, ?callable $listener = null): static {}

    /**
     * Closes the socket; what is queued is lost. Who waits gets a ClosedException, loops over it end. Silent when repeated.
     */
    public function close(): void {}

    /** Whether close() was called. */
    public function isClosed(): bool {}

    /** @return \Iterator fn (): Datagram, one after the other, until the socket is closed */
    public function getIterator(): \Iterator {}
}
