--TEST--
gather() and map() with a concurrency: never more at a time, and the input is read only as far as there is room
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{gather, map, suspend};

$running = $most = $read = 0;
$task = function (mixed $item = null) use (&$running, &$most): mixed {
    $most = max($most, ++$running);
    for ($i = 0; $i < 3; $i++) {
        suspend();
    }
    $running--;
    return $item;
};
$tasks = function (int $count) use ($task, &$read, &$running): Generator {
    while ($count-- > 0) {
        echo $running < 3 ? '' : "read too early\n";
        $read++;
        yield $task;
    }
};
var_dump(count(gather($tasks(10), 3)), $most, $read);
$most = 0;
var_dump(map(['a' => 1, 'b' => 2, 'c' => 3], $task, 2), $most);

// Endless, until one fails.
$endless = function () {
    for ($i = 0; ; $i++) {
        yield $i;
    }
};
try {
    map($endless(), fn (int $i) => $i < 50 ? $i : throw new LogicException("no $i"), 4);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
int(10)
int(3)
int(10)
array(3) {
  ["a"]=>
  int(1)
  ["b"]=>
  int(2)
  ["c"]=>
  int(3)
}
int(2)
no 50
