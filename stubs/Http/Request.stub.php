<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * A request as it came, complete with its body; made by the server only. What the parser did not refuse is handed out as it was sent:
 * nothing here is decoded or normalised.
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

    private function __construct() {}

    /**
     * The value of a header, or null. Several lines of that name are joined by ", ".
     *
     * @param string $name In any case.
     */
    public function header(string $name): ?string {}

    /** The whole body, "" if there is none. */
    public function text(): string {}

    /**
     * The body decoded as JSON.
     *
     * @param bool $associative Objects become arrays; else stdClass.
     * @throws \JsonException
     */
    public function json(bool $associative = true): mixed {}

    /**
     * The query, decoded the way PHP fills $_GET.
     *
     * @return array<string, string|array>
     */
    public function query(): array {}

    /**
     * What was sent behind a chunked body. It is kept apart from the headers, and fields that may only stand there are left out.
     *
     * @return array<string, list<string>>
     */
    public function trailers(): array {}
}
