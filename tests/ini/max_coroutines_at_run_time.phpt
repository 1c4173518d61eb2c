--TEST--
evloop.max_coroutines counts who is alive: queued, running or parked; 0 is no limit
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, LoopException};
use function Evloop\{async, suspend};

function start(int $count): int
{
    for ($started = 0; $started < $count; $started++) {
        try {
            async(suspend(...));
        } catch (LoopException) {
            break;
        }
    }
    return $started;
}
var_dump(start(50));
Loop::run();
ini_set('evloop.max_coroutines', '5');
var_dump(start(50));
suspend();
var_dump(start(1));
Loop::run();
var_dump(start(3));
ini_set('evloop.max_coroutines', '0');
var_dump(start(50));
Loop::run();
?>
--EXPECT--
int(50)
int(5)
int(0)
int(3)
int(50)
