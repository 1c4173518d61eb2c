--TEST--
Channels, select(), locks and a pool under 2,000 coroutines and random cancellation: every item is accounted for, memory is flat
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/sync_stress.inc';

use Evloop\Stress\Round;

mt_srand($seed = random_int(1, PHP_INT_MAX));
$sizes = [];
for ($i = 0; $i < 4; $i++) {
    $round = new Round(2000);
    $round->run();
    $wrong = $round->audit();
    $wrong === null || printf("%s (seed %d)\n", $wrong, $seed);
    $round->ledger->read('sent')[0] > 1000 && $round->cancelled > 10 || print("too little happened\n");
    unset($round);
    gc_collect_cycles();
    $sizes[] = memory_get_usage();
}
$grown = $sizes[3] - $sizes[1];
echo $grown < 200_000 ? "flat\n" : "grown by $grown\n";
?>
--EXPECT--
flat
