--TEST--
repeat() keeps to its schedule: slow callbacks do not push it back, missed turns are left out
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Watcher};

$start = Loop::now();
$early = 0;
$turns = 0;
$lag = INF;
Loop::repeat(0.01, function (Watcher $watcher) use ($start, &$early, &$turns, &$lag) {
    $turns++;
    $passed = Loop::now() - $start;
    $early += $passed < 0.01 * $turns ? 1 : 0;
    // Turns lie on multiples of the interval; the best of twenty is not delayed by other processes.
    $lag = min($lag, $turns > 10 ? fmod($passed, 0.01) : INF);
    $until = Loop::now() + 0.003;
    while (Loop::now() < $until);
    if ($turns === 30) {
        $watcher->cancel();
    }
});
Loop::run();
echo "early: $early\n";
echo $lag < 0.003 ? "on its schedule\n" : "drifted: $lag\n";

$turns = 0;
Loop::repeat(0.002, function (Watcher $watcher) use (&$turns) {
    if (++$turns === 1) {
        usleep(50000);
    }
})->unreference();
Loop::delay(0.051, fn () => print("no burst: " . ($turns <= 2 ? 'yes' : $turns) . "\n"));
Loop::run();
?>
--EXPECT--
early: 0
on its schedule
no burst: yes
