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

    /**
     * A file as the body, sent by the kernel: Content-Type by the extension of its name, Last-Modified, ETag.
     *
     * The answer is made for a request: its conditions (If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since) and one
     * range of bytes (Range, If-Range) are heeded, so the status is 200, 206, 304, 412 or 416. It is 404 when there is no regular
     * file that we may read. Without a request it is 200 or 404.
     *
     * The file is opened here; one that becomes shorter while it is sent cuts the connection.
     *
     * @param string $path As it is, not decoded. Without $root any path: never build it from a request then.
     * @param null|Request $for The request that is answered.
     * @param null|string $root A folder that $path counts from and cannot leave, with a leading slash or without: 404 is what has a
     *     part that begins with a dot (so ".." and hidden files), a NUL, or is led out of the folder by a symbolic link.
     * @throws \Evloop\StreamException The file may be there, but cannot be opened: no descriptor is left, for example.
     */
    public static function file(string $path, ?Request $for = null, ?string $root = null): Response {}

    /** A copy with that header in the place of all of its name. */
    public function withHeader(string $name, string|array $value): Response {}

    /**
     * A copy with one more cookie. Its value is encoded as setcookie() does it, so any string is one.
     *
     * @param string $name A token.
     * @param array $options array{expires?: int, max-age?: int, path?: string, domain?: string, secure?: bool, httponly?: bool,
     *     samesite?: string}: keys, meaning and defaults (nothing, false) are those of setcookie(), and max-age in seconds. expires 0
     *     is the end of the session; a cookie is removed by max-age 0.
     * @throws \ValueError For what browsers drop: an unknown option, a path without its slash, samesite None without secure.
     */
    public function withCookie(string $name, string $value, array $options = []): Response {}
}
