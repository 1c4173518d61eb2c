<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The producer's side of a {@see Promise}: who holds it settles the promise. A second settle is ignored.
 *
 * @template T
 * @strict-properties
 * @not-serializable
 */
final class Deferred
{
    /** @var Promise<T> */
    public readonly Promise $promise;

    /**
     * A pending promise and the right to settle it.
     *
     * @param null|callable $onCancel fn (callable $resolve, callable $reject, CancelledError $error): mixed, see
     *        {@see Promise::__construct()}
     */
    public function __construct(?callable $onCancel = null) {}

    /**
     * The same as reading $promise.
     *
     * @return Promise<T>
     */
    public function promise(): Promise {}

    /**
     * Fulfils with $value; a promise or an object with then() is adopted: the promise settles as that one does. A promise resolved
     * with itself is rejected with a TypeError (Promises/A+ 2.3.1).
     *
     * @param T $value
     */
    public function resolve(mixed $value = null): void {}

    /** Rejects with $reason. */
    public function reject(\Throwable $reason): void {}

    /** Whether resolve() or reject() was called; the promise may still wait for one that it adopted. */
    public function isSettled(): bool {}

    /** What a foreign thenable rejects with: no Throwable is wrapped in a RejectedException. */
    private function rejectWith(mixed $reason = null): void {}
}
