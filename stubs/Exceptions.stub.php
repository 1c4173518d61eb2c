<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What every exception of this extension implements, so that one `catch (Evloop\Exception)` takes them all.
 * {@see CancelledError} does not: it must not be swallowed by accident.
 */
interface Exception extends \Throwable
{
}

/** The loop was used in a way that it does not allow: enabling a cancelled watcher, too many coroutines, no more stacks. */
class LoopException extends \RuntimeException implements Exception
{
}

/** An operation on a stream failed. */
class StreamException extends \RuntimeException implements Exception
{
}

/** The object was closed, before the operation or while it was pending. */
class ClosedException extends StreamException
{
}

/** A second operation of the same kind was started while one is pending; the message names both. */
class PendingOperationException extends StreamException
{
}

/**
 * The operating system refused an operation on a socket. getCode() is the errno, {@see SocketException::$name} its name.
 */
class SocketException extends StreamException
{
    /** The symbolic name of the error, "ECONNREFUSED" for example; empty when there is none. */
    public string $name = "";
}

/** A host name could not be resolved. */
class DnsException extends SocketException
{
}

/**
 * TLS failed: the peer's certificate or the handshake was refused, what came is no TLS, or the connection was cut off before the
 * peer's close_notify. The message says why. Options that cannot be used are told by it as well.
 */
class TlsException extends SocketException
{
}

/**
 * A program could not be started, or went wrong in another way than by its exit code. getCode() is the errno, if there is one.
 */
class ProcessException extends \RuntimeException implements Exception
{
    /** The symbolic name of the error, "ENOENT" for example; empty when there is none. */
    public string $name = "";

    /** What could not be done: "program", "cwd", "user", "group", "descriptors", "start"; empty when it was started. */
    public string $step = "";
}

/** The script of a background job threw, or ended without a result. */
class JobException extends ProcessException
{
    /** The class of what it threw; empty when it threw nothing. */
    public string $thrownClass = "";

    /** The trace of that, as text. */
    public string $thrownTrace = "";
}

/**
 * The operating system refused an operation on a file. getCode() is the errno, {@see FileException::$name} its name.
 */
class FileException extends StreamException
{
    /** The symbolic name of the error, "ENOENT" for example; empty when there is none. */
    public string $name = "";
}

/** A peer broke the rules of its protocol. */
class ProtocolException extends \RuntimeException implements Exception
{
}

/**
 * An operation took longer than its timeout. Only the waiting ended, never what was waited for; but of {@see timeout()} and
 * {@see scope()} the body and all that was started in it was cancelled, and has ended.
 */
class TimeoutException extends \RuntimeException implements Exception
{
}

/**
 * Everybody waits and nothing can wake them. The message lists each parked coroutine, where it was started and what it waits for.
 */
class DeadlockException extends \RuntimeException implements Exception
{
}

/** A channel is closed: nothing can be sent, and what it kept has been received. getPrevious() is the reason given to close(). */
class ChannelClosedException extends \RuntimeException implements Exception
{
}

/** A promise was rejected by a foreign library with a reason that is no Throwable. */
class RejectedException extends \RuntimeException implements Exception
{
    /** What the promise was rejected with. */
    public mixed $reason = null;
}

/** Several failures at once, where one success would have been enough. */
class AggregateException extends \RuntimeException implements Exception
{
    /** @var array<\Throwable> */
    private array $exceptions = [];

    /**
     * The failures, under the keys of what failed.
     *
     * @return array<\Throwable>
     */
    final public function getExceptions(): array {}
}

/**
 * Several tasks of a scope failed: the first failure is getPrevious(), and the first of getExceptions(). A scope of which only one
 * task failed throws that failure itself.
 */
class ScopeException extends AggregateException
{
}

/**
 * The work was cancelled. An Error, so that `catch (\Exception)` does not swallow it; let it pass, or throw it on after cleaning up.
 * getPrevious() is the reason that the canceller gave, if any, with the trace of the canceller.
 */
class CancelledError extends \Error
{
}
