--TEST--
evloop.microtask_budget: so many microtasks in a row before others have a turn, also when it is changed later
--EXTENSIONS--
evloop
--INI--
evloop.microtask_budget=7
--FILE--
<?php
use Evloop\Loop;

function storm_before_a_timer(): int
{
    $count = 0;
    $result = null;
    $storm = function () use (&$storm, &$count, &$result) {
        $count++;
        if ($result === null) {
            Loop::queue($storm);
        }
    };
    Loop::defer(function () use (&$storm, &$count, &$result) {
        Loop::delay(0, function () use (&$count, &$result) {
            $result = $count;
        });
        $storm();
    });
    Loop::run();
    return $result;
}
$small = storm_before_a_timer();
ini_set('evloop.microtask_budget', '1000');
$large = storm_before_a_timer();
var_dump($small <= 15, $large >= 1000, $large <= 2001);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
