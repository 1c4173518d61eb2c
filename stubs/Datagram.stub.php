<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What a {@see DatagramSocket} has received.
 *
 * @strict-properties
 * @not-serializable
 */
final class Datagram
{
    /** Its bytes; there may be none. */
    public readonly string $data;

    /** Who sent it, as DatagramSocket::send() takes it: "192.0.2.1:53", "[fe80::1%eth0]:53". */
    public readonly string $address;

    /** It was longer than DatagramOptions::$maxSize, and the rest is lost. */
    public readonly bool $truncated;

    /** Made by DatagramSocket only. */
    private function __construct() {}
}
