<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What {@see select()} may do with a channel: made by {@see Channel::onReceive()} and {@see Channel::onSend()}.
 *
 * @strict-properties
 * @not-serializable
 */
final class Arm
{
    /** Made by a channel only. */
    private function __construct() {}
}
