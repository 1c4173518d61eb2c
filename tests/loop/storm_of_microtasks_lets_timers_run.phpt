--TEST--
Microtasks that queue microtasks without end let timers and the others run
--EXTENSIONS--
evloop
--INI--
evloop.microtask_budget=100
--CONFLICTS--
all
--FILE--
<?php
use Evloop\{Loop, Promise};

$best = INF;
for ($i = 0; $i < 5 && $best > 0.005; $i++) {
    $on = true;
    $storm = function () use (&$storm, &$on) {
        if ($on) {
            Loop::queue($storm);
        }
    };
    $chain = function () use (&$chain, &$on) {
        if ($on) {
            Promise::resolve(1)->then($chain);
        }
    };
    $due = Loop::now() + 0.01;
    Loop::delay(0.01, function () use ($due, &$best, &$on) {
        $best = min($best, Loop::now() - $due);
        $on = false;
    });
    $deferred = false;
    Loop::defer(function () use (&$deferred) {
        $deferred = true;
    });
    $storm();
    $chain();
    Loop::run();
}
echo $best < 0.02 ? "in time\n" : "late by $best s\n";
var_dump($deferred);
?>
--EXPECT--
in time
bool(true)
