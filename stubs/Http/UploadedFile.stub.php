<?php

/** @generate-class-entries */

namespace Evloop\Http;

/**
 * A file out of a form, see {@see Request::form()}. It was never on a disk: the whole form is bounded by ServerOptions::$maxBody.
 *
 * @strict-properties
 * @not-serializable
 */
final class UploadedFile
{
    /** The name that the client gave, as it was sent: never use it as a path. */
    public readonly string $name;
    /** The Content-Type that the client gave, "application/octet-stream" if none. */
    public readonly string $type;
    public readonly string $content;

    /** Made by Request::form() only. */
    private function __construct() {}
}
