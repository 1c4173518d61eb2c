--TEST--
Of 2,000 random delays none fires early, and they fire in the order of their deadlines
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

mt_srand(7);
$early = $count = $disorder = 0;
$last = 0.0;
for ($i = 0; $i < 2000; $i++) {
    $seconds = mt_rand(0, 100000) / 1e6;
    $due = Loop::now() + $seconds;
    $made = null;
    Loop::delay($seconds, function () use ($due, &$early, &$count, &$disorder, &$last) {
        $count++;
        $early += Loop::now() < $due ? 1 : 0;
        $disorder += $due < $last - 0.02 ? 1 : 0; // the process may lose its turn between the two clocks
        $last = $due;
    });
}
Loop::run();
echo "$count fired, $early early, $disorder out of order\n";
?>
--EXPECT--
2000 fired, 0 early, 0 out of order
