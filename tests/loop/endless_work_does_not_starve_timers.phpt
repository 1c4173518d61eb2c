--TEST--
A chain of defer(), repeat(0) or suspend() without end does not make a timer late
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
use Evloop\{Loop, Watcher};
use function Evloop\{async, suspend};

/** @param Closure(object): void $load starts endless work that ends with $state->on */
function lateness(Closure $load): float
{
    $best = INF;
    for ($i = 0; $i < 5 && $best > 0.005; $i++) {
        $state = new stdClass;
        $state->on = true;
        $due = Loop::now() + 0.01;
        Loop::delay(0.01, function () use ($due, $state, &$best) {
            $best = min($best, Loop::now() - $due);
            $state->on = false;
        });
        $load($state);
        Loop::run();
    }
    return $best;
}

$again = function (object $state) use (&$again) {
    Loop::defer(fn () => $state->on && $again($state));
};
$loads = [
    'defer' => $again,
    'repeat(0)' => fn (object $state) => Loop::repeat(0, fn (Watcher $watcher) => $state->on || $watcher->cancel()),
    'suspend' => fn (object $state) => [1, 2, async(function () use ($state) {
        while ($state->on) {
            suspend();
        }
    })],
];
foreach ($loads as $name => $load) {
    $late = lateness($load);
    echo $name, $late < 0.02 ? " in time\n" : " late by $late s\n";
}
?>
--EXPECT--
defer in time
repeat(0) in time
suspend in time
