--TEST--
Http\Server: a streamed body is made in the handler's scope: a child that fails cuts it, what it starts ends with it
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\{CancelledError, Loop};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$answer = http_run(function () {
    $child = async(fn () => delay(0.005, 'a child of the handler'));
    return (function () use ($child) {
        yield await($child);
        yield ', ' . await(async(fn () => delay(0.001, 'and one of the generator')));
        async(fn () => print("ends before the answer does\n"));
    })();
}, http_get('/', 'Connection: close'));
var_dump(str_contains($answer, 'and one of the generator'), str_ends_with($answer, "0\r\n\r\n"));
$answer = http_run(function () {
    async(fn () => delay(0.02) ?? throw new Exception('a child has failed'));
    return (function () {
        yield 'the first part';
        try {
            delay(60);
        } catch (CancelledError $e) {
            echo 'the generator is cancelled: ', $e->getPrevious()->getMessage(), "\n";
            throw $e;
        }
    })();
}, http_get('/', 'Connection: close'));
var_dump(str_contains($answer, 'the first part'), str_ends_with($answer, "0\r\n\r\n"));
?>
--EXPECT--
ends before the answer does
bool(true)
bool(true)
the generator is cancelled: a child has failed
reported: a child has failed
bool(true)
bool(false)
