<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * A request; made by the server only. What the parser did not refuse is handed out as it was sent: the properties are neither decoded
 * nor normalised.
 *
 * The handler is called when the head is complete. The body may still be on its way: text(), json(), form() and trailers() wait for
 * all of it, body() gives it as it comes. A client that sends more than ServerOptions::$maxBody, or something malformed, or nothing
 * for ServerOptions::$bodyTimeout seconds makes them throw; a handler that lets this exception pass answers with its status (413, 400,
 * 408), and nothing is reported. What a handler leaves unread is thrown away, up to 256 KiB and 5 seconds, then the connection closes.
 * After the answer a body that had not come as a whole is gone.
 *
 * @strict-properties
 * @not-serializable
 */
final class Request
{
    /** "GET" for example; case matters, and methods that nobody registered are passed on, too. */
    public readonly string $method;
    /** The request target: "/path?query", an absolute URI, or "*" with OPTIONS. */
    public readonly string $target;
    /** The target's path, still percent-encoded; "/" at least, or "*". */
    public readonly string $path;
    /** What stands behind the question mark, "" without one. */
    public readonly string $query;
    /** "1.1" or "1.0". */
    public readonly string $version;
    /** The peer: "127.0.0.1:50000", "[::1]:50000". */
    public readonly string $remoteAddress;
    /** @var array<string, list<string>> Lower-case names, each with its values in the order they came. */
    public readonly array $headers;

    /** Made by the server only. */
    private function __construct() {}

    /**
     * The value of a header, or null. Several lines of that name are joined by ", ".
     *
     * @param string $name In any case.
     */
    public function header(string $name): ?string {}

    /**
     * The body as a stream. All streams of one request are the same one: what was read is gone. The client is stopped while nobody
     * reads. Once something was read, or it was closed, text(), json() and form() throw; after these it gives the body once more.
     *
     * Its reads throw, besides what {@see \Evloop\ReadableStream} says, a ProtocolException (with the status as its code) when the body
     * is malformed, too large or ends too early, a TimeoutException when the client was too slow, a SocketException when the
     * connection is gone, and a ClosedException when the request was answered.
     */
    public function body(): \Evloop\ReadableStream {}

    /**
     * The whole body, "" if there is none; the same whenever it is asked for.
     *
     * @throws \Evloop\ProtocolException malformed, too large, or not complete; the code is the status
     * @throws \Evloop\TimeoutException the client was too slow
     * @throws \Evloop\SocketException the connection is gone
     * @throws \Evloop\ClosedException the request was answered before the body was here
     * @throws \LogicException body() was read from
     */
    public function text(): string {}

    /**
     * The body decoded as JSON.
     *
     * @param bool $associative Objects become arrays; else stdClass.
     * @throws \JsonException
     */
    public function json(bool $associative = true): mixed {}

    /**
     * The body of an HTML form, by its Content-Type: "application/x-www-form-urlencoded" or "multipart/form-data". Names and brackets in
     * them mean what they mean in $_POST; a file stands among the values as an {@see UploadedFile}, so no other value can pass for
     * one. At most as many fields as the setting max_input_vars says are taken.
     *
     * @return array<string, string|UploadedFile|array>
     * @throws \Evloop\ProtocolException another Content-Type (code 415), or a malformed body (400); a handler that lets it pass answers
     *     with that status
     */
    public function form(): array {}

    /**
     * The cookies, their values percent-decoded. Of several with the same name the first counts.
     *
     * @return array<string, string>
     */
    public function cookies(): array {}

    /**
     * The query, decoded the way PHP fills $_GET.
     *
     * @return array<string, string|array>
     */
    public function query(): array {}

    /**
     * What was sent behind a chunked body; waits for its end, unless body() was read from: then it is empty until that end came. It is kept apart from the headers, and fields that may only stand there are left out.
     *
     * @return array<string, list<string>>
     */
    public function trailers(): array {}
}
