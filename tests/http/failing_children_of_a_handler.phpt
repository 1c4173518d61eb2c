--TEST--
Http\Server: a child that fails makes the answer a 500; each failure is reported once
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Loop;
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("  reported: {$e->getMessage()}\n"));
$fails = fn (string $name) => async(fn () => throw new Exception($name));
$sleeper = function (string $name) {
    try {
        delay(60);
    } finally {
        echo "  $name is cancelled\n";
    }
};
$handlers = [
    'the handler waits' => fn () => [$fails('before')] && $sleeper('the handler'),
    'the handler awaits it' => fn () => await($fails('awaited')),
    'the handler caught it' => function () use ($fails) {
        try {
            await($fails('caught'));
        } catch (Exception) {
            return 'answer';
        }
    },
    'when the handler has returned' => fn () => [async(fn () => delay(0.01) ?? throw new Exception('after'))] ? 'answer' : '',
    'the handler throws' => fn () => [async($sleeper, 'the child'), delay(0.005), throw new Exception('of the handler')],
    'wrong result' => fn () => [async($sleeper, 'the child'), delay(0.005)] ? null : '',
];
foreach ($handlers as $name => $handler) {
    $status = http_statuses(http_run($handler, http_get('/', 'Connection: close')));
    echo "$name: $status\n";
}
?>
--EXPECT--
  the handler is cancelled
  reported: before
the handler waits: 500
  reported: awaited
the handler awaits it: 500
  reported: caught
the handler caught it: 500
  reported: after
when the handler has returned: 500
  the child is cancelled
  reported: of the handler
the handler throws: 500
  the child is cancelled
  reported: The handler of an Evloop\Http\Server must return Evloop\Http\Response|string|array|Traversable, null returned
wrong result: 500
