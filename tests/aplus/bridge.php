<?php
// The PHP end of adapter.js: reads one JSON request a line from stdin and answers on stdout. A request may come while another one
// waits for its answer, from a handler for example; then it is served inside. JavaScript's values are numbers here.

use Evloop\{Deferred, Loop, Promise};

/** A value of JavaScript that cannot have a then(), or that was found to have none. */
class Value
{
    public function __construct(public readonly int $number) {}
}

/** An object of JavaScript. Whether its then is a function is asked when the promise procedure wants to call it, and once. */
final class Thenable extends Value
{
    public function then(callable $resolve, callable $reject): void
    {
        $answer = request(['op' => 'then', 'object' => $this->number, 'resolve' => keep($resolve), 'reject' => keep($reject)]);
        if (isset($answer['plain'])) {
            $resolve(new Value($this->number));
        }
    }
}

/** Reasons of PHP are Throwables: one around a value of JavaScript. */
final class Reason extends Exception
{
    public function __construct(public readonly int $number)
    {
        parent::__construct("reason $number");
    }
}

final class Store
{
    public static array $promises = [];
    public static array $deferreds = [];
    public static array $functions = [];
    public static array $failures = [];
}

function keep(callable $function): int
{
    Store::$functions[] = $function;
    return array_key_last(Store::$functions);
}

function decode(array $message): Value|Promise
{
    return match (true) {
        isset($message['promise']) => Store::$promises[$message['promise']],
        isset($message['object']) => new Thenable($message['object']),
        default => new Value($message['value']),
    };
}

function reason(array $message): Reason
{
    return new Reason($message['value']);
}

function encode(mixed $value): array
{
    if ($value instanceof Value || $value instanceof Reason) {
        return ['value' => $value->number];
    }
    Store::$failures[spl_object_id($value)] = $value;
    return ['failure' => spl_object_id($value), 'class' => $value::class, 'message' => $value->getMessage()];
}

function send(array $message): void
{
    fwrite(STDOUT, json_encode($message, JSON_THROW_ON_ERROR) . "\n");
}

function receive(): array
{
    $line = fgets(STDIN);
    if ($line === false) {
        ini_set('display_errors', '0'); // who was rejected and is still held is told now
        exit(0);
    }
    return json_decode($line, true, 512, JSON_THROW_ON_ERROR);
}

function request(array $message): array
{
    send($message);
    for (;;) {
        $answer = receive();
        if (!isset($answer['answer'])) {
            send(['answer' => serve($answer)]);
        } elseif (isset($answer['answer']['thrown'])) {
            throw reason($answer['answer']['thrown']);
        } else {
            return $answer['answer'];
        }
    }
}

function handler(?int $number): ?callable
{
    return $number === null ? null : fn (mixed $argument): mixed =>
        decode(request(['op' => 'handler', 'handler' => $number, 'argument' => encode($argument)])['result']);
}

function added(Promise $promise): int
{
    Store::$promises[] = $promise;
    return array_key_last(Store::$promises);
}

function deferred(): int
{
    $number = added(($deferred = new Deferred)->promise);
    Store::$deferreds[$number] = $deferred;
    return $number;
}

function serve(array $message): ?int
{
    return match ($message['op']) {
        'deferred' => deferred(),
        'resolve' => Store::$deferreds[$message['deferred']]->resolve(decode($message['argument'])),
        'reject' => Store::$deferreds[$message['deferred']]->reject(reason($message['argument'])),
        'resolved' => added(Promise::resolve(decode($message['argument']))),
        'rejected' => added(Promise::reject(reason($message['argument']))),
        'derive' => added(Store::$promises[$message['promise']]->then(handler($message['fulfilled']), handler($message['rejected']))),
        'fulfil' => Store::$functions[$message['function']](decode($message['argument'])),
        'fail' => Store::$functions[$message['function']](reason($message['argument'])),
        'turn' => Loop::run(),
    };
}

// A PHP promise that nobody looks at is reported; the suite makes many of them.
Loop::setErrorHandler(fn (Throwable $error) => null);
for (;;) {
    send(['answer' => serve(receive())]);
}
