--TEST--
A deadlock report names the circles: coroutines that await each other, and one that awaits the scope it is in
--INI--
evloop.deadlock=off
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\DeadlockException;
use function Evloop\{async, await, scope};

function circles(object $awaitable): void
{
    try {
        await($awaitable);
    } catch (DeadlockException $e) {
        echo implode("\n", preg_grep('~a circle:~', explode("\n", $e->getMessage()))), "\n";
    }
}
circles($self = async(function () use (&$self) {
    await($self);
}));
$host = async(function () use (&$host) {
    scope(function () use (&$host) {
        async(fn () => await($host));
    });
});
circles($host);
$a = async(function () use (&$b) {
    await($b);
});
$b = async(function () use (&$c) {
    await($c);
});
$c = async(function () use (&$a) {
    await($a);
});
circles($c);
?>
--EXPECT--
  a circle: #1 awaits #1
  a circle: #1 awaits #1
  a circle: #3 awaits #2, whose scope awaits #3
  a circle: #1 awaits #1
  a circle: #3 awaits #2, whose scope awaits #3
  a circle: #4 awaits #5 awaits #6 awaits #4
