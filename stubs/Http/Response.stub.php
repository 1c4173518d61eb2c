<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * An answer. Immutable: the same one may be returned for any number of requests.
 *
 * The server adds Date, Content-Length, Connection, and Content-Type if there is a body and the headers name none
 * ("text/plain; charset=utf-8"). It leaves the body out for HEAD, 204, 205 and 304.
 *
 * A Traversable as the body (a generator, a stream) is sent string by string as the client takes it, and may await; it serves one
 * request. Without a Content-Length it goes in chunks (to HTTP/1.0: until the connection ends). What it throws before its first string
 * is answered 500; later it cuts the connection, and so does a Content-Length that is not met.
 *
 * @strict-properties
 * @not-serializable
 */
final class Response
{
    public readonly int $status;
    /** @var array<string, string|int|float|list<string|int|float>> The headers as they were given. */
    public readonly array $headers;

    /**
     * @param int $status 200 to 599.
     * @param array $headers array<string, string|int|float|list<string|int|float>>: a list makes one line a value. Content-Length
     *     counts for a Traversable and for answers without a body only (to HEAD, say); of Connection only "close" is heeded.
     * @param null|string|\Traversable $body Of a Traversable<string|\Stringable>.
     * @throws \ValueError For a name that is no token, for a value with a line break or another control character, for
     *     Transfer-Encoding, which is the server's affair.
     */
    public function __construct(int $status = 200, array $headers = [], string|\Traversable|null $body = null) {}

    /**
     * $value as JSON, slashes and Unicode unescaped.
     *
     * @throws \JsonException
     */
    public static function json(mixed $value, int $status = 200, array $headers = []): Response {}

    /** Plain text in UTF-8. */
    public static function text(string $text, int $status = 200, array $headers = []): Response {}

    /** HTML in UTF-8. */
    public static function html(string $html, int $status = 200, array $headers = []): Response {}

    /**
     * @param string $to The Location; it must be encoded as a URI is.
     * @param int $status 301, 302, 303, 307 or 308.
     */
    public static function redirect(string $to, int $status = 302): Response {}

    /** A copy with that header in the place of all of its name. */
    public function withHeader(string $name, string|array $value): Response {}
}
