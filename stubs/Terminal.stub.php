<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * The terminal that a program runs in.
 *
 *     Terminal::raw(function () {
 *         while (($key = Terminal::readKey()) !== 'q') {
 *             echo match ($key) { "\e[A" => "up\n", "\e[B" => "down\n", default => "" };
 *         }
 *     });
 *
 * Lines need nothing of this: `Stream::stdin()->readLine()` waits for one while the loop goes on.
 *
 * A terminal belongs to all programs on it, so what raw() and readSecret() change is given back however they end: by a return, an
 * exception, exit(), a fatal error, and by SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGALRM that end the process. While it is stopped
 * (Ctrl-Z, SIGTSTP) the terminal is as it was, and raw again when it goes on in the foreground. Only SIGKILL and a crash leave it as it
 * is; `stty sane` helps then.
 *
 * @strict-properties
 * @not-serializable
 */
final class Terminal
{
    /** There are no objects of it. */
    private function __construct() {}

    /** Whether there is a terminal behind the stream, and not a pipe, a file or anything else. */
    public static function isTerminal(Stream $stream): bool {}

    /**
     * The size of the terminal behind $stream; null: of the standard output, error or input, whichever is a terminal first. Where there
     * is none, or it does not know, the environment variables COLUMNS and LINES say it, or it is 80 by 24.
     */
    public static function size(?Stream $stream = null): TerminalSize {}

    /**
     * Calls $callback when the size has changed (SIGWINCH). Several changes in a row may be told as one.
     *
     * The watcher does not keep the loop alive, unless reference() is called on it.
     *
     * @param callable $callback fn (TerminalSize $size, Watcher $watcher): mixed
     * @throws SocketException when the operating system refuses
     */
    public static function onResize(callable $callback): Watcher {}

    /**
     * Runs $body with a terminal that gives what is typed at once: no line editing and no echo; Enter is "\r". Output is as always.
     *
     * Calls may be nested and overlap in several coroutines; the one that began last holds. All of them must be on the same terminal.
     *
     * @param callable $body fn (Stream $terminal): mixed
     * @param bool $signals Ctrl-C, Ctrl-\ and Ctrl-Z are signals as always; false: they are read as "\x03", "\x1c" and "\x1a"
     * @param null|Stream $terminal to read from; null: the standard input
     * @return mixed what $body returns
     * @throws StreamException when $terminal is no terminal, or another one is in use
     * @throws ClosedException when $terminal is closed
     */
    public static function raw(callable $body, bool $signals = true, ?Stream $terminal = null): mixed {}

    /**
     * Reads one key, to be used in raw(): the character ("a", "é", "\r") or the whole escape sequence of it ("\e[A" is the arrow up,
     * "\e[1;5C" Ctrl and the arrow to the right, "\ea" Alt and a), in however many pieces it comes. The key Esc is "\e": since others
     * begin with it, it is told when nothing has followed for 50 ms.
     *
     * @param null|float $timeout seconds; null: no limit
     * @param null|Stream $terminal to read from; null: the standard input
     * @return null|string null at the end
     * @throws TimeoutException when no key came in $timeout seconds
     * @throws PendingOperationException when somebody else reads it
     * @throws ClosedException when it is closed
     * @throws SocketException when reading fails
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws \ValueError for a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend
     */
    public static function readKey(?float $timeout = null, ?Stream $terminal = null): ?string {}

    /**
     * Reads a line that is not shown: a password. The prompt goes to the standard error. Where the standard input is no terminal, a line
     * of it is read, without a prompt.
     *
     * @return null|string without the end of the line; null at the end
     * @throws PendingOperationException when somebody else reads the standard input
     * @throws ClosedException when it is closed
     * @throws StreamException when the line has more than 4096 bytes, or another terminal is in use
     * @throws CancelledError when the coroutine is cancelled while it waits
     * @throws \LogicException where PHP forbids to suspend
     */
    public static function readSecret(string $prompt = ''): ?string {}
}
