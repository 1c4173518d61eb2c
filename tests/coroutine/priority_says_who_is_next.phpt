--TEST--
setPriority(): the higher goes first, but after 16 of it a lower one has its turn; not after it has started
--EXTENSIONS--
evloop
--ENV--
EVLOOP_SCHED_SEED=0
--FILE--
<?php
use Evloop\{Loop, LoopException, Priority};
use function Evloop\{async, suspend};

$order = '';
$add = function (string $letter) use (&$order): Closure {
    return function () use ($letter, &$order): void {
        $order .= $letter;
    };
};
async($add('l'))->setPriority(Priority::Low);
async($add('n'));
for ($i = 0; $i < 20; $i++) {
    async($add('h'))->setPriority(Priority::High);
}
Loop::run();
echo $order, "\n";

// It keeps its priority where it waits.
$order = '';
$task = async(function () use (&$order) {
    suspend();
    $order .= 'h';
})->setPriority(Priority::High);
suspend();
async($add('n'));
try {
    $task->setPriority(Priority::Low);
} catch (LoopException $e) {
    echo $e->getMessage(), "\n";
}
Loop::run();
echo $order, "\n";
?>
--EXPECT--
hhhhhhhhhhhhhhhhnhhhhl
Coroutine::setPriority(): the coroutine has started already
hn
