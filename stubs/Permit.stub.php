<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * One permit of a {@see Semaphore}, or the lock of a {@see Mutex}. It is given back by release(), and by itself when the object is
 * destroyed: so keep it in a variable as long as you need it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Permit
{
    /** Made by acquire() and tryAcquire() only. */
    private function __construct() {}

    /** Gives it back, to who waits longest. Silent when repeated. */
    public function release(): void {}
}
