--TEST--
Coroutines run side by side, one after the other between their waits
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, suspend};

$log = [];
$gate = new Deferred;
$a = async(function () use (&$log, $gate) {
    $log[] = 'a1';
    await($gate->promise);
    $log[] = 'a2';
    return 'A';
});
$b = async(function () use (&$log) {
    $log[] = 'b1';
    delay(0.002);
    $log[] = 'b2';
    throw new RuntimeException('boom');
});
$c = async(function () use (&$log, $b, $gate) {
    try {
        await($b);
    } catch (RuntimeException $e) {
        $log[] = 'c:' . $e->getMessage();
    }
    $gate->resolve();
});
echo await($a), ' ', await($c), implode(' ', $log), "\n";

foreach (['x', 'y', 'z'] as $name) {
    $all[] = async(function () use ($name) {
        for ($i = 0; $i < 3; $i++) {
            echo $name, $i, ' ';
            suspend();
        }
    });
}
array_map(await(...), $all);
$start = hrtime(true);
$many = array_map(fn () => async(fn () => delay(0.05)), range(1, 200));
array_map(await(...), $many);
echo "\n", hrtime(true) - $start < 5e9 ? "200 waits at once\n" : "one after the other\n";
?>
--EXPECT--
A a1 b1 b2 c:boom a2
x0 y0 z0 x1 y1 z1 x2 y2 z2 
200 waits at once
