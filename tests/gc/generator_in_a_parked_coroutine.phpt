--TEST--
A coroutine parked inside generators is collected; finally of each runs
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

$log = [];
function inner(object $node, array &$log): Generator
{
    try {
        yield await((new Deferred)->promise);
    } finally {
        $log[] = 'inner';
    }
}
function outer(object $node, array &$log): Generator
{
    try {
        foreach (inner($node, $log) as $value) {
            yield $value;
        }
    } finally {
        $log[] = 'outer';
    }
}
(function () use (&$log) {
    $node = new stdClass;
    $node->coroutine = async(function () use ($node, &$log) {
        foreach (outer($node, $log) as $value);
    });
})();
suspend();
suspend();
echo count($log), "\n";
gc_collect_cycles();
echo implode(' ', $log), "\n";
?>
--EXPECT--
0
inner outer
