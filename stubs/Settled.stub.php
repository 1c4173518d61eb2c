<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How one promise of {@see Promise::allSettled()} came out.
 *
 * @template-covariant T
 * @strict-properties
 * @not-serializable
 */
final class Settled
{
    /** Fulfilled or Rejected. */
    public readonly PromiseState $state;

    /** @var T|null the value; null when the promise was rejected */
    public readonly mixed $value;

    /** Why the promise was rejected; null when it was fulfilled. */
    public readonly ?\Throwable $reason;

    /** Made by allSettled() only. */
    private function __construct() {}
}
