--TEST--
Coroutines on a timer, in the queue, or awaiting what will settle survive any collection
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};

$wait = [
    'timer' => fn () => delay(0.02),
    'timeout' => fn () => await((new Deferred)->promise->ignore(), 0.02),
    'chain' => fn () => await(async(fn () => delay(0.02))),
    'nested Fiber' => fn () => (new Fiber(fn () => delay(0.02)))->start(),
    'queue' => fn () => array_map(fn () => suspend(), range(1, 10)),
    'reaction' => function () {
        $deferred = new Deferred;
        Loop::delay(0.02, $deferred->resolve(...));
        await($deferred->promise->then(fn () => 1)->finally(fn () => 2));
    },
];
foreach ($wait as $name => $call) {
    async(function () use ($name, $call) {
        $cycle = new stdClass;
        $cycle->self = $cycle;
        $cycle->name = "$name woke\n";
        try {
            $call();
        } catch (Evloop\TimeoutException) {
        }
        echo $cycle->name;
    });
}
for ($i = 0; $i < 30; $i++) {
    gc_collect_cycles();
    $garbage = new ArrayObject;
    $garbage[] = $garbage;
    unset($garbage);
    $i < 15 ? suspend() : delay(0.002);
}
Loop::run();
?>
--EXPECTF--
queue woke
%s woke
%s woke
%s woke
%s woke
%s woke
