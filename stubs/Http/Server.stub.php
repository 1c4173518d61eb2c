<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * An HTTP/1.1 server.
 *
 *     $server = new Evloop\Http\Server(fn (Evloop\Http\Request $request) => "You asked for $request->path\n");
 *     $server->listen('tcp://127.0.0.1:8080');
 *     Evloop\Loop::run();
 *
 * The handler runs in a coroutine of its own for each request, so it may await. It returns a {@see Response}, a string (sent as plain
 * text in UTF-8), an array (sent as JSON) or a Traversable (its strings are sent one by one, see {@see Response}). What it throws is
 * answered 500 and goes to the loop's error handler, and so does a result of any other type. It has a scope of its own: tasks that it
 * starts by async() end before its answer goes out (before the last piece of one that streams), and are cancelled with it when the
 * client is gone.
 *
 * Requests are read strictly by RFC 9112: what two readers could understand differently is refused, and the connection closes.
 *
 * A server that listens or has connections keeps the loop running, whether a variable holds it or not.
 *
 * @strict-properties
 * @not-serializable
 */
final class Server
{
    /**
     * @param callable $handler callable(Request): (Response|string|array|\Traversable)
     */
    public function __construct(callable $handler, ?ServerOptions $options = null) {}

    /**
     * Listens on one more address, at once.
     *
     * @param string $uri tcp://host:port, tls://host:port or unix:///path; port 0 takes a free one, see localAddresses(). With
     *     ListenOptions::$tls, which tls:// needs, it is HTTPS.
     * @param null|\Evloop\ListenOptions $options Without timeouts.
     * @throws \Evloop\SocketException The address is in use, or is not ours.
     * @throws \ValueError The URI is malformed.
     * @throws \Evloop\ClosedException The server was closed.
     */
    public function listen(string $uri, ?\Evloop\ListenOptions $options = null): static {}

    /**
     * What it listens on, "127.0.0.1:8080" for example, in the order of the calls of listen(). Empty once closed.
     *
     * @return list<string>
     */
    public function localAddresses(): array {}

    /**
     * Stops listening at once, closes idle connections, lets every request that has begun to arrive be answered (its connection then
     * closes, and the answer says so), and returns when all connections are over. What is left after the grace is cut, and
     * told: as a TimeoutException to the loop's error handler, or as a warning if there is none, and by stats()['cut']. A handler
     * that calls it waits for itself: there, leave it to Loop::defer().
     *
     * @param float $grace Seconds.
     */
    public function close(float $grace = 30.0): void {}

    /**
     * @return array{connections: int, accepted: int, inFlight: int, requests: int, refused: int, cut: int} What is open now, was accepted, is being
     *     handled, was answered, was refused by the parser or a limit, and was cut by close().
     */
    public function stats(): array {}
}
