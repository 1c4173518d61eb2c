--TEST--
id, name, creation site, isFinished and getAwaiting of a coroutine
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, suspend};

$deferred = new Deferred;
$a = async(fn () => await($deferred->promise));
$b = async(fn () => await($a));
$c = async(fn () => delay(0.001));
var_dump($a->getName(), $a->setName('first') === $a, $a->getName());
var_dump($a->id < $b->id, $b->id < $c->id);
var_dump($a->getCreationSite() === __FILE__ . ':6');
var_dump($a->getAwaiting(), $a->isFinished());
suspend();
var_dump($a->getAwaiting() === $deferred->promise, $b->getAwaiting() === $a, $c->getAwaiting(), $b->isFinished());
$deferred->resolve(1);
await($b);
await($c);
var_dump($a->isFinished(), $b->isFinished(), $a->getAwaiting(), $c->isFinished());
try {
    $a->id = 7;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
NULL
bool(true)
string(5) "first"
bool(true)
bool(true)
bool(true)
NULL
bool(false)
bool(true)
bool(true)
NULL
bool(false)
bool(true)
bool(true)
NULL
bool(true)
Cannot modify readonly property Evloop\Coroutine::$id
