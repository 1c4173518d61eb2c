<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A task that runs on a stack of its own and settles, as a promise, with what its function returns or throws. Made by
 * {@see async()} and {@see detached()}; every callback of the loop runs in one, too.
 *
 * Inside, `\Fiber::getCurrent()` is a real Fiber, so code that was written for plain Fibers works unchanged. Whatever will wake a
 * coroutine (a timer, a descriptor, a promise) holds it; one that nothing can wake any more is garbage like any other object, and
 * its `finally` blocks run when it is collected.
 *
 * @template-covariant T
 * @extends Promise<T>
 * @strict-properties
 * @not-serializable
 */
final class Coroutine extends Promise
{
    /** Unique in this request, counted from 1. */
    public readonly int $id;

    /** Made by async() and detached() only. */
    private function __construct() {}

    /** The coroutine that is running, or null in {main} and in plain Fibers that no coroutine has started. */
    public static function current(): ?Coroutine {}

    /** A name for {@see Loop::dump()} and deadlock reports. */
    public function setName(string $name): static {}

    /** The name given by setName(). */
    public function getName(): ?string {}

    /**
     * Sets which of the ready ones goes first; the coroutine joins the end of its new lane.
     *
     * @throws LoopException when it has started already
     */
    public function setPriority(Priority $priority): static {}

    /**
     * Cancels the coroutine. One that has not started never does, and is rejected with a {@see CancelledError}. In one that waits
     * the waiting ends and throws it; in the running one it is thrown at the next suspension. It is thrown at every further
     * suspension, too, until the coroutine has unwound, so waiting in a `finally` block of a cancelled coroutine throws. One that
     * has ended is left as it is; if it returned a promise that it follows, that is let go as {@see Promise::cancel()} says. What
     * it waited for is not affected. A coroutine that catches the error and returns is fulfilled with what it returns.
     *
     * @param null|\Throwable $reason getPrevious() of the CancelledError; without one it is a CancelledError made here, so that its
     *        trace tells who cancelled
     */
    public function cancel(?\Throwable $reason = null): void {}

    /** Whether it has returned or thrown. */
    public function isFinished(): bool {}

    /** What it waits for: a Promise, a Coroutine, or null when it runs or waits for something that is no object. */
    public function getAwaiting(): ?object {}

    /**
     * The frames it is in, as Throwable::getTrace() gives them, innermost first; behind them, as frames of their own, where it was
     * started and what awaits it. Without its own frames when it has not begun or has ended.
     *
     * @return list<array<string, mixed>>
     */
    public function getTrace(): array {}

    /** Where it was started, as "file:line". */
    public function getCreationSite(): string {}
}
