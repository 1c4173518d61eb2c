--TEST--
Random coroutines, waits, raw suspends, cycles and collections with fixed seeds
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
require __DIR__ . '/../include/coroutine_stress.inc';

for ($seed = 1; $seed <= 5; $seed++) {
    $stress = new CoroutineStress($seed);
    $stress->run(1000);
    echo "seed $seed: {$stress->mixedUp} mixed up", $stress->done > 100 ? '' : ", only {$stress->done} done", "\n";
    unset($stress);
    gc_collect_cycles();
}
?>
--EXPECT--
seed 1: 0 mixed up
seed 2: 0 mixed up
seed 3: 0 mixed up
seed 4: 0 mixed up
seed 5: 0 mixed up
