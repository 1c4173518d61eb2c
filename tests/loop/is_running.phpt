--TEST--
isRunning() is true while something drives the loop
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, run};

$show = fn (string $where) => print("$where: " . var_export(Loop::isRunning(), true) . "\n");
$show('start');
Loop::defer(fn () => $show('callback'));
Loop::run();
$show('after run()');
await(async(fn () => $show('coroutine while {main} awaits')));
$show('after await()');
run(fn () => $show('run()'));
Loop::defer(fn () => throw new Exception);
try {
    Loop::run();
} catch (Exception) {
    $show('after an exception');
}
Loop::defer(fn () => $show('automatic run'));
?>
--EXPECT--
start: false
callback: true
after run(): false
coroutine while {main} awaits: true
after await(): false
run(): true
after an exception: false
automatic run: true
