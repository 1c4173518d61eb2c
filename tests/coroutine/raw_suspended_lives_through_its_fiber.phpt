--TEST--
A raw suspended coroutine lives as long as its Fiber is held, and is unwound when nobody can reach it
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, suspend};

class Tracked
{
    public mixed $held;

    public function __construct(private string $name)
    {
    }

    public function __destruct()
    {
        echo "$this->name freed\n";
    }
}
$fiber = null;
$coroutine = async(function () use (&$fiber) {
    $tracked = new Tracked('through its Fiber');
    $fiber = Fiber::getCurrent();
    Fiber::suspend();
    echo "resumed\n";
});
suspend();
unset($coroutine);
gc_collect_cycles();
$fiber->resume();
$fiber = null;

$coroutine = async(function () {
    try {
        Fiber::suspend();
    } finally {
        $tracked = new Tracked('made in finally');
    }
});
suspend();
unset($coroutine);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
resumed
through its Fiber freed
made in finally freed
end
