--TEST--
A promise or Generator that the body returns is handed through, in {main} as in a coroutine
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Promise};
use function Evloop\{async, await, scope, shield, timeout};

$bodies = fn () => [
    scope(fn () => async(fn () => 'value')),
    timeout(5.0, fn () => Promise::resolve('value')),
    shield(fn () => Promise::resolve('value')),
    scope(fn () => (fn () => yield 1)()),
];
foreach ([$bodies(), await(async(fn () => new ArrayObject($bodies())))] as $results) {
    echo implode(' ', array_map(get_debug_type(...), (array) $results)), "\n";
}
?>
--EXPECT--
Evloop\Coroutine Evloop\Promise Evloop\Promise Generator
Evloop\Coroutine Evloop\Promise Evloop\Promise Generator
