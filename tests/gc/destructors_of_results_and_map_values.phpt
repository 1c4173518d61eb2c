--TEST--
Destructors that run at a coroutine's end, of its result or of a WeakMap's value, may look around and throw
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop};
use function Evloop\{async, await};

class Tracked
{
    public function __construct(private string $what)
    {
    }

    public function __destruct()
    {
        echo "$this->what: ", Fiber::getCurrent() === null ? 'no Fiber' : 'a Fiber', "\n";
        if ($this->what === 'throws') {
            throw new LogicException('from a destructor');
        }
        async(fn () => print("made by the destructor\n"));
    }
}
$map = new WeakMap;
await(async(function () use ($map) {
    $map[Fiber::getCurrent()] = new Tracked('value of a map');
}));
async(fn () => new Tracked('result that nobody takes'));
Loop::run();
foreach ([fn () => $map[Fiber::getCurrent()] = new Tracked('throws'), fn () => new Tracked('throws')] as $task) {
    async(function () use ($task) {
        $value = $task();
        return $task === null ? $value : null;
    });
    try {
        Loop::run();
        Loop::run();
        echo "nothing thrown\n";
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}
echo await(async(fn () => 'still works')), "\n";
?>
--EXPECTF--
value of a map: %s
made by the destructor
result that nobody takes: %s
made by the destructor
throws: %s
from a destructor
throws: %s
from a destructor
still works
