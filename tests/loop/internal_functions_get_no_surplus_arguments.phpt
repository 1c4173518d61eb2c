--TEST--
An internal function as callback gets at most as many arguments as it accepts
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{async, await, suspend};

Loop::repeat(0.001, fn () => null);
Loop::delay(0.005, Loop::stop(...));
Loop::run();
echo "stopped\n";

Loop::defer(gc_enable(...));
Loop::defer('gc_enable');
Loop::queue(suspend(...), 1, 2, 3);
Loop::queue(printf(...), "%s and %s\n", 'variadic ones get', 'all');
var_dump(await(Promise::resolve('four')->then(strlen(...), null)));
var_dump(await(async('strtoupper', 'coroutines too', 'surplus')));
var_dump(await(Promise::resolve('x')->finally(getmypid(...))));

class User
{
    public function __call(string $name, array $arguments): int
    {
        echo $name, ' got ', count($arguments), "\n";
        return 0;
    }
}
Loop::defer([new User, 'anything']);
Loop::delay(0, (new User)->something(...));
Loop::queue(fn (...$all) => print(count($all) . " for a user function\n"), 1, 2);
Loop::delay(0.003, Loop::stop(...));
Loop::run();
?>
--EXPECT--
stopped
variadic ones get and all
int(4)
string(14) "COROUTINES TOO"
string(1) "x"
2 for a user function
anything got 1
something got 1
