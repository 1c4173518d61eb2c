--TEST--
select(): each of n ready arms is picked within 5 % of 1/n, also when others are not ready
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Promise};
use function Evloop\select;

const ROUNDS = 100_000;

$empty = new Channel;
$full = new Channel(1);
$full->trySend(0);
$kept = new Channel(ROUNDS);
for ($i = 0; $i < ROUNDS; $i++) {
    $kept->send($i);
}
$settled = Promise::resolve(1);
$sink = new Channel(ROUNDS);
foreach ([
    [$settled, $settled],
    [$empty->onReceive(), $settled, $full->onSend(1), $empty->onReceive(), $settled, $settled],
    ['kept' => $kept->onReceive(), 'sink' => $sink->onSend(1), 'promise' => $settled, 'empty' => $empty->onReceive(), 'full' => $full->onReceive()],
    array_fill(0, 10, $settled),
] as $arms) {
    $counts = [];
    for ($i = 0; $i < ROUNDS; $i++) {
        $key = select($arms)[0];
        $counts[$key] = ($counts[$key] ?? 0) + 1;
        if ($key === 'full') {
            $full->trySend(1);
        }
    }
    ksort($counts);
    $share = ROUNDS / count($counts);
    echo implode(' ', array_keys($counts)), ': ';
    var_dump(max(array_map(fn (int $count) => abs($count - $share) / $share, $counts)) < 0.05);
}
?>
--EXPECT--
0 1: bool(true)
1 4 5: bool(true)
full kept promise sink: bool(true)
0 1 2 3 4 5 6 7 8 9: bool(true)
