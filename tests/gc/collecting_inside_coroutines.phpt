--TEST--
gc_collect_cycles() in a coroutine, in a Fiber inside of it and in a destructor
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

class Collects
{
    public mixed $self;

    public function __destruct()
    {
        gc_collect_cycles();
    }
}
$unwound = 0;
$garbage = function () use (&$unwound) {
    $node = new Collects;
    $node->self = async(function () use ($node, &$unwound) {
        try {
            await((new Deferred)->promise);
        } finally {
            $unwound++;
        }
    });
};
var_dump(await(async(function () use ($garbage) {
    $array = [Fiber::getCurrent()];
    $array[] = &$array;
    unset($array);
    gc_collect_cycles();
    $garbage();
    suspend();
    suspend();
    $fiber = new Fiber(function (Fiber $outer) {
        gc_collect_cycles();
        return $outer->isRunning();
    });
    $fiber->start(Fiber::getCurrent());
    return $fiber->getReturn();
})), $unwound);
?>
--EXPECT--
bool(true)
int(1)
