<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * One registration with the loop: a deferred callback, a timer, a signal or a descriptor. The loop holds an active watcher; dropping the variable
 * does not cancel it. Semantics as Revolt's: a callback never runs inside the call that registers it, a cancelled watcher never
 * fires again even if it was ready in this tick, an enabled one fires in the next tick at the earliest.
 *
 * @strict-properties
 * @not-serializable
 */
final class Watcher
{
    /** Unique in this request. */
    public readonly int $id;

    /** Made by the methods of Loop only. */
    private function __construct() {}

    /** It never fires again and cannot be enabled again. Silent when repeated. */
    public function cancel(): void {}

    /**
     * It may fire again, from the next tick on; a timer starts anew.
     *
     * @throws LoopException after cancel(), and when the isolated loop that it was made in has ended
     * @throws StreamException when the descriptor was closed meanwhile
     */
    public function enable(): static {}

    /** It does not fire until it is enabled again, and does not keep the loop alive. */
    public function disable(): static {}

    /** It keeps the loop alive while it is enabled: the default. */
    public function reference(): static {}

    /** The loop may end while it is enabled. */
    public function unreference(): static {}

    /** Whether it may fire. */
    public function isEnabled(): bool {}

    /** Whether it keeps the loop alive while it is enabled. */
    public function isReferenced(): bool {}

    /** Whether it was cancelled, or has fired for the only time. */
    public function isCancelled(): bool {}
}
