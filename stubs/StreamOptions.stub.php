<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How much a stream buffers. Values out of range throw a ValueError.
 *
 * @strict-properties
 * @not-serializable
 */
final class StreamOptions
{
    /** Bytes read in advance; then the peer has to wait. */
    public readonly int $readBuffer;

    /** Bytes of output that are buffered; who writes more waits. */
    public readonly int $highWaterMark;

    /**
     * @param int $readBuffer 1024 bytes to 1 GiB
     * @param int $highWaterMark 1024 bytes to 1 GiB
     */
    public function __construct(int $readBuffer = 65536, int $highWaterMark = 1048576) {}
}
