--TEST--
Pool: who is idle for too long is destroyed, but min stay
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
use Evloop\Pool;
use function Evloop\{async, delay};

$gone = 0;
$pool = new Pool(fn () => new ArrayObject, max: 5, min: 2, idleTimeout: 0.01, destroy: function () use (&$gone) {
    delay(0);
    $gone++;
});
$lent = array_map(fn () => $pool->acquire(), range(1, 5));
array_map($pool->release(...), $lent);
unset($lent);
echo $pool->stats()['idle'], ' ';
for ($i = 0; $i < 500 && $gone < 3; $i++) {
    delay(0.01);
}
delay(0.05);
echo $pool->stats()['idle'], ' ', $gone, "\n";
$forever = new Pool(fn () => new ArrayObject, idleTimeout: null);
$forever->release($forever->acquire());
delay(0.02);
echo $forever->stats()['idle'], "\n";
// An idle resource does not keep the loop alive.
$pool = new Pool(fn () => new ArrayObject, idleTimeout: 3600);
$pool->release($pool->acquire());
echo "end\n";
?>
--EXPECT--
5 2 3
1
end
