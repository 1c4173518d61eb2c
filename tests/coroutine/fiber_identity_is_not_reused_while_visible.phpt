--TEST--
A Fiber that somebody holds or knows weakly is never the Fiber of another coroutine
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, suspend};

$map = new WeakMap;
$bad = 0;
for ($round = 0; $round < 3; $round++) {
    $all = [];
    for ($i = 0; $i < 50; $i++) {
        $all[] = async(function () use ($map, &$bad, $i, $round) {
            $bad += isset($map[Fiber::getCurrent()]) ? 1 : 0;
            $map[Fiber::getCurrent()] = [$i, $round];
            for ($k = 0; $k < 3; $k++) {
                suspend();
                $bad += $map[Fiber::getCurrent()] !== [$i, $round] ? 1 : 0;
            }
        });
    }
    array_map(await(...), $all);
}
echo "$bad wrong, ", count($map), " entries left\n";

$weak = null;
await(async(function () use (&$weak) {
    $weak = WeakReference::create(Fiber::getCurrent());
}));
var_dump($weak->get());

$held = [];
for ($i = 0; $i < 5; $i++) {
    await(async(function () use (&$held) {
        $held[] = Fiber::getCurrent();
    }));
}
var_dump(count(array_unique(array_map(spl_object_id(...), $held))));
var_dump(array_filter($held, fn (Fiber $fiber) => !$fiber->isTerminated()));
?>
--EXPECT--
0 wrong, 0 entries left
NULL
int(5)
array(0) {
}
