--TEST--
Five thousand coroutines that all keep their Fiber
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

$keep = [];
for ($i = 0; $i < 5000; $i++) {
    async(function () use (&$keep, $i) {
        $keep[] = Fiber::getCurrent();
        return $i;
    });
}
Loop::run();
var_dump(count($keep), array_sum(array_map(fn (Fiber $fiber) => $fiber->getReturn(), $keep)) === 5000 * 4999 / 2);
?>
--EXPECT--
int(5000)
bool(true)
