--TEST--
ReflectionFiber shows trace, file, line and callable: running, parked, suspended, waiting for another
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

function trace(ReflectionFiber $reflection): string
{
    return implode(' ', array_map(fn (array $frame) => preg_replace('~^.*\\\\~', '', $frame['function']), $reflection->getTrace()));
}
function raw(): void
{
    Fiber::suspend();
}
function parked(): void
{
    await((new Deferred)->promise);
}
$fiber = null;
$task = function () use (&$fiber) {
    $fiber = Fiber::getCurrent();
    $reflection = new ReflectionFiber($fiber);
    var_dump($reflection->getExecutingLine() === __LINE__, $reflection->getFiber() === $fiber);
    raw();
    parked();
};
$coroutine = async($task);
suspend();
$reflection = new ReflectionFiber($fiber);
echo trace($reflection), "\n";
var_dump($reflection->getCallable() === $task, basename($reflection->getExecutingFile()) === basename(__FILE__));
$resumer = async(fn () => $fiber->resume());
suspend();
suspend();
echo trace($reflection), "\n";
var_dump($reflection->getCallable() === $task);
unset($coroutine, $resumer);
?>
--EXPECTF--
bool(true)
bool(true)
suspend raw {closure%S}
bool(true)
bool(true)
await parked {closure%A
bool(true)
