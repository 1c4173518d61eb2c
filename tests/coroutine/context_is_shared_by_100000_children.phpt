--TEST--
100,000 children share their parent's values until they write
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;
use function Evloop\{async, scope};

Context::set('big', array_fill(0, 1000, 'x'));
Context::set('count', 0);
$sum = 0;
scope(function () use (&$sum) {
    $start = memory_get_usage();
    for ($i = 0; $i < 100000; $i++) {
        async(function () use (&$sum) {
            $sum += count(Context::get('big'));
        });
    }
    $each = (memory_get_usage() - $start) / 100000;
    echo $each < 1500 ? "shared\n" : "$each bytes each\n";
});
echo $sum, "\n";
?>
--EXPECT--
shared
100000000
