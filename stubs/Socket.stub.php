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
     * Connects to "tcp://host:port", where the host is an IPv4 address, an IPv6 address in brackets (with its zone:
     * "tcp://[fe80::1%eth0]:80") or a name; or to "unix:///path" or "unix://\0name", an abstract name of Linux. The
     * addresses of a name race (RFC 8305): IPv6 and IPv4 take turns, the next one is tried when one failed or did not
     * answer for 250 ms, and the first that answers wins, within the connect timeout for all.
     *
     * "tls://host:port" is encrypted by TLS, as is any address with ConnectOptions::$tls. The certificate must be valid and name
     * the host. The handshake has a time of its own, Timeouts::$handshake.
     *
     * @throws \ValueError for an address that is none, a port out of range, port 0, or a scheme that is not supported
     * @throws SocketException when it failed: "connect tcp://127.0.0.1:1 failed: connection refused (ECONNREFUSED)"
     * @throws DnsException when the name could not be resolved
     * @throws TlsException when the handshake failed: "connect tls://a:443 failed: the certificate was refused: certificate has expired"
     * @throws TimeoutException after Timeouts::$connect seconds, by default 10, and $handshake, by default 15
     * @throws \LogicException where PHP forbids to suspend
     */
    public static function connect(string $uri, ?ConnectOptions $options = null): Socket {}

    /**
     * Two Unix sockets that are connected to each other.
     *
     * @return array{Socket, Socket}
     * @throws SocketException when it failed, for want of descriptors say
     */
    public static function pair(): array {}

    /**
     * The address of this end: "127.0.0.1:80", "[::1]:80", "/path", "\0name"; "" for a Unix socket without.
     *
     * @throws ClosedException
     */
    public function localAddress(): string {}

    /**
     * The address of the peer: "127.0.0.1:80", "[::1]:80", "/path", "\0name"; also after the connection ended. "" when it
     * was gone before it was accepted, and for a Unix socket without one.
     */
    public function remoteAddress(): string {}

    /**
     * From now on everything is encrypted, by TLS. Waits until the handshake is done, within the handshake timeout of the
     * Timeouts. What was written before is sent in plain; bytes that came before and were not read are refused, since anybody
     * may have slipped them in. A socket that connected is the client, one that was accepted the server; of a pair() the
     * second one is the server. A client verifies TlsOptions::$peer_name, or
     * the host that it was asked to connect to.
     *
     * When it fails the socket is closed.
     *
     * @param null|TlsOptions $options null: the defaults, which do for a client; a server needs a certificate
     * @throws TlsException with the reason, when the handshake fails or is refused
     * @throws TimeoutException when it takes longer than Timeouts::$handshake, by default 15 seconds
     * @throws ClosedException
     * @throws PendingOperationException when somebody reads or writes
     * @throws \LogicException when it is encrypted already, or listeners of "data" have it
     */
    public function startTls(?TlsOptions $options = null): void {}

    /**
     * What TLS agreed on; null for a connection without.
     *
     * @throws ClosedException
     */
    public function tls(): ?TlsInfo {}

    /**
     * Whether small writes leave at once (the default) or wait for the acknowledgement of earlier ones (Nagle's
     * algorithm).
     *
     * @throws ClosedException
     * @throws SocketException
     */
    public function setNoDelay(bool $on): static {}

    /**
     * Half-close: what was written is sent, then the end; reading goes on. The same as end().
     *
     * @throws ClosedException
     * @throws SocketException when writing failed
     */
    public function shutdown(): void {}

    /**
     * Whether the system asks a silent peer if it is still there, after $delay seconds (rounded up) of silence; without
     * an answer reading fails. Unix sockets need none, and take the call.
     *
     * @throws \ValueError for a $delay of 0 or less, or above 32767
     * @throws ClosedException
     * @throws SocketException
     */
    public function setKeepAlive(bool $on, float $delay = 60.0): static {}

    /**
     * Other timeouts from now on. The idle and the total one begin now; operations that wait already keep theirs.
     *
     * @throws ClosedException
     */
    public function setTimeouts(Timeouts $timeouts): static {}

    /**
     * An option of the system: getOption(SOL_SOCKET, SO_RCVBUF). SO_LINGER is the seconds, or -1 for off.
     *
     * @throws ClosedException
     * @throws SocketException when there is no such option (ENOPROTOOPT)
     */
    public function getOption(int $level, int $name): int {}

    /**
     * Sets one. SO_LINGER takes the seconds: 0 makes close() a reset, -1 turns it off.
     *
     * @throws ClosedException
     * @throws SocketException when there is no such option (ENOPROTOOPT), or the value is refused
     */
    public function setOption(int $level, int $name, int $value): static {}

    /**
     * Moves a connection to the process at the other end of this Unix socket: its descriptor, the bytes that were read and
     * not taken, its settings and the peer's address. It is closed here then, and lives on there, from receiveHandle().
     * What it has written is sent first; what this socket has written is received first. Whatever fails, $socket stays
     * as it was.
     *
     * @param null|float $timeout seconds; null: the write timeout
     * @throws TlsException when $socket is encrypted: its keys cannot go along
     * @throws PendingOperationException when somebody reads from or writes to $socket
     * @throws ClosedException when one of the two is closed
     * @throws SocketException when this is no Unix socket (ENOTSUP), or it failed
     * @throws TimeoutException when the peer took nothing in $timeout seconds
     * @throws \LogicException when listeners of "data" have $socket
     */
    public function sendHandle(Socket $socket, ?float $timeout = null): void {}

    /**
     * The next connection that the process at the other end of this Unix socket sends by sendHandle(). Whoever expects
     * some calls this before any read(), or the system drops those that come meanwhile; pair() expects them from the start.
     * Take them from processes that you trust: each occupies a descriptor.
     *
     * @param null|float $timeout seconds; null: the read timeout
     * @return null|Socket null at the end
     * @throws ProtocolException when what comes is something else
     * @throws StreamException when the descriptor did not arrive, since this process has no room for more
     * @throws SocketException when this is no Unix socket (ENOTSUP), or it failed
     * @throws TimeoutException when none came in $timeout seconds
     * @throws PendingOperationException when somebody else reads
     */
    public function receiveHandle(?float $timeout = null): ?Socket {}
}
