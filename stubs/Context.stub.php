<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Values that travel with the flow of control: a request's id, a user, a tracing span. What a coroutine starts begins with a copy of
 * its values; what it writes after that stays its own, in both directions. A callback (a timer's, a then() handler, a listener) runs
 * with the values of where it was registered. As Python's contextvars and Kotlin's CoroutineContext.
 *
 * A key is an integer, a string, or an object, which stands for itself: only who holds the object can read the value, so a library's
 * values cannot collide with anybody's.
 *
 * @strict-properties
 * @not-serializable
 */
final class Context
{
    /** Nothing to construct. */
    private function __construct() {}

    /**
     * The value under $key, or $default when there is none.
     *
     * @param int|string|object $key
     * @throws \TypeError for a key of another type
     */
    public static function get(mixed $key, mixed $default = null): mixed {}

    /**
     * Sets a value for the running coroutine (or callback, or {main}) and what it starts from now on.
     *
     * @param int|string|object $key
     * @throws \TypeError for a key of another type
     */
    public static function set(mixed $key, mixed $value): void {}

    /**
     * Runs $body with $values added; afterwards the values are what they were, whatever $body has set. What $body started keeps them.
     *
     * @param array $values values by key (array<int|string, mixed>)
     * @param callable $body fn (): mixed
     * @return mixed what $body returned
     */
    public static function with(array $values, callable $body): mixed {}

    /**
     * All values whose key is no object.
     *
     * @return array<int|string, mixed>
     */
    public static function all(): array {}
}
